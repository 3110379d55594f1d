import Testing

@testable import Houqin

@Suite("Files one core hashes together")
struct HashedTogetherTests {
  @Test(
    "Beside a file those that are as long as it",
    arguments: [
      ([], []),
      ([9], [0..<1]),
      ([9, 9], [0..<2]),
      ([9, 9, 9], [0..<2, 2..<3]),
      ([9, 9, 9, 9], [0..<2, 2..<4]),
      ([9, 5, 4, 4], [0..<3, 3..<4]),
      // The third is longer than what is left beside the first.
      ([9, 8, 7, 5, 2], [0..<2, 2..<5]),
      ([122, 62, 33, 1], [0..<4]),
      // Empty files cost nothing.
      ([3, 3, 0, 0], [0..<4]),
      ([0, 0], [0..<2]),
    ] as [([Int], [Range<Int>])])
  func groups(sizes: [Int], groups: [Range<Int>]) {
    #expect(FileBytes.hashedTogether(sizes: sizes) == groups)
  }
}
