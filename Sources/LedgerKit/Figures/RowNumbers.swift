/// What the rows of a table speak of, as a number for each: rows of one occasion have one number.
struct RowNumbers: Sendable {
  /// For each row the number of its occasion, or one of the two below.
  let numbers: [Int32]
  /// How many occasions have a number.
  let count: Int

  /// The row speaks of no occasion.
  static let none: Int32 = -1
  /// The row speaks of an occasion of its own: most occasions have one row, and no table need hold them.
  static let alone: Int32 = -2

  /// Creates numbers that are known.
  init(numbers: [Int32], count: Int) {
    self.numbers = numbers
    self.count = count
  }

  /// Each row of a table speaks of an occasion of its own.
  init(allAloneIn table: Table) { self.init(numbers: [Int32](repeating: Self.alone, count: table.count), count: 0) }

  /// Numbers the rows of a table by a key; rows without one speak of none.
  init(_ table: Table, by key: (Row) -> RowKey?) {
    var numbers = [Int32](repeating: Self.none, count: table.count)
    var hashed = HashedRows(capacity: table.count)
    for row in table.rows {
      guard let key = key(row) else { continue }
      numbers[row.index] = Self.alone
      hashed.append(row, key.mixed)
    }
    var keys = KeyTable<RowKey>()
    for place in hashed.alike {
      if let key = key(table.row(place)) { numbers[place] = Int32(truncatingIfNeeded: keys.place(of: key).number) }
    }
    self.init(numbers: numbers, count: keys.keys.count)
  }
}
