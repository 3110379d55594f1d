/// What the rows of a table speak of, as a number for each: rows of one occasion have one number.
struct RowNumbers: Sendable {
  private let numbers: [Int32]
  /// How many occasions have a number.
  let count: Int
  /// Whether each row speaks of an occasion of its own.
  let areAllAlone: Bool

  /// The row speaks of no occasion.
  static let none: Int32 = -1
  /// The row speaks of an occasion of its own: most occasions have one row, and no table need hold them.
  static let alone: Int32 = -2

  /// Creates numbers that are known.
  init(numbers: [Int32], count: Int) {
    self.numbers = numbers
    self.count = count
    areAllAlone = false
  }

  private init() { (numbers, count, areAllAlone) = ([], 0, true) }

  /// Each row speaks of an occasion of its own.
  static let allAlone = RowNumbers()

  /// The number of a row's occasion, or one of the two above.
  subscript(row: Int) -> Int32 { @inline(__always) get { areAllAlone ? Self.alone : numbers[row] } }

  /// Numbers the rows of a table by a key; rows without one speak of none.
  init(_ table: Table, by key: (Row) -> RowKey?) {
    // First the hashes of their keys.
    var numbers = [Int32](repeating: Self.none, count: table.count)
    for row in table.rows { if let key = key(row) { numbers[row.index] = key.hash } }
    let alike = HashedRows.alike(numbers)
    for row in numbers.indices { numbers[row] = numbers[row] < 0 ? Self.none : Self.alone }
    var keys = KeyTable<RowKey>()
    for place in alike {
      if let key = key(table.row(place)) { numbers[place] = Int32(truncatingIfNeeded: keys.place(of: key).number) }
    }
    self.init(numbers: numbers, count: keys.keys.count)
  }
}
