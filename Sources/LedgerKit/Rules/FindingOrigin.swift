import Tabular

/// What the findings of one rule and level in one column of one file have in common.
@usableFromInline final class FindingOrigin: Sendable {
  let rule: String
  let title: String
  let severity: Rule.Severity
  let kind: Rule.Kind
  let ledger: String?
  let file: String?
  /// The header as the user wrote it.
  let header: String?
  let citation: Citation
  /// Where the cells that findings name are read: in a table that still has them.
  private let cells: NamedCells?
  /// Of what is no row of a table the one cell as typed, if there is one.
  private let typed: String?
  /// Slots of the ledger's columns for who can mend it.
  private let responsible: [Int]

  /// Of a row of a table; `column` is the one in which the fault is.
  init(_ rule: Rule, _ severity: Rule.Severity, _ citation: Citation, row: Row, column: AnyColumn?) {
    (self.rule, title, kind) = (rule.id, rule.title, rule.kind)
    (self.severity, self.citation) = (severity, citation)
    ledger = row.table.ledger.id
    file = row.file
    header = column.map { PersonalData.masked(row.header($0)) }
    (cells, typed) = (NamedCells(of: row, column: column), nil)
    responsible = row.table.ledger.responsible.map(\.slot)
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
    (cells, typed) = (nil, value.map(PersonalData.masked))
    responsible = []
  }

  /// Appends the cell as typed; false where findings have none. `row` is a place in the table, `read` has its cells where they
  /// are known.
  func appendValue(in row: Int, _ read: ReadRow?, to text: inout [UInt8]) -> Bool {
    if let cells { return cells.appendValue(in: row, read, to: &text) }
    text.append(contentsOf: (typed ?? "").utf8)
    return typed != nil
  }

  /// The ledger's columns for who can mend it of which a row has something in use; it may stand in a row above.
  func filledNames(of row: Row) -> CellSet {
    var filled = CellSet()
    for place in responsible.indices where row.cells[responsible[place], row.index] > CellMark.unusable { filled.insert(place) }
    return filled
  }

  /// Appends the names in the first of some columns that has any; false where none has.
  func appendPerson(in row: Int, _ read: ReadRow?, named columns: CellSet, to text: inout [UInt8]) -> Bool {
    cells?.appendNames(in: row, read, columns, to: &text) ?? false
  }
}
