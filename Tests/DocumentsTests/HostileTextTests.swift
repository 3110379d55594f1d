import Documents
import Testing

@Suite("Hostile text is printed, never obeyed")
struct HostileTextTests {
  /// What a cell may hold, the Markdown in a paragraph and the HTML.
  struct Hostile: Sendable, CustomTestStringConvertible {
    var text: String
    var markdown: String
    var html: String
    var testDescription: String { String(text.prefix(30)) }

    init(_ text: String, _ markdown: String, _ html: String? = nil) {
      (self.text, self.markdown, self.html) = (text, markdown, html ?? text)
    }
  }

  static let texts = [
    Hostile("<script>alert(1)</script>", #"\<script>alert(1)\</script>"#, "&lt;script&gt;alert(1)&lt;/script&gt;"),
    Hostile(#""onload=""#, #""onload=""#, "&quot;onload=&quot;"),
    Hostile("'x'", "'x'", "&#39;x&#39;"),
    Hostile("a|b", #"a\|b"#),
    Hostile("`code` ``", #"\`code\` \`\`"#),
    Hostile("**x** *y* _z_ __w__", #"\*\*x\*\* \*y\* \_z\_ \_\_w\_\_"#),
    Hostile("清单_2023.csv", "清单_2023.csv"),
    Hostile("[a](b) ![c](d)", #"\[a\](b) !\[c\](d)"#),
    Hostile("- item", #"\- item"#),
    Hostile("-5℃", "-5℃"),
    Hostile("+ item", #"\+ item"#),
    Hostile("---", #"\---"#),
    Hostile("===", #"\==="#),
    Hostile("> q", #"\> q"#, "&gt; q"),
    Hostile("# head #", ##"\# head \#"##),
    Hostile("1. x", #"1\. x"#),
    Hostile("1) x", #"1\) x"#),
    Hostile("3.20", "3.20"),
    Hostile("12.", #"12\."#),
    Hostile("    code", "code", "    code"),
    Hostile("{{slot}} [[y]]", #"{{slot}} \[\[y\]\]"#, "{{slot}} [[y]]"),
    Hostile("<!--body-->", #"\<!--body-->"#, "&lt;!--body--&gt;"),
    Hostile("&lt; &#60; A&B", #"\&lt; \&#60; A\&B"#, "&amp;lt; &amp;#60; A&amp;B"),
    Hostile("https://a.cn www.b.cn c@d.cn", #"https\://a.cn www\.b.cn c\@d.cn"#),
    Hostile(":smile: 12:30:45", #"\:smile: 12:30:45"#),
    Hostile("2019~2020 ~~x~~ $1$", #"2019\~2020 \~\~x\~\~ \$1\$"#),
    Hostile(#"C:\台账\a"#, #"C:\\台账\\a"#),
    Hostile("甲\n# 乙\r\n- 丙", ##"甲 \# 乙 - 丙"##, "甲 # 乙 - 丙"),
    Hostile("甲\u{202E}乙\u{200F}丙\u{2066}", "甲乙丙", "甲乙丙"),
    Hostile("甲\u{0}乙\u{1B}[31m", "甲\u{FFFD}乙\u{FFFD}\\[31m", "甲\u{FFFD}乙\u{FFFD}[31m"),
    Hostile("（一）、“引号”——省略…", "（一）、“引号”——省略…"),
    Hostile(String(repeating: "长", count: 10_000), String(repeating: "长", count: 10_000)),
  ]

  @Test(arguments: texts)
  func inMarkdown(_ hostile: Hostile) {
    #expect(body(MarkdownRenderer().render(document([.paragraph([.text(hostile.text)])]))) == hostile.markdown)
  }

  @Test(arguments: texts)
  func inHTML(_ hostile: Hostile) {
    let page = Shell.renderer().render(document([.paragraph([.text(hostile.text)])]))
    #expect(page == "<p>" + hostile.html + "</p>\n")
  }

  @Test(arguments: texts)
  func everywhereInThePage(_ hostile: Hostile) throws {
    let page = Shell.renderer(try Shell.page()).render(filled(with: hostile.text))
    #expect(tags(page) == tags(Shell.renderer(try Shell.page()).render(filled(with: "甲"))))
  }

  /// Within a drawing: text stands in `<text>`, `<title>` and `<desc>`, and nothing but shapes has tags.
  @Test(arguments: texts)
  func inDrawings(_ hostile: Hostile) throws {
    let page = Shell.renderer().render(document([.chart(chart(hostile.text, .ranking))]))
    let drawing = try #require(page.firstMatch(of: /(?s)<svg.*?<\/svg>/)).output
    let names = Set(drawing.split(separator: "<").map { $0.prefix { $0 != ">" && $0 != " " } })
    #expect(names.isSubset(of: ["svg", "/svg", "title", "/title", "desc", "/desc", "text", "/text", "rect", "line"]))
    #expect(drawing.contains("<title>" + hostile.html + "</title>"))
    #expect(drawing.contains("<desc>" + hostile.html + "："))
    #expect(!page.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value) })
  }

  @Test(arguments: texts)
  func staysInItsCell(_ hostile: Hostile) {
    let markdown = MarkdownRenderer().render(filled(with: hostile.text))
    let plain = MarkdownRenderer().render(filled(with: "甲"))
    #expect(markdown.count { $0 == "\n" } == plain.count { $0 == "\n" })
    for line in markdown.split(separator: "\n") where line.hasPrefix("| ") {
      #expect(line.hasSuffix(" |"))
      #expect([3, 5].contains(bars(line)))
    }
  }

  /// Every place of a document that takes text.
  private func filled(with text: String) -> Document {
    let cell: [Inline] = [.text(text), .strong([.text(text)]), .code(text), .figure(id: text, text: text)]
    let table = Table(
      caption: text, columns: [TableColumn(text), TableColumn(text, .end)], rows: [[cell, cell]], total: [cell, cell], note: text)
    return Document(
      title: text, organization: text, slogan: text, byline: [text, text],
      cover: [CoverItem(label: text, value: text, note: text), CoverItem(label: text, value: text, note: text)],
      blocks: Numbering.apply(to: [
        .heading(Heading(level: 1, content: cell)), .paragraph(cell), .list([cell, cell], ordered: true), .table(table),
        .gap(topic: text, file: text), .notice(cell), .signature([text, text]), .quote([.paragraph(cell)]),
        .chart(chart(text, .ranking)), .chart(chart(text, .columns)), .chart(chart(text, .line)),
        .group(labels: [GroupLabel(text, text)], [.paragraph(cell)]),
      ]))
  }

  /// A chart whose every word is the text, and whose layout therefore depends on nothing but that: rows of bars.
  private func chart(_ text: String, _ kind: Chart.Kind) -> Chart {
    let values = [ChartValue(3, text), ChartValue(1, text), nil]
    return Chart(
      kind, caption: text, keyTitle: text, categories: [text, text, text],
      series: [ChartSeries(text, values), ChartSeries(text, values), ChartSeries(text, values)])
  }

  /// The names of a page's tags, in order; drawings, whose labels take as many lines as they need, count as one.

  private func tags(_ page: String) -> [Substring] {
    page.replacing(/(?s)<svg.*?<\/svg>/, with: "<svg>").split(separator: "<").dropFirst().map { $0.prefix { $0 != ">" && $0 != " " } }
  }

  /// The bars in a table's row that divide cells.
  private func bars(_ line: Substring) -> Int {
    line.replacing(#"\\"#, with: "").replacing(#"\|"#, with: "").count { $0 == "|" }
  }
}
