import Testing

@testable import LedgerKit

/// Values are numbered as they are met: those near the first, and those far from it, of which some fall on the border between.
@Suite("Values of cells by their numbers")
struct CellNumbersTests {
  private static let sequences: [(values: [Int64], numbers: [Int])] = [
    ([], []),
    ([19_422, 19_423, 19_422], [0, 1, 0]),
    // Near is from 2048 below the first; places are made for 4096 at once, and for no more than 1,048,576.
    ([0, 2047, 2048, -2048, -2049, 2047, 2048, -2048, -2049, 0], [0, 1, 2, 3, 4, 1, 2, 3, 4, 0]),
    ([5000, 20_000, 1_051_527, 1_051_528, 5000, 1_051_528, 1_051_527, 20_000, 2952, 2951], [0, 1, 2, 3, 0, 3, 2, 1, 4, 5]),
    ([-1, 0, .max, 0, .max, -1], [0, 1, 2, 1, 2, 0]),
    ([.max, .min + 2, .max, .min + 2], [0, 1, 0, 1]),
  ]

  @Test("Numbers in the order of meeting", arguments: sequences.indices) func numbers(place: Int) {
    let (values, expected) = Self.sequences[place]
    var numbers = CellNumbers()
    var met = Set<Int64>()
    for (value, number) in zip(values, expected) {
      let found = numbers.number(of: value)
      #expect(found.number == number)
      #expect(found.isNew == met.insert(value).inserted)
    }
    #expect(numbers.values.count == met.count)
    #expect(zip(values, expected).allSatisfy { numbers.values[$1] == $0 })
  }

  @Test("Of 64 values some are numbered at once: those that were met, near or far, and new ones in their order") func together() {
    var numbers = CellNumbers()
    for value in [0, 20_000, 2_000_000, 10_000] { _ = numbers.number(of: Int64(value)) }
    var values = InlineArray<64, Int64> { Int64($0) * 10_000 }
    // What is not near, what is met twice, and what is not asked of.
    (values[4], values[63], values[5]) = (2_000_000, 20_000, 77)
    let found = numbers.number(values, of: 1 << 63 | 0b1101_0111)
    #expect([0, 1, 2, 4, 6, 7, 63].map { found.numbers[$0] } == [0, 3, 1, 2, 4, 5, 1])
    #expect(found.new == 0b1100_0000)
    #expect(numbers.values == [0, 20_000, 2_000_000, 10_000, 60_000, 70_000])
    #expect(numbers.known(2_000_000) == 2 && numbers.known(70_000) == 5)
    #expect(numbers.known(77) == nil && numbers.known(3_000_000) == nil && CellNumbers().known(0) == nil)
  }

  private static let pairs: [(pairs: [(Int, Int)], numbers: [Int])] = [
    ([], []),
    ([(0, 0), (0, 3), (1, 0), (0, 3), (3, 3)], [0, 1, 2, 1, 3]),
    // A second number of four or more is rare; 4 beside 0 is not 0 beside 1.
    ([(0, 4), (1, 0), (0, 4), (4, 0), (1_000_000_000, 2), (2, 1_000_000_000), (1_000_000_000, 2)], [0, 1, 0, 2, 3, 4, 3]),
  ]

  @Test("Numbers of pairs in the order of meeting", arguments: pairs.indices) func pairNumbers(place: Int) {
    let (pairs, expected) = Self.pairs[place]
    var numbers = PairNumbers(width: 4)
    #expect(pairs.map { numbers.number(of: $0.0, $0.1).number } == expected)
    #expect(numbers.count == Set(expected).count)
    // The same of all at once, after a pair that was met before.
    var together = PairNumbers(width: 4)
    _ = together.number(of: 9, 9)
    let firsts = InlineArray<64, Int32> { Int32(truncatingIfNeeded: $0 < pairs.count ? pairs[$0].0 : 9) }
    let seconds = InlineArray<64, Int32> { Int32(truncatingIfNeeded: $0 < pairs.count ? pairs[$0].1 : 9) }
    let found = together.number(firsts, seconds, of: .max)
    #expect(pairs.indices.map { Int(found.numbers[$0]) } == expected.map { $0 + 1 })
    #expect(found.numbers[63] == 0)
    #expect(found.new.nonzeroBitCount == Set(expected).count)
    #expect(pairs.allSatisfy { together.known($0.0, $0.1) == numbers.known($0.0, $0.1).map { $0 + 1 } })
    #expect(together.known(8, 8) == nil && together.known(3, 2) == nil && numbers.known(9, 9) == nil)
  }
}
