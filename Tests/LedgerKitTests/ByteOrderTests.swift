import Testing

@testable import LedgerKit

@Suite("Texts compared as bytes")
struct ByteOrderTests {
  /// 大 is E5 A4 A7, 小 E5 B0 8F, 食 E9 A3 9F; a letter stands before any of them. The composed é is C3 A9, the other one 65 CC 81.
  @Test(
    "The first byte that differs decides, then the length",
    arguments: [
      ("", "大门"), ("大门", "小门"), ("大门", "大门口"), ("A栋", "大门"), ("户外场地、大型玩具", "户外场地、食堂"), ("2023-03", "2023-04"), ("2023-03-06", "2023-03-10"),
      ("e\u{301}", "é"),
    ])
  func order(first: String, second: String) {
    #expect(first.precedesByBytes(second))
    #expect(!second.precedesByBytes(first))
    #expect(!first.hasSameBytes(as: second))
  }

  @Test("A text is its own equal", arguments: ["", "食", "户外场地、大型玩具与体育器械"])
  func equal(text: String) {
    let other = String(decoding: Array(text.utf8), as: UTF8.self)
    #expect(text.comparedByBytes(other) == 0)
    #expect(text.hasSameBytes(as: other))
  }

  @Test(
    "The last bytes",
    arguments: [
      ("采购日期", "日期", true), ("日期", "日期", true), ("日期", "采购日期", false), ("日期", "", true), ("", "", true), ("日期", "期日", false),
      ("caf\u{E9}", "\u{E9}", true), ("cafe\u{301}", "\u{E9}", false),
    ])
  func ending(text: String, part: String, isEnding: Bool) { #expect(text.endsInBytes(of: part) == isEnding) }
}
