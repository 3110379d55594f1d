import Testing

@testable import LedgerKit

/// Values are numbered as they are met: those near the first, and those far from it, of which some fall on the border between.
@Suite("Values of cells by their numbers")
struct CellNumbersTests {
  private static let sequences: [(values: [Int64], numbers: [Int])] = [
    ([], []),
    ([19_422, 19_423, 19_422], [0, 1, 0]),
    // Near is from 2048 below the first to 2047 above it.
    ([0, 2047, 2048, -2048, -2049, 2047, 2048, -2048, -2049, 0], [0, 1, 2, 3, 4, 1, 2, 3, 4, 0]),
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
}
