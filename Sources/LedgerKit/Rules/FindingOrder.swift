extension Finding {
  /// Findings in the order files and rows have, whatever order they were made in; those of the term, which have neither, by rule and then
  /// in the order of the months and quarters they speak of.
  ///
  /// A cell of a combined sheet belongs to two ledgers: of what one rule says twice of a cell, the first stays.
  public static func ordered(_ findings: [Finding]) -> [Finding] {
    var ordered = findings
    order(&ordered)
    return ordered
  }

  /// Puts findings in that order where they stand: to list hundreds of thousands anew would count each once more, and let it go again.
  public static func order(_ findings: inout [Finding]) {
    let (kept, twice) = places(of: findings)
    move(&findings, from: kept + twice)
    findings.removeLast(twice.count)
  }

  /// Where the findings are that stay, in their order, and where those are that say what another says.
  private static func places(of findings: [Finding]) -> (kept: [Int32], twice: [Int32]) {
    // Files are compared as text once each, and findings by what they say only where they are of the same row.
    let ranks = fileRanks(of: findings)
    var keys = findings.indices.map { OrderKey(file: ranks[$0], row: findings[$0].number, place: Int32($0)) }
    keys.sort()
    var places = (kept: [Int32](), twice: [Int32]())
    places.kept.reserveCapacity(findings.count)
    var start = 0
    while start < keys.count {
      let end = keys[start...].firstIndex { !$0.isOfRow(of: keys[start]) } ?? keys.count
      if end == start + 1 {
        places.kept.append(keys[start].place)
      } else {
        add(keys[start..<end].map(\.place), of: findings, to: &places)
      }
      start = end
    }
    return places
  }

  /// Adds the places of findings of one row, or of what has no row; they come as the findings were made.
  private static func add(_ places: [Int32], of findings: [Finding], to all: inout (kept: [Int32], twice: [Int32])) {
    let sorted = places.sorted { a, b in
      let (first, second) = (findings[Int(a)], findings[Int(b)])
      return isBefore(first, second) || (!isBefore(second, first) && a < b)
    }
    let before = all.kept.count
    for place in sorted {
      if all.kept.count > before, let last = all.kept.last, findings[Int(place)].isOfCell(of: findings[Int(last)]) {
        all.kept[all.kept.count - 1] = min(last, place)
        all.twice.append(max(last, place))
      } else {
        all.kept.append(place)
      }
    }
  }

  /// Puts at each place the finding that stood at the one given for it; each place is given once.
  private static func move(_ findings: inout [Finding], from places: [Int32]) {
    var places = places
    findings.withUnsafeMutableBufferPointer { findings in
      for first in places.indices {
        var place = first
        while places[place] != first {
          let next = Int(places[place])
          findings.swapAt(place, next)
          places[place] = Int32(place)
          place = next
        }
        places[place] = Int32(place)
      }
    }
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
