/// A whole CSV file as it grows, cell by cell, in UTF-8: lists of findings have hundreds of thousands of rows, and no text is made of them.
public struct CSVDocument: Sendable {
  /// The file so far.
  private var memory: [UInt8] = []
  private var isFirst = true

  /// Creates an empty file; `bom` makes Excel read it as UTF-8.
  public init(bom: Bool = true) {
    if bom { [0xEF, 0xBB, 0xBF].withUnsafeBufferPointer { append(bytes: $0) } }
  }

  /// How many bytes the file has so far.
  public var count: Int { memory.count }

  /// Makes room for so many more bytes; what is not written takes no memory.
  public mutating func reserve(_ byteCount: Int) { memory.reserveCapacity(count + byteCount) }

  /// Gives away the file so far, without copying it; what follows is another part of it.
  public mutating func take() -> [UInt8] {
    var bytes: [UInt8] = []
    swap(&bytes, &memory)
    return bytes
  }

  /// Adds a cell, in quotes where RFC 4180 needs them; what spreadsheet programs take for a formula is defused.
  public mutating func append(_ cell: String, defuse: Bool = true) {
    if cell.isEmpty { return beginCell() }
    cell.withBytes { append($0, defuse: defuse) }
  }

  /// Adds a cell of UTF-8 in the same way.
  public mutating func append(_ cell: UnsafeBufferPointer<UInt8>, defuse: Bool = true) {
    let (isFormula, needsQuotes) = (defuse && CSVWriter.isFormula(cell), Self.needsQuotes(UnsafeRawBufferPointer(cell)))
    if !isFormula, !needsQuotes { return append(written: cell) }
    var written: [UInt8] = isFormula ? [UInt8(ascii: "'")] : []
    written.append(contentsOf: cell)
    if needsQuotes { written = Self.quoted(written) }
    written.withUnsafeBufferPointer { append(written: $0) }
  }

  /// Adds a cell with a number from 0 on.
  public mutating func append(_ number: UInt) { String(number).withBytes { append(written: $0) } }

  /// Adds a cell, or several, that were written before and stand as in a file.
  @inline(__always)
  public mutating func append(written cells: UnsafeBufferPointer<UInt8>) {
    beginCell()
    append(bytes: cells)
  }

  /// Adds the cells of a row that was written apart and not ended.
  public mutating func append(cellsOf row: CSVDocument) { row.withBytes { append(written: $0) } }

  /// Calls `body` with the file so far.
  func withBytes<R>(_ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    memory.withUnsafeBufferPointer(body)
  }

  /// Adds a row of at most so many bytes, of which no cell is there yet; nothing where `body` says that it does not count. Returns what it
  /// says.
  public mutating func appendRow(atMost length: Int, _ body: (inout CSVRow) -> Bool) -> Bool {
    let before = count
    extend(atMost: length + CSVRow.margin) { room in
      var row = CSVRow(in: room)
      return body(&row) ? row.finish() : 0
    }
    return count > before
  }

  /// Ends the row; RFC 4180 has CRLF.
  public mutating func endRow(_ lineEnd: String = "\r\n") {
    lineEnd.withBytes { append(bytes: $0) }
    isFirst = true
  }

  @inline(__always)
  private mutating func beginCell() {
    if !isFirst { memory.append(UInt8(ascii: ",")) }
    isFirst = false
  }

  @inline(__always)
  private mutating func append(bytes: UnsafeBufferPointer<UInt8>) {
    extend(atMost: bytes.count) { room in
      room.copyMemory(from: UnsafeRawBufferPointer(bytes))
      return bytes.count
    }
  }

  /// Makes the file longer: `body` writes into room for at most so many bytes, and tells how many there are.
  @inline(__always)
  private mutating func extend(atMost length: Int, _ body: (UnsafeMutableRawBufferPointer) -> Int) {
    memory.append(addingCapacity: length) { room in
      room.withUnsafeMutableBufferPointer { room, count in
        count += body(UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: room[count...])))
      }
    }
  }

  /// Whether a cell holds a comma, a quote or a line end; most do not, so sixteen bytes are looked at together.
  private static func needsQuotes(_ cell: UnsafeRawBufferPointer) -> Bool {
    var i = 0
    while i &+ 16 <= cell.count {
      let group = ByteGroup(cell, at: i)
      let found = group.places(of: UInt8(ascii: ",")) | group.places(of: Byte.quote)
      if found | group.places(of: Byte.lineFeed) | group.places(of: Byte.carriageReturn) != 0 { return true }
      i &+= 16
    }
    while i < cell.count {
      switch cell[i] {
      case UInt8(ascii: ","), Byte.quote, Byte.lineFeed, Byte.carriageReturn: return true
      default: i &+= 1
      }
    }
    return false
  }

  private static func quoted(_ cell: [UInt8]) -> [UInt8] {
    var quoted = [Byte.quote]
    for byte in cell {
      if byte == Byte.quote { quoted.append(byte) }
      quoted.append(byte)
    }
    return quoted + [Byte.quote]
  }
}
