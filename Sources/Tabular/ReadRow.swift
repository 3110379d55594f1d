/// The cells of one row without quotes, for who has the bytes of its text at hand: a text that many rows are read of on several cores is else
/// taken hold of and let go for every cell. It holds nothing by itself.
public struct ReadRow {
  private let bytes: UnsafeRawBufferPointer
  private let start: Int
  @usableFromInline let cells: UnsafeBufferPointer<CellBounds>

  /// The row that starts at a place of the text's bytes. All that is given must be valid as long as cells are asked for.
  public init(in bytes: UnsafeRawBufferPointer, from start: Int, _ cells: UnsafeBufferPointer<CellBounds>) {
    (self.bytes, self.start, self.cells) = (bytes, start, cells)
  }

  /// How many cells there are.
  public var count: Int { cells.count }

  /// The bytes of a cell there is.
  public subscript(cell: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: bytes[start + Int(cells[cell].start)..<start + Int(cells[cell].end)])
  }

  /// The bytes from the first cell to the last, with what parts them.
  public var content: UnsafeRawBufferPointer {
    guard let first = cells.first, let last = cells.last else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return UnsafeRawBufferPointer(rebasing: bytes[start + Int(first.start)..<start + Int(last.end)])
  }

  /// Calls `body` with the places of ``content`` at which cells are parted.
  @inlinable
  public func forEachBorder(_ body: (Int) -> Void) {
    guard let first = cells.first else { return }
    for cell in cells.dropLast() { body(Int(cell.end &- first.start)) }
  }

  /// Appends the value of a cell; nothing where there are not so many.
  public func append(_ cell: Int, to text: inout [UInt8]) {
    if cell < count { text.append(contentsOf: self[cell]) }
  }
}
