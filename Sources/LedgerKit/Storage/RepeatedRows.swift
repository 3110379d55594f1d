extension UsableRows {
  /// The rows whose key an earlier one has, each with the first such; rows without a key repeat nothing.
  ///
  /// Of most rows the key is the only one of its kind. Tables of bits, of which the processor holds those of a million rows, leave these
  /// out; measured on a million rows, asking a table of all keys costs three times as much, for each row waits for memory.
  ///
  /// `rough` is a smaller key that equal keys have in common: where it is cheaper, few rows are asked for the key itself.
  public func repeated(sharing rough: (Row) -> OccasionKey?, by key: (Row) -> RowKey?) -> [(row: Row, first: Row)] {
    repeated(among: hashed { rough($0)?.mixed }, by: key)
  }

  /// The same where the key has few parts.
  public func repeated(by key: (Row) -> RowKey?) -> [(row: Row, first: Row)] { repeated(among: hashed { key($0)?.mixed }, by: key) }

  /// A row with a hash that rows of one key share.
  fileprivate struct HashedRow {
    let row: Int32
    let hash: UInt32
  }

  @inline(__always)
  fileprivate func hashed(by hash: (Row) -> UInt64?) -> [HashedRow] {
    var result: [HashedRow] = []
    result.reserveCapacity(count)
    for row in self {
      guard let hash = hash(row) else { continue }
      result.append(HashedRow(row: Int32(truncatingIfNeeded: row.index), hash: UInt32(truncatingIfNeeded: hash)))
    }
    return result
  }

  /// The rows with hashes of their cells in some columns, column by column: cells of a column lie beside each other.
  fileprivate func hashed(by slots: [Int]) -> [HashedRow] {
    var result: [HashedRow] = []
    result.reserveCapacity(count)
    var hashes = [UInt64](repeating: 0, count: 64)
    for rows in words {
      table.cells.mix(slots, from: rows.first, into: &hashes)
      for row in rows {
        let hash = Mix.bits(hashes[row.index &- rows.first])
        result.append(HashedRow(row: Int32(truncatingIfNeeded: row.index), hash: UInt32(truncatingIfNeeded: hash)))
      }
    }
    return result
  }

  fileprivate func repeated(among rows: [HashedRow], by key: (Row) -> RowKey?) -> [(row: Row, first: Row)] {
    var keys = KeyTable<RowKey>()
    var firsts: [Row] = []
    var found: [(row: Row, first: Row)] = []
    // Of rows whose hash is the only one an eighth share a bit all the same: sifted twice, hardly any is asked for its key.
    for candidate in Self.sifted(Self.sifted(rows)) {
      let row = table.row(Int(candidate.row))
      guard let key = key(row) else { continue }
      let (number, isNew) = keys.place(of: key)
      if isNew { firsts.append(row) } else { found.append((row, firsts[number])) }
    }
    return found
  }
}

extension UsableRows {
  /// The rows whose hash others may share, with what other bits of it say.
  private static func sifted(_ rows: [HashedRow]) -> [HashedRow] {
    var (met, again) = (BitTable(for: rows.count), BitTable(for: rows.count))
    for row in rows where !met.insert(row.hash) { _ = again.insert(row.hash) }
    var sifted: [HashedRow] = []
    for row in rows where again.contains(row.hash) { sifted.append(HashedRow(row: row.row, hash: (row.hash &* 0x9E37_79B1).byteSwapped)) }
    return sifted
  }
}

/// Hashes that were met, eight bits for each: what it does not hold was not met.
private struct BitTable {
  private var words: [UInt64]

  /// Creates a table for so many hashes.
  init(for count: Int) {
    var size = 1
    while size * 8 < count { size *= 2 }
    words = [UInt64](repeating: 0, count: size)
  }

  /// Adds a hash; whether it was not there.
  mutating func insert(_ hash: UInt32) -> Bool {
    let (word, bit) = place(of: hash)
    if words[word] & bit != 0 { return false }
    words[word] |= bit
    return true
  }

  /// Whether a hash may have been met.
  func contains(_ hash: UInt32) -> Bool {
    let (word, bit) = place(of: hash)
    return words[word] & bit != 0
  }

  private func place(of hash: UInt32) -> (word: Int, bit: UInt64) { (Int(hash &>> 6) & (words.count - 1), 1 << UInt64(hash & 63)) }
}

extension Table {
  /// The rows that equal an earlier one in every column, each with the first such.
  ///
  /// Day, numbers and texts tell nearly all rows apart; only of rows that agree in some of them all cells are looked at.
  public func copies(among rows: UsableRows) -> [(row: Row, first: Row)] {
    let filled = ledger.columns.filter { mayHaveFilled($0) }
    let telling = filled.filter { $0 === ledger.date || $0.isNumber } + filled.filter(\.isText)
    let hashed = rows.hashed(by: telling.prefix(Self.tellingCount).map(\.slot))
    return rows.repeated(among: hashed) { RowKey(UInt64(truncatingIfNeeded: contentHash(of: $0.index))) }
      .filter { haveEqualContent($0.first.index, $0.row.index) }
  }

  private static let tellingCount = 6
}
