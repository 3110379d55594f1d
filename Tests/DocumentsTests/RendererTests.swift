import Documents
import Testing

@Suite("Renderers")
struct RendererTests {
  private func markdown(_ blocks: Block...) -> String { body(MarkdownRenderer().render(document(blocks))) }
  private func html(_ blocks: Block...) -> String { String(Shell.renderer().render(document(blocks)).dropLast()) }

  @Test func tableInBoth() {
    let table = Numbering.apply(to: [.table(SampleSource.table)])[0]
    #expect(
      markdown(table) == """
        **表1　隐患类别**

        | 类别 | 发现 | 整改率 |
        | --- | ---: | ---: |
        | 消防 | 6 | 100.0% |
        | 用电 | 4 | 75.0% |
        | **合计** | **10** | **90.0%** |

        注：同一处隐患只计一次。
        """)
    #expect(
      html(table) == """
        <div class="table" role="group" aria-label="表1　隐患类别" tabindex="0">
        <table>
        <caption>表1　隐患类别</caption>
        <thead><tr><th scope="col" class="short">类别</th><th scope="col" class="end short">发现</th><th scope="col" class="end short">整改率</th></tr></thead>
        <tbody>
        <tr><th scope="row" class="short">消防</th><td class="end short">6</td><td class="end short">100.0%</td></tr>
        <tr><th scope="row" class="short">用电</th><td class="end short">4</td><td class="end short">75.0%</td></tr>
        </tbody>
        <tfoot><tr><th scope="row" class="short">合计</th><td class="end short">10</td><td class="end short">90.0%</td></tr></tfoot>
        </table>
        </div>
        <p class="note">注：同一处隐患只计一次。</p>
        """)
  }

  @Test func onlyShortColumnsAreKeptWhole() {
    let long = String(repeating: "长", count: 8)
    let columns = ["日期", "内容"] + Array(repeating: "七个字宽的一列", count: 4)
    let page = html(.table(Table(columns: columns.map { TableColumn($0) }, rows: [[[.text("3月10日")], [.text(long)]]])))
    #expect(page.contains(#"<th scope="row" class="short">3月10日</th><td>\#(long)</td>"#))
    #expect(page.ranges(of: #"class="short">七个字"#).count == 3)
  }

  @Test func rowsLongerThanTheHeaderLoseNoCell() {
    let table = Block.table(Table(columns: [TableColumn("甲")], rows: [[[.text("1")], [.text("2")]], []]))
    #expect(markdown(table) == "| 甲 |  |\n| --- | --- |\n| 1 | 2 |\n|  |  |")
  }

  @Test func figureLinksOnlyToAnEntryThatExists() {
    let figure = Block.paragraph([.figure(id: "ST-PUR-01", text: "12,658.50")])
    let entry = Block.paragraph([.figureEntry(id: "ST-PUR-01", text: "采购金额")])
    let data = #"<data class="figure" value="12658.50" data-figure="ST-PUR-01">12,658.50</data>"#
    #expect(html(figure) == "<p>\(data)</p>")
    let link = ##"<a class="number" href="#f-ST-PUR-01">"##
    #expect(html(figure, entry) == "<p>\(link)\(data)</a></p>\n<p><dfn id=\"f-ST-PUR-01\">采购金额</dfn></p>")
    #expect(markdown(figure) == "12,658.50")
  }

  static let emphasis: [([Inline], String)] = [
    ([.strong([.text("注意：")]), .text("请关门")], "**注意**：请关门"),
    ([.text("叫"), .strong([.text("“安全”")]), .text("周")], "叫“**安全**”周"),
    ([.strong([.text("注意：")])], "**注意：**"),
    ([.text("率"), .strong([.text("85%")]), .text("。")], "率**85%**。"),
    ([.strong([.text(" 甲 ")]), .text("乙")], "**甲** 乙"),
    ([.strong([.text("甲"), .code("b")]), .text("乙")], "甲`b`乙"),
    ([.strong([.strong([.text("甲")]), .emphasis([.text("乙")])])], "**甲*乙***"),
    ([.strong([])], ""),
    ([.text("1"), .figure(id: "x", text: ". 甲")], #"1\. 甲"#),
  ]

  @Test(arguments: emphasis)
  func emphasisThatMarkdownRecognizes(_ inlines: [Inline], _ expected: String) {
    #expect(markdown(.paragraph(inlines)) == expected)
  }

  @Test func lineBreaks() {
    let inlines: [Inline] = [.text("甲"), .lineBreak, .text("- 乙"), .lineBreak]
    #expect(markdown(.paragraph(inlines)) == "甲\\\n\\- 乙")
    #expect(markdown(.list([inlines], ordered: false)) == "- 甲\\\n  \\- 乙")
    #expect(markdown(.heading(Heading(level: 1, content: inlines))) == "## 甲 - 乙")
    #expect(markdown(.table(Table(columns: [TableColumn("x")], rows: [[inlines]]))).hasSuffix("| 甲 - 乙 |"))
    #expect(html(.paragraph(inlines)) == "<p>甲<br>- 乙<br></p>")
  }

  @Test func neighborsStayApart() {
    let list = Block.list([[.text("甲")]], ordered: true)
    #expect(markdown(list, list) == "1. 甲\n\n<!-- -->\n\n1. 甲")
  }

  @Test func codeTakesAsManyBackticksAsNeeded() {
    #expect(markdown(.paragraph([.code("a`b``c")])) == "```a`b``c```")
    #expect(markdown(.paragraph([.code("`")])) == "`` ` ``")
  }

  @Test func frontOfMarkdown() {
    let document = Document(
      title: "第二学期总结", organization: "春芽幼儿园", slogan: "爱·润泽每一个", byline: ["后勤处　周某", "统计截止 2023年6月30日"],
      cover: [CoverItem(label: "台账", value: "11 份", note: "缺 2 份"), CoverItem(label: "记录", value: "2,658 行")])
    #expect(
      MarkdownRenderer().render(document) == """
        春芽幼儿园

        爱·润泽每一个

        # 第二学期总结

        后勤处　周某 · 统计截止 2023年6月30日

        | 台账 | 记录 |
        | :---: | :---: |
        | **11 份** | **2,658 行** |
        | 缺 2 份 |  |

        """)
  }

  @Test func sameWordsInBoth() throws {
    let blocks = Numbering.apply(to: try compose(Self.outline) + Passage.blocks(fromMarkdown: Self.passage))
    let markdown = body(MarkdownRenderer().render(document(blocks)))
    let html = Shell.renderer().render(document(blocks))
    #expect(words(markdown: markdown) == words(html: html))
  }

  static let outline = """
    ## 安全
    ### 排查
    检查{{ST-INS-01}}次，**整改率{{ST-HAZ-03}}**[[，逾期{{ST-HAZ-07}}处]]。
    {{表 ST-HAZ-types}}
    {{文字 安全排查}}
    {{当 无台账 drills}}{{提示}}本学期未提供演练台账，本节无数据。
    ## {附录} 口径
    {{hostile}}
    {{落款}}
    """

  static let passage = "做法*之一*。\n\n- 甲 & 乙\n- <b>丙</b>\n\n> 引文\n\n# 标题 #1\n\n`a<b`"

  /// The words of Markdown: marks and escapes taken off, blanks dropped.
  private func words(markdown: String) -> String {
    let lines = markdown.split(separator: "\n").filter { !$0.hasPrefix("| ---") }.map { line in
      var line = line.drop { "#> -".contains($0) }
      if line.hasPrefix("| ") { line = line.dropFirst() }
      return line
    }
    var result = ""
    var isEscaped = false
    for character in lines.joined(separator: "\n") {
      if character == "\\", !isEscaped {
        isEscaped = true
      } else {
        if isEscaped || !"*`|".contains(character) { result.append(character) }
        isEscaped = false
      }
    }
    return result.filter { !$0.isWhitespace }
  }

  /// The words of HTML: tags taken off, entities resolved, blanks dropped.
  private func words(html: String) -> String {
    let text = html.split(separator: "<").map { $0.drop { $0 != ">" }.dropFirst() }.joined()
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
    return entities.reduce(text) { $0.replacing($1.0, with: $1.1) }.filter { !$0.isWhitespace }
  }
}
