/// Makes findings of offenses; those of one maker share what they have in common, and most of what they say in equal words.
public struct FindingMaker {
  private let asOf: Day?
  private var texts = RecentTexts()
  private var known: [(key: Key, origin: FindingOrigin)] = []
  private var places: [Key: Int] = [:]
  /// The one asked for last: a rule mostly speaks of one column many times.
  private var last = 0
  /// The advice given last.
  private var advice = (written: "", said: "")

  /// What makes an origin: names and tables stand for themselves, for to compare them would count them.
  private struct Key: Hashable {
    let rule: ObjectIdentifier
    let severity: Rule.Severity
    let table: UnsafeRawPointer
    let source: Int
    /// -1 for the whole row.
    let slot: Int
  }

  /// Creates a maker; without a day citations stand as the rules have them.
  public init(asOf: Day?) { self.asOf = asOf }

  /// The finding of an offense; place, header and raw cell are taken from the offense's row where it has one. `level` is what the school
  /// wants the rule to weigh; an offense that weighs less by itself stays so.
  public mutating func finding(_ offense: Offense, by rule: Rule, ledger: String? = nil, level: Rule.Severity? = nil) -> Finding {
    let severity = offense.severity(by: rule, level: level)
    if let row = offense.row { return finding(offense, row, by: rule, severity) }
    let (message, fix) = (said(offense.message), said(offense.fix))
    guard case .file(let path, let record, let header, let value, let title) = offense.place else {
      let origin = FindingOrigin(rule, severity, citation(of: rule), ledger: ledger)
      return Finding(origin, row: nil, number: nil, message: message, fix: fix)
    }
    let origin = FindingOrigin(
      rule, severity, citation(of: rule), title: title, ledger: ledger, file: path, header: header, value: value)
    return Finding(origin, row: nil, number: record.map { $0 + 1 }, message: message, fix: fix)
  }

  private mutating func finding(_ offense: Offense, _ row: Row, by rule: Rule, _ severity: Rule.Severity) -> Finding {
    let column = offense.column
    let key = Key(
      rule: ObjectIdentifier(rule), severity: severity, table: UnsafeRawPointer(row.cells.head), source: row.cells.source(of: row.index),
      slot: column?.slot ?? -1)
    if last >= known.count || known[last].key != key {
      last = places[key] ?? add(key, FindingOrigin(rule, severity, citation(of: rule), row: row, column: column))
    }
    let (message, fix) = (said(offense.message), advised(offense.fix))
    return Finding(
      known[last].origin, row: row, number: column.map { row.number(of: $0) } ?? row.number, message: message, fix: fix)
  }

  private mutating func add(_ key: Key, _ origin: FindingOrigin) -> Int {
    places[key] = known.count
    known.append((key, origin))
    return known.count - 1
  }

  private mutating func said(_ text: String) -> String { texts.shared(PersonalData.masked(text)) }

  /// A rule mostly gives the same advice many times.
  private mutating func advised(_ fix: String) -> String {
    if !fix.hasSameBytes(as: advice.written) { advice = (fix, said(fix)) }
    return advice.said
  }

  private func citation(of rule: Rule) -> Citation { asOf.map { rule.citation.inForce(on: $0) } ?? rule.citation }
}
