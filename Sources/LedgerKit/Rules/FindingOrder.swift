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
    // Texts are compared once each, and findings by what they say only where they are about no row.
    let ranks = FindingRanks(findings)
    var keys = findings.indices.map { OrderKey(findings[$0], ranks, Int32(truncatingIfNeeded: $0)) }
    keys.sort()
    var places = (kept: [Int32](), twice: [Int32]())
    places.kept.reserveCapacity(findings.count)
    var start = 0
    while start < keys.count {
      var end = start + 1
      while end < keys.count, keys[end].isOfCell(of: keys[start]) { end += 1 }
      if keys[start].hasRow {
        places.kept.append(keys[start].place)
        if end > start + 1 { places.twice += keys[start + 1..<end].map(\.place) }
      } else {
        places.kept += sorted(keys[start..<end].map(\.place), findings)
      }
      start = end
    }
    return places
  }

  /// The places of findings of one file, or of none, that are about no row; they come as the findings were made.
  private static func sorted(_ places: [Int32], _ findings: [Finding]) -> [Int32] {
    places.sorted { a, b in
      let (first, second) = (findings[Int(a)], findings[Int(b)])
      return isBefore(first, second) || (!isBefore(second, first) && a < b)
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

  /// Where a finding stands; two numbers, for all of them are moved about.
  private struct OrderKey: Comparable {
    /// The rank of the file, and the row as in Excel; 0 for none.
    private let line: UInt64
    /// The rank of rule and column, 0 without a row; and the place among the findings as they were made.
    private let rest: UInt64

    init(_ finding: Finding, _ ranks: FindingRanks, _ place: Int32) {
      let (file, cell) = ranks[Int(place)]
      line = UInt64(file) << 32 | UInt64(finding.number.magnitude)
      rest = UInt64(finding.number == 0 ? 0 : cell) << 32 | UInt64(place.magnitude)
    }

    var hasRow: Bool { UInt32(truncatingIfNeeded: line) != 0 }
    var place: Int32 { Int32(truncatingIfNeeded: rest) }

    func isOfCell(of other: OrderKey) -> Bool { line == other.line && rest >> 32 == other.rest >> 32 }

    static func < (a: OrderKey, b: OrderKey) -> Bool { a.line != b.line ? a.line < b.line : a.rest < b.rest }
  }

  /// Of two findings of one file, or of none, that are about no row.
  private static func isBefore(_ a: Finding, _ b: Finding) -> Bool {
    if a.rule != b.rule { return a.rule < b.rule }
    if a.column != b.column { return (a.column ?? "") < (b.column ?? "") }
    return TimeOrder.isBefore(a.message, b.message)
  }
}

/// Where findings stand by their files, and by their rules and columns: the place of each text among all of its sort.
private struct FindingRanks {
  /// Of each finding the number of its kin.
  private let kin: [Int32]
  /// By kin; those of no file stand last.
  private let files: [UInt32]
  /// By kin: first by rule, then by column; without a column first.
  private let cells: [UInt32]

  init(_ findings: [Finding]) {
    var (numbers, ones) = ([ObjectIdentifier: Int32](), [Finding]())
    // Findings that follow each other are mostly kin.
    var last: (kin: ObjectIdentifier, number: Int32)?
    kin = findings.map { finding in
      if let last, last.kin == finding.kin { return last.number }
      let number = numbers[finding.kin] ?? Int32(truncatingIfNeeded: ones.count)
      if number == ones.count {
        numbers[finding.kin] = number
        ones.append(finding)
      }
      last = (finding.kin, number)
      return number
    }
    files = Self.ranks(ones.map { $0.file ?? "\u{10FFFF}" })
    let (rules, columns) = (Self.ranks(ones.map(\.rule)), Self.ranks(ones.map { $0.column ?? "" }))
    let pairs = zip(rules, columns).map { UInt64($0) << 32 | UInt64($1) }
    let ranks = Dictionary(uniqueKeysWithValues: zip(Set(pairs).sorted(), UInt32(0)...))
    cells = pairs.map { ranks[$0] ?? 0 }
  }

  /// Those of the finding at a place.
  subscript(place: Int) -> (file: UInt32, cell: UInt32) { (files[Int(kin[place])], cells[Int(kin[place])]) }

  /// For each text its place among all in order.
  private static func ranks(_ texts: [String]) -> [UInt32] {
    var names = NumberedTexts()
    let numbers = texts.map { names.number(of: $0) }
    let sorted = names.texts.indices.sorted { names.texts[$0] < names.texts[$1] }
    var ranks = [UInt32](repeating: 0, count: sorted.count)
    for (rank, number) in sorted.enumerated() { ranks[number] = UInt32(truncatingIfNeeded: rank) }
    return numbers.map { ranks[$0] }
  }
}
