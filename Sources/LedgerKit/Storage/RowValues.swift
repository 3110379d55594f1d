/// The values of one row while it is read, one for each column, filled anew row by row.
///
/// A small unsafe type, for what an array costs here: at each of twenty million cells it asks whether somebody else holds it too. Every
/// access is bounds-checked.
final class RowValues {
  private let values: UnsafeMutablePointer<Int64>
  private let count: Int

  /// A row of empty cells.
  init(columns: Int) {
    count = columns
    values = .allocate(capacity: columns)
    values.initialize(repeating: CellMark.empty, count: columns)
  }

  deinit { values.deallocate() }

  subscript(slot: Int) -> Int64 {
    @inline(__always) get {
      precondition(UInt(bitPattern: slot) < UInt(bitPattern: count), "a column of another table")
      return values[slot]
    }
    @inline(__always) set {
      precondition(UInt(bitPattern: slot) < UInt(bitPattern: count), "a column of another table")
      values[slot] = newValue
    }
  }

  /// The values of all columns, as long as the row is there.
  var all: UnsafeBufferPointer<Int64> { @inline(__always) get { UnsafeBufferPointer(start: values, count: count) } }

  /// Empties every cell.
  func clear() { values.update(repeating: CellMark.empty, count: count) }

  /// Takes over every cell of another row of the same table.
  func take(_ other: RowValues) {
    precondition(count == other.count, "a row of another table")
    values.update(from: other.values, count: count)
  }
}
