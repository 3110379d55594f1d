/// Cells of a column looked at 64 at a time: one column's cells lie beside each other, and of each a bit is told.
extension CellStore {
  /// Whether a cell of a column lies within bounds.
  func contains(_ column: Int, in bounds: ClosedRange<Int64>) -> Bool {
    stride(from: 0, to: head.pointee.count, by: 64).contains { word(column, from: $0, in: bounds) != 0 }
  }

  /// Whether every cell of a column holds more than the one above it, as running numbers do: no two are equal then, which most columns
  /// contradict in their first rows.
  func rises(_ column: Int) -> Bool {
    let (cells, count) = (self.column(column).cells, head.pointee.count)
    return switch cells.width {
    case 2: Self.rise(cells.ofTwo, count)
    case 4: Self.rise(cells.ofFour, count)
    case 8: Self.rise(cells.ofEight, count)
    default: count == 0 || (count == 1 && cells.one > CellMark.unusable)
    }
  }

  private static func rise<Cell: StoredCell>(_ cells: UnsafeMutablePointer<Cell>, _ count: Int) -> Bool {
    var last = Cell.unusable
    for row in 0..<count {
      if cells[row] <= last { return false }
      last = cells[row]
    }
    return true
  }

  /// Where the rows end, from one on, that follow each other on the sheet of one source.
  func endOfRun(from first: Int) -> Int {
    precondition(UInt(bitPattern: first) < UInt(bitPattern: count), "a row outside its table")
    let (sources, records) = (column(sourceSlot), column(recordSlot))
    if sources.cells.width == 0, records.cells.width == 0 { return count }
    return (first..<count).first { sources[$0] != sources[first] || records[$0] != records[first] } ?? count
  }

  /// Whether every cell of a column lies within bounds, or none does, where that is known of the column: most have no empty cell. nil where
  /// it is not.
  func isEvery(_ column: Int, in bounds: ClosedRange<Int64>) -> Bool? {
    precondition(UInt(bitPattern: column) < UInt(bitPattern: head.pointee.columnCount), "a column of another ledger")
    let cells = head.pointee.columns[column]
    if cells.width == 0 { return bounds.contains(cells.one) }
    if bounds.lowerBound == CellMark.unusable, bounds.upperBound == CellMark.unusable, !cells.hadUnusable { return false }
    if cells.hadEmpty { return nil }
    if bounds.upperBound == CellMark.empty { return false }
    return bounds == CellMark.values && !cells.hadUnusable ? true : nil
  }

  /// Which of the 64 rows from one on are in some periods and neither left out nor merged, one bit each. Nearly all rows are in the term and
  /// in use, which is 0: eight at a time.
  func word(ofRowsFrom first: Int, in periods: UInt8) -> UInt64 {
    precondition(UInt(bitPattern: first) < UInt(bitPattern: head.pointee.count), "a row outside its table")
    let (states, end) = (head.pointee.states, min(first &+ 64, head.pointee.count))
    if end == first &+ 64 {
      var marks: UInt64 = 0
      for eight in 0..<8 { marks |= UnsafeRawPointer(states + first).loadUnaligned(fromByteOffset: eight &* 8, as: UInt64.self) }
      if marks == 0 { return periods & 1 == 0 ? 0 : .max }
    }
    return Self.word(first..<end) { states[$0] < RowState.leftOut ? UInt64(periods &>> states[$0] & 1) : 0 }
  }

  /// Which of the 64 rows from one on have a cell of a column whose lowest six bits are the number of a bit that is set, one bit each;
  /// those without a value have none.
  func word(_ column: Int, from first: Int, lowBits: UInt64) -> UInt64 {
    let (cells, rows) = (self.column(column).cells, rows(from: first))
    return switch cells.width {
    case 2: Self.word(of: cells.ofTwo, rows, lowBits: lowBits)
    case 4: Self.word(of: cells.ofFour, rows, lowBits: lowBits)
    case 8: Self.word(of: cells.ofEight, rows, lowBits: lowBits)
    default: cells.one > CellMark.unusable && lowBits &>> UInt64(bitPattern: cells.one) & 1 == 1 ? Self.every(rows) : 0
    }
  }

