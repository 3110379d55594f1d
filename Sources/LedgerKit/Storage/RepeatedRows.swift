extension UsableRows {
  /// The rows whose key an earlier one has, each with the first such; rows without a key repeat nothing.
  ///
  /// Rows of equal keys have equal cells in the columns they share: few rows are asked for the key itself.
  public func repeated(sharing columns: [AnyColumn], by key: (Row) -> RowKey?) -> [(row: Row, first: Row)] {
    if columns.contains(where: { table.cells.rises($0.slot) }) { return [] }
    return repeated(among: alike(in: columns.map(\.slot)), by: key)
  }

  /// The same where equal keys may come of cells that differ.
  public func repeated(by key: (Row) -> RowKey?) -> [(row: Row, first: Row)] {
    var hashes = [Int32](repeating: -1, count: table.count)
    for row in self { if let key = key(row) { hashes[row.index] = key.hash } }
    return repeated(among: HashedRows.alike(hashes), by: key)
  }

  /// The places of the rows whose cells in some columns may be those of another, looked at column by column: cells of a column lie beside
  /// each other.
  fileprivate func alike(in slots: [Int]) -> [Int] {
    HashedRows.alike(below: table.count) { first, hashes in
      let rows = word(from: first)
      if rows != 0 { table.cells.mix(slots, from: first, into: &hashes) }
      return rows
    }
  }

  fileprivate func repeated(among places: [Int], by key: (Row) -> RowKey?) -> [(row: Row, first: Row)] {
    var keys = KeyTable<RowKey>()
    var firsts: [Row] = []
    var found: [(row: Row, first: Row)] = []
    for place in places {
      let row = table.row(place)
      guard let key = key(row) else { continue }
      let (number, isNew) = keys.place(of: key)
      if isNew { firsts.append(row) } else { found.append((row, firsts[number])) }
    }
    return found
  }
}

extension CellStore {
  /// Hashes of the cells in some columns, of the 64 rows from one on, as far as there are so many; a column in which all are equal adds nothing.
  /// Rows that differ in a cell may share a hash all the same.
  func mix(_ columns: [Int], from first: Int, into hashes: inout [UInt32]) {
    precondition(UInt(bitPattern: first) < UInt(bitPattern: count) && hashes.count == 64, "a row outside its table")
    let rows = min(64, count &- first)
    hashes.withUnsafeMutableBufferPointer { hashes in
      hashes.update(repeating: 0)
      for slot in columns {
        let cells = column(slot).cells
        switch cells.width {
        case 2: Self.mix(rows, into: hashes) { UInt32(truncatingIfNeeded: cells.ofTwo[first &+ $0]) }
        case 4: Self.mix(rows, into: hashes) { UInt32(truncatingIfNeeded: cells.ofFour[first &+ $0]) }
        case 8: Self.mix(rows, into: hashes) { UInt32(truncatingIfNeeded: cells.ofEight[first &+ $0] ^ cells.ofEight[first &+ $0] &>> 32) }
        default: break
        }
      }
    }
  }

  /// One multiplication of 32 bits a cell, which the compiler does of several cells at once: the cells of a column are of one width.
  @inline(__always)
  private static func mix(_ rows: Int, into hashes: UnsafeMutableBufferPointer<UInt32>, _ cell: (Int) -> UInt32) {
    for row in 0..<rows { hashes[row] = (hashes[row] ^ cell(row)) &* 0x9E37_79B1 }
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
    let alike = rows.alike(in: telling.prefix(Self.tellingCount).map(\.slot))
    return rows.repeated(among: alike) { RowKey(UInt64(truncatingIfNeeded: contentHash(of: $0.index))) }
      .filter { haveEqualContent($0.first.index, $0.row.index) }
  }

  private static let tellingCount = 6
}
