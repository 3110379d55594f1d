import Testing

@testable import Documents

@Suite("Charts")
struct ChartTests {
  /// 发现 and 完成整改 over five months, as in a school's term.
  static let months = Chart(
    .columns, caption: "每月隐患（处）", keyTitle: "月份", categories: ["2月", "3月", "4月", "5月", "6月"],
    series: [
      ChartSeries("发现", [3, 5, 4, 3, 3].map { ChartValue($0, "\($0)") }),
      ChartSeries("完成整改", [3, 4, 5, 3, 1].map { ChartValue($0, "\($0)") }),
    ])

  static let kinds = Chart(
    .ranking, caption: "类别（处）", keyTitle: "类别", categories: ["消防", "用电"],
    series: [ChartSeries("发现", [ChartValue(6, "6"), ChartValue(3, "3")])])

  private func bars(_ drawing: Drawing) -> [[Int]] {
    drawing.shapes.compactMap { shape in
      guard case .bar(let x, let y, let width, let height, let series) = shape else { return nil }
      return [x, y, width, height, series]
    }
  }

  // MARK: Scales

  static let scales: [(Int128, Chart.Measure, [String])] = [
    (5, .number(one: 1), ["0", "2", "4", "6"]),
    (4, .number(one: 1), ["0", "1", "2", "3", "4"]),
    (0, .number(one: 1), ["0", "1"]),
    (41, .number(one: 1), ["0", "20", "40", "60"]),
    (78_536_300_000, .number(one: 1_000_000), ["0", "2万", "4万", "6万", "8万"]),
    (9_000_000_000, .number(one: 1_000_000), ["0", "0.5万", "1万"]),
    (200, .seconds, ["0", "1分", "2分", "3分", "4分"]),
    (50, .seconds, ["0", "15秒", "30秒", "45秒", "1分"]),
  ]

  @Test("Axes have at most four steps of round numbers, and hold the largest amount", arguments: scales)
  func scale(_ largest: Int128, _ measure: Chart.Measure, _ expected: [String]) {
    #expect(ChartScale(upTo: largest, measure).marks.map(\.text) == expected)
  }

  @Test("Lengths are in proportion, rounded, and never nothing for something") func lengths() {
    let scale = ChartScale(upTo: 600, .number(one: 1))
    #expect([0, 1, 200, 300, 600, -5].map { scale.length($0, of: 150) } == [0, 1, 50, 75, 150, 0])
  }

  // MARK: Layouts, worked by hand

  @Test("Columns: axis to 6, plot 150 high, so a 3 is 75 high and a 5 is 125") func columns() {
    let drawing = ChartLayout.draw(Self.months, width: 640)
    // Axis marks are 8 wide ("6" at 0.6 em of 13, rounded up), so the plot runs from 18 to 638, 124 a month.
    // The first month's middle is 80; two columns of 30 with 2 between stand from 49. The base lies at 28 + 22 + 150 = 200.
    let months = bars(drawing).dropFirst(2)
    #expect(Array(months.prefix(2)) == [[49, 125, 30, 75, 1], [173, 75, 30, 125, 1]])
    #expect(months.dropFirst(5).first == [81, 125, 30, 75, 2])
    #expect(drawing.height == 228)
  }

  @Test("Rows of bars: the largest fills the room, half of it is half as long") func ranking() {
    // Names are 26 wide and bars begin at 36; numbers take 8; so the room is 640 − 36 − 8 − 8 = 588.
    #expect(bars(ChartLayout.draw(Self.kinds, width: 640)) == [[36, 4, 588, 14, 1], [36, 30, 294, 14, 1]])
  }

  @Test("Rows of categories are as high as their names' lines") func wrappedNames() {
    var chart = Self.kinds
    chart.categories[0] = "大型玩具与体育器械以及其他户外活动设施设备"
    // 330 / 3 = 110 holds eight characters of 13: 21 characters take three lines of 18, so the second row begins at 2 + 54 + 8.
    let drawing = ChartLayout.draw(chart, width: 330)
    #expect(bars(drawing).map { $0[1] } == [22, 66])
  }

