/// A chart in characters, for Markdown: `3月  ████▌ 12`.
enum TextBars {
  /// The length of the longest bar, in characters.
  private static let longest = 24

  /// One line a number, names set to one width: wide characters count as two columns.
  static func lines(_ chart: Chart) -> [String] {
    let names = chart.categories.map { ChartText.columns($0, limit: 24) }
    let series = chart.series.map { ChartText.columns($0.name, limit: 16) }
    let room = names.map { ChartText.columnCount($0) }.max() ?? 0
    let seriesRoom = series.map { ChartText.columnCount($0) }.max() ?? 0
    let largest = chart.largest
    return names.indices.flatMap { row in
      chart.series.indices.compactMap { index -> String? in
        guard let value = chart.series[index].values[at: row] else { return nil }
        let name = ChartText.padded(index == 0 ? names[row] : "", to: room)
        let label = chart.series.count > 1 ? ChartText.padded(series[index], to: seriesRoom) + "  " : ""
        let drawn = bar(value.amount, largest: largest)
        return name + "  " + label + drawn + (drawn.isEmpty ? "" : " ") + HarmlessText.text(value.text)
      }
    }
  }

  /// A bar in eighths of a character; what is above zero has at least one.
  static func bar(_ amount: Int128, largest: Int128) -> String {
    guard amount > 0, largest > 0 else { return "" }
    let eighths = max(1, Int((amount * Int128(longest * 16) + largest) / (largest * 2)))
    let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
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

  /// The text with blanks added up to so many columns.
  static func padded(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - columnCount(text)))
  }
}
