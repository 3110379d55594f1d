import Foundation
import LedgerKit
import Testing

@testable import Houqin

@Suite("What a manifest records")
struct ReproductionTests {
  /// A copy of a sample with its results beside it.
  private static func published() throws -> (folder: TemporaryFolder, output: TemporaryFolder) {
    let (folder, output) = (try TemporaryFolder(), try TemporaryFolder())
    try folder.write(try files(in: Sample.school.url))
    _ = try Pipeline.report(folder.path, Options(output: output.path))
    return (folder, output)
  }

  private static func differences(_ folder: TemporaryFolder, _ output: TemporaryFolder, asOf: String? = nil) throws -> [String] {
    var options = Options()
    if let asOf { try options.setAsOf(asOf) }
    let found = try Pipeline.verify(manifest: output.path + "/manifest.json", data: folder.path, options)
    #expect(found.isSame == found.differences.isEmpty)
    return found.differences.map { "\($0.part.rawValue) \($0.change.rawValue) \($0.name)" }
  }

  private static func append(_ text: String, to file: URL) throws {
    try (try Data(contentsOf: file) + Data(text.utf8)).write(to: file)
  }

  @Test("Nothing changed") func same() throws {
    let (folder, output) = try Self.published()
    #expect(try Self.differences(folder, output) == [])
  }

