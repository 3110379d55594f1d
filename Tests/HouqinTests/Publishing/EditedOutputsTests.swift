import Foundation
import Testing

@testable import Houqin

/// What people did to the results since they were written is never lost without a word.
@Suite("Results that people edited") struct EditedOutputsTests {
  private static let summary = "2022—2023学年度第二学期后勤工作总结.md"
  private static let drills = "演练日期,演练类型,参加人数\n2023-03-17,消防,560\n2023-05-12,地震,\n"

  /// A work folder with its results in 总结/, ready to be written again with another ledger.
  private func written() throws -> TemporaryFolder {
    let folder = try TemporaryFolder(("应急演练记录.csv", Self.drills))
    _ = try again(folder)
    try folder.write([(path: "应急演练记录.csv", bytes: Data((Self.drills + "2023-06-09,防汛,550\n").utf8))])
    return folder
  }

  private func again(_ folder: TemporaryFolder, force: Bool = false) throws -> Report {
    var options = Options(output: folder.path + "/总结")
    options.force = force
    return try Pipeline.report(folder.path, options)
  }

  private func text(_ folder: TemporaryFolder, _ name: String) throws -> String {
    try String(contentsOf: folder.url.appending(path: "总结/" + name), encoding: .utf8)
  }

  private func put(_ text: String, _ folder: TemporaryFolder, _ name: String) throws {
    try folder.write([(path: "总结/" + name, bytes: Data(text.utf8))])
  }

  @Test("Untouched ones are replaced without a word") func untouched() throws {
    let folder = try written()
    #expect(try again(folder).kept == [])
    #expect(try files(in: folder.url.appending(path: "总结")).count == 5)
  }

  @Test("The edited one is kept beside the new one, and the account says so") func kept() throws {
    let folder = try written()
    try put("我改过的总结", folder, Self.summary)
    let report = try again(folder)
    #expect(report.kept == [KeptFile(file: Self.summary, copy: Self.summary + ".bak")])
    #expect(RunAccount(report, output: "总结").text.contains("\(Self.summary) → \(Self.summary).bak"))
    #expect(try text(folder, Self.summary + ".bak") == "我改过的总结")
    #expect(try text(folder, Self.summary).contains("附录"))
    #expect(try again(folder).kept == [])
  }

  @Test("An older copy is never overwritten; the same content is kept once") func numbered() throws {
    let folder = try written()
    for (words, copy) in [("一", ".bak"), ("二", ".2.bak"), ("三", ".3.bak")] {
      try put(words, folder, Self.summary)
      #expect(try again(folder).kept.map(\.copy) == [Self.summary + copy])
    }
    try put("一", folder, Self.summary)
    #expect(try again(folder).kept == [])
    #expect(try [".bak", ".2.bak", ".3.bak"].map { try text(folder, Self.summary + $0) } == ["一", "二", "三"])
  }

  @Test("With force it is replaced") func force() throws {
    let folder = try written()
    try put("我改过的总结", folder, Self.summary)
    #expect(try again(folder, force: true).kept == [])
    #expect(try files(in: folder.url.appending(path: "总结")).count == 5)
  }

  @Test("Files that no manifest names are the user's", arguments: ["manifest.json", "指标.csv"]) func foreign(name: String) throws {
    let folder = try TemporaryFolder(("应急演练记录.csv", Self.drills), ("总结/" + name, "mine"))
    #expect(try again(folder).kept == [KeptFile(file: name, copy: name + ".bak")])
    #expect(try text(folder, name + ".bak") == "mine")
  }

  @Test("Writing in 处理情况, sorting and saving in another encoding is what the list is for") func remarks() throws {
    let folder = try written()
    let list = try text(folder, Report.issueFile)
    var lines = list.dropFirst().split(separator: "\r\n").map(String.init)
    #expect(lines.count > 2)
    lines = [lines[0]] + lines.dropFirst().reversed().map { $0 + "已联系" }
    try put(lines.joined(separator: "\n"), folder, Report.issueFile)
    #expect(try again(folder).kept == [])
    #expect(try text(folder, Report.issueFile).contains("已联系"))
  }

  @Test("A list with lines taken out or reworded is kept") func rewordedList() throws {
    let folder = try written()
    let lines = try text(folder, Report.issueFile).split(separator: "\r\n").map(String.init)
    try put(lines.dropLast().joined(separator: "\r\n"), folder, Report.issueFile)
    #expect(try again(folder).kept.map(\.copy) == [Report.issueFile + ".bak"])
  }

  @Test("A district's schools too, each in its folder") func district() throws {
    let folder = try TemporaryFolder()
    let school = ["设置.csv": TemporaryFolder.settings, "应急演练记录.csv": Self.drills]
    try folder.write(school.map { (path: "全区/甲/" + $0.key, bytes: Data($0.value.utf8)) })
    let options = Options(output: folder.path + "/汇总")
    _ = try Pipeline.district(folder.path + "/全区", options)
    try folder.write([(path: "汇总/甲/" + Self.summary, bytes: Data("改过".utf8))])
    let district = try Pipeline.district(folder.path + "/全区", options)
    #expect(district.text.contains("甲/\(Self.summary) → \(Self.summary).bak"))
    #expect(try String(contentsOf: folder.url.appending(path: "汇总/甲/\(Self.summary).bak"), encoding: .utf8) == "改过")
  }
}
