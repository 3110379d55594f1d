/// Cells of a column looked at 64 at a time: one column's cells lie beside each other, and of each a bit is told.
extension CellStore {
  /// Whether a cell of a column lies within bounds. Nobody asks which: of wide cells a thousand are looked at without a branch between them.
  func contains(_ column: Int, in bounds: ClosedRange<Int64>) -> Bool {
    precondition(UInt(bitPattern: column) < UInt(bitPattern: head.pointee.columnCount), "a column of another ledger")
    let (cells, count) = (head.pointee.columns[column], head.pointee.count)
    guard let base = cells.base else { return count > 0 && bounds.contains(CellMark.empty) }
    if !cells.isWide { return stride(from: 0, to: count, by: 64).contains { word(column, from: $0, in: bounds) != 0 } }
    return stride(from: 0, to: count, by: 1024).contains { start in
      var isAny = false
      for row in start..<min(start &+ 1024, count) {
        isAny = bounds.contains(base.load(fromByteOffset: row &* 8, as: Int64.self)) || isAny
      }
      return isAny
    }
  }

  /// Whether every cell of a column holds more than the one above it, as running numbers do: no two are equal then, which most columns
  /// contradict in their first rows.
  func rises(_ column: Int) -> Bool {
    precondition(UInt(bitPattern: column) < UInt(bitPattern: head.pointee.columnCount), "a column of another ledger")
    let (cells, count) = (head.pointee.columns[column], head.pointee.count)
    guard let base = cells.base else { return count == 0 }
    if cells.isWide { return Self.rise(count, above: CellMark.unusable) { base.load(fromByteOffset: $0 &* 8, as: Int64.self) } }
    return Self.rise(count, above: Int32.min + 1) { base.load(fromByteOffset: $0 &* 4, as: Int32.self) }
  }

  @inline(__always)
  private static func rise<Cell: Comparable>(_ count: Int, above least: Cell, _ cell: (Int) -> Cell) -> Bool {
    var last = least
    for row in 0..<count {
      let next = cell(row)
      if next <= last { return false }
      last = next
    }
    return true
  }

  /// Where the rows end, from one on, that follow each other on the sheet of one source.
  func endOfRun(from first: Int) -> Int {
    precondition(UInt(bitPattern: first) < UInt(bitPattern: head.pointee.count), "a row outside its table")
    let (sources, records) = (head.pointee.columns[sourceSlot].base, head.pointee.columns[recordSlot].base)
    guard let sources, let records else { return first + 1 }
    let source = sources.load(fromByteOffset: first &* 4, as: Int32.self)
    let start = records.load(fromByteOffset: first &* 4, as: Int32.self)
    var row = first &+ 1
    while row < head.pointee.count, sources.load(fromByteOffset: row &* 4, as: Int32.self) == source,
      records.load(fromByteOffset: row &* 4, as: Int32.self) &- start == Int32(truncatingIfNeeded: row &- first)
    {
      row &+= 1
    }
    return row
  }

  /// Whether every cell of a column lies within bounds, or none does, where that is known of the column: most have no empty cell. nil where
  /// it is not.
  func isEvery(_ column: Int, in bounds: ClosedRange<Int64>) -> Bool? {
    precondition(UInt(bitPattern: column) < UInt(bitPattern: head.pointee.columnCount), "a column of another ledger")
    let cells = head.pointee.columns[column]
    if cells.base == nil { return bounds.contains(CellMark.empty) }
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
    precondition(UInt(bitPattern: first) < UInt(bitPattern: head.pointee.count), "a row outside its table")
    precondition(UInt(bitPattern: column) < UInt(bitPattern: head.pointee.columnCount), "a column of another ledger")
    let cells = head.pointee.columns[column]
    guard let base = cells.base else { return 0 }
    let rows = first..<min(first &+ 64, head.pointee.count)
    if cells.isWide {
      if !cells.hadEmpty, !cells.hadUnusable {
        return Self.word(rows) { lowBits &>> base.load(fromByteOffset: $0 &* 8, as: UInt64.self) & 1 }
      }
      return Self.word(rows) { row in
        let stored = base.load(fromByteOffset: row &* 8, as: Int64.self)
        return (stored > CellMark.unusable ? 1 : 0) & (lowBits &>> UInt64(bitPattern: stored))
      }
    }
    return Self.word(rows) { row in
      let stored = base.load(fromByteOffset: row &* 4, as: Int32.self)
      return (stored > Int32.min + 1 ? 1 : 0) & (lowBits &>> UInt64(truncatingIfNeeded: stored))
    }
  }