  static let counts = [1, 3, 12, 30]
  static let labels = ["3月", "大型玩具与体育器械", "WWWWWWWWWW", String(repeating: "很长的名称", count: 40), "a\nb|<script>"]
  static let numbers = ["3", "1,234,567.89", String(repeating: "9", count: 60)]

  @Test("No words meet or leave the sheet, whatever the number of categories and their names", arguments: counts, labels)
  func legible(_ count: Int, _ label: String) {
    for kind in [Chart.Kind.columns, .ranking, .line] {
      for number in Self.numbers {
        for series in 1...3 {
          let values = (0..<count).map { ChartValue(Int128($0 % 7) * 100, number) }
          let chart = Chart(
            kind, caption: "图", keyTitle: "类别", categories: (0..<count).map { "\(label)\($0)" },
            series: (0..<series).map { ChartSeries("系列名称很长的第\($0)个", values) })
          for width in [ChartLayout.widths.wide, ChartLayout.widths.narrow] {
            #expect(ChartLayout.draw(chart, width: width).isLegible, "\(kind) \(series) \(number) \(width)")
          }
        }
      }
    }
  }

  @Test("Five months stand as columns on a phone as well; thirty become rows") func fallsBack() {
    func isUpright(_ chart: Chart, _ width: Int) -> Bool {
      ChartLayout.draw(chart, width: width).shapes.contains { if case .text("0", _, _, .end, .mark) = $0 { true } else { false } }
    }
    #expect(isUpright(Self.months, 640) && isUpright(Self.months, 330))
    var many = Self.months
    many.categories = (1...30).map { "第\($0)周" }
    many.series = [ChartSeries("发现", (1...30).map { ChartValue($0, "\($0)") })]
    #expect(!isUpright(many, 640) && !isUpright(many, 330))
  }

  @Test("A line joins what was measured and leaves out what was not") func line() {
    let chart = Chart(
      .line, caption: "用时", measure: .seconds, keyTitle: "日期", categories: ["3月17日", "5月12日", "6月9日"],
      series: [ChartSeries("消防疏散", [ChartValue(200, "3分20秒"), nil, ChartValue(168, "2分48秒")])])
    let drawing = ChartLayout.draw(chart, width: 640)
    let points = drawing.shapes.compactMap { if case .path(let points, _) = $0 { points } else { nil } }
    // Marks such as 4分 are 21 wide, so the plot runs from 31 to 638, 202 a day; the axis ends at 240, and the base lies at 172.
    #expect(points == [[Drawing.Point(x: 132, y: 172 - 125), Drawing.Point(x: 536, y: 172 - 105)]])
  }

  @Test("Names are cut with an ellipsis only where three lines do not hold them") func lines() {
    #expect(ChartText.lines("一二三四五六", width: 26, limit: 3) == ["一二", "三四", "五六"])
    #expect(ChartText.lines("一二三四五六七", width: 26, limit: 3) == ["一二", "三四", "五…"])
    #expect(ChartText.lines("", width: 26, limit: 3) == [""])
  }

  // MARK: In characters

  @Test("Bars of eighths, 24 characters for the largest") func textBar() {
    #expect(TextBars.bar(12, largest: 24) == String(repeating: "█", count: 12))
    #expect(TextBars.bar(3, largest: 16) == "████▌")
    #expect(TextBars.bar(1, largest: 100_000) == "▏")
    #expect(TextBars.bar(0, largest: 5) == "" && TextBars.bar(-3, largest: 5) == "" && TextBars.bar(5, largest: 0) == "")
  }

