/// What columns hold, each value once: of a million cells a few hundred or thousand are looked at.
extension UsableRows {
  /// What those rows that satisfy a condition hold in a column, as it is stored, each once, in the order it is met.
  public func distinct(_ column: AnyColumn, where condition: RowCondition, _ scope: Scope) -> [Int64] {
    var said = CellNumbers()
    for rows in words(satisfying: condition, scope) { _ = said.number(rows, column.slot) }
    return said.values
  }
}

extension Table {
  /// What any row holds in a column, as it is stored, each once, in the order it is met.
  public func distinct(_ column: AnyColumn) -> [Int64] {
    var said = CellNumbers()
    for first in stride(from: 0, to: count, by: 64) {
      _ = said.number(RowWord(table: self, first: first, bits: .max >> UInt64(max(0, first + 64 - count))), column.slot)
    }
    return said.values
  }

  /// Whether a text of a column begins with a nought. Numbers of papers mostly follow each other: of a hundred that begin alike one is
  /// looked at.
  public func hasPadded(_ column: Column<Text>) -> Bool {
    var known: Range<Int32> = 0..<0
    return (0..<count).contains { [cells, lexicon] row in
      let stored = cells[column.slot, row]
      if stored <= CellMark.unusable || known.contains(Int32(truncatingIfNeeded: stored)) { return false }
      known = lexicon.kin(of: Int32(truncatingIfNeeded: stored))
      return lexicon.begins(known.lowerBound, with: UInt8(ascii: "0"))
    }
  }
}
