import Documents
import Testing

/// Text that is copied as it is, and its neighbors that are not: each as it stands in a paragraph, in a list and in a cell.
@Suite("Running text that is Markdown as it is")
struct PlainInlinesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let inlines: [Inline]
    let paragraph: String, cell: String
    var testDescription: String { paragraph }

    init(_ inlines: [Inline], _ paragraph: String, cell: String? = nil) {
      (self.inlines, self.paragraph, self.cell) = (inlines, paragraph, cell ?? paragraph)
    }
  }

  static let cases = [
    Case([.text("检查"), .figure(id: "ST-INS-01", text: "27"), .text("次一")], "检查27次一"),
    Case([.text("\u{3000}检查 "), .text("")], "检查"),
    Case([.text("检查\u{3000}")], "检查"),
    Case([.text("名"), .lineBreak, .figureEntry(id: "ST", text: "ST")], "名\\\nST", cell: "名 ST"),
    Case([.lineBreak, .text("名")], "名"),
    Case([.text("1"), .text(". 甲")], "1\\. 甲", cell: "1. 甲"),
    Case([.text("- 甲")], "\\- 甲", cell: "- 甲"),
    Case([.text("ww"), .text("w.b.cn")], "www\\.b.cn"),
    Case([.text("w 1.5")], "w 1.5"),
    Case([.strong([.text("合计"), .figure(id: "ST", text: "3")])], "**合计3**"),
    Case([.strong([.text("（一）")])], "**（一）**"),
    Case([.strong([.text(" 甲 ")])], "**甲**", cell: " **甲** "),
    Case([.strong([])], ""),
    Case([.strong([.text("甲"), .lineBreak, .text("乙")])], "**甲\\\n乙**", cell: "**甲 乙**"),
    Case([.strong([.text("甲")]), .text("乙")], "**甲**乙"),
    Case([.strong([.text("【警告】演练次数")]), .text("（DRL-001，"), .figure(id: "ST", text: "3"), .text("处）")], "**【警告】演练次数**（DRL-001，3处）"),
    Case([.strong([.text("注意：")]), .text("请看")], "**注意**：请看"),
    Case([.strong([.text("演练")]), .text("　")], "**演练**"),
    Case([.strong([.text("演练")]), .text("*")], "**演练**\\*"),
    Case([.strong([]), .text("- 甲")], "\\- 甲", cell: "- 甲"),
    Case([.code("ab12"), .text("。")], "`ab12`。"),
    Case([.code("a|b")], "`a|b`", cell: "`a\\|b`"),
    Case([.code(" a "), .code("`")], "`  a  ``` ` ``"),
    Case([.code("")], ""),
    Case([.text(""), .figure(id: "ST", text: "")], ""),
  ]

  private func markdown(_ block: Block) -> String { body(MarkdownRenderer().render(document([block]))) }

  @Test("In a paragraph", arguments: cases) func paragraph(_ one: Case) { #expect(markdown(.paragraph(one.inlines)) == one.paragraph) }

  @Test("In a list", arguments: cases) func list(_ one: Case) {
    let indented = one.paragraph.replacing("\n", with: "\n   ")
    #expect(markdown(.list([one.inlines], ordered: true)) == (indented.isEmpty ? "1." : "1. " + indented))
  }

  @Test("In a cell", arguments: cases) func cell(_ one: Case) {
    #expect(markdown(.table(Table(columns: [TableColumn("列")], rows: [[one.inlines]]))) == "| 列 |\n| --- |\n| \(one.cell) |")
  }

  @Test("In a heading", arguments: cases) func heading(_ one: Case) {
    let words = one.cell.replacing("\\|", with: "|")
    #expect(markdown(.heading(Heading(level: 1, content: one.inlines))) == "## " + words)
  }
}
