import Foundation
import LedgerKit
import Tabular
import Testing

@testable import Houqin

/// 问题清单.csv from run to run: two purchases without approval and a drill with a bad count.
@Suite("The list of findings is worked off")
struct IssueListTests {
  private static let header = "采购日期,品名,数量,单价,金额,审批人,采购人,验收人\n"
  private static let tape = "2023-03-08,胶带,10,12,120,,李秀英,赵海燕\n"
  private static let paper = "2023-03-09,打印纸,4,20,80,,周明,赵海燕\n"
  private static let drills = ("应急演练记录.csv", "演练日期,演练类型,参加人数\n2023-03-17,消防,若干\n")

  /// A work folder that is changed between runs, and the results of the last run.
  private struct Term {
    let folder: TemporaryFolder
    let output: TemporaryFolder

    init(_ purchases: String) throws {
      folder = try TemporaryFolder(("采购台账.csv", header + purchases), drills)
      output = try TemporaryFolder()
    }

    func write(_ path: String, _ text: String) throws { try folder.write([(path: path, bytes: Data(text.utf8))]) }

    /// Runs and returns the lines as `rule 品名-ish value: mark, remark`.
    @discardableResult func run() throws -> [[String: String]] {
      _ = try Pipeline.report(folder.path, Options(output: output.path))
      return try list()
    }

    func list() throws -> [[String: String]] {
      let path = output.url.appending(path: "问题清单.csv").path
      let lines = PreviousIssues.reduce(path, into: [PreviousIssues.Line]()) { $0 += $1 }
      return try #require(lines).map(\.cells)
    }

    /// Marks of the purchases without approval, by row.
    func marks() throws -> [String] {
      try list().filter { $0["规则"] == "PUR-004" }.map { "\($0["行号"] ?? "") \($0["与上次相比"] ?? "")" }.sorted()
    }

    func bytes() throws -> [Data] { try files(in: output.url).map(\.bytes) }
  }

  @Test("Of rows that say the same the content is that of all") func content() {
    var (whole, again) = (IssueContent.Rows(), IssueContent.Rows())
    func add(_ text: String, _ opening: UInt64, to rows: inout IssueContent.Rows) -> Int { text.withBytes { rows.add($0, after: opening) } }
    for (number, text) in ["缺 审批人", "=乙", "缺 审批人", "㎏", "缺 审批人"].enumerated() {
      #expect(add(text, 7, to: &whole) == number)
      if number == 2 || number == 4 { again.add(again: 0) } else { _ = add(text, 7, to: &again) }
    }
    #expect(whole.numbers.sorted() == again.numbers.sorted() && Set(whole.numbers).count == 3)
    // FNV-1a of "a" and the end of a text, 1F: (((7 ^ 0x61) · p) ^ 0x1F) · p.
    var one = IssueContent.Rows()
    _ = add("a", 7, to: &one)
    let prime: UInt64 = 0x0000_0100_0000_01B3
    #expect(one.numbers == [(((7 ^ 0x61) &* prime) ^ 0x1F) &* prime])
  }

  @Test("A first run marks nothing, and a rerun writes the same bytes") func first() throws {
    let term = try Term(Self.tape + Self.paper)
    #expect(try term.run().allSatisfy { $0["与上次相比"] == "" && $0["处理情况"] == "" })
    let bytes = try term.bytes()
    try term.run()
    #expect(try term.bytes() == bytes)
  }

  @Test("Found anew, still there, put right, found again") func marks() throws {
    let term = try Term(Self.tape)
    try term.run()
    try term.write("采购台账.csv", Self.header + Self.paper + Self.tape)
    try term.run()
    #expect(try term.marks() == ["2 新增", "3 未改"], "a row above does not make the one below another")
    let bytes = try term.bytes()
    try term.run()
    #expect(try term.bytes() == bytes, "the marks of a rerun are those of the run before")
    try term.write("采购台账.csv", Self.header + Self.tape)
    try term.run()
    #expect(try term.marks() == ["2 已改", "2 未改"], "the row that was put right is listed once more, at its old place")
    try term.write("采购台账.csv", Self.header + Self.tape + Self.paper)
    try term.run()
    #expect(try term.marks() == ["2 未改", "3 复发"])
    try term.write("采购台账.csv", Self.header + Self.tape)
    try term.run()
    try term.write("采购台账.csv", Self.header + Self.tape + "2023-03-10,扫把,1,10,10,王建国,周明,赵海燕\n")
    try term.run()
    #expect(try term.marks() == ["2 未改"], "what was put right is listed once only")
  }

  @Test("A renamed file, another order of rows and a corrected neighbor cell are the same finding") func identity() throws {
    let term = try Term(Self.tape + Self.paper)
    let keys = Set(try term.run().filter { $0["规则"] == "PUR-004" }.compactMap { $0["编号"] })
    #expect(keys.count == 2)
    try FileManager.default.removeItem(at: term.folder.url.appending(path: "采购台账.csv"))
    try term.write("采购明细.csv", "序号," + Self.header + "1," + Self.paper + "2," + Self.tape)
    #expect(Set(try term.run().filter { $0["规则"] == "PUR-004" }.compactMap { $0["编号"] }) == keys)
    #expect(try term.marks() == ["2 未改", "3 未改"])
    try term.write("采购明细.csv", "序号," + Self.header + "1," + Self.paper.replacing("周明", with: "周小明") + "2," + Self.tape)
    try term.run()
    #expect(try term.marks() == ["2 未改", "3 未改"])
  }

