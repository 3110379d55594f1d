import Foundation
import Testing

@testable import Houqin

@Suite("Files written aside")
struct StagedFilesTests {
  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test("Nothing is seen before the end, then everything, and nothing is left aside") func publish() throws {
    let folder = try TemporaryFolder(("旧.md", "own"), settings: "old")
    let staging = StagedFiles(for: folder.path)
    try staging.write([("设置.csv", bytes("new"))], under: nil)
    try staging.write([("总结.md", bytes("a"))], under: "甲")
    #expect(try files(in: folder.url).first { $0.path == "设置.csv" }?.bytes == Data("old".utf8))
    try staging.publish()
    #expect(
      try files(in: folder.url).map { "\($0.path) \(String(decoding: $0.bytes, as: UTF8.self))" } == [
        "旧.md own", "甲/总结.md a", "设置.csv new",
      ])
  }

  @Test("Where moving fails half way, what was moved is put back") func putBack() throws {
    let folder = try TemporaryFolder(("a.md", "old"), ("z.md/in the way.txt", "x"))
    let before = try files(in: folder.url).map { [$0.path: $0.bytes] }
    let staging = StagedFiles(for: folder.path)
    try staging.write([("a.md", bytes("new")), ("b.md", bytes("new")), ("z.md", bytes("new"))], under: nil)
    #expect(throws: HouqinError.self) { try staging.publish() }
    staging.discard()
    #expect(try files(in: folder.url).map { [$0.path: $0.bytes] } == before)
  }

  @Test("What a killed run left aside is not published") func killed() throws {
    let folder = try TemporaryFolder()
    try StagedFiles(for: folder.path).write([("总结.md", bytes("stale"))], under: "旧校")
    let staging = StagedFiles(for: folder.path)
    try staging.write([("总结.md", bytes("new"))], under: "甲")
    try staging.publish()
    #expect(try files(in: folder.url).map(\.path) == ["甲/总结.md"])
  }

  @Test("A run that is given up leaves nothing") func discard() throws {
    let path = try TemporaryFolder().path + "/结果"
    let staging = StagedFiles(for: path)
    try staging.write([("a.md", bytes("new"))], under: "甲")
    staging.discard()
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}
