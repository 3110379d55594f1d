import Testing

@testable import Houqin

@Suite("Cells cut to what a table can show")
struct ShortenedTests {
  static let cases: [(String, String)] = [
    ("", ""), ("大门未关", "大门未关"), ("大门\n未关\r\n", "大门 未关"), ("大门\u{2028}未关", "大门 未关"), ("2023年3月6日", "2023年3月…"), ("12345678", "1234567…"),
    ("大米、面粉、油", "大米、面粉、油"), ("一\n二\n三\n四\n五", "一 二 三 四…"),
  ]

  @Test(arguments: cases)
  func cut(text: String, shown: String) { #expect(Shortened.text(text, to: 7) == shown) }
}
