import LedgerKit

/// Finds the hazard that an inspection's problem became: the same number, or the same place within three days in similar words.
///
/// Candidates are sought day by day and place by place, and each distinct text is folded once: never all against all.
struct ProblemMatch {
  private var byRef: [Int32: Row] = [:]
  /// By day, then by the number of the place's text.
  private var byDay: [Int32: [Int32: [Row]]] = [:]
  private var near: [PairOfTexts: Bool] = [:]
  private var similar: [PairOfTexts: Bool] = [:]
  private static let similarity = 50
  private static let days: Int32 = 3

  private struct PairOfTexts: Hashable {
    let a: Int32
    let b: Int32
  }

  init(_ hazards: some Sequence<Row>) {
    for row in hazards {
      if let ref = row[Hazards.ref], byRef[ref.id] == nil { byRef[ref.id] = row }
      if let day = row[Hazards.foundOn], let area = row[Hazards.area] {
        byDay[day.number, default: [:]][area.id, default: []].append(row)
      }
    }
  }

  /// Whether a problem is in the hazards.
  mutating func holds(ref: Text?, day: Day?, area: Text?, problem: Text?) -> Bool {
    if let ref, byRef[ref.id] != nil { return true }
    guard let day, let area, let problem else { return false }
    for number in (day.number - Self.days)...(day.number + Self.days) {
      for (_, rows) in byDay[number] ?? [:] {
        guard let place = rows.first?[Hazards.area], isNear(area, place) else { continue }
        for row in rows {
          if let words = row[Hazards.desc], isSimilar(problem, words) { return true }
        }
      }
    }
    return false
  }

  private mutating func isNear(_ a: Text, _ b: Text) -> Bool {
    let pair = PairOfTexts(a: a.id, b: b.id)
    if let known = near[pair] { return known }
    let result = AreaNames.areNear(a.string, b.string)
    near[pair] = result
    return result
  }

  private mutating func isSimilar(_ a: Text, _ b: Text) -> Bool {
    if a == b { return true }
    let pair = PairOfTexts(a: a.id, b: b.id)
    if let known = similar[pair] { return known }
    let result = Similarity.isAtLeast(Self.similarity, a.string, b.string)
    similar[pair] = result
    return result
  }
}

/// One hazard written on an inspection sheet and in the hazards ledger is one hazard (domain §0.5, 12).
public enum SharedHazards {
  /// Marks the hazards that combined sheets repeat from the hazards ledger.
  public static func merge(in table: Table) {
    guard table.sources.contains(where: { !$0.isDerived }), table.sources.contains(where: { $0.isDerived }) else { return }
    var match = ProblemMatch(table.rows.filter { !$0.source.isDerived })
    for row in table.rows where row.source.isDerived {
      if match.holds(ref: row[Hazards.ref], day: row[Hazards.foundOn], area: row[Hazards.area], problem: row[Hazards.desc]) {
        table.merge(row.index)
      }
    }
  }
}
