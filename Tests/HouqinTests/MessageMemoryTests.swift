import Tabular
import Testing

@testable import Houqin

@Suite("Messages are known by where they lie in memory") struct MessageMemoryTests {
  private static let long = "完成日期晚于期限（2023-04-30）"

  /// What is known of a message and its kin when others were kept, each with its place as row.
  private static func row(_ message: String, _ kin: Int, after kept: [(String, Int)]) -> Int? {
    var memory = MessageMemory()
    for (row, (message, kin)) in kept.enumerated() { message.withBytes { memory.keep($0, kin: kin, row: row) } }
    return message.withBytes { memory.row(of: $0, kin: kin) }
  }

  @Test("One that was met, of its kin") func met() {
    #expect(Self.row(Self.long, 3, after: []) == nil)
    #expect(Self.row(Self.long, 3, after: [(Self.long, 3)]) == 0)
    #expect(Self.row(Self.long, 4, after: [(Self.long, 3)]) == nil)
    #expect(Self.row(Self.long, 4, after: [(Self.long, 3), (Self.long, 4)]) == 1)
  }

  @Test("Not one that lies elsewhere, nor one that is too short to lie in memory of its own") func others() {
    let other = String(decoding: Array(Self.long.utf8), as: UTF8.self)
    #expect(Self.row(other, 3, after: [(Self.long, 3)]) == nil)
    #expect(Self.row("五个汉字。", 3, after: [("五个汉字。", 3)]) == nil)
    #expect(Self.row("", 3, after: [("", 3)]) == nil)
  }
}
