/// Writes a chart as HTML: a drawing for wide sheets, one for phones, the caption, and the table behind them.
struct HTMLChart {
  let text: HTMLInlines

  func write(_ chart: Chart, showsTable: Bool, to html: inout HTMLWriter) {
    html.add("<figure class=\"chart\">\n")
    let spoken = chart.spoken
    SVG.write(chart, spoken, width: ChartLayout.widths.wide, name: "wide", to: &html)
    html.add("\n")
    SVG.write(chart, spoken, width: ChartLayout.widths.narrow, name: "narrow", to: &html)
    html.add("\n<figcaption>", text: chart.label, "</figcaption>\n</figure>")
    guard showsTable else { return }
    html.add("\n<details class=\"data\">\n<summary>看数据</summary>\n")
    HTMLTable(text: text).write(chart.table, label: chart.label + "的数据", to: &html)
    html.add("\n</details>")
  }
}

/// Writes a drawing as inline SVG; colors and faces are the page's.
enum SVG {
  /// `spoken` is the chart as a sentence.
  static func write(_ chart: Chart, _ spoken: String, width: Int, name: StaticString, to html: inout HTMLWriter) {
    let drawing = ChartLayout.draw(chart, width: width)
    html.add("<svg class=\"")
    html.add(name)
    html.add("\" viewBox=\"0 0 ", drawing.width)
    html.add(" ", drawing.height)
    html.add("\" role=\"img\">\n")
    html.add("<title>", text: chart.label, "</title>\n")
    html.add("<desc>", text: spoken, "</desc>\n")
    for shape in drawing.shapes {
      write(shape, chart.series.count, to: &html)
      html.add("\n")
    }
    html.add("</svg>")
  }

  private static func write(_ shape: Drawing.Shape, _ count: Int, to html: inout HTMLWriter) {
    switch shape {
    case .bar(let x, let y, let width, let height, let series):
      html.add("<rect class=\"series-", tone(series, count))
      html.add("\" x=\"", x)
      html.add("\" y=\"", y)
      html.add("\" width=\"", width)
      html.add("\" height=\"", height)
      html.add("\"/>")
    case .rule(let x1, let y1, let x2, let y2, let isBase):
      html.add(isBase ? "<line class=\"base\" x1=\"" : "<line class=\"grid\" x1=\"", x1)
      html.add("\" y1=\"", y1)
      html.add("\" x2=\"", x2)
      html.add("\" y2=\"", y2)
      html.add("\"/>")
    case .text(let text, let x, let y, let anchor, let role): write(text, x, y, anchor, role, to: &html)
    case .path(let points, let series):
      html.add("<polyline class=\"line-", tone(series, count))
      html.add("\" points=\"")
      for (index, point) in points.enumerated() {
        html.add(index > 0 ? " " : "", point.x)
        html.add(",", point.y)
      }
      html.add("\"/>")
    case .dot(let point, let series):
      html.add("<circle class=\"series-", tone(series, count))
      html.add("\" cx=\"", point.x)
      html.add("\" cy=\"", point.y)
      html.add("\" r=\"4\"/>")
    }
  }

  private static func write(
    _ text: String, _ x: Int, _ y: Int, _ anchor: Drawing.Anchor, _ role: Drawing.Role, to html: inout HTMLWriter
  ) {
    html.add("<text class=\"", text: role.rawValue, "\"")
    html.add(" x=\"", x)
    html.add("\" y=\"", y)
    html.add("\"")
    if anchor != .start { html.add(" text-anchor=\"", text: anchor.rawValue, "\"") }
    html.add(">", text: text, "</text>")
  }

  /// There are three tones of one hue; a single series has the middle one.
  private static func tone(_ series: Int, _ count: Int) -> Int { count == 1 ? 2 : min(series, 3) }
}
