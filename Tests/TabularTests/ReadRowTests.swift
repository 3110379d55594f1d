import Testing

@testable import Tabular

@Suite("Cells of a row without quotes, by their bounds") struct ReadRowTests {
  private static let text = "头,尾\n日期,,品名 甲,12"
  private static let start = 8

  private static func read<R>(_ bounds: [(UInt32, UInt32)], _ body: (ReadRow) -> R) -> R {
    Array(text.utf8).withUnsafeBytes { bytes in
      bounds.map { CellBounds(start: $0.0, end: $0.1) }.withUnsafeBufferPointer { body(ReadRow(in: bytes, from: start, $0)) }
    }
  }

  @Test(
    "All cells, those up to one, and none",
    arguments: [
      ([(0, 6), (7, 7), (8, 18), (19, 21)], ["日期", "", "品名 甲", "12"], "日期,,品名 甲,12", [6, 7, 18]),
      ([(0, 6), (7, 7), (8, 18)], ["日期", "", "品名 甲"], "日期,,品名 甲", [6, 7]), ([(0, 6)], ["日期"], "日期", []), ([], [], "", []),
      // Behind a byte order mark.
      ([(3, 6), (7, 7)], ["期", ""], "期,", [3]),
    ] as [([(UInt32, UInt32)], [String], String, [Int])])
  func cells(bounds: [(UInt32, UInt32)], cells: [String], content: String, borders: [Int]) {
    Self.read(bounds) { row in
      #expect((0..<row.count).map { String(decoding: row[$0], as: UTF8.self) } == cells)
      #expect(String(decoding: row.content, as: UTF8.self) == content)
      var found: [Int] = []
      row.forEachBorder { found.append($0) }
      #expect(found == borders)
      var text = Array("前".utf8)
      for cell in 0...cells.count { row.append(cell, to: &text) }
      #expect(String(decoding: text, as: UTF8.self) == "前" + cells.joined())
    }
  }
}
