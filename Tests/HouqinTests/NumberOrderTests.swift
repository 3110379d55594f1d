import Testing

@testable import Houqin

@Suite("Numbers are put in order digit by digit") struct NumberOrderTests {
  @Test(
    arguments: [
      ([], []), ([7], [7]), ([2, 1], [1, 2]), ([3, 3, 1, 3], [1, 3, 3, 3]), ([.max, 0, .max, 1 << 63, 1], [0, 1, 1 << 63, .max, .max]),
      // Digits have eleven bits.
      ([1 << 11, 2047, 1 << 22, 1 << 55, 1 << 44, 1 << 33, 0], [0, 2047, 1 << 11, 1 << 22, 1 << 33, 1 << 44, 1 << 55]),
    ] as [([UInt64], [UInt64])])
  func few(numbers: [UInt64], ordered: [UInt64]) { #expect(NumberOrder.sorted(numbers) == ordered) }

  @Test("Many, in any order") func many() {
    // Of an odd factor all products differ.
    let numbers = (0..<5000).map { UInt64($0 % 4000) &* 0x9E37_79B9_7F4A_7C15 }
    #expect(NumberOrder.sorted(numbers) == numbers.sorted())
  }
}
