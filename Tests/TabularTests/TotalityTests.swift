import Tabular
import TestSupport
import Testing

@Suite("Any bytes have a reading")
struct TotalityTests {
  private static let alphabets: [[UInt8]] = [
    Array("\",\n\r".utf8),
    Array("a\"\",\n\r; \t".utf8) + [0xEF, 0xBB, 0xBF],
    Array("ab,\n".utf8) + [0x80, 0x81, 0xA1, 0xD1, 0xA7, 0x30, 0xFE, 0xFF],
    Array(0...255),
  ]

  @Test(arguments: alphabets.indices)
  func randomBytes(alphabet: Int) {
    var generator = SeededGenerator(seed: UInt64(alphabet))
    for _ in 0..<1500 {
      let length = Int.random(in: 0...60, using: &generator)
      let bytes = (0..<length).map { _ in Self.alphabets[alphabet].randomElement(using: &generator) ?? 0 }
      _ = ForeignFormat.detect(bytes)
      guard let text = TextDecoder.decode(bytes) else { continue }
      #expect(Array(String(decoding: text.utf8, as: UTF8.self).utf8) == Array(text.utf8), "\(bytes)")
      for dialect in [nil, Dialect.comma, .tab] { checkCoverage(Sheet(text, dialect: dialect), bytes) }
    }
  }

  /// Records follow one another with nothing but one line end between, and fields lie within their records, in order.
  private func checkCoverage(_ sheet: Sheet, _ bytes: [UInt8]) {
    let utf8 = Array(sheet.text.utf8)
    var end = sheet.recordCount > 0 ? sheet.range(of: 0).lowerBound : utf8.count
    for record in 0..<sheet.recordCount {
      let range = sheet.range(of: record)
      let fields = sheet.fields(of: record)
      let gap = record == 0 ? 0 : range.lowerBound - end
      #expect(record == 0 || isLineEnd(utf8[(range.lowerBound - gap)..<range.lowerBound]), "\(bytes)")
      let borders = [range.lowerBound] + fields.flatMap { [$0.start, $0.end] } + [range.upperBound]
      #expect(borders == borders.sorted() && !fields.isEmpty, "\(bytes)")
      #expect(sheet.cells(of: record).count == fields.count)
      #expect(!fields.contains { !$0.isQuoted && utf8[$0.start..<$0.end].contains { $0 == 10 || $0 == 13 } }, "\(bytes)")
      end = range.upperBound
    }
    #expect(end == utf8.count || isLineEnd(utf8[end...]), "\(bytes)")
    #expect(sheet.anomalies.allSatisfy { 0..<sheet.recordCount ~= $0.record })
    #expect(sheet.anomalies.map(\.record) == sheet.anomalies.map(\.record).sorted())
  }

  private func isLineEnd(_ bytes: ArraySlice<UInt8>) -> Bool {
    [[10], [13], [13, 10]].contains(Array(bytes))
  }

  @Test("Quoting any cells and reading them back gives the cells", arguments: 0..<4 as Range<UInt64>)
  func roundTrip(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let letters = Array("\"\",;\n\r a学\u{FEFF}".unicodeScalars)
    for _ in 0..<300 {
      let rows = (0..<3).map { _ in (0..<3).map { _ in randomText(letters, &generator) } }
      let text = CSVWriter.document(rows.map { ["x"] + $0 }, bom: false, defuse: false)
      let sheet = Sheet(DecodedText(text), dialect: .comma)
      // A blank before a quote makes no difference here: such cells are written in quotes.
      #expect(sheet.rows.map { $0.map { Array($0.utf8) } } == rows.map { (["x"] + $0).map { Array($0.utf8) } })
      #expect(sheet.anomalies.isEmpty)
    }
  }

  private func randomText(_ letters: [Unicode.Scalar], _ generator: inout SeededGenerator) -> String {
    let scalars = (0..<Int.random(in: 0...6, using: &generator)).compactMap { _ in letters.randomElement(using: &generator) }
    return String(String.UnicodeScalarView(scalars))
  }
}
