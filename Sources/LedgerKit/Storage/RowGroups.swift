extension UsableRows {
  /// The rows that share a key, in the order the keys are met; rows without a key belong to none.
  ///
  /// All lie in one array, group after group: an array for each of a hundred thousand groups costs more than what is asked of it.
  public func grouped(by key: (Row) -> RowKey?) -> RowGroups {
    var keys = KeyTable<RowKey>()
    var members: [(row: Int32, group: Int32)] = []
    var ends: [Int] = []
    for row in self {
      guard let key = key(row) else { continue }
      let (group, isNew) = keys.place(of: key)
      if isNew { ends.append(0) }
      ends[group] += 1
      members.append((Int32(truncatingIfNeeded: row.index), Int32(truncatingIfNeeded: group)))
    }
    for group in ends.indices.dropFirst() { ends[group] += ends[group - 1] }
    return RowGroups(table, members, ends: ends)
  }
}

/// Rows, group by group.
public struct RowGroups: RandomAccessCollection {
  private let table: Table
  private let rows: [Int32]
  /// Where each group ends.
  private let ends: [Int]

  fileprivate init(_ table: Table, _ members: [(row: Int32, group: Int32)], ends: [Int]) {
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
  public subscript(group: Int) -> [Row] { rows[(group == 0 ? 0 : ends[group - 1])..<ends[group]].map { table.row(Int($0)) } }
}
