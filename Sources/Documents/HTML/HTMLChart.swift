/// Writes a chart as HTML: a drawing for wide sheets, one for phones, the caption, and the table behind them.
struct HTMLChart {
  let text: HTMLInlines

  func render(_ chart: Chart, showsTable: Bool) -> String {
    let table = showsTable ? HTMLTable(text: text).render(chart.table, label: chart.label + "的数据") : ""
    let details = showsTable ? [#"<details class="data">"#, "<summary>看数据</summary>", table, "</details>"] : []
    let lines =
      [
        #"<figure class="chart">"#, SVG.markup(chart, width: ChartLayout.widths.wide, name: "wide"),
        SVG.markup(chart, width: ChartLayout.widths.narrow, name: "narrow"),
        "<figcaption>" + HTMLText.escape(chart.label) + "</figcaption>", "</figure>",
      ] + details
    return lines.joined(separator: "\n")
  }
}

/// Writes a drawing as inline SVG; colors and faces are the page's.
enum SVG {
  static func markup(_ chart: Chart, width: Int, name: String) -> String {
    let drawing = ChartLayout.draw(chart, width: width)
    let lines =
      [
        #"<svg class="\#(name)" viewBox="0 0 \#(drawing.width) \#(drawing.height)" role="img">"#,
        "<title>" + HTMLText.escape(chart.label) + "</title>", "<desc>" + HTMLText.escape(chart.spoken) + "</desc>",
      ] + drawing.shapes.map { markup($0, chart.series.count) } + ["</svg>"]
    return lines.joined(separator: "\n")
  }

  private static func markup(_ shape: Drawing.Shape, _ count: Int) -> String {
    switch shape {
    case .bar(let x, let y, let width, let height, let series):
      return #"<rect class="series-\#(tone(series, count))" x="\#(x)" y="\#(y)" width="\#(width)" height="\#(height)"/>"#
    case .rule(let x1, let y1, let x2, let y2, let isBase):
      return #"<line class="\#(isBase ? "base" : "grid")" x1="\#(x1)" y1="\#(y1)" x2="\#(x2)" y2="\#(y2)"/>"#
    case .text(let text, let x, let y, let anchor, let role):
      let place = anchor == .start ? "" : #" text-anchor="\#(anchor.rawValue)""#
      return #"<text class="\#(role.rawValue)" x="\#(x)" y="\#(y)"\#(place)>"# + HTMLText.escape(text) + "</text>"
    case .path(let points, let series):
      let places = points.map { "\($0.x),\($0.y)" }.joined(separator: " ")
      return #"<polyline class="line-\#(tone(series, count))" points="\#(places)"/>"#
    case .dot(let point, let series): return #"<circle class="series-\#(tone(series, count))" cx="\#(point.x)" cy="\#(point.y)" r="4"/>"#
    }
  }

  /// There are three tones of one hue; a single series has the middle one.
  private static func tone(_ series: Int, _ count: Int) -> Int { count == 1 ? 2 : min(series, 3) }
}
