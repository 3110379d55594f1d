import Foundation
import Testing

@testable import Houqin

@Suite("The command line", .enabled(if: HouqinProcess.isBuilt))
struct CommandTests {
  private static func run(_ words: String..., in folder: URL = Repository.root) throws -> HouqinProcess.Result {
    try HouqinProcess.run(words, in: folder)
  }

  @Test("0: done; 1: findings at error level; 2: could not be done") func exitCodes() throws {
    let clean = try TemporaryFolder(("应急演练记录.csv", "演练日期,演练类型,参加人数\n2023-03-17,消防,560\n2023-05-12,地震,555\n"))
    #expect(try Self.run("check", clean.path).status == 0)
    #expect(try Self.run("check", Sample.school.rawValue).status == 1)
    #expect(try Self.run("figures", Sample.school.rawValue).status == 0)
    let output = try TemporaryFolder()
    #expect(try Self.run("report", Sample.school.rawValue, "--output", output.path).status == 0)
    #expect(try Self.run("report", Sample.school.rawValue, "--output", output.path, "--strict").status == 1)
    for words in [
      ["report"], ["check", "没有这个文件夹"], ["check", "Package.swift"], ["figures", Sample.school.rawValue, "--as-of", "昨天"], ["报告"],
    ] {
      #expect(try HouqinProcess.run(words, in: Repository.root).status == 2, "\(words)")
    }
  }

  @Test("Results go to standard output, notes to standard error") func streams() throws {
    let good = try Self.run("check", Sample.school.rawValue, "--format", "json")
    #expect(good.errors.isEmpty)
    #expect(try JSONSerialization.jsonObject(with: good.output) is [String: Any])
    let bad = try Self.run("check", "没有这个文件夹", "--format", "json")
    #expect(bad.output.isEmpty)
    #expect(bad.notes.contains("没有这个文件夹"))
  }

  @Test("A report that cannot be made changes nothing") func nothingChanged() throws {
    let output = try TemporaryFolder()
    try output.write([(path: "manifest.json", bytes: Data("old".utf8)), (path: "broken.md", bytes: Data("{{ST-HAZ-99}}".utf8))])
    let run = try Self.run("report", Sample.school.rawValue, "--output", output.path, "--template", output.path + "/broken.md")
    #expect(run.status == 2)
    #expect(run.notes.contains("ST-HAZ-99"))
    #expect(try files(in: output.url).map(\.path) == ["broken.md", "manifest.json"])
    #expect(try files(in: output.url).last?.bytes == Data("old".utf8))
  }
}
