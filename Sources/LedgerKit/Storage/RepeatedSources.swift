/// A table that holds almost the same rows as another one of its ledger (FIL-008): an older copy, or the same export under another name.
public struct RepeatedSource: Sendable {
  /// The one that is left out, as index in the table's sources.
  public let source: Int
  /// The one that counts.
  public let other: Int
  /// Rows that are the same in both.
  public let same: Int
  /// Excel rows only the one left out has.
  public let own: [Int]
}

extension Table {
  /// Finds tables of which more than nine rows in ten stand in another one too, and leaves all their rows out. Of two the one with fewer
  /// rows goes, of equals the later by name.
  public func leaveOutRepeatedSources() -> [RepeatedSource] {
    let candidates = sources.indices.filter { !sources[$0].isDerived }
    guard candidates.count > 1 else { return [] }
    let rowsOf = Dictionary(grouping: 0..<count) { sourceIndex(of: $0) }
    var left = Set<Int>()
    return candidates.sorted { (rowsOf[$0]?.count ?? 0, $1) < (rowsOf[$1]?.count ?? 0, $0) }.compactMap { source in
      guard let rows = rowsOf[source], rows.count >= 3 else { return nil }
      let found = overlaps(of: rows, in: rowsOf).filter { !left.contains($0.key) && (rowsOf[$0.key]?.count ?? 0) >= rows.count }
      guard let (other, same) = found.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), same * 10 > rows.count * 9 else { return nil }
      left.insert(source)
      let theirs = Set((rowsOf[other] ?? []).map { contentHash(of: $0) })
      let own = rows.filter { !theirs.contains(contentHash(of: $0)) }.map { row($0).number }
      for row in rows { leaveOut(row, because: "FIL-008") }
      return RepeatedSource(source: source, other: other, same: same, own: own)
    }
  }

  /// How many of some rows stand in each other table.
  private func overlaps(of rows: [Int], in rowsOf: [Int: [Int]]) -> [Int: Int] {
    guard let first = rows.first else { return [:] }
    let own = sourceIndex(of: first)
    let hashes = rows.map { contentHash(of: $0) }
    var result: [Int: Int] = [:]
    for (source, theirs) in rowsOf where source != own && !sources[source].isDerived {
      var counts: [Int: Int] = [:]
      for row in theirs { counts[contentHash(of: row), default: 0] += 1 }
      let same = hashes.reduce(0) { sum, hash in
        guard let n = counts[hash], n > 0 else { return sum }
        counts[hash] = n - 1
        return sum + 1
      }
      if same > 0 { result[source] = same }
    }
    return result
  }
}
