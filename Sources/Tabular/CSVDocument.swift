/// A whole CSV file as it grows, cell by cell, in UTF-8: lists of findings have hundreds of thousands of rows, and no text is made of them.
public struct CSVDocument: Sendable {
  /// The file so far.
  public private(set) var bytes: [UInt8]
  private var isFirst = true

  /// Creates an empty file; `bom` makes Excel read it as UTF-8.
  public init(bom: Bool = true) { bytes = bom ? [0xEF, 0xBB, 0xBF] : [] }

  /// Makes room for so many bytes.
  public mutating func reserve(_ byteCount: Int) { bytes.reserveCapacity(byteCount) }

  /// Adds a cell, in quotes where RFC 4180 needs them; what spreadsheet programs take for a formula is defused.
  public mutating func append(_ cell: String, defuse: Bool = true) {
    if cell.isEmpty { return beginCell() }
    cell.withBytes { append($0, defuse: defuse) }
  }

  /// Adds a cell of UTF-8 in the same way.
  public mutating func append(_ cell: UnsafeBufferPointer<UInt8>, defuse: Bool = true) {
    beginCell()
    let needsQuotes = Self.needsQuotes(cell)
    if needsQuotes { bytes.append(Byte.quote) }
    if defuse, CSVWriter.isFormula(cell) { bytes.append(UInt8(ascii: "'")) }
    guard needsQuotes else { return bytes.append(contentsOf: cell) }
    for byte in cell {
      if byte == Byte.quote { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(Byte.quote)
  }

  /// Adds a cell with a number from 0 on.
  public mutating func append(_ number: UInt) {
    beginCell()
    appendDigits(number)
  }

  private mutating func appendDigits(_ number: UInt) {
    if number >= 10 { appendDigits(number / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  /// Adds the cells of a row that was written apart and not ended.
  public mutating func append(cellsOf row: CSVDocument) {
    beginCell()
    bytes.append(contentsOf: row.bytes)
  }

  private mutating func beginCell() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
  }

  /// Adds whole rows written apart.
  public mutating func append(_ rows: CSVDocument) { bytes.append(contentsOf: rows.bytes) }

  /// Ends the row; RFC 4180 has CRLF.
  public mutating func endRow(_ lineEnd: String = "\r\n") {
    lineEnd.withBytes { bytes.append(contentsOf: $0) }
    isFirst = true
  }

  /// Goes from character to character where they take three bytes, as most do.
  private static func needsQuotes(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var i = 0
    while i < text.count {
      switch text[i] {
      case UInt8(ascii: ","), Byte.quote, Byte.lineFeed, Byte.carriageReturn: return true
      case 0xE0...: i &+= 3
      default: i &+= 1
      }
    }
    return false
  }
}
