import Documents
import Testing

@Suite("Passages written by hand")
struct PassageTests {
  private func paragraph(_ inlines: Inline...) -> Block { .paragraph(inlines) }

  @Test func paragraphsListsAndEmphasis() {
    let text = "\u{FEFF}第一段**重点**和*斜体*`代码`。\r\n\r\n- 甲\r\n- 乙\r\n\r\n1. 子\r\n2. 丑\r\n"
    #expect(
      Passage.blocks(fromMarkdown: text) == [
        .paragraph([.text("第一段"), .strong([.text("重点")]), .text("和"), .emphasis([.text("斜体")]), .code("代码"), .text("。")]),
        .list([[.text("甲")], [.text("乙")]], ordered: false),
        .list([[.text("子")], [.text("丑")]], ordered: true),
      ])
  }

  @Test func aParagraphALineAsTypedInNotepad() {
    let blocks = Passage.blocks(fromMarkdown: "　　第一段。\n　　第二段没有句号\n　　第三段，\n接着写。")
    #expect(blocks == [paragraph(.text("第一段。")), paragraph(.text("第二段没有句号")), paragraph(.text("第三段，接着写。"))])
  }

  @Test func headingsBecomeStrongParagraphs() {
    #expect(Passage.blocks(fromMarkdown: "## 小标题\n正文") == [paragraph(.strong([.text("小标题")])), paragraph(.text("正文"))])
  }

  @Test func markupOfOthersStaysText() {
    let text = "<b>甲</b> {{ST-HAZ-01}} [[乙]] [链接](http://x)"
    #expect(Passage.blocks(fromMarkdown: text) == [paragraph(.text(text))])
  }

  @Test func pipeTable() {
    let table = Table(columns: [TableColumn("项"), TableColumn("数", .end)], rows: [[[.text("甲|乙")], [.strong([.text("1")])]]])
    #expect(Passage.blocks(fromMarkdown: "| 项 | 数 |\n|:--|--:|\n| 甲\\|乙 | **1** |") == [.table(table)])
  }

  @Test func quotesOfAnyDepthAreOne() {
    #expect(Passage.blocks(fromMarkdown: String(repeating: ">", count: 10_000) + " 甲") == [.quote([paragraph(.text("甲"))])])
  }

  @Test func nestedItemsKeepTheirWords() {
    let blocks = Passage.blocks(fromMarkdown: "1. 甲\n   - 乙\n   - 丙\n2. 丁")
    #expect(blocks == [.list([[.text("甲"), .lineBreak, .text("· 乙"), .lineBreak, .text("· 丙")], [.text("丁")]], ordered: true)])
  }

  @Test func aListThatDoesNotBeginAtOneKeepsItsNumbers() {
    #expect(Passage.blocks(fromMarkdown: "3. 丙") == [paragraph(.text("3. 丙"))])
  }

  static let unmatched = ["**未闭合", "a * b * c", "2 ** 3", "`半个", "****", "***", "\\", "甲\\", "*甲**", "**甲*"]

  @Test(arguments: unmatched)
  func unmatchedMarksStayText(_ text: String) {
    #expect(Passage.blocks(fromMarkdown: text) == [paragraph(.text(text))])
  }

  static let empty = ["", "\n\n", "  \n\t\n", "\u{FEFF}", "#", "\r"]

  @Test(arguments: empty)
  func nothingGivesNothing(_ text: String) {
    #expect(Passage.blocks(fromMarkdown: text).isEmpty)
  }

  static let long = ["*", "**a", "`", "`` ", "[[", "> ", "| a ", "- ", "1. ", "\\", "#"]

  @Test(.timeLimit(.minutes(1)), arguments: long)
  func tenThousandTimesIsStillQuick(_ piece: String) {
    _ = Passage.blocks(fromMarkdown: String(repeating: piece, count: 10_000))
    _ = Passage.blocks(fromMarkdown: String(repeating: piece + "\n", count: 3_000))
  }
}