  @Test("Equal rows have keys of their own") func equal() throws {
    let term = try Term(Self.tape + Self.tape)
    let keys = try term.run().compactMap { $0["编号"] }
    #expect(Set(keys).count == keys.count)
    #expect(keys.allSatisfy { $0.wholeMatch(of: /[B-T]{10}(-[0-9]+)?/) != nil }, "no key looks like a number to Excel")
  }

  @Test("What people wrote is kept, whatever program saved the list", arguments: ["UTF-8", "GB18030", "work folder"])
  func remarks(way: String) throws {
    let term = try Term(Self.tape)
    try term.run()
    let url = term.output.url.appending(path: "问题清单.csv")
    let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    let edited = text.split(separator: "\r\n").map { $0.contains("PUR-004") ? $0 + "周五前补签" : $0 }.joined(separator: "\r\n") + "\r\n"
    switch way {
    case "GB18030":
      let encoding = String.Encoding(rawValue: 0x8000_0632)
      try #require(edited.drop { $0 == "\u{FEFF}" }.description.data(using: encoding)).write(to: url)
    case "work folder": try term.write("问题清单.csv", edited)
    default: try Data(edited.utf8).write(to: url)
    }
    for change in ["", Self.paper] {
      try term.write("采购台账.csv", Self.header + change + Self.tape)
      let lines = try term.run().filter { $0["规则"] == "PUR-004" && $0["责任人"] == "李秀英" }
      #expect(lines.map { $0["处理情况"] } == ["周五前补签"], "\(way)")
    }
    let bytes = try term.bytes()
    try term.run()
    #expect(try term.bytes() == bytes)
  }

  @Test("Nothing but the list and the manifest that digests it depends on an earlier output") func documents() throws {
    let term = try Term(Self.tape)
    try term.run()
    try term.write("采购台账.csv", Self.header + Self.paper + Self.tape)
    try term.run()
    let fresh = try report(term.folder.path)
    for file in try files(in: term.output.url) where !["问题清单.csv", "manifest.json"].contains(file.path) {
      #expect(file.bytes == fresh[file.path], "\(file.path)")
    }
  }

  @Test("A rule switched off and a ledger left out put nothing right") func honest() throws {
    let term = try Term(Self.tape)
    try term.run()
    try term.write("规则.csv", "规则,启用,级别,参数,值,说明\nPUR-004,否,,,,另有登记\n")
    try term.run()
    #expect(try term.marks() == [])
    let other = try Term(Self.tape)
    try other.run()
    try FileManager.default.removeItem(at: other.folder.url.appending(path: "采购台账.csv"))
    try other.run()
    #expect(try other.marks() == ["2 未改"])
  }

  @Test("The list of another term is no earlier list") func otherTerm() throws {
    let term = try Term(Self.tape)
    try term.run()
    try term.write("设置.csv", TemporaryFolder.settings.replacing("2022-2023", with: "2023-2024").replacing("2023-06-30", with: "2024-06-30"))
    #expect(try term.run().allSatisfy { $0["与上次相比"] == "" })
  }

  @Test("A list that is none is passed over", arguments: ["", "\u{0}\u{1}\u{2}", "说明\n请勿修改\n", "规则,处理情况\n", "规则,处理情况\n,,,\n\"未完"])
  func garbage(text: String) throws {
    let term = try Term(Self.tape)
    try Data(text.utf8).write(to: term.output.url.appending(path: "问题清单.csv"))
    try Data("{\"schema\": \"houqin.manifest/1\"".utf8).write(to: term.output.url.appending(path: "manifest.json"))
    #expect(try term.run().contains { $0["规则"] == "PUR-004" })
  }

  @Test("Excel and WPS open it: byte order mark, CRLF, no formula") func opens() throws {
    let term = try Term("2023-03-08,=1+1,10,12,120,,@李秀英,赵海燕\n2023-03-08,+胶带,10,-12,120,,-李秀英,赵海燕\n")
    try term.run()
    let bytes = [UInt8](try Data(contentsOf: term.output.url.appending(path: "问题清单.csv")))
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.split(separator: "\r\n").allSatisfy { !$0.contains("\n") } && text.hasSuffix("\r\n"))
    let cells = try term.list().flatMap(\.values)
    #expect(cells.allSatisfy { cell in cell.first.map { !"=+@\t\r".contains($0) } ?? true })
    #expect(cells.contains("'@李秀英"))
  }

  @Test("Who can put it right: the person of the row, else the ledger") func persons() throws {
    let term = try Term(Self.tape)
    let lines = try term.run()
    #expect(lines.first { $0["规则"] == "PUR-004" }?["责任人"] == "李秀英")
    #expect(lines.first { $0["规则"] == "GEN-007" }?["责任人"] == "应急演练记录")
  }

  @Test("The terminal counts the marks, from the second run on") func account() throws {
    let term = try Term(Self.tape)
    let options = Options(output: term.output.path)
    let first = try Pipeline.report(term.folder.path, options)
    #expect(!RunAccount(first, output: "总结").text.contains("与上次"))
    try term.write("采购台账.csv", Self.header + Self.paper)
    let second = try Pipeline.report(term.folder.path, options)
    #expect(RunAccount(second, output: "总结").text.contains("与上次的问题清单相比：新增1处"))
    #expect(RunAccount(second, output: "总结").text.contains("已改1处，复发0处。"))
  }
}
