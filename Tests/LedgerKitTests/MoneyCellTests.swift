import LedgerKit
import Testing

@Suite("Money cells, domain §5.1 (46–48, 52)")
struct MoneyCellTests {
  @Test(
    "case 46: sums in yuan",
    arguments: [
      ("1234.5", 123_450), ("1,234.50", 123_450), ("￥1234.5", 123_450), ("¥1,234.50", 123_450),
      ("12000元整", 1_200_000), ("12，000", 1_200_000), ("12,000.00", 1_200_000), ("￥12000", 1_200_000), ("12000.-", 1_200_000),
      ("１２．５", 1250), ("12.5元", 1250), ("人民币120元", 12_000), (" 1 200 ", 120_000), ("0", 0), ("0.01", 1),
      ("12000圆整", 1_200_000),
    ] as [(String, Int64)])
  func yuan(text: String, fen: Int64) {
    #expect(read(Money.self, text) == .fen(fen))
  }

  @Test(
    "cases 46, 47: another unit or capitals are told (GEN-022)",
    arguments: [
      ("1.2万元", "12000.00元"), ("1.2万", "12000.00元"), ("3千元", "3000.00元"), ("12元5角", "12.50元"), ("5角", "0.50元"), ("1.23456万元", "12345.60元"),
      ("壹仟贰佰元整", "1200.00元"), ("壹万贰仟叁佰肆拾伍元陆角", "12345.60元"), ("一千二百元", "1200.00元"), ("伍佰零叁元贰角壹分", "503.21元"),
      ("人民币壹拾万元整", "100000.00元"),
    ])
  func converted(text: String, yuan: String) {
    guard case .noted(let millionths, .converted(let told)) = read(Money.self, text) else {
      Issue.record("\(text) is converted")
      return
    }
    #expect(Format.yuan(Fixed(millionths: millionths)) + "元" == yuan)
    #expect(told == yuan)
  }

  @Test(
    "cases 46, 96: commas out of place and words around a number are told",
    arguments: [("¥1,2000", 12000), ("1200元（含税）", 1200), ("不含税1200", 1200)])
  func odd(text: String, yuan: Int64) {
    #expect(read(Money.self, text) == .noted(yuan * Fixed.scale, .extraText(String(yuan))))
  }

  @Test(
    "case 52: returns are negative",
    arguments: [
      ("(50.00)", -5000), ("－50.00", -5000), ("-50", -5000), ("（50.00）", -5000), ("-￥50", -5000), ("￥-50", -5000), ("-1,234.50", -123_450),
    ]
      as [(String, Int64)])
  func negative(text: String, fen: Int64) {
    #expect(read(Money.self, text) == .fen(fen))
  }

  @Test("An approximate sum is used and marked (GEN-009)", arguments: ["约120元", "120左右", "近120元", "120余元"]) func approximate(text: String) {
    #expect(read(Money.self, text) == .noted(120 * Fixed.scale, .approximate))
  }

  @Test("case 48: a price with its unit", arguments: [("12.5元/斤", 1250), ("12.5/斤", 1250), ("¥3.8/公斤", 380)] as [(String, Int64)])
  func price(text: String, fen: Int64) {
    #expect(read(Money.self, text) == .fen(fen))
  }

  @Test(
    "The header's unit serves numbers that have none of their own",
    arguments: [
      ("1.2", "万元", 1_200_000), ("12000元", "万元", 1_200_000), ("0.5", "万元", 500_000), ("1.2", "元", 120),
      ("-0.5", "万元", -500_000), ("12", "千元", 1_200_000), ("0.0001", "万元", 100),
    ] as [(String, String, Int64)])
  func headerUnit(text: String, unit: String, fen: Int64) {
    #expect(read(Money.self, text, unit: unit) == .fen(fen))
  }

  @Test("Fractions of a fen are kept, domain §4.0") func exact() {
    #expect(read(Money.self, "1234.565") == .value(1_234_565_000))
    #expect(read(Money.self, "0.333333") == .value(333_333))
    #expect(read(Money.self, "0.3333335") == .value(333_334))
  }

  @Test(
    "case 47, 50: not evaluated, not guessed",
    arguments: [
      "1千2", "一些", "若干", "20+5", "10*2", "12.5.3", "3.2E+05", "12/24", "5元/10元", ".", "12.", "元", "￥",
      "9999999999999",
    ])
  func unreadable(text: String) {
    #expect(read(Money.self, text) == .unreadableNumber)
  }

  @Test("The largest sums neither overflow nor change") func large() {
    #expect(read(Money.self, "999999999999.99") == .fen(99_999_999_999_999))
    #expect(read(Money.self, "999999999999.99万元") == .unreadableNumber)
  }
}