  @Test("Files changed, added and removed; an output edited; another day") func changed() throws {
    let (folder, output) = try Self.published()
    try Self.append("\n", to: folder.url.appending(path: "花名册.csv"))
    try FileManager.default.removeItem(at: folder.url.appending(path: "校历.csv"))
    try folder.write([(path: "备忘.csv", bytes: Data("a,b\n1,2\n".utf8)), (path: "文字/安全事故.md", bytes: Data("无".utf8))])
    try Self.append("。", to: output.url.appending(path: "2023—2024学年度第一学期后勤工作总结.md"))
    try FileManager.default.removeItem(at: output.url.appending(path: "问题清单.csv"))
    #expect(
      try Self.differences(folder, output, asOf: "2023-12-31") == [
        "input added 备忘.csv", "input removed 校历.csv", "input changed 花名册.csv", "passage added 文字/安全事故.md", "settings changed 统计截止日",
        "output changed 2023—2024学年度第一学期后勤工作总结.md", "output removed 问题清单.csv",
      ])
  }

  @Test("Another program, other rules") func program() throws {
    let (folder, output) = try Self.published()
    let manifest = output.url.appending(path: "manifest.json")
    let text = try String(contentsOf: manifest, encoding: .utf8)
    let other = text.replacing("\"version\": \"\(Report.version)\"", with: "\"version\": \"0.0.9\"")
    let old = other.replacing(CatalogDigest.current, with: "0")
    try Data(old.utf8).write(to: manifest)
    #expect(try Self.differences(folder, output) == ["program changed houqin", "rules changed 校验规则"])
  }

  @Test("A rule with another standard, level or example is another rule") func rules() throws {
    let citation = Citation.own("隐患管理")
    func text(_ days: Int, _ severity: Rule.Severity = .warning, _ sheet: String = "日期\n") -> String {
      CatalogDigest.text(
        Rule(
          "HAZ-014", "久未整改", severity, .compliance, citation: citation, rationale: "拖久了容易忘。",
          parameters: [Parameter("HAZ-014", "天数", days, "天")], triggers: [.sheet("隐患.csv", sheet)], passes: []))
    }
    #expect(text(30) == text(30))
    #expect(Set([text(30), text(20), text(30, .info), text(30, .warning, "发现日期\n")]).count == 4)
  }

  @Test("Changed rows are named; the same rows in another encoding, too") func rowChanges() throws {
    let (folder, output) = try Self.published()
    let file = folder.url.appending(path: "应急演练.csv")
    let text = try String(contentsOf: file, encoding: .utf8)
    func told(_ text: String, _ encoding: String.Encoding = .utf8) throws -> [String?] {
      try #require(text.data(using: encoding)).write(to: file)
      return try Pipeline.verify(manifest: output.path, data: folder.path, Options()).differences.map(\.detail)
    }
    #expect(try told(text.replacing("513", with: "514")) == ["第2行有改动"])
    #expect(try told(text + "6,2024-01-08,消防疏散,全校,,,,,,,\n") == ["新增第7行"])
    #expect(try told(text, String.Encoding(rawValue: 0x8000_0632)) == ["各行没有变，只是编码或换行不同"])
  }

  @Test("The day a report was asked for is the day it is held against") func day() throws {
    let (folder, output) = (try TemporaryFolder(), try TemporaryFolder())
    try folder.write(try files(in: Sample.school.url))
    var options = Options(output: output.path)
    try options.setAsOf("2023-12-31")
    _ = try Pipeline.report(folder.path, options)
    #expect(try Self.differences(folder, output) == [])
  }

  @Test("A roll-up's manifest is held against the schools and their reports") func district() throws {
    let (folder, output) = (try TemporaryFolder(), try TemporaryFolder())
    let school = try files(in: Sample.school.url)
    for name in ["甲校", "乙校"] {
      let mark = Data("备注,\(name)\n".utf8)
      try folder.write(school.map { (path: name + "/" + $0.path, bytes: $0.path == "设置.csv" ? $0.bytes + mark : $0.bytes) })
    }
    try folder.write([(path: "丙校/说明.txt", bytes: Data("无".utf8))])
    _ = try Pipeline.district(folder.path, Options(output: output.path))
    #expect(try Self.differences(folder, output) == [])
    try Self.append("\n", to: folder.url.appending(path: "乙校/校历.csv"))
    try Self.append("。", to: output.url.appending(path: "汇总.csv"))
    try FileManager.default.removeItem(at: output.url.appending(path: "甲校/指标.csv"))
    try FileManager.default.removeItem(at: folder.url.appending(path: "丙校"))
    try folder.write([(path: "丁校/说明.txt", bytes: Data("无".utf8))])
    #expect(
      try Self.differences(folder, output) == [
        "school added 丁校", "input changed 乙校/校历.csv", "output removed 甲校/指标.csv", "school removed 丙校", "output changed 汇总.csv",
      ])
    // A roll-up of parts has no reports beside it.
    for name in ["甲校", "乙校"] { try FileManager.default.removeItem(at: output.url.appending(path: name)) }
    #expect(try Self.differences(folder, output).contains("input changed 乙校/校历.csv"))
  }

  @Test("What is no manifest is refused") func refused() throws {
    #expect(throws: HouqinError.self) {
      try Pipeline.verify(manifest: Repository.root.appending(path: "Package.swift").path, data: Sample.school.url.path, Options())
    }
  }

  @Test("Figures that differ from the earlier report are told on the terminal, with the file, and nowhere else") func restated() throws {
    let (folder, output) = try Self.published()
    let file = folder.url.appending(path: "应急演练.csv")
    let before = try String(contentsOf: file, encoding: .utf8)
    let lines = before.split(whereSeparator: \.isNewline)
    try Data((lines.dropLast().joined(separator: "\n") + "\n").utf8).write(to: file)
    let options = Options(output: output.path)
    let report = try Pipeline.report(folder.path, options)
    #expect(report.restated.contains("ST-DRL-01 演练次数：原报 5次，现为 4次，因 应急演练.csv 删去原第6行"))
    #expect(report.restated.allSatisfy { $0.hasPrefix("ST-DRL") })
    #expect(RunAccount(report, output: "output").text.contains("原报 5次"))
    let written = try files(in: output.url)
    for file in written { #expect(!String(decoding: file.bytes, as: UTF8.self).contains("原报")) }
    #expect(try Pipeline.report(folder.path, options).restated == [])
    let other = try TemporaryFolder()
    #expect(try Pipeline.report(folder.path, Options(output: other.path)).restated == [])
    // The list of findings keeps what was written in it, and the manifest its digest; no document depends on an earlier output.
    for (a, b) in zip(try files(in: other.url), written) where ![Report.issueFile, "manifest.json"].contains(a.path) {
      #expect(a.path == b.path && a.bytes == b.bytes)
    }
  }
}
