extension Finding {
  /// Findings in the order files and rows have, whatever order they were made in; those of the term, which have neither, by rule and then
  /// in the order of the months and quarters they speak of.
  ///
  /// A cell of a combined sheet belongs to two ledgers: of what one rule says twice of a cell, the first stays.
  public static func ordered(_ findings: [Finding]) -> [Finding] {
    // Files are compared as text once each, and findings by what they say only where they are of the same row.
    let ranks = fileRanks(of: findings)
    var keys = findings.indices.map { OrderKey(file: ranks[$0], row: findings[$0].number, place: Int32($0)) }
    keys.sort()
    var ordered: [Finding] = []
    ordered.reserveCapacity(findings.count)
    var start = 0
    while start < keys.count {
      let end = keys[start...].firstIndex { !$0.isOfRow(of: keys[start]) } ?? keys.count
      if end == start + 1 {
        ordered.append(findings[Int(keys[start].place)])
      } else {
        ordered += distinct(keys[start..<end].map { findings[Int($0.place)] })
      }
      start = end
    }
    return ordered
  }

  /// Where a finding stands; twelve bytes, for all of them are moved about.
  private struct OrderKey: Comparable {
    let file: Int32
    /// As in Excel; 0 for none.
    let row: Int32
    /// Place among the findings as they were made.
    let place: Int32

    func isOfRow(of other: OrderKey) -> Bool { file == other.file && row == other.row }

    static func < (a: OrderKey, b: OrderKey) -> Bool {
      a.file != b.file ? a.file < b.file : a.row != b.row ? a.row < b.row : a.place < b.place
    }
  }

  /// For each finding the place of its file among all files in order; those without one stand last.
  private static func fileRanks(of findings: [Finding]) -> [Int32] {
    var names = NumberedTexts()
    // Findings that follow each other are mostly of one kin, and so of one file.
    var last: (kin: ObjectIdentifier, file: Int32)?
    let files = findings.map { finding in
      if let last, last.kin == finding.kin { return last.file }
      let file = Int32(truncatingIfNeeded: names.number(of: finding.file ?? "\u{10FFFF}"))
      last = (finding.kin, file)
      return file
    }
    let sorted = names.texts.indices.sorted { names.texts[$0] < names.texts[$1] }
    var ranks = [Int32](repeating: 0, count: sorted.count)
    for (rank, file) in sorted.enumerated() { ranks[file] = Int32(rank) }
    return files.map { ranks[Int($0)] }
  }

  /// Findings of one row, or of what has no row, in order; `findings` are as they were made.
  private static func distinct(_ findings: [Finding]) -> [Finding] {
    let sorted = findings.indices.sorted { a, b in
      isBefore(findings[a], findings[b]) || (!isBefore(findings[b], findings[a]) && a < b)
    }
    var kept: [Int] = []
    for place in sorted {
      if let last = kept.last, findings[place].isOfCell(of: findings[last]) {
        kept[kept.count - 1] = min(last, place)
      } else {
        kept.append(place)
      }
    }
    return kept.map { findings[$0] }
  }

  private func isOfCell(of other: Finding) -> Bool {
    number != 0 && rule == other.rule && (column ?? "") == (other.column ?? "")
  }

  /// Of two findings of one row, or of what has no row.
  private static func isBefore(_ a: Finding, _ b: Finding) -> Bool {
    if a.rule != b.rule { return a.rule < b.rule }
    if a.column != b.column { return (a.column ?? "") < (b.column ?? "") }
    return TimeOrder.isBefore(a.message, b.message)
  }
}
