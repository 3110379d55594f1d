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
  /// The same groups of the rows with a number in a column, without those of which the least and the greatest, as they are stored, do not
  /// satisfy a condition: where most do not, they are never put together.
  public func grouped(
    by key: (Row) -> OccasionKey?, where range: AnyColumn, _ holds: (_ least: Int64, _ greatest: Int64) -> Bool
  ) -> RowGroups {
    var keys = KeyTable<OccasionKey>()
    var ranges: [(least: Int64, greatest: Int64)] = []
    for row in self {
      guard let key = key(row), let number = row.stored(range) else { continue }
      let (group, isNew) = keys.place(of: key)
      if isNew { ranges.append((number, number)) }
      if number < ranges[group].least { ranges[group].least = number }
      if number > ranges[group].greatest { ranges[group].greatest = number }
    }
    let areMeant = ranges.map(holds)
    if !areMeant.contains(true) { return RowGroups(table, [], count: 0) }
    return grouped { row in
      guard row.stored(range) != nil, let key = key(row), let group = keys.number(of: key), areMeant[group] else { return nil }
      return key
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
  public init(_ table: Table, _ members: [(row: Int32, group: Int32)], count: Int) {
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

  /// For each group how many different occasions its rows speak of.
  public func occasionCounts(by numbering: RowNumbering) -> [Int] {
    let numbers = table.numbers(by: numbering)
    // The last group in which an occasion was met.
    var groups = [Int32](repeating: -1, count: Int(numbers.max() ?? -1) + 1)
    return indices.map { group in
      rows[places(of: group)].count { row in
        let number = Int(numbers[Int(row)])
        if number < 0 || groups[number] == group { return false }
        groups[number] = Int32(truncatingIfNeeded: group)
        return true
      }
    }
  }

  private func places(of group: Int) -> Range<Int> { (group == 0 ? 0 : ends[group - 1])..<ends[group] }
}
