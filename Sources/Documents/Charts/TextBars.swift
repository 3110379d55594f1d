/// A chart in characters, for Markdown: `3月  ████▌ 12`.
struct TextBars {
  /// The length of the longest bar, in characters.
  private static let longest = 24

  private let chart: Chart
  /// The categories' names, those of the series and the numbers of each, as they are printed.
  private let names: [String]
  private let series: [String]
  private let numbers: [[String?]]

  init(_ chart: Chart) {
    self.chart = chart
    names = chart.categories.map { ChartText.columns($0, limit: 24) }
    series = chart.series.map { ChartText.columns($0.name, limit: 16) }
    numbers = chart.series.map { $0.values.map { $0.map { HarmlessText.text($0.text) } } }
  }

  /// The most backticks in a row; bars and blanks part all texts.
  var longestFence: Int {
    (names + series + numbers.joined().compactMap(\.self)).reduce(0) { max($0, MarkdownText.longestFence($1)) }
  }

  /// Adds one line a number, names set to one width: wide characters count as two columns.
  func write(to markdown: inout MarkdownWriter) {
    let room = names.map(ChartText.columnCount).max() ?? 0
    let seriesRoom = series.map(ChartText.columnCount).max() ?? 0
    let largest = chart.largest
    for row in names.indices {
      for (index, one) in chart.series.enumerated() {
        guard let value = one.values[at: row], let number = numbers[index][row] else { continue }
        markdown.add(index == 0 ? names[row] : "", padded: room + 2)
        if series.count > 1 { markdown.add(series[index], padded: seriesRoom + 2) }
        let bar = Self.bar(value.amount, largest: largest)
        markdown.add(markdown: bar)
        if !bar.isEmpty { markdown.add(" ") }
        markdown.add(markdown: number)
        markdown.add("\n")
      }
    }
  }

  /// A bar in eighths of a character; what is above zero has at least one.
  static func bar(_ amount: Int128, largest: Int128) -> String {
    guard amount > 0, largest > 0 else { return "" }
    return bars[min(max(1, Int((amount * Int128(longest * 16) + largest) / (largest * 2))), longest * 8)]
  }

  /// Bars by their length in eighths: joined from characters, they took a third of the time of a chart.
  private static let bars = (0...longest * 8).map { eighths in
    String(repeating: "█", count: eighths / 8) + ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
  }
}

extension MarkdownWriter {
  /// Adds a text with blanks behind it up to so many columns.
  fileprivate mutating func add(_ text: String, padded columns: Int) {
    add(markdown: text)
    add(blanks: columns - ChartText.columnCount(text))
  }
}

extension ChartText {
  /// How many columns of a fixed-width face the text takes.
  static func columnCount(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
  }

  /// The text cut to so many columns.
  static func columns(_ text: String, limit: Int) -> String {
    let whole = HarmlessText.text(text)
    guard columnCount(whole) > limit else { return whole }
    var kept = String(whole.prefix(limit))
    while columnCount(kept) > limit - 2 { kept.removeLast() }
    return kept + "…"
  }
}
