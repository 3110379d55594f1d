extension UsableRows {
  /// The rows whose key an earlier one has, each with the first such; rows without a key repeat nothing.
  ///
  /// Rows of equal keys have equal cells in the columns they share: few rows are asked for the key itself.
  public func repeated(sharing columns: [AnyColumn], by key: (Row) -> RowKey?) -> [(row: Row, first: Row)] {
    if columns.contains(where: { table.cells.rises($0.slot) }) { return [] }
    return repeated(among: hashed(by: columns.map(\.slot)), by: key)
  }

  /// The same where equal keys may come of cells that differ.
  public func repeated(by key: (Row) -> RowKey?) -> [(row: Row, first: Row)] {
    var hashed = HashedRows(capacity: count)
    for row in self { if let key = key(row) { hashed.append(row, key.mixed) } }
    return repeated(among: hashed, by: key)
  }

  /// The rows with hashes of their cells in some columns, column by column: cells of a column lie beside each other.
  fileprivate func hashed(by slots: [Int]) -> HashedRows {
    var hashed = HashedRows(capacity: count)
    var hashes = [UInt32](repeating: 0, count: 64)
    for rows in words {
      table.cells.mix(slots, from: rows.first, into: &hashes)
      for row in rows { hashed.append(row, Mix.bits(UInt64(hashes[row.index &- rows.first]))) }
    }
    return hashed
  }

  fileprivate func repeated(among hashed: HashedRows, by key: (Row) -> RowKey?) -> [(row: Row, first: Row)] {
    var keys = KeyTable<RowKey>()
    var firsts: [Row] = []
    var found: [(row: Row, first: Row)] = []
    for place in hashed.alike {
      let row = table.row(place)
      guard let key = key(row) else { continue }
      let (number, isNew) = keys.place(of: key)
      if isNew { firsts.append(row) } else { found.append((row, firsts[number])) }
    }
    return found
  }
}

extension Table {
  /// The rows that equal an earlier one in every column, each with the first such.
  ///
  /// Day, numbers and texts tell nearly all rows apart; only of rows that agree in some of them all cells are looked at.
  public func copies(among rows: UsableRows) -> [(row: Row, first: Row)] {
    // Where rows are numbered, no two are equal.
    if ledger.columns.contains(where: { cells.rises($0.slot) }) { return [] }
    let filled = ledger.columns.filter { mayHaveFilled($0) }
    let telling = filled.filter { $0 === ledger.date || $0.isNumber } + filled.filter(\.isText)
    let hashed = rows.hashed(by: telling.prefix(Self.tellingCount).map(\.slot))
    return rows.repeated(among: hashed) { RowKey(UInt64(truncatingIfNeeded: contentHash(of: $0.index))) }
      .filter { haveEqualContent($0.first.index, $0.row.index) }
  }

  private static let tellingCount = 6
}
