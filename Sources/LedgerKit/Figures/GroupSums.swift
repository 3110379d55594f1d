/// Amounts by group, added row by row.
struct GroupSums {
  private var first: GroupNumbers
  private var second: GroupNumbers?
  /// The groups of two parts; few second parts are met, months or terms.
  private var pairs = PairNumbers(width: 16)
  private var keys: [GroupKey] = []
  private var amounts: [Int128] = []
  private var occasions: MetOccasions?

  init(_ key: GroupBy, _ occasion: RowNumbering? = nil, in table: Table) {
    first = GroupNumbers(key.parts[0], in: table)
    second = key.parts.count == 1 ? nil : GroupNumbers(key.parts[1], in: table)
    occasions = occasion.map { MetOccasions($0, in: table) }
  }

  @inline(__always)
  mutating func add(_ amount: Int64, of row: Row) {
    guard let cell = first.cell(of: row) else { return }
    if second == nil {
      if occasions?.meet(row) == .again { return }
      add(amount, to: first.number(of: cell))
    } else {
      addToPair(amount, cell, row)
    }
  }

  private mutating func addToPair(_ amount: Int64, _ cell: Int64, _ row: Row) {
    guard let other = second?.cell(of: row) else { return }
    if occasions?.meet(row) == .again { return }
    let (a, b) = (first.number(of: cell), second?.number(of: other) ?? 0)
    let (group, isNew) = pairs.number(of: a, b)
    if isNew { keys.append(GroupKey(first.group(a), second?.group(b) ?? 0)) }
    add(amount, to: group)
  }

  /// A new group has the next number.
  @inline(__always)
  private mutating func add(_ amount: Int64, to group: Int) {
    if group == amounts.count { amounts.append(Int128(amount)) } else { amounts[group] += Int128(amount) }
  }

  /// The groups in the order they were met.
  var groups: [(key: GroupKey, amount: Int128)] {
    let keys = second == nil ? amounts.indices.map { GroupKey(first.group($0)) } : keys
    return zip(keys, amounts).map { (key: $0, amount: $1) }
  }
}

/// The groups of one part, numbered in the order they are met: of what cells say, a day or a text's number, it is asked once which that is.
private struct GroupNumbers {
  /// The column that says it, where it is one, and what rows say in which it has no value.
  private let slot: Int?
  private let others: @Sendable (Row) -> Int64?
  private let groupOf: @Sendable (Int64) -> Int32
  private var said = CellNumbers()
  /// For each number of what was said that of its group.
  private var numbers: [Int32] = []
  private var groups = CellNumbers()

  init(_ part: GroupBy.Part, in table: Table) {
    switch part.source {
    case .cell(let column, let other): (slot, others) = (column.slot, { _ in other })
    case .date: (slot, others) = (table.dateSlot < 0 ? nil : table.dateSlot, { $0.date.map { Int64($0.number) } })
    case .row(let cells): (slot, others) = (nil, cells)
    }
    groupOf = part.group
  }

  /// What a row says; nil where it is of no group.
  @inline(__always)
  func cell(of row: Row) -> Int64? {
    guard let slot, case let stored = row.cells[slot, row.index], stored > CellMark.unusable else { return others(row) }
    return stored
  }

  /// The number of the group of rows that say so.
  @inline(__always)
  mutating func number(of cell: Int64) -> Int {
    let (place, isNew) = said.number(of: cell)
    if isNew { numbers.append(Int32(truncatingIfNeeded: groups.number(of: Int64(groupOf(cell))).number)) }
    return Int(numbers[place])
  }

  /// The part of a key that a number stands for.
  func group(_ number: Int) -> Int32 { Int32(truncatingIfNeeded: groups.values[number]) }
}
