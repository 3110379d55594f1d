import Foundation
import Testing

@testable import Houqin

/// Hand-written passages find their section by the outline's slot, by the section's title or by its number (cli.md).
@Suite("Passages find their sections") struct PassagePlacementTests {
  private static let drills = ("应急演练记录.csv", "演练日期,演练类型,参加人数\n2023-03-17,消防,560\n")

  @Test(
    "by title or number, in place of the gap the section has",
    arguments: [
      ("明确安全责任，提高安全意识", "（一）明确安全责任，提高安全意识"), ("二（一）", "（一）明确安全责任，提高安全意识"), ("2.1", "（一）明确安全责任，提高安全意识"),
      ("安全责任", "（一）明确安全责任，提高安全意识"), ("二、落实安全文化建设，打造平安校园", "二、落实安全文化建设，打造平安校园"),
      ("严把门卫管理，加强三防建设", "（五）严把门卫管理，加强三防建设"),
    ])
  func section(name: String, heading: String) throws {
    let folder = try TemporaryFolder(Self.drills, ("文字/\(name).md", "门卫与教职工逐一签了责任书。\n"))
    let text = try markdown(folder)
    let start = try #require(text.firstRange(of: heading + "\n"))
    let section = text[start.upperBound...].split(separator: "\n#").first ?? ""
    #expect(section.contains("门卫与教职工逐一签了责任书。"))
    #expect(!section.contains("【待补写：安全责任】"))
  }

  @Test("a passage that fits nowhere is named in the account, not dropped in silence")
  func unplaced() throws {
    let folder = try TemporaryFolder(Self.drills, ("文字/没有这一节.md", "一段话。\n"))
    let options = Options(output: try TemporaryFolder().path)
    let report = try Pipeline.report(folder.path, options)
    #expect(report.unplaced == ["没有这一节"])
    #expect(RunAccount(report, output: "output").text.contains("没有用上：没有这一节"))
  }

  private func markdown(_ folder: TemporaryFolder) throws -> String {
    let files = try report(folder.path)
    let name = try #require(files.keys.first { $0.hasSuffix(".md") })
    return String(decoding: files[name] ?? Data(), as: UTF8.self)
  }
}
