/// One row, seen through its table.
public struct Row: Sendable {
  /// Not retained, so that a row costs nothing: it must not outlive its table.
  public unowned(unsafe) let table: Table
  /// The table's cells, here so that reading one needs nothing of the table.
  @usableFromInline let cells: CellStore
  /// Place in the table.
  public let index: Int

  @inlinable
  init(table: Table, cells: CellStore, index: Int) {
    self.table = table
    self.cells = cells
    self.index = index
  }

  /// The cell's value; nil where it is empty or cannot be used.
  @inlinable
  @inline(__always)
  public subscript<Value: CellValue>(column: Column<Value>) -> Value? {
    let stored = cells[column.slot, index]
    return stored <= CellMark.unusable ? nil : Value(stored: stored, in: table.lexicon)
  }

  /// Whether nothing is typed there, or the sheet lacks the column.
  @inlinable
  @inline(__always)
  public func isEmpty(_ column: AnyColumn) -> Bool { cells[column.slot, index] == CellMark.empty }
  /// Whether something is typed there that cannot be read or was taken out of use.
  @inlinable
  @inline(__always)
  public func isUnusable(_ column: AnyColumn) -> Bool { cells[column.slot, index] == CellMark.unusable }
  /// The number is only about right.
  public func isApproximate(_ column: AnyColumn) -> Bool { precision(column) == .about }
  /// How exact the value is; nil where it is exact.
  @inlinable
  @inline(__always)
  public func precision(_ column: AnyColumn) -> Precision? { table.hasPrecisions ? table.precision(index, column) : nil }
  /// Whether one of the cells is unusable: what keeps a row out of a figure.
  @inlinable
  public func isUnusable(anyOf columns: [AnyColumn]) -> Bool { columns.contains { isUnusable($0) } }
  /// The stored number behind a cell, for rules that serve every ledger.
  @inlinable
  @inline(__always)
  public func stored(_ column: AnyColumn) -> Int64? {
    let stored = cells[column.slot, index]
    return stored <= CellMark.unusable ? nil : stored
  }

  /// Whether the row's sheet has the column at all.
  @inlinable
  public func has(_ column: AnyColumn) -> Bool { cells.fact(column.slot, ofSource: cells.source(of: index)) }

  /// The file it comes from.
  public var source: Table.Source { table.sources[cells.source(of: index)] }
  /// Whether it is a problem row of a combined inspection sheet.
  public var isDerived: Bool { cells.fact(cells.sourceSlot, ofSource: cells.source(of: index)) }
  /// Record of its sheet, from 0.
  public var record: Int { cells.record(of: index) }
  /// The row number Excel shows.
  public var number: Int { isOfForm ? table.line(of: index) + 1 : record + 1 }
  /// The row number Excel shows of one of its cells: a form has its cells below each other.
  public func number(of column: AnyColumn) -> Int {
    if !isOfForm { return record + 1 }
    let source = table.sourceIndex(of: index)
    return table.sources[source].sheet.line(of: record, cell: table.sources[source].map.cells[column.slot]) + 1
  }
  /// Whether its cells lie below each other. Like all that is asked of every finding it is read in the cells: the table would be counted.
  private var isOfForm: Bool { cells.fact(cells.recordSlot, ofSource: cells.source(of: index)) }
  /// Whether another row is of the same file.
  public func isOfFile(of other: Row) -> Bool {
    (cells.head == other.cells.head && cells.source(of: index) == cells.source(of: other.index)) || file == other.file
  }
  /// Path in the work folder.
  public var file: String { table.sources[table.sourceIndex(of: index)].sheet.file }
  /// Where its deciding date lies; in the term until periods are set.
  @inlinable
  public var period: RowPeriod { RowPeriod(rawValue: cells.state(index) & RowState.period) ?? .inTerm }

  /// The cell as the user typed it.
  public func raw(_ column: AnyColumn) -> String {
    let source = table.sourceIndex(of: index)
    return table.sources[source].sheet.raw(record: record, cell: table.sources[source].map.cells[column.slot])
  }
  /// The header as the user wrote it.
  public func header(_ column: AnyColumn) -> String {
    let source = table.sourceIndex(of: index)
    return table.sources[source].sheet.header(of: column, at: table.sources[source].map.cells[column.slot])
  }

  /// The date that decides the row's semester.
  @inlinable
  @inline(__always)
  public var date: Day? {
    guard table.dateSlot >= 0 else { return nil }
    let stored = cells[table.dateSlot, index]
    return stored > CellMark.unusable ? Day(number: Int32(truncatingIfNeeded: stored)) : fallbackDate
  }

  @usableFromInline var fallbackDate: Day? {
    for slot in table.dateFallbackSlots where cells[slot, index] > CellMark.unusable {
      return Day(number: Int32(truncatingIfNeeded: cells[slot, index]))
    }
    return nil
  }

  /// Whether any cell of the row as written holds one of the words.
  public func mentions(_ words: [String]) -> Bool {
    source.sheet.sheet.cells(of: record).contains { cell in words.contains { cell.holds($0) } }
  }
}
