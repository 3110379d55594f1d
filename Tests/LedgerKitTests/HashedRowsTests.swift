import Testing

@testable import LedgerKit

@Suite("Rows that may share a key")
struct HashedRowsTests {
  /// The rows, by the key that each has.
  private static func alike(_ keys: [Int64]) -> [Int] { HashedRows.alike(keys.map(\.hash)) }

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

  @Test("Rows without a hash are like none, and those that are not told of are not looked at") func some() {
    // Rows 0 and 3 have none; 1 and 4 share one, and so do 64 and 129.
    let keys: [Int: Int64] = [4: 1, 129: 64]
    let alike = HashedRows.alike((0..<130).map { [0, 3].contains($0) ? -1 : (keys[$0] ?? Int64($0)).hash })
    #expect(Set([1, 4, 64, 129]).isSubset(of: alike) && Set([0, 3]).isDisjoint(with: alike))
    let told = HashedRows.alike(below: 130) { first, hashes in
      hashes = [UInt32](repeating: 5, count: 64)
      return first == 64 ? 1 << 63 : first == 128 ? 0b11 : 0
    }
    #expect(told == [127, 128, 129])
  }
}
