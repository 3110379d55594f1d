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

  /// Kinds of findings, in the order in which they come first. They are counted piece by piece, on every core: nothing else can be done
  /// before they are known.
  static func all(_ findings: [Finding]) -> [FindingKind] {
    let pieces = Parallel.pieces(of: findings.count, least: 8192) { counted(findings, $0) }
    var kinds = KinMemory<FindingKind>()
    for kind in pieces.joined() {
      let place = kinds.place(of: kind.one, FindingKind.init)
      kinds[place].add(kind)
    }
    return kinds.values
  }

  private static func counted(_ findings: [Finding], _ places: Range<Int>) -> [FindingKind] {
    // Findings lie far apart; those that are only asked of what kin they are, the processor fetches several at once.
    let kin = findings[places].withUncounted { found in (0..<found.count).map { found.with($0) { $0.kin } } }
    var kinds = KinMemory<FindingKind>()
    for (place, kin) in zip(places, kin) {
      let kind = kinds.place(of: kin) { FindingKind(findings[place]) }
      kinds[kind].count += 1
      if kinds[kind].first.count < FindingGroup.shown { kinds[kind].first.append((place, findings[place])) }
    }
    return kinds.values
  }

  /// Adds those of the same kind that come later.
  private mutating func add(_ later: FindingKind) {
    count += later.count
    first += later.first.prefix(FindingGroup.shown - first.count)
  }
}

extension [FindingKind] {
  /// How many findings they are.
  var findingCount: Int { reduce(0) { $0 + $1.count } }
}