  /// Which of the 64 rows from one on have a cell of a column within bounds, one bit each.
  ///
  /// One column's cells lie beside each other: four instructions look at one, where a rule that asks row by row takes thirty.
  func word(_ column: Int, from first: Int, in bounds: ClosedRange<Int64>) -> UInt64 {
    precondition(UInt(bitPattern: first) < UInt(bitPattern: head.pointee.count), "a row outside its table")
    precondition(UInt(bitPattern: column) < UInt(bitPattern: head.pointee.columnCount), "a column of another ledger")
    let cells = head.pointee.columns[column]
    let end = min(first &+ 64, head.pointee.count)
    let all = UInt64.max &>> UInt64(first &+ 64 &- end)
    guard let base = cells.base else { return bounds.contains(CellMark.empty) ? all : 0 }
    if cells.isWide {
      return Self.word(first..<end) { bounds.contains(base.load(fromByteOffset: $0 &* 8, as: Int64.self)) ? 1 : 0 }
    }
    let (low, high) = (Self.narrow(bound: bounds.lowerBound), Self.narrow(bound: bounds.upperBound))
    if all == .max { return Self.word(of: base + first &* 4, low, high) }
    return Self.word(first..<end) { (low...high).contains(base.load(fromByteOffset: $0 &* 4, as: Int32.self)) ? 1 : 0 }
  }

  /// One bit for each of at most 64 rows, by the lowest bit that is told of it. From the first row on: wide cells read the other way, 64 by
  /// 64, are not fetched ahead, and a cell took ten times as long.
  @inline(__always)
  private static func word(_ rows: Range<Int>, _ bit: (Int) -> UInt64) -> UInt64 {
    var bits: UInt64 = 0
    for row in rows { bits = bits &>> 1 | bit(row) &<< 63 }
    return bits &>> UInt64(truncatingIfNeeded: 64 &- rows.count)
  }

  /// The same of 64 narrow cells, four at a time: each of four numbers gathers the bits of every fourth row. Half of the time of one by one.
  private static func word(of cells: UnsafeMutableRawPointer, _ low: Int32, _ high: Int32) -> UInt64 {
    // Outside of the loop: within it the compiler takes the four apart again.
    let (lows, highs) = (SIMD4(repeating: low), SIMD4(repeating: high))
    var bits = SIMD4<Int32>()
    var offset = 64 * 4
    while offset > 0 {
      offset &-= 16
      let four = cells.loadUnaligned(fromByteOffset: offset, as: SIMD4<Int32>.self)
      let isOutside = (four .< lows) .| (four .> highs)
      bits = bits &+ bits &+ SIMD4<Int32>(repeating: 1).replacing(with: 0, where: isOutside)
    }
    return interleaved(bits)
  }

  /// The bits of four numbers by turns: sixteen of each.
  static func interleaved(_ bits: SIMD4<Int32>) -> UInt64 {
    spread(bits[0]) | spread(bits[1]) << 1 | spread(bits[2]) << 2 | spread(bits[3]) << 3
  }

  /// Sixteen bits, each moved to four times its place.
  @inline(__always)
  private static func spread(_ bits: Int32) -> UInt64 {
    var bits = UInt64(truncatingIfNeeded: bits)
    bits = (bits | bits << 24) & 0x0000_00FF_0000_00FF
    bits = (bits | bits << 12) & 0x000F_000F_000F_000F
    bits = (bits | bits << 6) & 0x0303_0303_0303_0303
    return (bits | bits << 3) & 0x1111_1111_1111_1111
  }

  /// Which of the 64 rows from one on have a value in a column, one bit each.
  func word(_ column: Int, filledFrom first: Int) -> UInt64 {
    if isEvery(column, in: CellMark.values) == true { return UInt64.max &>> UInt64(max(0, first &+ 64 &- head.pointee.count)) }
    return word(column, from: first, in: CellMark.values)
  }

  /// A bound of cells as a narrow column keeps them, whose values are all above the two marks.
  private static func narrow(bound: Int64) -> Int32 {
    bound <= CellMark.unusable
      ? Int32.min &+ Int32(truncatingIfNeeded: bound &- Int64.min) : Int32(clamping: max(bound, Int64(Int32.min) + 2))
  }
}
