/// How a file separates its cells.
public struct Dialect: Sendable, Equatable {
  /// The byte between two cells: a comma, a tab, a semicolon, or whatever a `sep=` line names.
  public var delimiter: UInt8

  /// A dialect with the given byte between cells.
  public init(delimiter: UInt8) { self.delimiter = delimiter }

  /// `,`: what Excel and WPS write in China.
  public static let comma = Dialect(delimiter: UInt8(ascii: ","))
  /// Tab: Excel's “Unicode text”.
  public static let tab = Dialect(delimiter: Byte.tab)
  /// `;`: what Excel writes where the comma is the decimal sign.
  public static let semicolon = Dialect(delimiter: UInt8(ascii: ";"))
}

extension Dialect {
  /// The dialect whose delimiter divides the first records most consistently.
  ///
  /// Among the first 20 records that are not blank, the delimiter wins that gives the largest share the same number
  /// of cells above one; then the one that gives more cells; then the comma. Records whose quotes are odd count half,
  /// for a wrong delimiter leaves text after closing quotes.
  static func sniff(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Dialect {
    var best = (dialect: comma, fit: fit(of: comma, bytes, from: start))
    for candidate in [tab, semicolon] {
      let fit = fit(of: candidate, bytes, from: start)
      if fit > best.fit { best = (candidate, fit) }
    }
    return best.dialect
  }

  /// How consistently a dialect divides the first records: the share of the commonest number of cells, and that number.
  private typealias Fit = (percent: Int, cells: Int)

  private static func fit(of dialect: Dialect, _ bytes: UnsafeRawBufferPointer, from start: Int) -> Fit {
    var scanner = RecordScanner(bytes, delimiter: dialect.delimiter, from: start)
    var halfRecords: [Int: Int] = [:]
    var fields: [Field] = []
    var judged = 0
    while judged < 20, let record = scanner.next() {
      FieldScanner.scan(bytes, record.range(in: bytes), delimiter: dialect.delimiter, into: &fields)
      guard !isBlank(fields, bytes) else { continue }
      judged += 1
      if fields.count > 1 { halfRecords[fields.count, default: 0] += record.hasOddQuotes ? 1 : 2 }
    }
    return halfRecords.map { (percent: $0.value * 50 / judged, cells: $0.key) }.max { $0 < $1 } ?? (0, 0)
  }

  private static func isBlank(_ fields: [Field], _ bytes: UnsafeRawBufferPointer) -> Bool {
    fields.allSatisfy { field in bytes[field.start..<field.end].allSatisfy { $0 == Byte.space } }
  }
}

/// A first line like `sep=;`, by which Excel is told the delimiter. It is no record and has no row number.
struct SeparatorLine {
  let dialect: Dialect
  /// The offset after its line end.
  let end: Int

  /// Reads the line if `bytes` begin with one; case, quotes and a byte order mark do not matter.
  init?(_ bytes: UnsafeRawBufferPointer) {
    let start = bytes.skippingByteOrderMark(at: 0, to: bytes.count)
    let lineEnd = bytes.firstLineEnd(from: start, to: min(bytes.count, start + 10))
    var line = bytes[start..<lineEnd]
    if line.count == 7, line.first == Byte.quote, line.last == Byte.quote { line = line.dropFirst().dropLast() }
    guard line.count == 5, line.dropLast().elementsEqual("sep=".utf8, by: { $0 | 0x20 == $1 }) else { return nil }
    guard let delimiter = line.last, Self.canDelimit(delimiter) else { return nil }
    dialect = Dialect(delimiter: delimiter)
    end = lineEnd < bytes.count ? bytes.endOfLineEnd(at: lineEnd) : lineEnd
  }

  private static func canDelimit(_ byte: UInt8) -> Bool {
    let character = Character(Unicode.Scalar(byte))
    return byte == Byte.tab || 0x20...0x7E ~= byte && byte != Byte.quote && !character.isLetter && !character.isNumber
  }
}
