import LedgerKit
import Testing

@Suite("Quantity cells, domain §5.1 (49–51)")
struct QuantityCellTests {
  @Test(
    "case 49, 51: the first number with its unit",
    arguments: [
      ("3", 3000), ("3箱(36瓶)", 3000), ("3箱（36瓶）", 3000), ("2大包", 2000), ("半箱", 500), ("一批", 1000), ("两箱", 2000), ("十箱", 10_000),
      ("1套（5件）", 1000), ("0.5", 500), ("0.5箱", 500), ("½", 500), ("½箱", 500), ("1,200个", 1_200_000), ("15.75公斤", 15_750), ("20 斤", 20_000),
      ("１５", 15_000), ("-3", -3000), ("-3箱", -3000), ("0", 0),
    ] as [(String, Int64)])
  func readable(text: String, thousandths: Int64) {
    #expect(read(Quantity.self, text) == .thousandths(thousandths))
  }

  @Test("Approximate quantities are used and marked (GEN-009)", arguments: ["约20斤", "20斤左右", "近20斤", "20余斤", "20多斤"])
  func approximate(text: String) {
    #expect(read(Quantity.self, text) == .noted(20_000_000, .approximate))
  }

  @Test(
    "case 49, 50: not evaluated, not guessed",
    arguments: ["20+5", "10*2", "若干", "5个×2", "5-6个", "3箱半", "三箱半", "1½", "适量", "箱", "2箱3瓶", "2.5L/瓶", "1.2.3", "十五箱六瓶"])
  func unreadable(text: String) {
    #expect(read(Quantity.self, text) == .unreadableNumber)
  }
}
