/// The cells of one column as they lie, for loops that look at nothing else: what is so of the column is asked once. Like a row it must not
/// outlive its table.
struct ColumnCells {
  /// nil until a cell is filled.
  let base: UnsafeRawPointer?
  let isWide: Bool
  /// How many rows there are.
  let count: Int

  /// Where the cells lie, which are of four bytes; nil where none was ever filled.
  var narrow: UnsafeRawPointer? {
    precondition(!isWide, "a column of wide cells")
    return base
  }

  /// The cell of a row, as the store tells it.
  @inline(__always)
  subscript(row: Int) -> Int64 {
    precondition(UInt(bitPattern: row) < UInt(bitPattern: count), "a row outside its table")
    guard let base else { return CellMark.empty }
    if isWide { return base.load(fromByteOffset: row &* 8, as: Int64.self) }
    let narrow = base.load(fromByteOffset: row &* 4, as: Int32.self)
    return narrow <= Int32.min + 1 ? Int64.min &+ Int64(narrow &- Int32.min) : Int64(narrow)
  }

  /// What the cell of a row holds; nil where it is empty or cannot be used.
  @inline(__always)
  func value(of row: Int) -> Int64? {
    let stored = self[row]
    return stored <= CellMark.unusable ? nil : stored
  }
}

extension CellStore {
  /// One column; rows that are appended later are not in it.
  @inline(__always)
  func column(_ column: Int) -> ColumnCells {
    precondition(UInt(bitPattern: column) < UInt(bitPattern: head.pointee.columnCount), "a column of another ledger")
    let cells = head.pointee.columns[column]
    return ColumnCells(base: UnsafeRawPointer(cells.base), isWide: cells.isWide, count: head.pointee.count)
  }
}
