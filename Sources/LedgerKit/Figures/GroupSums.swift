/// Amounts by group, added 64 rows at a time: their groups are numbered first, column by column.
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
  /// The groups of 64 rows; of two parts those of the first, until they are numbered together.
  private var numbers = InlineArray<64, Int32>(repeating: 0)
  private var others = InlineArray<64, Int32>(repeating: 0)

  init(_ key: GroupBy, _ occasion: RowNumbering? = nil, in table: Table) {
    first = GroupNumbers(key.parts[0], in: table)
    second = GroupNumbers(key.parts[key.parts.count - 1], in: table)
    areTwo = key.parts.count == 2
    occasions = occasion.map { MetOccasions($0, in: table) }
  }

  /// Adds one to the group of each row that counts, nothing to those of the others: they are there all the same.
  mutating func add(_ rows: RowWord, counting: RowWord) {
    add(number(rows) & counting.bits) { _ in 1 }
  }

  /// Adds what the rows say in a column; those in which it says nothing are left out.
  mutating func add(_ rows: RowWord, summing column: Column<Money>) {
    let (first, money) = (rows.first, rows.table.cells.column(column.slot))
    add(number(rows.filled(column.slot))) { money[first &+ $0] }
  }

  /// Adds an amount for each of some rows that are numbered, by its place among the 64.
  @inline(__always)
  private mutating func add(_ rows: UInt64, _ amount: (Int) -> Int64) {
    while amounts.count < (areTwo ? keys.count : first.count) { amounts.append(0) }
    let groups = numbers
    let numbers = groups.span
    var amounts = amounts.mutableSpan
    // Mostly all rows are meant, and it need not be asked which.
    if rows == .max {
      for place in 0..<64 { amounts[Int(numbers[unchecked: place])] &+= Int128(amount(place)) }
      return
    }
    var rest = rows
    while rest != 0 {
      let place = rest.trailingZeroBitCount
      rest &= rest &- 1
      amounts[Int(numbers[place])] &+= Int128(amount(place))
    }
  }

  /// Numbers the groups of those rows that have one, and of whose occasion none was met; returns which they are.
  private mutating func number(_ rows: RowWord) -> UInt64 {
    var rows = first.rows(saidBy: rows)
    if areTwo { rows = second.rows(saidBy: rows) }
    if let met = occasions?.meet(rows) { rows = rows.narrowed(to: met.first | rows.bits & ~met.any) }
    first.number(rows, into: &numbers)
    if areTwo { numberPairs(rows) }
    return rows.bits
  }

  private mutating func numberPairs(_ rows: RowWord) {
    second.number(rows, into: &others)
    let firsts = numbers
    var new: UInt64
    (new, numbers) = pairs.number(firsts, others, of: rows.bits)
    // A new group has the next number.
    while new != 0 {
      let place = new.trailingZeroBitCount
      new &= new &- 1
      keys.append(GroupKey(first.group(Int(firsts[place])), second.group(Int(others[place]))))
    }
  }

  /// The groups in the order they were met.
  var groups: [(key: GroupKey, amount: Int128)] {
    let keys = !areTwo ? amounts.indices.map { GroupKey(first.group($0)) } : keys
    return zip(keys, amounts).map { (key: $0, amount: $1) }
  }
}

extension UsableRows {
  /// What the rows say in a column of money, summed by a text; rows without one of the two are left out.
  public func sums(of amount: Column<Money>, by name: Column<Text>) -> [(name: Int32, sum: Int128)] {
    var sums = GroupSums(.text(name), in: table)
    for rows in words { sums.add(rows.filled(name.slot), summing: amount) }
    return sums.groups.map { ($0.key.a, $0.amount) }
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

  /// How many groups there are.
  var count: Int { groups.values.count }

  /// Those of some rows that are of a group.
  func rows(saidBy rows: RowWord) -> RowWord {
    let filled = slot.map { rows.filled($0).bits } ?? 0
    let said = rows.narrowed(to: rows.bits & ~filled).reduce(filled) { others($1) == nil ? $0 : $0 | rows.bit(of: $1) }
    return rows.narrowed(to: said)
  }

  /// The numbers of the groups of rows that are of one, by their places among the 64.
  mutating func number(_ rows: RowWord, into found: inout InlineArray<64, Int32>) {
    let cells = slot.map { rows.table.cells.column($0) }
    let filled = slot.map { rows.filled($0).bits } ?? 0
    let known = cells.map { filled & numbers.find($0, from: rows.first, into: &found) } ?? 0
    let rows = rows.narrowed(to: rows.bits & ~known)
    if rows.bits == 0 { return }
    if let cells { numbers.makeRoom(for: rows, in: cells) }
    for row in rows {
      guard let said = cells?.value(of: row.index) ?? others(row) else { continue }
      found[row.index &- rows.first] = Int32(truncatingIfNeeded: number(of: said))
    }
  }

  /// The number of the group of rows that say so.
  private mutating func number(of cell: Int64) -> Int {
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