  @Test("In Markdown: caption, bars in a code block, and the table") func markdown() {
    let blocks = Numbering.apply(to: [.chart(Self.kinds)])
    #expect(
      body(MarkdownRenderer().render(document(blocks))) == """
        **图1　类别（处）**

        ```text
        消防  ████████████████████████ 6
        用电  ████████████ 3
        ```

        | 类别 | 发现 |
        | --- | ---: |
        | 消防 | 6 |
        | 用电 | 3 |
        """)
  }

  @Test("A fence longer than any run of backticks in a name") func fence() {
    var chart = Self.kinds
    chart.categories[0] = "a````b"
    #expect(body(MarkdownRenderer().render(document([.chart(chart)]))).contains("\n`````text\na````b"))
  }

  // MARK: Tables behind charts

  @Test("A table beside a chart that holds all its numbers is not printed twice") func tableBeside() {
    let rows: [[[Inline]]] = [[[.text("消防")], [.text("6")], [.text("66.7%")]], [[.text("用电")], [.text("3")], [.text("33.3%")]]]
    var table = Table(columns: ["类别", "发现", "占比"].map { TableColumn($0) }, rows: rows)
    #expect([Block.chart(Self.kinds), .table(table)].chartsWithTables.map(\.showsTable) == [false, false])
    #expect([Block.table(table), .chart(Self.kinds)].chartsWithTables.map(\.showsTable) == [false, false])
    table.rows[1][1] = [.text("4")]
    #expect([Block.chart(Self.kinds), .table(table)].chartsWithTables.map(\.showsTable) == [true, false])
    #expect([Block.chart(Self.kinds), .paragraph([]), .table(table)].chartsWithTables[0].showsTable)
  }

  @Test("In HTML: two drawings with title and description, and the table folded") func html() throws {
    let page = Shell.renderer().render(document(Numbering.apply(to: [.chart(Self.kinds)])))
    #expect(page.ranges(of: #"role="img">"#).count == 2)
    #expect(page.ranges(of: "<title>图1　类别（处）</title>\n<desc>消防：6；用电：3。</desc>").count == 2)
    #expect(page.contains("<figcaption>图1　类别（处）</figcaption>"))
    #expect(page.contains(#"<rect class="series-2" x="36" y="4" width="588" height="14"/>"#))
    #expect(page.contains("<summary>看数据</summary>"))
    #expect(page.contains(#"<td class="end short">6</td>"#))
  }

  @Test("Shaded cells keep their numbers") func shades() {
    let table = Table(columns: [TableColumn("部位"), TableColumn("3月", .center)], rows: [[[.text("食堂")], [.text("2")]]], shades: [[0, 3]])
    let page = Shell.renderer().render(document([.table(table)]))
    #expect(page.contains(#"<table class="heat">"#))
    #expect(page.contains(#"<td class="center short shade-3">2</td>"#))
  }

  @Test("Every shade has its class, and what is darker the darkest") func everyShade() {
    let cells = (0...5).map { [Inline.text(String($0))] }
    let table = Table(columns: (0...5).map { _ in TableColumn("月") }, rows: [cells], total: cells, shades: [[0, 1, 2, 3, 4, 5]])
    let page = Shell.renderer().render(document([.table(table)]))
    let shaded = [#"<td class="short shade-1">1</td>"#, #"<td class="short shade-2">2</td>"#, #"<td class="short shade-3">3</td>"#]
    let darkest = [#"<td class="short shade-4">4</td>"#, #"<td class="short shade-4">5</td>"#]
    #expect(page.contains("<tr>" + #"<th scope="row" class="short">0</th>"# + (shaded + darkest).joined() + "</tr>"))
    #expect(page.contains(#"<td class="short">5</td></tr></tfoot>"#))
  }

  @Test("Charts are numbered apart from tables") func numbered() {
    let blocks = Numbering.apply(to: [.chart(Self.kinds), .table(Table(caption: "甲", columns: [], rows: [])), .chart(Self.months)])
    guard case .chart(let last) = blocks[2], case .table(let table) = blocks[1] else { return }
    #expect(last.label == "图2　每月隐患（处）" && table.label == "表1　甲")
  }

  @Test("Groups carry their labels for the page's filters and are plain blocks elsewhere") func groups() {
    let group = Block.group(labels: [GroupLabel("级别", "错误"), GroupLabel("台账", "甲\"")], [.paragraph([.text("缺")])])
    #expect(
      Shell.renderer().render(document([group])) == """
        <div class="group" data-title-1="级别" data-value-1="错误" data-title-2="台账" data-value-2="甲&quot;">
        <p>缺</p>
        </div>

        """)
    #expect(body(MarkdownRenderer().render(document([group]))) == "缺")
  }
}
