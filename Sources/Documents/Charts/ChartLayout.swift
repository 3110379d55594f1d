/// Draws charts: a pure function of the chart and the sheet's width.
enum ChartLayout {
  /// The width of a sheet for paper and desk, and that for a phone.
  static let widths = (wide: 640, narrow: 330)

  /// The chart as shapes. Columns and lines whose words would meet are drawn as rows of bars, which always have room.
  static func draw(_ chart: Chart, width: Int) -> Drawing {
    let upright: Drawing? =
      switch chart.kind {
      case .columns: ColumnLayout(chart, width: width)?.drawing
      case .line: chart.series.count <= 2 ? LineLayout(chart, width: width)?.drawing : nil
      case .ranking: nil
      }
    if let upright, upright.isLegible { return upright }
    return RankingLayout(chart, width: width).drawing
  }
}

/// The names of the series above a chart of several, from the right.
enum ChartLegend {
  /// The height it takes; nothing for a single series.
  static func height(_ chart: Chart) -> Int { chart.series.count > 1 ? 28 : 0 }

  static func shapes(_ chart: Chart, width: Int) -> [Drawing.Shape] {
    guard chart.series.count > 1 else { return [] }
    let room = width / chart.series.count - 36
    var x = width
    var shapes: [Drawing.Shape] = []
    for (index, series) in chart.series.enumerated().reversed() {
      let name = ChartText.line(series.name, width: room)
      x -= ChartText.width(name)
      shapes.append(.text(name, x: x, y: 14, .start, .legend))
      x -= 18
      shapes.append(.bar(x: x, y: 3, width: 12, height: 12, series: index + 1))
      x -= 18
    }
    return shapes
  }
}

/// Where an upright chart's axes lie.
struct UprightFrame {
  static let plotHeight = 150
  let scale: ChartScale
  let left: Int
  let top: Int
  let right: Int
  let slot: Int
  var base: Int { top + Self.plotHeight }
  var height: Int { base + 28 }

  /// nil where not even the narrowest column would fit a category.
  init?(_ chart: Chart, width: Int) {
    scale = ChartScale(upTo: chart.largest, chart.measure)
    left = (scale.marks.map { ChartText.width($0.text) }.max() ?? 0) + 10
    top = ChartLegend.height(chart) + 22
    right = width - 2
    guard !chart.categories.isEmpty, (right - left) / chart.categories.count >= 12 else { return nil }
    slot = (right - left) / chart.categories.count
  }

  /// The middle of a category.
  func middle(_ category: Int) -> Int { left + slot * category + slot / 2 }

  /// The height on the sheet of an amount.
  func y(_ amount: Int128) -> Int { base - scale.length(amount, of: Self.plotHeight) }

  /// Grid lines and their words.
  var grid: [Drawing.Shape] {
    scale.marks.flatMap { mark -> [Drawing.Shape] in
      [
        .rule(x1: left, y1: y(mark.amount), x2: right, y2: y(mark.amount), isBase: mark.amount == 0),
        .text(mark.text, x: left - 8, y: y(mark.amount) + 4, .end, .mark),
      ]
    }
  }

  /// The categories' names below the axis.
  func names(_ chart: Chart) -> [Drawing.Shape] {
    chart.categories.enumerated().map { .text($1, x: middle($0), y: base + 20, .middle, .category) }
  }
}

/// Upright columns, those of one category side by side.
struct ColumnLayout {
  let drawing: Drawing

  init?(_ chart: Chart, width: Int) {
    guard let frame = UprightFrame(chart, width: width) else { return nil }
    let count = max(chart.series.count, 1)
    let column = min(30, frame.slot * 2 / 3 / count)
    guard column >= 4 else { return nil }
    var drawing = Drawing(width: width, height: frame.height, shapes: ChartLegend.shapes(chart, width: width) + frame.grid)
    for (index, series) in chart.series.enumerated() {
      for category in chart.categories.indices {
        guard let value = series.values[at: category] else { continue }
        let x = frame.middle(category) - (column * count + 2 * (count - 1)) / 2 + index * (column + 2)
        let y = frame.y(value.amount)
        drawing.shapes.append(.bar(x: x, y: y, width: column, height: frame.base - y, series: index + 1))
        drawing.shapes.append(.text(value.text, x: x + column / 2, y: y - 5, .middle, .value))
      }
    }
    drawing.shapes += frame.names(chart)
    self.drawing = drawing
  }
}

