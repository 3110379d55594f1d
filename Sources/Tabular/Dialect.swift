/// How a file separates its cells.
public struct Dialect: Sendable, Equatable {
  /// The byte between two cells: a comma, a tab, a semicolon, a bar, or whatever a `sep=` line names.
  public var delimiter: UInt8

  /// A dialect with the given byte between cells.
  public init(delimiter: UInt8) { self.delimiter = delimiter }

  /// `,`: what Excel and WPS write in China.
  public static let comma = Dialect(delimiter: UInt8(ascii: ","))
  /// Tab: Excel's “Unicode text”.
  public static let tab = Dialect(delimiter: Byte.tab)
  /// `;`: what Excel writes where the comma is the decimal sign.
  public static let semicolon = Dialect(delimiter: UInt8(ascii: ";"))
  /// `|`: what some school systems write.
  public static let bar = Dialect(delimiter: UInt8(ascii: "|"))
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
