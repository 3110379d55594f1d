import Foundation
import TestSupport
import Testing

/// What the fuzzer starts from and what it has found, read in every run of the tests.
@Suite("The fuzzer's inputs keep the sheet's invariants")
struct FuzzCorpusTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fuzzing")

  private static func files(_ name: String) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: folder.appendingPathComponent(name), includingPropertiesForKeys: nil)
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  @Test("As they are", arguments: ["seeds", "regressions"])
  func corpus(name: String) throws {
    let files = try Self.files(name)
    #expect(!files.isEmpty)
    for file in files {
      #expect(SheetInvariants.broken(by: [UInt8](try Data(contentsOf: file))) == nil, "\(file.lastPathComponent)")
    }
  }

  @Test("With a few bytes changed", arguments: 0..<3 as Range<UInt64>)
  func mutated(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for file in try Self.files("seeds") {
      let original = [UInt8](try Data(contentsOf: file))
      for _ in 0..<10 {
        var bytes = original
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
          let place = Int.random(in: 0...bytes.count, using: &generator)
          let byte = Array("\"\",\n\r;\0\u{FF}".utf8).randomElement(using: &generator) ?? 0
          if Bool.random(using: &generator) || place == bytes.count { bytes.insert(byte, at: place) } else { bytes[place] = byte }
        }
        #expect(SheetInvariants.broken(by: bytes) == nil, "\(bytes)")
      }
    }
  }
}
