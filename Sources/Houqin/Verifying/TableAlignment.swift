/// Finds the table that a document's table once was, and its rows.
struct TableAlignment {
  private let expected: [Expectation.Table]
  private let yardstick: Yardstick

  private struct Row {
    let line: Int
    let cells: [Sentence]
  }

  init(_ expectation: Expectation, _ yardstick: Yardstick) {
    expected = expectation.tables
    self.yardstick = yardstick
  }

  func statements(_ tables: [ReadDocument.Table]) -> [Verification.Statement] {
    var free = Set(expected.indices)
    return tables.flatMap { table -> [Verification.Statement] in
      let rows = table.rows.map { Row(line: $0.line, cells: $0.cells.map(Sentence.init)) }
      guard let head = rows.first else { return [] }
      guard let partner = partner(head, rows.dropFirst(), free) else { return rows.flatMap(unknown) }
      free.remove(partner)
      // The words of the head may hold days: months as columns.
      let isSameHead = Expectation.key(head.cells) == expected[partner].key
      return (isSameHead ? compare(head, expected[partner].head, sameWidth: true) : unknown(head))
        + compare(Array(rows.dropFirst()), expected[partner])
    }
  }

  private func unknown(_ row: Row) -> [Verification.Statement] {
    row.cells.flatMap { cell in cell.mentions.compactMap { unknown(row, cell, $0) } }
  }

  private func unknown(_ row: Row, _ cell: Sentence, _ mention: Mention) -> Verification.Statement? {
    if mention.kind == .date { return nil }
    return Verification.Statement(
      line: row.line, text: row.cells.map(\.text.string).joined(separator: " | "), stated: mention.text, figure: nil, actual: nil,
      verdict: .unregistered, reason: nil)
  }

  /// The table with the same head and the most rows in common.
  private func partner(_ head: Row, _ rows: ArraySlice<Row>, _ free: Set<Int>) -> Int? {
    let key = Expectation.key(head.cells)
    let same = expected.indices.filter { expected[$0].key == key }
    let candidates = same.filter(free.contains).isEmpty ? same : same.filter(free.contains)
    if candidates.count == 1 { return candidates[0] }
    let words = Set(rows.map { Self.words($0.cells) })
    let firsts = Set(rows.compactMap { $0.cells.first?.text.string })
    let counts = candidates.map { i in
      (place: i, common: common(expected[i].rows, words, firsts), excess: abs(expected[i].rows.count - rows.count))
    }
    if let best = counts.max(by: { ($0.common, $1.excess, $1.place) < ($1.common, $0.excess, $0.place) }) { return best.place }
    // The head was rewritten: told by its first cells.
    return free.sorted().first { i in
      expected[i].head.count == head.cells.count && expected[i].rows.count > 1
        && expected[i].rows.count { row in row.first.map { firsts.contains($0.text.string) } ?? false } * 3 >= expected[i].rows.count * 2
    }
  }

  /// Whole rows tell more than their first cells.
  private func common(_ rows: [[Sentence]], _ words: Set<String>, _ firsts: Set<String>) -> Int {
    rows.reduce(0) { sum, row in
      sum + (words.contains(Self.words(row)) ? 4 : 0) + (row.first.map { firsts.contains($0.text.string) } ?? false ? 1 : 0)
    }
  }

  private static func words(_ cells: [Sentence]) -> String { cells.map(\.text.string).joined(separator: "|") }

  private func compare(_ rows: [Row], _ table: Expectation.Table) -> [Verification.Statement] {
    var free: [Int?] = table.rows.indices.map { $0 }
    var partners: [Int: Int] = [:]
    var byWords: [String: [Int]] = [:]
    for (i, row) in table.rows.enumerated() { byWords[Self.words(row), default: []].append(i) }
    for (i, row) in rows.enumerated() {
      let words = Self.words(row.cells)
      guard let first = byWords[words]?.first else { continue }
      partners[i] = first
      byWords[words]?.removeFirst()
      free[first] = nil
    }
    for i in rows.indices where partners[i] == nil {
      let best = free.compactMap { $0 }.max { score(rows[i], table.rows[$0], i, $0) < score(rows[i], table.rows[$1], i, $1) }
      guard let best, likeness(rows[i], table.rows[best]) * 2 >= table.rows[best].count - 1 else { continue }
      partners[i] = best
      free[best] = nil
    }
    return rows.enumerated().flatMap { i, row in
      partners[i].map { compare(row, table.rows[$0], sameWidth: row.cells.count == table.head.count) } ?? unknown(row)
    }
  }

  /// Cells in common, then nearness of place.
  private func score(_ row: Row, _ other: [Sentence], _ i: Int, _ j: Int) -> (Int, Int, Int) {
    (row.cells.first?.text.string == other.first?.text.string ? 1 : 0, likeness(row, other), -abs(i - j))
  }

  private func likeness(_ row: Row, _ other: [Sentence]) -> Int { zip(row.cells, other).count { $0.text.string == $1.text.string } }

  private func compare(_ row: Row, _ other: [Sentence], sameWidth: Bool) -> [Verification.Statement] {
    row.cells.enumerated().flatMap { column, cell -> [Verification.Statement] in
      let partner = other.indices.contains(column) && sameWidth ? other[column] : nil
      return cell.mentions.enumerated().compactMap { i, mention in
        guard let partner, partner.key == cell.key || partner.mentions.count == cell.mentions.count, partner.mentions.indices.contains(i),
          partner.mentions[i].kind == mention.kind
        else { return unknown(row, cell, mention) }
        let expected = partner.mentions[i]
        let label = partner.label(of: expected)
        let verdict = yardstick.verdict(mention, against: expected, of: label)
        if mention.kind == .date, verdict == .confirmed { return nil }
        return Verification.Statement(
          line: row.line, text: row.cells.map(\.text.string).joined(separator: " | "), stated: mention.text, figure: label ?? "表",
          actual: expected.text, verdict: verdict, reason: nil)
      }
    }
  }
}
