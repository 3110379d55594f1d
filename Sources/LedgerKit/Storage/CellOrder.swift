/// The cells of some columns compared with each other, row by row, 64 rows at a time.
struct CellOrder {
  /// Those in which there is a value.
  private let columns: [ColumnCells]
  /// How many bytes a cell has in each of them; 0 where they differ.
  private let width: UInt8
  private let count: Int

  /// Compares columns of a store in an order.
  init(of columns: [Int], in cells: CellStore) {
    self.columns = columns.filter(cells.hadFilled).map(cells.column)
    let width = self.columns.first?.cells.width ?? 0
    self.width = self.columns.allSatisfy { $0.cells.width == width } ? width : 0
    count = cells.count
  }

  /// Which of the 64 rows from one on have in one of the columns a value below one of a column before it, one bit each.
  func misordered(from first: Int) -> UInt64 {
    precondition(UInt(bitPattern: first) < UInt(bitPattern: count), "a row outside its table")
    if first &+ 64 <= count {
      if width == 2 { return misordered { $0.ofTwo + first } }
      if width == 4 { return misordered { $0.ofFour + first } }
    }
    return (first..<min(first &+ 64, count)).reduce(0) { $0 | (isMisordered($1) ? 1 : 0) &<< UInt64(truncatingIfNeeded: $1 &- first) }
  }

  /// Marks of empty and unusable cells lie below all values: no value is below them.
  private func isMisordered(_ row: Int) -> Bool {
    var highest = CellMark.empty
    return columns.contains { column in
      let cell = column[row]
      defer { highest = max(highest, cell) }
      return cell > CellMark.unusable && cell < highest
    }
  }

  /// The same of 64 rows, column after column, which the compiler does of several rows at once.
  @inline(__always)
  private func misordered<Cell: StoredCell>(_ cells: (CellStore.Cells) -> UnsafeMutablePointer<Cell>) -> UInt64 {
    var marks = InlineArray<64, UInt8>(repeating: 0)
    var highest = InlineArray<64, Cell>(repeating: .min)
    for column in columns {
      let cells = cells(column.cells)
      for row in 0..<64 {
        marks[row] |= cells[row] > .unusable && cells[row] < highest[row] ? 1 : 0
        highest[row] = max(highest[row], cells[row])
      }
    }
    return CellStore.word(of: marks)
  }
}
