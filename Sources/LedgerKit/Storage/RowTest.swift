/// What a ``RowCondition`` asks of rows.
indirect enum RowTest: Sendable {
  case always
  /// The cell, as it is stored, lies within one of some bounds.
  case cell(AnyColumn, [ClosedRange<Int64>])
  /// The lowest six bits of the cell, as it is stored, are the number of a bit that is set.
  case lowBits(AnyColumn, UInt64)
  /// The row's sheet has the column.
  case sheet(AnyColumn)
  /// The set of persons has so many names.
  case persons(AnyColumn, Range<Int>)
  /// Two sets of persons have one in common.
  case sharePerson(AnyColumn, AnyColumn)
  /// The text holds one of some words.
  case words(AnyColumn, WordList)
  /// Of some columns one holds less than one before it.
  case misordered([AnyColumn])
  /// What three cells hold satisfies a condition of its own.
  case cells(AnyColumn, AnyColumn, AnyColumn, @Sendable (Int64?, Int64?, Int64?) -> Bool)
  case row(@Sendable (Row, Scope) -> Bool)
  /// The row is a problem row of a combined inspection sheet.
  case derived
  /// The row lies in some periods, one bit each.
  case period(UInt8)
  case scoped(@Sendable (Scope) -> RowTest)
  case not(RowTest)
  case both(RowTest, RowTest)
  case either(RowTest, RowTest)

  /// Leaves the rows that satisfy it; what does not matter any more is not looked at.
  func narrow(_ rows: inout RowPiece, _ scope: Scope) {
    let (cells, lexicon) = (rows.table.cells, rows.table.lexicon)
    switch self {
    case .always: break
    case .cell(let column, let bounds): rows.narrow(toCellsOf: column.slot, in: bounds)
    case .lowBits(let column, let numbers): rows.narrow { first, _ in cells.word(column.slot, from: first, lowBits: numbers) }
    case .sheet(let column): rows.narrow(toSourcesWith: column.slot)
    case .persons(let column, let counts): rows.narrow(column.slot) { persons, _ in counts.contains(lexicon.countOfNames(in: persons)) }
    case .sharePerson(let a, let b):
      let others = cells.column(b.slot).cells
      rows.narrow(toFilled: b.slot)
      rows.narrow(a.slot) { persons, row in lexicon.sharePerson(persons, others.number(in: row)) }
    case .words(let column, let list): rows.narrow(column.slot) { text, _ in lexicon.holds(list, text) }
    case .misordered(let columns):
      let order = CellOrder(of: columns.map(\.slot), in: cells)
      rows.narrow { first, _ in order.misordered(from: first) }
    case .cells(let a, let b, let c, let holds):
      let (a, b, c) = (cells.column(a.slot), cells.column(b.slot), cells.column(c.slot))
      rows.narrow { holds(a.value(of: $0), b.value(of: $0), c.value(of: $0)) }
    case .row(let holds):
      let table = rows.table
      rows.narrow { holds(Row(table: table, cells: cells, index: $0), scope) }
    case .derived: rows.narrow(toSourcesWith: cells.sourceSlot)
    case .period(let periods): rows.narrow { first, _ in cells.word(ofRowsFrom: first, in: periods) }
    case .scoped(let test): test(scope).narrow(&rows, scope)
    case .not(let test):
      var others = rows
      test.narrow(&others, scope)
      rows.subtract(others)
    case .both(let a, let b):
      a.narrow(&rows, scope)
      b.narrow(&rows, scope)
    case .either(let a, let b):
      var those = rows
      a.narrow(&those, scope)
      rows.subtract(those)
      b.narrow(&rows, scope)
      rows.unite(those)
    }
  }
}

extension RowPiece {
  /// Leaves the rows whose cell in a column lies within one of some bounds.
  fileprivate mutating func narrow(toCellsOf column: Int, in bounds: [ClosedRange<Int64>]) {
    let cells = table.cells
    if bounds.count == 1, let isEvery = cells.isEvery(column, in: bounds[0]) {
      if !isEvery { removeAll() }
      return
    }
    narrow { first, _ in bounds.reduce(0) { $0 | cells.word(column, from: first, in: $1) } }
  }

  /// Leaves the rows from sources of which something is so in a column: mostly of all of them, or of none.
  fileprivate mutating func narrow(toSourcesWith column: Int) {
    let cells = table.cells
    let sources = cells.sources(with: column)
    if sources.count == cells.sourceCount { return }
    narrow { first, _ in sources.reduce(0) { $0 | cells.word(cells.sourceSlot, from: first, in: Int64($1)...Int64($1)) } }
  }

  /// Leaves the rows that satisfy a condition.
  @inline(__always)
  fileprivate mutating func narrow(_ holds: (Int) -> Bool) {
    narrow { first, bits in
      var (rest, found) = (bits, UInt64(0))
      while rest != 0 {
        let place = UInt64(truncatingIfNeeded: rest.trailingZeroBitCount)
        rest &= rest &- 1
        found |= (holds(first &+ Int(truncatingIfNeeded: place)) ? 1 : 0) &<< place
      }
      return found
    }
  }

  /// Leaves the rows with a value in a column, the number of a text or a set of persons, that satisfies a condition.
  @inline(__always)
  fileprivate mutating func narrow(_ column: Int, _ holds: (_ number: Int32, _ row: Int) -> Bool) {
    let numbers = table.cells.column(column).cells
    narrow(toFilled: column)
    narrow { row in holds(numbers.number(in: row), row) }
  }

  /// Leaves the rows with a value in a column.
  fileprivate mutating func narrow(toFilled column: Int) {
    let cells = table.cells
    narrow { first, _ in cells.word(column, filledFrom: first) }
  }
}
