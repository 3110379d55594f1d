/// A row of a CSV file that is written where there is room for all of it, each cell with the comma behind it.
///
/// Of 133,000 findings, to ask for room cell by cell and to look at short cells byte by byte took twice as long.
public struct CSVRow {
  /// What there is room for behind the row, in bytes.
  public static let margin = 64

  private let memory: UnsafeMutableRawBufferPointer
  private var count = 0

  /// A row at the beginning of some memory.
  init(in memory: UnsafeMutableRawBufferPointer) { self.memory = memory }

  /// Adds cells that were written before and stand as in a file.
  public mutating func append(written cells: UnsafeBufferPointer<UInt8>) {
    copy(cells, of: cells.count)
    end(cells.count)
  }

  /// Adds the cells of a row that was written apart and not ended.
  public mutating func append(cellsOf row: CSVDocument) { row.withBytes { append(written: $0) } }

  /// Adds a cell that stands in a file as it is and shows all it holds; false where it is no such, and then the row does not count.
  public mutating func append(plain cell: UnsafeBufferPointer<UInt8>) -> Bool {
    copy(cell, of: cell.count)
    return endPlain(cell.count)
  }

  /// The same of the first bytes of some memory, no more than ``margin``, which can be read there.
  public mutating func append(plainIn memory: UnsafeBufferPointer<UInt8>, count: Int) -> Bool {
    copy(UnsafeBufferPointer(rebasing: memory[..<Self.margin]), of: count)
    return endPlain(count)
  }

  /// Adds an empty cell.
  public mutating func appendNothing() { end(0) }

  /// Adds a cell with a number from 0 on.
  public mutating func append(_ number: UInt) {
    var (rest, digits, length) = (number, UInt64(0), 0)
    guard number < 100_000_000 else { return String(number).withBytes { append(written: $0) } }
    repeat {
      digits = digits &<< 8 | UInt64(UInt8(ascii: "0")) | UInt64(rest % 10)
      (rest, length) = (rest / 10, length &+ 1)
    } while rest > 0
    withUnsafeBytes(of: digits.littleEndian) { digits in digits.withMemoryRebound(to: UInt8.self) { copy($0, of: length) } }
    end(length)
  }

  /// Ends the row; RFC 4180 has CRLF, which stands instead of the last comma. Returns how many bytes the row has.
  mutating func finish() -> Int {
    memory[count &- 1] = Byte.carriageReturn
    memory[count] = Byte.lineFeed
    return count &+ 1
  }

  /// Copies a cell of so many bytes, perhaps with others behind it, which are no more than the margin together.
  @inline(__always)
  private func copy(_ bytes: UnsafeBufferPointer<UInt8>, of length: Int) {
    precondition(count &+ length &+ Self.margin <= memory.count, "a row longer than its room")
    UnsafeMutableRawBufferPointer(rebasing: memory[count...]).copyMemory(from: UnsafeRawBufferPointer(bytes))
  }

  /// Ends a cell of so many bytes, which are there.
  @inline(__always)
  private mutating func end(_ length: Int) {
    count &+= length
    memory[count] = UInt8(ascii: ",")
    count &+= 1
  }

  @inline(__always)
  private mutating func endPlain(_ length: Int) -> Bool {
    guard PlainCell.isPlain(UnsafeRawBufferPointer(memory), count..<count &+ length) else { return false }
    end(length)
    return true
  }
}
