@testable import Tabular

/// What holds for every sheet whatever its bytes; the fuzzer and a test share it.
enum SheetInvariants {
  /// The first invariant that the bytes break, or `nil`. The bytes also choose where the text is cut into parts.
  static func broken(by bytes: [UInt8]) -> String? {
    _ = ForeignFormat.detect(bytes)
    guard let text = TextDecoder.decode(bytes) else { return nil }
    if Array(String(decoding: text.utf8, as: UTF8.self).utf8) != Array(text.utf8) { return "the text is not UTF-8" }
    let (marked, apart) = (TextDecoder.decode(TextDecoder.byteOrderMark + bytes), TextDecoder.decode(afterMark: TextBytes(bytes)))
    if marked?.utf8 != apart?.utf8 || marked?.encoding != apart?.encoding || marked?.damage != apart?.damage {
      return "apart from its byte order mark the text is another"
    }
    for dialect in [nil, Dialect.comma] {
      if let broken = broken(by: Sheet(text, dialect: dialect), cutBy: bytes) { return broken }
    }
    return nil
  }

  private static func broken(by sheet: Sheet, cutBy bytes: [UInt8]) -> String? {
    if !coversText(sheet) { return "a byte belongs to no record or to two" }
    if !fieldsLieInOrder(sheet) { return "fields are out of order or out of their record" }
    if !areSameAsARow(sheet) { return "a row's values are others than its fields'" }
    if !isSameInParts(sheet, bytes) { return "scanned in parts the records are others" }
    return isReadBack(sheet) ? nil : "the cells written and read again are others"
  }

  /// Nothing lies between records but one line end each, and nothing before them but a `sep=` line.
  private static func coversText(_ sheet: Sheet) -> Bool {
    let utf8 = sheet.text.utf8
    var end = utf8.withUnsafeBytes { SeparatorLine($0)?.end } ?? 0
    for record in 0..<sheet.recordCount {
      let range = sheet.range(of: record)
      guard range.lowerBound == end, end < utf8.count else { return false }
      end = utf8.withUnsafeBytes { range.upperBound < $0.count ? $0.endOfLineEnd(at: range.upperBound) : range.upperBound }
      let isEnded = range.upperBound == utf8.count || [10, 13].contains(utf8[range.upperBound])
      guard isEnded, end <= utf8.count else { return false }
    }
    return end == utf8.count && sheet.anomalies.allSatisfy { 0..<sheet.recordCount ~= $0.record }
  }

  private static func fieldsLieInOrder(_ sheet: Sheet) -> Bool {
    var fields: [Field] = []
    return (0..<sheet.recordCount).allSatisfy { record in
      sheet.readFields(of: record, into: &fields)
      let range = sheet.range(of: record)
      let borders = [range.lowerBound] + fields.flatMap { [$0.start, $0.end] } + [range.upperBound]
      let oneByOne = (0...fields.count).map { sheet.field($0, of: record) }
      return !fields.isEmpty && zip(borders, borders.dropFirst()).allSatisfy { $0 <= $1 } && oneByOne == fields + [nil]
    }
  }

  private static func areSameAsARow(_ sheet: Sheet) -> Bool {
    (0..<sheet.recordCount).allSatisfy { record in
      let fields = sheet.fields(of: record)
      var values: [[UInt8]] = []
      sheet.forEach(of: fields) { place, value in if place == values.count { values.append(Array(value)) } }
      return values == fields.map(sheet.bytes)
    }
  }

  private static func isSameInParts(_ sheet: Sheet, _ bytes: [UInt8]) -> Bool {
    let count = sheet.text.utf8.count
    let cuts = bytes.prefix(4).map { Int($0) * count / 256 }.sorted()
    return [cuts, [count / 2], Array(stride(from: 1, to: min(count, 64), by: 1))].allSatisfy { starts in
      let joined = Sheet(sheet.text, dialect: sheet.dialect, partStarts: starts)
      return joined.recordCount == sheet.recordCount && joined.anomalies == sheet.anomalies
        && (0..<sheet.recordCount).allSatisfy { joined.range(of: $0) == sheet.range(of: $0) }
    }
  }

  private static func isReadBack(_ sheet: Sheet) -> Bool {
    let rows = (0..<sheet.recordCount).map(sheet.cells)
    let written = rows.enumerated().map { CSVWriter.plainRecord($1, isFirst: $0 == 0) }.joined()
    let reread = Sheet(DecodedText(written), dialect: .comma, partStarts: [], recoversRows: false)
    return reread.anomalies.isEmpty && reread.recordCount == rows.count
      && rows.indices.allSatisfy { reread.cells(of: $0).map { Array($0.utf8) } == rows[$0].map { Array($0.utf8) } }
  }
}
