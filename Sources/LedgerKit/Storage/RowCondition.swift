/// Which rows are meant, said by what their cells hold.
///
/// Rules and figures look at every row, and of most rows nothing is to be said. A condition looks through one column for 64 rows at a time;
/// measured, a closure that reads the same cells row by row takes ten to thirty times as long.
public struct RowCondition: Sendable {
  fileprivate let test: RowTest

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

  /// The cell holds a value, as it is stored, within bounds.
  public static func stored(_ column: AnyColumn, in bounds: ClosedRange<Int64>) -> RowCondition {
    RowCondition(test: .cell(column, [bounds.clamped(to: CellMark.values)]))
  }

  /// The cell cannot be read, or was taken out of use.
  public static func unusable(_ column: AnyColumn) -> RowCondition {
    RowCondition(test: .cell(column, [CellMark.unusable...CellMark.unusable]))
  }

  /// The cell names so many persons, groups and posts included.
  public static func persons(_ column: Column<Persons>, _ counts: some RangeExpression<Int>) -> RowCondition {
    RowCondition(test: .persons(column, counts.relative(to: 0..<Int.max)))
  }

  /// Two cells name a person in common; groups and posts are nobody in particular.
  public static func sharePerson(_ a: Column<Persons>, _ b: Column<Persons>) -> RowCondition { RowCondition(test: .sharePerson(a, b)) }

  /// The cell's text holds one of some words.
  public static func holds(_ column: Column<Text>, _ words: WordList) -> RowCondition { RowCondition(test: .words(column, words)) }

  /// The days in some columns, as far as there are any, do not follow each other in the order of the columns.
  public static func misordered(_ columns: Column<Day>...) -> RowCondition { RowCondition(test: .misordered(columns)) }

  /// What three cells hold, as it is stored, satisfies a condition.
  public static func cells(
    _ a: AnyColumn, _ b: AnyColumn, _ c: AnyColumn, _ holds: @escaping @Sendable (Int64?, Int64?, Int64?) -> Bool
  ) -> RowCondition { RowCondition(test: .cells(a, b, c, holds)) }

  /// A condition that depends on the as-of date, or on what the school sets.
  public static func scoped(_ condition: @escaping @Sendable (Scope) -> RowCondition) -> RowCondition {
    RowCondition(test: .scoped { condition($0).test })
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
}

extension RowPiece {
  /// Those of the rows that satisfy a condition.
  public func satisfying(_ condition: RowCondition, _ scope: Scope) -> RowPiece {
    var rows = self
    condition.test.narrow(&rows, scope)
    return rows
  }
}
