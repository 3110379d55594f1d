/// Writes a chart as HTML: a drawing for wide sheets, one for phones, the caption, and the table behind them.
struct HTMLChart {
  let text: HTMLInlines

  func write(_ chart: Chart, showsTable: Bool, to html: inout HTMLWriter) {
    html.add("<figure class=\"chart\">\n")
    SVG.write(chart, width: ChartLayout.widths.wide, name: "wide", to: &html)
    html.add("\n")
    SVG.write(chart, width: ChartLayout.widths.narrow, name: "narrow", to: &html)
    html.add(filled: "\n<figcaption>\(chart.label)</figcaption>\n</figure>")
    guard showsTable else { return }
    html.add("\n<details class=\"data\">\n<summary>看数据</summary>\n")
    HTMLTable(text: text).write(chart.table, label: chart.label + "的数据", to: &html)
    html.add("\n</details>")
  }
}

/// Writes a drawing as inline SVG; colors and faces are the page's.
enum SVG {
  static func write(_ chart: Chart, width: Int, name: String, to html: inout HTMLWriter) {
    let drawing = ChartLayout.draw(chart, width: width)
    html.add(filled: "<svg class=\"\(name)\" viewBox=\"0 0 \(drawing.width) \(drawing.height)\" role=\"img\">\n")
    html.add(filled: "<title>\(chart.label)</title>\n<desc>\(chart.spoken)</desc>\n")
    for shape in drawing.shapes {
      write(shape, chart.series.count, to: &html)
      html.add("\n")
    }
    html.add("</svg>")
  }

  private static func write(_ shape: Drawing.Shape, _ count: Int, to html: inout HTMLWriter) {
    switch shape {
    case .bar(let x, let y, let width, let height, let series):
      html.add(
        filled: #"<rect class="series-\#(tone(series, count))" x="\#(x)" y="\#(y)" width="\#(width)" height="\#(height)"/>"#)
    case .rule(let x1, let y1, let x2, let y2, let isBase):
      html.add(filled: #"<line class="\#(isBase ? "base" : "grid")" x1="\#(x1)" y1="\#(y1)" x2="\#(x2)" y2="\#(y2)"/>"#)
    case .text(let text, let x, let y, let anchor, let role):
      html.add(filled: #"<text class="\#(role.rawValue)" x="\#(x)" y="\#(y)""#)
      if anchor != .start { html.add(filled: #" text-anchor="\#(anchor.rawValue)""#) }
      html.add(filled: ">\(text)</text>")
    case .path(let points, let series):
      let places = points.map { "\($0.x),\($0.y)" }.joined(separator: " ")
      html.add(filled: #"<polyline class="line-\#(tone(series, count))" points="\#(places)"/>"#)
    case .dot(let point, let series):
      html.add(filled: #"<circle class="series-\#(tone(series, count))" cx="\#(point.x)" cy="\#(point.y)" r="4"/>"#)
    }
  }

  /// There are three tones of one hue; a single series has the middle one.
  private static func tone(_ series: Int, _ count: Int) -> Int { count == 1 ? 2 : min(series, 3) }
}
