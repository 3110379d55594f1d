/// Which rows are meant, said by what their cells hold.
///
/// Rules and figures look at every row, and of most rows nothing is to be said. A condition looks through one column for 64 rows at a time;
/// measured, a closure that reads the same cells row by row takes ten to thirty times as long.
public struct RowCondition: Sendable {
  private let test: Test

  fileprivate indirect enum Test: Sendable {
    case always
    /// The cell, as it is stored, lies within one of some bounds.
    case cell(AnyColumn, [ClosedRange<Int64>])
    /// The lowest six bits of the cell, as it is stored, are the number of a bit that is set.
    case lowBits(AnyColumn, UInt64)
    /// The row's sheet has the column.
    case sheet(AnyColumn)
    /// The stored value satisfies a condition of its own.
    case value(AnyColumn, @Sendable (Int64, Lexicon) -> Bool)
    case row(@Sendable (Row, Scope) -> Bool)
    /// The row is a problem row of a combined inspection sheet.
    case derived
    /// The row lies in some periods, one bit each.
    case period(UInt8)
    case not(Test)
    case both(Test, Test)
    case either(Test, Test)
  }

  /// Every row.
  public static let always = RowCondition(test: .always)

  /// No row.
  public static let never = !always

  /// The cell holds a value.
  public static func filled(_ column: AnyColumn) -> RowCondition { RowCondition(test: .cell(column, [CellMark.values])) }
  /// Nothing is typed there, or the sheet lacks the column.
  public static func empty(_ column: AnyColumn) -> RowCondition {
    RowCondition(test: .cell(column, [CellMark.empty...CellMark.empty]))
  }
  /// The row's sheet has the column.
  public static func has(_ column: AnyColumn) -> RowCondition { RowCondition(test: .sheet(column)) }
  /// The sheet has the column and nothing is typed there.
  public static func lacks(_ column: AnyColumn) -> RowCondition { .empty(column) && .has(column) }

  /// The cell holds one of some terms.
  public static func `is`<Term: Vocabulary>(_ column: Column<Term>, _ terms: Term...) -> RowCondition { .is(column, where: terms.contains) }

  /// The cell holds a term that satisfies a condition.
  public static func `is`<Term: Vocabulary>(_ column: Column<Term>, where holds: (Term) -> Bool) -> RowCondition {
    let numbers = Term.cases.indices.filter { holds(Term.cases[$0]) }
    return RowCondition(test: .cell(column, numbers.map { Int64($0)...Int64($0) }))
  }

  /// The cell holds a value whose lowest six bits, as it is stored, are one of some numbers below 64: of a term with something above it.
  public static func lowBits(_ column: AnyColumn, _ numbers: [Int]) -> RowCondition {
    RowCondition(test: .lowBits(column, numbers.reduce(0) { $0 | 1 << UInt64($1) }))
  }

  /// The cell holds a value, as it is stored, that satisfies a condition.
  public static func value(_ column: AnyColumn, _ holds: @escaping @Sendable (Int64, Lexicon) -> Bool) -> RowCondition {
    RowCondition(test: .value(column, holds))
  }

  /// The row is a problem row of a combined inspection sheet.
  public static let isDerived = RowCondition(test: .derived)

  /// What only the row as a whole can say.
  public static func row(_ holds: @escaping @Sendable (Row, Scope) -> Bool) -> RowCondition { RowCondition(test: .row(holds)) }

  /// The row's date lies in a period, and it is not left out.
  public static func lies(in period: RowPeriod) -> RowCondition { RowCondition(test: .period(1 << period.rawValue)) }

  public static func && (a: RowCondition, b: RowCondition) -> RowCondition { RowCondition(test: .both(a.test, b.test)) }
  public static func || (a: RowCondition, b: RowCondition) -> RowCondition { RowCondition(test: .either(a.test, b.test)) }
  public static prefix func ! (a: RowCondition) -> RowCondition { RowCondition(test: .not(a.test)) }

  fileprivate func narrow(_ rows: inout RowPiece, _ scope: Scope) { test.narrow(&rows, scope) }
}

extension RowPiece {
  /// Those of the rows that satisfy a condition.
  public func satisfying(_ condition: RowCondition, _ scope: Scope) -> RowPiece {
    var rows = self
    condition.narrow(&rows, scope)
    return rows
  }
}

extension RowCondition.Test {
  /// Leaves the rows that satisfy it; what does not matter any more is not looked at.
  fileprivate func narrow(_ rows: inout RowPiece, _ scope: Scope) {
    let cells = rows.table.cells
    switch self {
    case .always: break
    case .cell(let column, let bounds): rows.narrow(toCellsOf: column.slot, in: bounds)
    case .lowBits(let column, let numbers): rows.narrow { first, _ in cells.word(column.slot, from: first, lowBits: numbers) }
    case .sheet(let column): rows.narrow(toSourcesWith: column.slot)
    case .value(let column, let holds):
      let (slot, lexicon) = (column.slot, rows.table.lexicon)
      rows.narrow { row in
        let stored = cells[slot, row]
        return stored > CellMark.unusable && holds(stored, lexicon)
      }
    case .row(let holds):
      let table = rows.table
      rows.narrow { holds(Row(table: table, cells: cells, index: $0), scope) }
    case .derived: rows.narrow(toSourcesWith: cells.sourceSlot)
    case .period(let periods): rows.narrow { first, _ in cells.word(ofStatesFrom: first, in: periods) }
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
        let place = rest.trailingZeroBitCount
        rest &= rest &- 1
        if holds(first &+ place) { found |= 1 << UInt64(truncatingIfNeeded: place) }
      }
      return found
    }
  }
}
