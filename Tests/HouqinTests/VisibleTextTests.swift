import Testing

@testable import Houqin

@Suite("Characters that cannot be seen are told") struct VisibleTextTests {
  @Test(
    "Control characters and marks of direction, and no others",
    arguments: [
      ("", ""), ("食堂", "食堂"), ("“引”—…‰※", "“引”—…‰※"), ("a\tb\r\nc", "a\tb\r\nc"), ("a\u{0}b", "a\u{FFFD}b"), ("\u{1B}[31m", "\u{FFFD}[31m"),
      ("\u{7F}", "\u{FFFD}"), ("\u{85}", "\u{FFFD}"), ("é\u{A0}½", "é\u{A0}½"), ("\u{61C}", "\u{FFFD}"), ("\u{600}", "\u{600}"),
      ("甲\u{200E}\u{200F}乙", "甲\u{FFFD}\u{FFFD}乙"), ("\u{202A}\u{202E}", "\u{FFFD}\u{FFFD}"), ("\u{2066}甲\u{2069}", "\u{FFFD}甲\u{FFFD}"),
      ("😀\u{1}", "😀\u{FFFD}"), ("\u{200B}\u{2028}", "\u{200B}\u{2028}"),
    ])
  func cell(text: String, visible: String) {
    #expect(Array(VisibleText.cell(text).utf8) == Array(visible.utf8))
    var bytes = Array(text.utf8)
    VisibleText.makeCell(&bytes)
    #expect(bytes == Array(visible.utf8))
  }
}
