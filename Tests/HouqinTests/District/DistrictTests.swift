import Foundation
import LedgerKit
import Testing

@testable import Houqin

@Suite("A district: every sub-folder is a school")
struct DistrictTests {
  private static let stem = "2022—2023学年度第二学期后勤工作汇总"

  @Test("Every school's report as by itself, one roll-up, and the bad school by name") func all() throws {
    let folder = try DistrictFixture.folder(DistrictFixture.broken + [("旧表.csv", "x\n")])
    let written = try DistrictFixture.run(folder, name: "某区教育局")
    #expect(written.rollUp.keys.sorted() == [Self.stem + ".html", Self.stem + ".md", "manifest.json", "汇总.csv"])
    for (name, _) in DistrictFixture.schools {
      let alone = try report(folder.url.appending(path: name).path)
      let within = written.filter { $0.key.hasPrefix(name + "/") }.map { ($0.key.dropFirst(name.count + 1), $0.value) }
      #expect(Dictionary(uniqueKeysWithValues: within.map { (String($0.0), $0.1) }) == alone)
    }
    #expect(!written.keys.contains { $0.hasPrefix("d坏/") })
    let text = written.text(Self.stem + ".md")
    #expect(text.hasPrefix("某区教育局\n"))
    #expect(text.contains("| d坏 | 无法确定是哪个学期。请在工作夹的 设置.csv 中填写"))
    #expect(text.contains("| **3所** |"))
    #expect(text.contains("另有1所没有计入"))
  }

  @Test("Missing is not zero, in the document and in the table") func missing() throws {
    let written = try DistrictFixture.run(try DistrictFixture.folder())
    let text = written.text(Self.stem + ".md")
    #expect(text.contains("[乙幼儿园](b乙/2022—2023学年度第二学期后勤工作总结.html) | 未提供 | 未提供 | 未提供 | 2 | 610 |"))
    #expect(text.contains("| **合计** | **72.50** | **未提供** | **未提供** | **3** | **1,170** |"))
    let rows = written.text("汇总.csv").split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(Set(rows.map(\.count)).count == 1)
    let column = try #require(rows.first?.firstIndex(of: "采购总额（元）"))
    #expect(rows.dropFirst().map { $0[column] } == ["52.50", "未提供", "20.00", "72.50"])
  }