/// Points over an axis, those of one series joined.
struct LineLayout {
  let drawing: Drawing

  init?(_ chart: Chart, width: Int) {
    guard let frame = UprightFrame(chart, width: width) else { return nil }
    var drawing = Drawing(width: width, height: frame.height, shapes: ChartLegend.shapes(chart, width: width) + frame.grid)
    for (index, series) in chart.series.enumerated() {
      let points = chart.categories.indices.compactMap { category in
        series.values[at: category].map { Drawing.Point(x: frame.middle(category), y: frame.y($0.amount)) }
      }
      drawing.shapes.append(.path(points, series: index + 1))
      drawing.shapes += points.map { .dot($0, series: index + 1) }
    }
    drawing.shapes += Self.values(chart, frame) + frame.names(chart)
    self.drawing = drawing
  }

  /// Each point's number: above it, or below where another series has a higher point.
  private static func values(_ chart: Chart, _ frame: UprightFrame) -> [Drawing.Shape] {
    chart.series.enumerated().flatMap { index, series in
      chart.categories.indices.compactMap { category -> Drawing.Shape? in
        guard let value = series.values[at: category] else { return nil }
        let others = chart.series.indices.filter { $0 != index }.compactMap { other in
          chart.series[other].values[at: category].map { ($0.amount, -other) }
        }
        let isBelow = others.contains { $0 > (value.amount, -index) }
        return .text(value.text, x: frame.middle(category), y: frame.y(value.amount) + (isBelow ? 20 : -8), .middle, .value)
      }
    }
  }
}

/// A row a category: its name, a bar a series, and the number at the bar's end.
struct RankingLayout {
  private static let bar = 14
  private static let pitch = 18
  private static let gap = 8
  let drawing: Drawing

  init(_ chart: Chart, width: Int) {
    let names = chart.categories.map { ChartText.lines($0, width: width / 3, limit: 3) }
    let left = (names.joined().map { ChartText.width($0) }.max() ?? 0) + 10
    let texts = chart.series.map { $0.values.map { value in value.map { ChartText.line($0.text, width: width * 2 / 5) } } }
    let room = width - left - 8 - (texts.joined().compactMap { $0.map { ChartText.width($0) } }.max() ?? 0)
    let largest = max(chart.largest, 1)
    var shapes = ChartLegend.shapes(chart, width: width)
    var y = ChartLegend.height(chart) + 2
    for (row, lines) in names.enumerated() {
      let height = max(lines.count, chart.series.count, 1) * Self.pitch
      let nameTop = y + (height - lines.count * Self.pitch) / 2
      shapes += lines.enumerated().map { .text($1, x: left - 10, y: nameTop + $0 * Self.pitch + 13, .end, .category) }
      let barTop = y + (height - chart.series.count * Self.pitch) / 2
      for (index, series) in chart.series.enumerated() {
        guard let value = series.values[at: row], let text = texts[index][row] else { continue }
        // A bar fills its room at the largest amount, not at the scale's next round number: there is no axis to read.
        let length = Self.length(value.amount, of: max(room, 1), largest: largest)
        let top = barTop + index * Self.pitch + (Self.pitch - Self.bar) / 2
        shapes.append(.bar(x: left, y: top, width: length, height: Self.bar, series: index + 1))
        shapes.append(.text(text, x: left + length + 6, y: top + 11, .start, .value))
      }
      y += height + Self.gap
    }
    shapes.append(.rule(x1: left, y1: ChartLegend.height(chart), x2: left, y2: y - Self.gap + 2, isBase: true))
    drawing = Drawing(width: width, height: y, shapes: shapes)
  }

  private static func length(_ amount: Int128, of room: Int, largest: Int128) -> Int {
    amount <= 0 ? 0 : max(1, Int((amount * 2 * Int128(room) + largest) / (largest * 2)))
  }
}
