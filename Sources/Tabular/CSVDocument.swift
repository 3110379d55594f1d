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
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    var cell = cell
    if let first = cell.utf8.first, defuse, CSVWriter.mayBeFormula(first) { cell = CSVWriter.defused(cell) }
    cell.withUTF8 { text in
      guard text.contains(where: Self.needsQuotes) else { return bytes.append(contentsOf: text) }
      bytes.append(UInt8(ascii: "\""))
      for byte in text {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
    }
  }

  /// Adds whole rows written apart.
  public mutating func append(_ rows: CSVDocument) { bytes.append(contentsOf: rows.bytes) }

  /// Ends the row; RFC 4180 has CRLF.
  public mutating func endRow(_ lineEnd: String = "\r\n") {
    bytes.append(contentsOf: lineEnd.utf8)
    isFirst = true
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
    default: false
    }
  }
}