  @Test("Links lead to the reports that were written") func links() throws {
    let written = try DistrictFixture.run(try DistrictFixture.folder(DistrictFixture.broken))
    let found = written.text(Self.stem + ".html").matches(of: /<a href="([^"#]+)">/).map { String($0.output.1) }
    #expect(found.count >= 12)
    for link in Set(found) { #expect(written[link.removingPercentEncoding ?? ""] != nil, "\(link)") }
  }

  @Test("The same bytes from a copy made in another order, and written over what was there") func identical() throws {
    let folder = try DistrictFixture.folder(DistrictFixture.broken)
    let first = try DistrictFixture.run(folder)
    let copy = try TemporaryFolder()
    try copy.write(try files(in: folder.url).reversed())
    #expect(try DistrictFixture.run(copy) == first)
    let inside = Options(output: copy.url.appending(path: "全区").path)
    for _ in 1...2 { _ = try Pipeline.district(copy.path, inside) }
    let again = try files(in: copy.url.appending(path: "全区"))
    #expect(Dictionary(uniqueKeysWithValues: again.map { ($0.path, $0.bytes) }) == first)
  }

  @Test("The samples, two schools of one semester") func samples() throws {
    let folder = try TemporaryFolder()
    for school in ["春芽幼儿园", "新芽幼儿园"] {
      try folder.write(
        try files(in: Sample.kindergarten.url).map { path, bytes in
          let isSettings = path == "设置.csv"
          return (
            "\(school)/\(path)", isSettings ? Data(String(decoding: bytes, as: UTF8.self).replacing("春芽幼儿园", with: school).utf8) : bytes
          )
        })
    }
    try folder.write(try files(in: Sample.school.url).map { ("青禾小学/" + $0.path, $0.bytes) })
    let written = try DistrictFixture.run(folder)
    let one = try Sample.kindergarten.summary
    let purchases = try #require(one.figure("ST-PUR-01")).tally.numerator
    #expect(written.text("汇总.csv").contains("青禾小学,没有计入"))
    #expect(written.text(Self.stem + ".md").contains("| 采购总额 | \(Exact(purchases * 2).inline(in: .money))元 | 2所 |"))
    #expect(written.keys.contains("青禾小学/2023—2024学年度第一学期后勤工作总结.md"))
  }

  @Test("What cannot be done changes nothing and says what to do") func refused() throws {
    let folder = try DistrictFixture.folder()
    let empty = try TemporaryFolder(DistrictFixture.broken[0])
    func error(_ path: String, _ output: String) -> String {
      do throws(HouqinError) {
        _ = try Pipeline.district(path, Options(output: output))
        return ""
      } catch {
        return error.description
      }
    }
    let before = try files(in: folder.url).map(\.path)
    let output = folder.path + "-结果"
    #expect(error(folder.path, folder.path).contains("结果不能写在工作夹"))
    #expect(error(folder.path, folder.path + "/a甲").contains("结果不能写在工作夹“a甲”本身"))
    #expect(error(folder.path + "/a甲", output).contains("没有学校的文件夹"))
    #expect(error(folder.path + "/没有", output).contains("找不到"))
    #expect(error(empty.path, output).contains("没有一所学校能汇总"))
    #expect(error(folder.path, folder.path + "/a甲/设置.csv").contains("写不了"))
    #expect(try files(in: folder.url).map(\.path) == before)
    #expect(!FileManager.default.fileExists(atPath: output))
  }

  @Test("A copy of a school counts once") func copies() throws {
    let folder = try DistrictFixture.folder(DistrictFixture.schools[0].1.map { ("甲的副本/\($0.0)", $0.1) })
    let written = try DistrictFixture.run(folder)
    #expect(written.text(Self.stem + ".md").contains("| 甲的副本 | 各个文件与“a甲”的完全相同"))
    #expect(written.text(Self.stem + ".md").contains("| 采购总额 | 72.50元 | 2所 |"))
  }
}

@Suite("The district's commands", .enabled(if: HouqinProcess.isBuilt))
struct DistrictCommandTests {
  @Test("Exit codes; nothing on standard error in a pipe; partial and merge as Slurm would run them") func commands() throws {
    let folder = try DistrictFixture.folder(DistrictFixture.broken)
    let place = try TemporaryFolder()
    func run(_ words: String...) throws -> HouqinProcess.Result { try HouqinProcess.run(words, in: place.url) }
    let whole = try run("district", folder.path, "--output", "全区")
    #expect(whole.status == 0)
    #expect(whole.errors.isEmpty)
    #expect(whole.text.contains("d坏：无法确定是哪个学期"))
    #expect(try run("district", folder.path, "--output", "全区", "--strict").status == 1)
    #expect(try run("district", place.path + "/没有").status == 2)
    #expect(try run("merge").status == 2)
    var parts: [String] = []
    for name in ["d坏", "c丙", "a甲", "b乙"] {
      let part = try run("partial", folder.url.appending(path: name).path)
      #expect(part.status == (name == "d坏" ? 2 : 0))
      try place.write([(path: name + ".json", bytes: part.output)])
      parts.append(name + ".json")
    }
    #expect(try HouqinProcess.run(["merge"] + parts + ["--output", "合并"], in: place.url).status == 0)
    let (direct, merged) = (try files(in: place.url.appending(path: "全区")), try files(in: place.url.appending(path: "合并")))
    #expect(merged.map(\.path) == direct.map(\.path).filter { !$0.contains("/") })
    #expect(merged.map(\.bytes) == direct.filter { !$0.path.contains("/") }.map(\.bytes))
  }
}
