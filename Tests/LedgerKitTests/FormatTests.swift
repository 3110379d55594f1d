import LedgerKit
import Testing

@Suite("Numbers as they are printed, domain §4.0")
struct FormatTests {
  @Test(
    "Half is rounded up, away from zero, once and from the exact value",
    arguments: [
      (1, 3, 2, "0.33"), (2, 3, 2, "0.67"), (5, 1000, 2, "0.01"), (-5, 1000, 2, "-0.01"), (4, 1000, 2, "0.00"), (25, 10, 0, "3"),
      (-25, 10, 0, "-3"), (7, 1, 0, "7"), (0, 7, 1, "0.0"), (999, 100, 1, "10.0"),
      // Rounded twice these would be 1.5: 1.4499 → 1.45 → 1.5.
      (14_499, 10_000, 1, "1.4"), (-14_499, 10_000, 1, "-1.4"),
      (0, 1, 0, "0"), (-100, 1, 0, "-100"), (-5, 100, 2, "-0.05"), (12, 1, 3, "12.000"),
      // The largest number of 64 bits and the one above it, which are written in two ways.
      (18_446_744_073_709_551_615, 1, 0, "18446744073709551615"), (18_446_744_073_709_551_616, 1, 0, "18446744073709551616"),
      (18_446_744_073_709_551_615, 100, 2, "184467440737095516.15"), (-18_446_744_073_709_551_616, 100, 2, "-184467440737095516.16"),
    ] as [(Int128, Int128, Int, String)])
  func decimals(numerator: Int128, denominator: Int128, decimals: Int, text: String) {
    #expect(Format.decimal(numerator, over: denominator, decimals: decimals) == text)
  }

  @Test("A negative number that rounds to nothing has no sign", arguments: [(-4, 1000, 2), (-1, 3000, 1)] as [(Int128, Int128, Int)])
  func noNegativeZero(numerator: Int128, denominator: Int128, decimals: Int) {
    #expect(!Format.decimal(numerator, over: denominator, decimals: decimals).hasPrefix("-"))
  }

  @Test(
    "Rates have one decimal, and 100.0 and 0.0 are never false",
    arguments: [
      (15, 18, "83.3"), (9, 11, "81.8"), (6, 14, "42.9"), (27, 28, "96.4"), (999, 1000, "99.9"), (1999, 2000, "99.9"),
      (2999, 3000, "99.9"), (1, 3000, "<0.1"), (1, 2000, "0.1"), (1, 2001, "<0.1"), (1, 1, "100.0"), (0, 5, "0.0"), (2, 3, "66.7"),
      (21, 20, "105.0"),
    ] as [(Int128, Int128, String)])
  func percent(numerator: Int128, denominator: Int128, text: String) {
    #expect(Format.percent(numerator, of: denominator) == text)
  }

  @Test("The rate of sums of money is exact beyond 64 bits")
  func largePercent() {
    let total = Int128(Int64.max)
    #expect(Format.percent(total - 1, of: total) == "99.9")
    #expect(Format.percent(total / 2, of: total) == "50.0")
  }

  @Test("Mean days to mend: 38 days over 14 hazards") func days() {
    #expect(Format.decimal(38, over: 14, decimals: 1) == "2.7")
    #expect(Format.decimal(35, over: 14, decimals: 1) == "2.5")
    #expect(Format.decimal(3, over: 20, decimals: 1) == "0.2")
  }

  @Test(
    "Money has two decimals; half a fen is rounded up as Excel's ROUND does",
    arguments: [
      (1_234_565_000, "1234.57"), (1_234_564_999, "1234.56"), (-1_234_565_000, "-1234.57"), (1_234_500_000, "1234.50"), (0, "0.00"),
      (-4_000, "0.00"), (5_000, "0.01"), (-50_000_000, "-50.00"),
    ] as [(Int64, String)])
  func yuan(millionths: Int64, text: String) {
    #expect(Format.yuan(Fixed(millionths: millionths)) == text)
  }

  @Test(
    "万元 are rounded from the exact sum",
    arguments: [
      (12_345_670_000, "1.23"), (12_350_000_000, "1.24"), (123_456_500_000, "12.35"), (-12_350_000_000, "-1.24"), (10_000_000_000, "1.00"),
      // 12349.999999 yuan: rounded to fen first it would be 1.24.
      (12_349_999_999, "1.23"),
    ] as [(Int128, String)])
  func tenThousandYuan(millionths: Int128, text: String) {
    #expect(Format.tenThousandYuan(millionths) == text)
  }

  @Test(
    arguments: [
      ("1234.50", "1,234.50"), ("999.00", "999.00"), ("1000", "1,000"), ("123456.78", "123,456.78"), ("1000000.00", "1,000,000.00"),
      ("-1234567.89", "-1,234,567.89"), ("-100.00", "-100.00"), ("0.50", "0.50"), ("0.123456", "0.123456"), ("", ""), ("—", "—"),
    ])
  func grouped(number: String, text: String) {
    #expect(Format.grouped(number) == text)
  }

  @Test(arguments: [(7, "7"), (12_345, "12,345"), (-1000, "-1,000"), (1_000_000, "1,000,000")])
  func groupedWhole(number: Int, text: String) {
    #expect(Format.grouped(number) == text)
  }

  @Test(
    arguments: [
      (200, "3分20秒"), (45, "45秒"), (59, "59秒"), (60, "1分"), (120, "2分"), (0, "0秒"), (61, "1分1秒"), (3661, "61分1秒"), (-75, "-1分15秒"),
    ])
  func duration(seconds: Int, text: String) {
    #expect(Format.duration(seconds: seconds) == text)
  }
}

@Suite("Exact decimal numbers")
struct FixedTests {
  @Test(
    arguments: [
      (12_000_000, "12"), (3_500_000, "3.5"), (125_000, "0.125"), (-500_000, "-0.5"), (0, "0"), (1, "0.000001"), (-12_000_000, "-12"),
      (-1_000_001, "-1.000001"), (100_050_000, "100.05"),
    ] as [(Int64, String)])
  func plain(millionths: Int64, text: String) {
    #expect(Fixed(millionths: millionths).plain == text)
  }

  @Test("Sums are exact where binary fractions are not") func sums() {
    #expect(Fixed(fen: 10) + Fixed(fen: 20) == Fixed(fen: 30))
    #expect((0..<100).reduce(Fixed.zero) { sum, _ in sum + Fixed(fen: 1) } == Fixed(1))
    #expect(Fixed(1) - Fixed(fen: 1) == Fixed(millionths: 990_000))
    #expect((Fixed(0) - Fixed(fen: 5)).isNegative)
    #expect(!Fixed.zero.isNegative)
  }

  @Test func order() {
    #expect(Fixed(fen: -1) < Fixed.zero)
    #expect(Fixed(fen: 99) < Fixed(1))
    #expect(Fixed(3).isWhole)
    #expect(!Fixed(fen: 350).isWhole)
  }
}
