import Testing

@testable import LedgerKit

@Suite("Rows that may share a key")
struct HashedRowsTests {
  private static let table = Reading(Rounds.ledger, ["检查日期,部位"] + [String](repeating: "2023-03-06,大门", count: 2000)).table

  /// The rows, by the key that each has.
  private static func alike(_ keys: [Int64]) -> [Int] {
    var hashed = HashedRows(capacity: keys.count)
    for (place, key) in keys.enumerated() { hashed.append(table.row(place), key.mixed) }
    return hashed.alike
  }

  private static let examples: [(keys: [Int64], alike: [Int])] = [
    ([], []),
    ([7, 7], [0, 1]),
    ([7, 7, 7, 7], [0, 1, 2, 3]),
  ]

  @Test("Rows of one key, in order", arguments: examples.indices) func few(place: Int) {
    #expect(Self.alike(Self.examples[place].keys) == Self.examples[place].alike)
  }

  @Test("None of one key is missed, and hardly any other is left") func many() {
    // Rows 100 to 119 have the keys of rows 1900 to 1919.
    let alike = Self.alike((0..<2000).map { (100..<120).contains($0) ? $0 + 1800 : $0 })
    let sharing = Set(Array(100..<120) + Array(1900..<1920))
    #expect(sharing.isSubset(of: alike))
    #expect(alike == alike.sorted() && alike.count < 60)
  }
}
