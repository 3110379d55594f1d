import Foundation
import Synchronization
import Tabular
import Testing

@testable import Houqin

/// What a folder shows: its files, but for those of the program's own that a kill leaves.
func shown(_ folder: URL) throws -> [String] {
  try files(in: folder).filter { !$0.path.hasPrefix(".") }.map { "\($0.path) \(String(decoding: $0.bytes, as: UTF8.self))" }
}

/// The steps of publishing that a run came to.
final class RecordedSteps: Sendable {
  private let all = Mutex<[String]>([])
  var steps: [String] { all.withLock { $0 } }
  func record(_ step: String) { all.withLock { $0.append(step) } }
}

@Suite("Publishing: files written aside")
struct StagedFilesTests {
  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test("Nothing is seen before the end, then everything, and nothing is left aside", arguments: [true, false])
  func publish(exchanges: Bool) throws {
    let folder = try TemporaryFolder(("总结/旧.md", "own"), ("总结/相片/一.txt", "photo"), ("总结/设置.csv", "old"))
    let output = folder.url.appending(path: "总结")
    let staging = try StagedFiles(for: output.path, force: true, exchanges: exchanges)
    try staging.write([("设置.csv", bytes("new"))], under: nil)
    try staging.write([("总结.md", bytes("a"))], under: "甲")
    #expect(try shown(output) == ["旧.md own", "相片/一.txt photo", "设置.csv old"])
    try staging.publish()
    staging.discard()
    #expect(try files(in: folder.url).map(\.path) == ["总结/旧.md", "总结/甲/总结.md", "总结/相片/一.txt", "总结/设置.csv", "设置.csv"])
    #expect(try shown(output) == ["旧.md own", "甲/总结.md a", "相片/一.txt photo", "设置.csv new"])
  }

