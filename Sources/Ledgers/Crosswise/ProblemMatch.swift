import LedgerKit

/// Finds the hazard that an inspection's problem became: the same number, or the same place within three days in similar words.
///
/// Candidates are sought day by day and place by place, and each distinct text is folded once: never all against all.
struct ProblemMatch {
  private var refs = Set<Int32>()
  /// Each place on each day that has hazards, by the numbers of both, and what the hazards are there and then.
  private var occasions = RowKeys()
  private var described: [[Text]] = []
  /// The hazards' places, and for each place asked about the numbers of those that are near it.
  private let places: PlaceIndex
  private var near: [Int32: [Int32]] = [:]
  /// The same problem of the same place and day is sought once: the more rows, the more of them repeat it.
  private var asked = RowKeys()
  private var answers: [Bool] = []
  /// Each distinct text folded once.
  private var words: [Int32: Similarity.Folded] = [:]
  private static let similarity = 50
  private static let days: Int32 = 3

  init(_ hazards: some Sequence<Row>) {
    var areas: [Int32: AreaNames.Place] = [:]
    var met = RowKeys()
    for row in hazards {
      if let ref = row[Hazards.ref] { refs.insert(ref.id) }
      guard let day = row[Hazards.foundOn], let area = row[Hazards.area], let desc = row[Hazards.desc] else { continue }
      guard met.place(of: RowKey(day.number, area.id, desc.id)).isNew else { continue }
      let (occasion, isNew) = occasions.place(of: RowKey(day.number, area.id))
      if isNew { described.append([]) }
      described[occasion].append(desc)
      if areas[area.id] == nil { areas[area.id] = AreaNames.Place(area.string) }
    }
    places = PlaceIndex(areas.map { (number: $0.key, place: $0.value) })
  }

  /// Whether a problem is in the hazards.
  mutating func holds(ref: Text?, day: Day?, area: Text?, problem: Text?) -> Bool {
    if let ref, refs.contains(ref.id) { return true }
    guard let day, let area, let problem else { return false }
    let (question, isNew) = asked.place(of: RowKey(day.number, area.id, problem.id))
    if isNew { answers.append(isDescribed(problem, day, area)) }
    return answers[question]
  }

  private mutating func isDescribed(_ problem: Text, _ day: Day, _ area: Text) -> Bool {
    let said = folded(problem)
    for place in placesNear(area) {
      for number in (day.number - Self.days)...(day.number + Self.days) {
        guard let occasion = occasions.number(of: RowKey(number, place)) else { continue }
        for desc in described[occasion] where desc == problem || said.isAtLeast(Self.similarity, to: folded(desc)) { return true }
      }
    }
    return false
  }

  private mutating func placesNear(_ area: Text) -> [Int32] {
    if let known = near[area.id] { return known }
    let found = places.near(AreaNames.Place(area.string))
    near[area.id] = found
    return found
  }

  private mutating func folded(_ text: Text) -> Similarity.Folded {
    if let known = words[text.id] { return known }
    let folded = Similarity.Folded(text.string)
    words[text.id] = folded
    return folded
  }
}

/// One hazard written on an inspection sheet and in the hazards ledger is one hazard (domain §0.5, 12).
public enum SharedHazards {
  /// Marks the hazards that combined sheets repeat from the hazards ledger.
  public static func merge(in table: Table) {
    guard table.sources.contains(where: { !$0.isDerived }), table.sources.contains(where: { $0.isDerived }) else { return }
    var match = ProblemMatch(table.rows.filter { !$0.isDerived })
    for row in table.rows where row.isDerived {
      if match.holds(ref: row[Hazards.ref], day: row[Hazards.foundOn], area: row[Hazards.area], problem: row[Hazards.desc]) {
        table.merge(row.index)
      }
    }
  }
}
