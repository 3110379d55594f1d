import LedgerKit

/// Finds the hazard that an inspection's problem became: the same number, or the same place within three days in similar words.
struct ProblemMatch {
  private var byRef: [Int32: [Row]] = [:]
  private var byDay: [Int32: [Row]] = [:]
  private static let similarity = 50
  private static let days: Int32 = 3

  init(_ hazards: some Sequence<Row>) {
    for row in hazards {
      if let ref = row[Hazards.ref] { byRef[ref.id, default: []].append(row) }
      if let day = row[Hazards.foundOn] { byDay[day.number, default: []].append(row) }
    }
  }

  func hazard(ref: Text?, day: Day?, area: Text?, problem: Text?) -> Row? {
    if let ref, let row = byRef[ref.id]?.first { return row }
    guard let day, let area, let problem else { return nil }
    for number in (day.number - Self.days)...(day.number + Self.days) {
      for row in byDay[number] ?? [] {
        guard let place = row[Hazards.area], let words = row[Hazards.desc] else { continue }
        if AreaNames.areNear(area.string, place.string), Similarity.isAtLeast(Self.similarity, problem.string, words.string) { return row }
      }
    }
    return nil
  }
}

/// One hazard written on an inspection sheet and in the hazards ledger is one hazard (domain §0.5, 12).
public enum SharedHazards {
  /// Marks the hazards that combined sheets repeat from the hazards ledger.
  public static func merge(in table: Table) {
    guard table.sources.contains(where: { !$0.isDerived }), table.sources.contains(where: { $0.isDerived }) else { return }
    let match = ProblemMatch(table.rows.filter { !$0.source.isDerived })
    for row in table.rows where row.source.isDerived {
      if match.hazard(ref: row[Hazards.ref], day: row[Hazards.foundOn], area: row[Hazards.area], problem: row[Hazards.desc]) != nil {
        table.merge(row.index)
      }
    }
  }
}
