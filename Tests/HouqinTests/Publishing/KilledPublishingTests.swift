import Foundation
import Testing

@testable import Houqin

/// A run that stops at each step of publishing in turn, as if it were killed there: nothing of it is tidied up.
@Suite("A run killed while it publishes") struct KilledPublishingTests {
  private static let old = ["总结.md": "old", "指标.csv": "old", "甲/总结.md": "old", "甲/指标.csv": "same"]
  private static let new = ["总结.md": "new", "指标.csv": "new", "甲/总结.md": "new", "甲/指标.csv": "same", "问题清单.csv": "new"]
  private static let own = ["我的.txt": "own", "相片/一.txt": "photo"]

  /// The folder that holds the results, with files of the user's among them.
  private func fixture(_ files: [String: String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(files.merging(Self.own) { a, _ in a }.map { (path: "结果/" + $0.key, bytes: Data($0.value.utf8)) })
    return folder
  }

  private func write(_ files: [String: String], to path: String, exchanges: Bool, step: @escaping @Sendable (String) throws -> Void) throws
  {
    let staging = try StagedFiles(for: path, force: true, exchanges: exchanges, step: step)
    for (name, text) in files {
      let parts = name.split(separator: "/").map(String.init)
      try staging.write([(parts.last ?? "", Array(text.utf8))], under: parts.count > 1 ? parts[0] : nil)
    }
    try staging.publish()
    staging.discard()
  }

  private func content(_ folder: TemporaryFolder) throws -> [String: String] {
    let all = try files(in: folder.url.appending(path: "结果")).filter { !$0.path.contains(".houqin") }
    return Dictionary(uniqueKeysWithValues: all.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  private static let steps = ["flushed", "completed", "exchanged", "given", "put back"]

  @Test("Exchanged: either set whole at every step, the user's files in both, and no litter after the next run", arguments: steps)
  func exchanged(step: String) throws {
    let folder = try fixture(Self.old)
    let path = folder.path + "/结果"
    let before = try #require(SystemCall.identity(path))
    #expect(throws: (any Error).self) {
      try write(Self.new, to: path, exchanges: true) { if $0 == step { throw StagedFiles.Stopped() } }
    }
    let left = try content(folder)
    let isNew = ["exchanged", "given", "put back"].contains(step)
    #expect(left == (isNew ? Self.new : Self.old).merging(Self.own) { a, _ in a })
    try StagedFiles(for: path).discard()
    #expect(try content(folder) == left)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["结果"])
    #expect(try files(in: folder.url).allSatisfy { !$0.path.contains(".houqin") })
    #expect(try #require(SystemCall.identity(path)) == before)
  }

  @Test("What the user does after the kill is kept") func editedAfterwards() throws {
    let folder = try fixture(Self.old)
    let path = folder.path + "/结果"
    #expect(throws: (any Error).self) {
      try write(Self.new, to: path, exchanges: true) { if $0 == "exchanged" { throw StagedFiles.Stopped() } }
    }
    try folder.write([(path: "结果/我的.txt", bytes: Data("edited".utf8)), (path: "结果/又一个.txt", bytes: Data("more".utf8))])
    try StagedFiles(for: path).discard()
    let expected = Self.new.merging(["我的.txt": "edited", "又一个.txt": "more", "相片/一.txt": "photo"]) { a, _ in a }
    #expect(try content(folder) == expected)
  }

  @Test("Where folders cannot be exchanged, the next run completes what was whole") func journal() throws {
    let steps = ["flushed", "written", "moving"] + Self.new.keys.filter { Self.new[$0] != Self.old[$0] }.sorted().map { "moved " + $0 }
    for step in steps {
      let folder = try fixture(Self.old)
      #expect(throws: (any Error).self, "\(step)") {
        try write(Self.new, to: folder.path + "/结果", exchanges: false) { if $0 == step { throw StagedFiles.Stopped() } }
      }
      try StagedFiles(for: folder.path + "/结果").discard()
      let isWhole = step == "moving" || step.hasPrefix("moved")
      #expect(try content(folder) == (isWhole ? Self.new : Self.old).merging(Self.own) { a, _ in a }, "\(step)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["结果"], "\(step)")
      #expect(try files(in: folder.url).allSatisfy { !$0.path.contains(".houqin") }, "\(step)")
    }
  }

  @Test("The first results appear as a whole", arguments: ["flushed", "unmarked"]) func first(step: String) throws {
    let folder = try TemporaryFolder()
    #expect(throws: (any Error).self) {
      try write(Self.new, to: folder.path + "/结果", exchanges: true) { if $0 == step { throw StagedFiles.Stopped() } }
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/结果"))
    try write(Self.new, to: folder.path + "/结果", exchanges: true) { _ in }
    #expect(try content(folder) == Self.new)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["结果"])
  }
}