  private static func word<Cell: StoredCell>(of cells: UnsafeMutablePointer<Cell>, _ rows: Range<Int>, lowBits: UInt64) -> UInt64 {
    word(rows) { row in (cells[row] > .unusable ? 1 : 0) & (lowBits &>> UInt64(truncatingIfNeeded: cells[row])) }
  }

  /// Which of the 64 rows from one on have a cell of a column within bounds, one bit each.
  ///
  /// One column's cells lie beside each other: two or four instructions look at one, where a rule that asks row by row takes thirty.
  func word(_ column: Int, from first: Int, in bounds: ClosedRange<Int64>) -> UInt64 {
    let (cells, rows) = (self.column(column).cells, rows(from: first))
    return switch cells.width {
    case 2: Self.word(of: cells.ofTwo, rows, in: bounds)
    case 4: Self.word(of: cells.ofFour, rows, in: bounds)
    case 8: Self.word(of: cells.ofEight, rows, in: bounds)
    default: bounds.contains(cells.one) ? Self.every(rows) : 0
    }
  }

  private static func word<Cell: StoredCell>(
    of cells: UnsafeMutablePointer<Cell>, _ rows: Range<Int>, in bounds: ClosedRange<Int64>
  ) -> UInt64 {
    guard let bounds = Cell.cells(in: bounds) else { return 0 }
    if rows.count < 64 { return word(rows) { bounds.contains(cells[$0]) ? 1 : 0 } }
    let (cells, low, high) = (cells + rows.lowerBound, bounds.lowerBound, bounds.upperBound)
    var marks = InlineArray<64, UInt8>(repeating: 0)
    for place in 0..<64 { marks[place] = cells[place] >= low && cells[place] <= high ? 1 : 0 }
    return word(of: marks)
  }

  /// The 64 rows from one on, as far as there are so many.
  private func rows(from first: Int) -> Range<Int> {
    precondition(UInt(bitPattern: first) < UInt(bitPattern: head.pointee.count), "a row outside its table")
    return first..<min(first &+ 64, head.pointee.count)
  }

  /// A bit for each of up to 64 rows.
  private static func every(_ rows: Range<Int>) -> UInt64 { .max &>> UInt64(truncatingIfNeeded: 64 &- rows.count) }

  /// One bit for each of at most 64 rows, by the lowest bit that is told of it. From the first row on: wide cells read the other way, 64 by
  /// 64, are not fetched ahead, and a cell took ten times as long.
  @inline(__always)
  private static func word(_ rows: Range<Int>, _ bit: (Int) -> UInt64) -> UInt64 {
    var bits: UInt64 = 0
    for row in rows { bits = bits &>> 1 | bit(row) &<< 63 }
    return bits &>> UInt64(truncatingIfNeeded: 64 &- rows.count)
  }

  /// One bit for each of 64 bytes, which are 0 or 1. A loop over cells that tells of each in a byte is done for eight or sixteen at once by the
  /// compiler; a multiplication then moves the lowest bits of eight bytes side by side.
  @inline(__always)
  static func word(of marks: InlineArray<64, UInt8>) -> UInt64 {
    marks.span.bytes.withUnsafeBytes { marks in
      var bits: UInt64 = 0
      for eight in 0..<8 {
        let ones = UInt64(littleEndian: marks.loadUnaligned(fromByteOffset: eight &* 8, as: UInt64.self))
        bits |= ((ones &* 0x0102_0408_1020_4080) &>> 56) &<< UInt64(truncatingIfNeeded: eight &* 8)
      }
      return bits
    }
  }

  /// Which of the 64 rows from one on have a value in a column, one bit each.
  func word(_ column: Int, filledFrom first: Int) -> UInt64 {
    let cells = self.column(column).cells
    if cells.width > 0, !cells.hadEmpty, !cells.hadUnusable { return Self.every(rows(from: first)) }
    return word(column, from: first, in: CellMark.values)
  }
}
