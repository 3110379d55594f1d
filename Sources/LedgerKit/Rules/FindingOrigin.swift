/// What the findings of one rule and level in one column of one file have in common.
final class FindingOrigin: Sendable {
  let rule: String
  let title: String
  let severity: Rule.Severity
  let kind: Rule.Kind
  let ledger: String?
  let file: String?
  /// The header as the user wrote it.
  let header: String?
  let citation: Citation
  private let cells: Cells

  /// Where the cells that findings name are read.
  private enum Cells {
    /// In a table that still has them; the column is nil where a finding is about whole rows.
    case table(Table, AnyColumn?)
    /// Not in a table: the one cell as typed, if there is one.
    case typed(String?)
  }

  /// Of a row of a table; `column` is the one in which the fault is.
  init(_ rule: Rule, _ severity: Rule.Severity, _ citation: Citation, row: Row, column: AnyColumn?) {
    (self.rule, title, kind) = (rule.id, rule.title, rule.kind)
    (self.severity, self.citation) = (severity, citation)
    ledger = row.table.ledger.id
    file = row.file
    header = column.map { PersonalData.masked(row.header($0)) }
    cells = .table(row.table, column)
  }

  /// Of what is no row of a table: a file, a record of it or, where both are nil, the term.
  init(
    _ rule: Rule, _ severity: Rule.Severity, _ citation: Citation, title: String? = nil, ledger: String?, file: String? = nil,
    header: String? = nil, value: String? = nil
  ) {
    (self.rule, self.title, kind) = (rule.id, title ?? rule.title, rule.kind)
    (self.severity, self.citation) = (severity, citation)
    self.ledger = ledger ?? rule.ledger
    self.file = file
    self.header = header.map(PersonalData.masked)
    cells = .typed(value.map(PersonalData.masked))
  }

  /// The cell as typed; `row` is a place in the table.
  func value(in row: Int) -> String? {
    switch cells {
    case .table(let table, let column): column.map { PersonalData.masked(table.row(row).raw($0)) }
    case .typed(let value): value
    }
  }

  /// The names in a row's column.
  func name(in row: Int, slot: Int) -> String? {
    guard case .table(let table, _) = cells else { return nil }
    return PersonalData.masked(table.row(row).names(in: table.ledger.columns[slot]))
  }
}
