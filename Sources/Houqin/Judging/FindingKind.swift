import LedgerKit

/// Findings that are kin, counted once for all who want to know how many there are: to ask each of 133,000 findings of what rule and level it
/// is takes a millisecond, and a summary asked twenty times.
struct FindingKind: Sendable {
  /// One of them, for what they share.
  let one: Finding
  /// How many they are.
  private(set) var count = 0
  /// The first of them with their places among all findings, as many as are ever shown.
  private(set) var first: [(place: Int, finding: Finding)] = []

  private init(_ finding: Finding) { one = finding }

  /// Kinds of findings, in the order in which they come first.
  static func all(_ findings: [Finding]) -> [FindingKind] {
    var kinds = KinMemory<FindingKind>()
    for (place, finding) in findings.enumerated() {
      let kind = kinds.place(of: finding, FindingKind.init)
      kinds[kind].add(finding, at: place)
    }
    return kinds.values
  }

  private mutating func add(_ finding: Finding, at place: Int) {
    count += 1
    if first.count < FindingGroup.shown { first.append((place, finding)) }
  }
}

extension [FindingKind] {
  /// How many findings they are.
  var findingCount: Int { reduce(0) { $0 + $1.count } }
}
