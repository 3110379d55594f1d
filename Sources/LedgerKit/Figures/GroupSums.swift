/// Amounts by group, added 64 rows at a time.
struct GroupSums {
  private var first: GroupNumbers
  /// Where there are two parts; else asked for nothing.
  private var second: GroupNumbers
  private let areTwo: Bool
  /// The groups of two parts; few second parts are met, months or terms.
  private var pairs = PairNumbers(width: 16)
  private var keys: [GroupKey] = []
  private var amounts: [Int128] = []
  private var occasions: MetOccasions?
  /// What the cells of 64 rows hold that say the one and the other.
  private var cells = InlineArray<64, Int64>(repeating: CellMark.empty)
  private var others = InlineArray<64, Int64>(repeating: CellMark.empty)

  init(_ key: GroupBy, _ occasion: RowNumbering? = nil, in table: Table) {
    first = GroupNumbers(key.parts[0], in: table)
    second = GroupNumbers(key.parts[key.parts.count - 1], in: table)
    areTwo = key.parts.count == 2
    occasions = occasion.map { MetOccasions($0, in: table) }
  }

  /// Adds one to the group of each row that counts, nothing to those of the others: they are there all the same.
  mutating func add(_ rows: RowWord, counting: RowWord) {
    add(rows) { counting.bits &>> UInt64(truncatingIfNeeded: $0) & 1 == 1 ? 1 : 0 }
  }

  /// Adds what the rows say in a column; those in which it says nothing are left out.
  mutating func add(_ rows: RowWord, summing column: Column<Money>) {
    var values = InlineArray<64, Int64>(repeating: CellMark.empty)
    rows.table.cells.read(column.slot, from: rows.first, into: &values)
    add(rows.narrowed(to: rows.bits & rows.table.cells.word(column.slot, from: rows.first, in: CellMark.values))) { values[$0] }
  }

  /// Adds an amount for each row, by its place among the 64.
  @inline(__always)
  private mutating func add(_ rows: RowWord, _ amount: (Int) -> Int64) {
    if rows.bits == 0 { return }
    first.read(rows, into: &cells)
    if areTwo { second.read(rows, into: &others) }
    var rest = rows.bits
    while rest != 0 {
      let place = rest.trailingZeroBitCount
      rest &= rest &- 1
      guard let cell = first.said(cells[place], place, rows), let other = areTwo ? second.said(others[place], place, rows) : 0,
        !isMet(place, rows)
      else { continue }
      let group = areTwo ? pair(first.number(of: cell), second.number(of: other)) : first.number(of: cell)
      // A new group has the next number.
      if group == amounts.count { amounts.append(0) }
      amounts[group] &+= Int128(amount(place))
    }
  }

  private mutating func pair(_ a: Int, _ b: Int) -> Int {
    let (group, isNew) = pairs.number(of: a, b)
    if isNew { keys.append(GroupKey(first.group(a), second.group(b))) }
    return group
  }

  @inline(__always)
  private mutating func isMet(_ place: Int, _ rows: RowWord) -> Bool { occasions?.meet(rows.row(at: place)) == .again }

  /// The groups in the order they were met.
  var groups: [(key: GroupKey, amount: Int128)] {
    let keys = !areTwo ? amounts.indices.map { GroupKey(first.group($0)) } : keys
    return zip(keys, amounts).map { (key: $0, amount: $1) }
  }
}

/// The groups of one part, numbered in the order they are met: of what cells say, a day or a text's number, it is asked once which that is.
private struct GroupNumbers {
  /// The column that says it, where it is one, and what rows say in which it has no value.
  private let slot: Int?
  private let others: @Sendable (Row) -> Int64?
  private let groupOf: @Sendable (Int64) -> Int32
  /// By the numbers of their groups.
  private var numbers = CellNumbers()
  private var groups = CellNumbers()

  init(_ part: GroupBy.Part, in table: Table) {
    switch part.source {
    case .cell(let column, let other): (slot, others) = (column.slot, { _ in other })
    case .date: (slot, others) = (table.dateSlot < 0 ? nil : table.dateSlot, { $0.date.map { Int64($0.number) } })
    case .row(let cells): (slot, others) = (nil, cells)
    }
    groupOf = part.group
  }

  /// Reads the cells of 64 rows that say it; where none does, they stay empty.
  func read(_ rows: RowWord, into cells: inout InlineArray<64, Int64>) {
    if let slot { rows.table.cells.read(slot, from: rows.first, into: &cells) }
  }

  /// What a row with such a cell says; nil where it is of no group.
  @inline(__always)
  func said(_ stored: Int64, _ place: Int, _ rows: RowWord) -> Int64? {
    stored > CellMark.unusable ? stored : others(rows.row(at: place))
  }

  /// The number of the group of rows that say so.
  @inline(__always)
  mutating func number(of cell: Int64) -> Int {
    let (number, isNew) = numbers.number(of: cell)
    return isNew ? addGroup(of: cell) : number
  }

  private mutating func addGroup(of cell: Int64) -> Int {
    let number = groups.number(of: Int64(groupOf(cell))).number
    numbers.call(cell, number)
    return number
  }

  /// The part of a key that a number stands for.
  func group(_ number: Int) -> Int32 { Int32(truncatingIfNeeded: groups.values[number]) }
}
