extension UsableRows {
  /// The rows that share a key, in the order the keys are met; rows without a key belong to none.
  ///
  /// All lie in one array, group after group: an array for each of a hundred thousand groups costs more than what is asked of it.
  public func grouped(by key: (Row) -> OccasionKey?) -> RowGroups {
    var keys = KeyTable<OccasionKey>()
    var members: [(row: Int32, group: Int32)] = []
    members.reserveCapacity(count)
    for row in self {
      guard let key = key(row) else { continue }
      members.append((Int32(truncatingIfNeeded: row.index), Int32(truncatingIfNeeded: keys.place(of: key).number)))
    }
    return RowGroups(table, members, count: keys.keys.count)
  }
}

extension UsableRows {
  /// The same groups of the rows with a number in a column, without those of which the column `rough` says already that they are close
  /// together: rows of one group say the same there, and the least and the greatest number of all that say so do not satisfy a condition.
  /// Where most do not, as the prices of one article do not, hardly a row is asked for its key.
  public func grouped(
    by key: (Row) -> OccasionKey?, within rough: AnyColumn, where column: AnyColumn, _ areFar: (_ least: Int64, _ greatest: Int64) -> Bool
  ) -> RowGroups {
    var said = CellNumbers()
    var ranges: [(least: Int64, greatest: Int64)] = []
    for rows in words {
      let names = said.number(rows, rough.slot)
      let (places, prices) = (names.numbers.span, rows.table.cells.column(column.slot))
      while ranges.count < said.values.count { ranges.append((.max, .min)) }
      var ranges = ranges.mutableSpan
      var rest = names.filled & rows.filled(column.slot).bits
      while rest != 0 {
        let (place, number) = (Int(places[rest.trailingZeroBitCount]), prices[rows.first &+ rest.trailingZeroBitCount])
        rest &= rest &- 1
        let range = ranges[place]
        ranges[place] = (Swift.min(range.least, number), Swift.max(range.greatest, number))
      }
    }
    let areMeant = ranges.map { $0.least <= $0.greatest && areFar($0.least, $0.greatest) }
    if !areMeant.contains(true) { return RowGroups(table, [], count: 0) }
    return grouped { row in
      guard row.stored(column) != nil, let cell = row.stored(rough), areMeant[said.number(of: cell).number] else { return nil }
      return key(row)
    }
  }
}

/// Rows, group by group.
public struct RowGroups: RandomAccessCollection {
  private let table: Table
  private let rows: [Int32]
  /// Where each group ends.
  private let ends: [Int]

  /// Creates so many groups of places of rows, each with the number of a group it is in; within a group they keep their order.
  fileprivate init(_ table: Table, _ members: [(row: Int32, group: Int32)], count: Int) {
    var ends = [Int](repeating: 0, count: count)
    for (_, group) in members { ends[Int(group)] += 1 }
    for group in ends.indices.dropFirst() { ends[group] += ends[group - 1] }
    var rows = [Int32](repeating: 0, count: members.count)
    var free = ends
    for (row, group) in members.reversed() {
      free[Int(group)] -= 1
      rows[free[Int(group)]] = row
    }
    self.table = table
    self.rows = rows
    self.ends = ends
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { ends.count }
  public subscript(group: Int) -> [Row] { rows[places(of: group)].map { table.row(Int($0)) } }

  /// The first row of a group, without the others.
  public func first(of group: Int) -> Row? {
    let places = places(of: group)
    return places.isEmpty ? nil : table.row(Int(rows[places.lowerBound]))
  }

  /// The last row of a group, without the others.
  public func last(of group: Int) -> Row? {
    let places = places(of: group)
    return places.isEmpty ? nil : table.row(Int(rows[places.upperBound - 1]))
  }

  /// How many rows a group has.
  public func count(of group: Int) -> Int { places(of: group).count }

  private func places(of group: Int) -> Range<Int> { (group == 0 ? 0 : ends[group - 1])..<ends[group] }
}