  @Test("What says the same stays the file it was; where all does, nothing is published", arguments: [true, false], [true, false])
  func unchanged(exchanges: Bool, force: Bool) throws {
    let folder = try TemporaryFolder(("总结/甲/总结.md", "old"), ("总结/甲/指标.csv", "same"))
    let paths = ["总结.md", "指标.csv"].map { folder.path + "/总结/甲/" + $0 }
    let write = { (text: String, steps: RecordedSteps) in
      let staging = try StagedFiles(for: folder.path + "/总结", force: force, exchanges: exchanges, step: steps.record)
      try staging.write([("总结.md", self.bytes(text)), ("指标.csv", self.bytes("same"))], under: "甲")
      try staging.publish()
      staging.discard()
    }
    let before = try paths.map { try #require(SystemCall.entry($0)) }
    let (first, second) = (RecordedSteps(), RecordedSteps())
    try write("new", first)
    let between = try paths.map { try #require(SystemCall.entry($0)) }
    #expect(zip(before, between).map { $0.isSame(as: $1) } == [false, true])
    try write("new", second)
    #expect(try zip(between, paths).map { try $0.isSame(as: #require(SystemCall.entry($1))) } == [true, true])
    #expect(!first.steps.isEmpty && second.steps.isEmpty)
    #expect(try shown(folder.url.appending(path: "总结/甲")) == ["总结.md new"] + (force ? [] : ["总结.md.bak old"]) + ["指标.csv same"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["总结", "设置.csv"])
  }

  @Test("A result that was to stay and is taken away meanwhile is missed, and nothing is changed") func lost() throws {
    let folder = try TemporaryFolder(("总结/a.md", "same"), ("总结/b.md", "old"))
    let staging = try StagedFiles(for: folder.path + "/总结", force: true)
    try staging.write([("a.md", bytes("same")), ("b.md", bytes("new"))], under: nil)
    try FileManager.default.removeItem(atPath: folder.path + "/总结/a.md")
    #expect { try staging.publish() } throws: { "\($0)".contains("“a.md”在运行中被移走了") }
    staging.discard()
    #expect(try shown(folder.url.appending(path: "总结")) == ["b.md old"])
  }

  @Test("A long file goes aside piece by piece; an edited one it replaces is kept, an equal one is not", arguments: [true, false])
  func pieces(exchanges: Bool) throws {
    let folder = try TemporaryFolder(("总结/清单.csv", "edited"), ("总结/指标.csv", "same"), ("设置.csv", ""))
    let output = folder.url.appending(path: "总结")
    let staging = try StagedFiles(for: output.path, exchanges: exchanges)
    let files = [ResultWriter("清单.csv", into: staging), ResultWriter("指标.csv", into: staging), ResultWriter("在内存.csv")]
    for piece in ["sa", "", "me"] { files.forEach { $0.append(bytes(piece)) } }
    let outputs = try files.map { try $0.finish() }
    #expect(outputs.allSatisfy { $0.size == 4 && $0.sha256 == SHA256.hexDigest(bytes("same")) })
    #expect(outputs.map(\.file.bytes) == [nil, nil, bytes("same")])
    #expect(try shown(output) == ["指标.csv same", "清单.csv edited"].sorted())
    try staging.write(outputs.map(\.file), under: nil)
    try staging.publish()
    staging.discard()
    #expect(try shown(output) == ["在内存.csv same", "指标.csv same", "清单.csv same", "清单.csv.bak edited"].sorted())
    #expect(staging.keptFiles == [KeptFile(file: "清单.csv", copy: "清单.csv.bak")])
    #expect(try shown(folder.url).allSatisfy { !$0.contains("houqin") })
  }

  @Test("What goes wrong with a long file is told at its end, and nothing is seen") func failed() throws {
    let folder = try TemporaryFolder()
    let staging = try StagedFiles(for: folder.path + "/总结")
    let first = ResultWriter("清单.csv", into: staging)
    let second = ResultWriter("清单.csv", into: staging)
    second.append(bytes("a"))
    #expect(throws: HouqinError.self) { try second.finish() }
    #expect(throws: Never.self) { try first.finish() }
    staging.discard()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test("The folder stays the folder it was, so that a shell or a window that shows it still does") func identity() throws {
    let folder = try TemporaryFolder(("总结/旧.md", "own"))
    let output = folder.path + "/总结"
    #expect(chmod(output, 0o750) == 0)
    let before = try #require(SystemCall.identity(output))
    let staging = try StagedFiles(for: output)
    try staging.write([("总结.md", bytes("new"))], under: nil)
    try staging.publish()
    staging.discard()
    #expect(try #require(SystemCall.identity(output)) == before)
    #expect(try FileManager.default.attributesOfItem(atPath: output)[.posixPermissions] as? Int == 0o750)
  }

  @Test("What cannot be replaced is named, and nothing is changed", arguments: [true, false], ["z.md/in the way.txt", "甲"])
  func obstacle(exchanges: Bool, inTheWay: String) throws {
    let folder = try TemporaryFolder(("总结/a.md", "old"), ("总结/" + inTheWay, "x"))
    let before = try files(in: folder.url).map { [$0.path: $0.bytes] }
    let staging = try StagedFiles(for: folder.path + "/总结", exchanges: exchanges)
    try staging.write([("a.md", bytes("new")), ("b.md", bytes("new")), ("z.md", bytes("new"))], under: nil)
    try staging.write([("总结.md", bytes("new"))], under: "甲")
    let name = inTheWay.prefix { $0 != "/" }
    #expect { try staging.publish() } throws: { "\($0)".contains("“\(name)”") }
    staging.discard()
    #expect(try files(in: folder.url).map { [$0.path: $0.bytes] } == before)
  }

  @Test("A link to a folder elsewhere is not followed") func link() throws {
    let (folder, elsewhere) = (try TemporaryFolder(("总结/a.md", "old")), try TemporaryFolder())
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/总结/甲", withDestinationPath: elsewhere.path)
    let staging = try StagedFiles(for: folder.path + "/总结")
    try staging.write([("总结.md", bytes("new"))], under: "甲")
    #expect(throws: HouqinError.self) { try staging.publish() }
    staging.discard()
    #expect(try files(in: elsewhere.url).isEmpty)
  }

  @Test("What a killed run left aside is not published") func killed() throws {
    let folder = try TemporaryFolder()
    do {
      let killed = try StagedFiles(for: folder.path)
      try killed.write([("总结.md", bytes("stale"))], under: "旧校")
    }
    let staging = try StagedFiles(for: folder.path)
    try staging.write([("总结.md", bytes("new"))], under: "甲")
    try staging.publish()
    staging.discard()
    #expect(try files(in: folder.url).map(\.path) == ["甲/总结.md"])
  }

  @Test("A run that is given up leaves nothing") func discard() throws {
    let folder = try TemporaryFolder()
    let staging = try StagedFiles(for: folder.path + "/新/结果")
    try staging.write([("a.md", bytes("new"))], under: "甲")
    staging.discard()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }

  @Test("A second run is told that a first one is writing") func locked() throws {
    let folder = try TemporaryFolder(("总结/a.md", "old"))
    let first = try StagedFiles(for: folder.path + "/总结")
    #expect(throws: HouqinError.isBeingWritten(folder.path + "/总结")) { try StagedFiles(for: folder.path + "/总结") }
    first.discard()
    try StagedFiles(for: folder.path + "/总结").discard()
    #expect(try files(in: folder.url).map(\.path) == ["总结/a.md", "设置.csv"])
  }
}
