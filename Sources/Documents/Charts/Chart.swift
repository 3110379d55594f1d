/// Numbers to look at: a few series over the same categories.
///
/// A chart holds the numbers exactly as they are printed; how large anything is drawn is left to ``ChartLayout``, which is
/// a pure function of this value and a width. What cannot be drawn legibly as columns or a line is drawn as rows of bars.
public struct Chart: Sendable, Equatable {
  /// How the categories relate.
  public enum Kind: Sendable, Equatable {
    /// Upright columns over an ordered axis, such as months.
    case columns
    /// A bar a row, for categories with names.
    case ranking
    /// Points joined by lines: the same thing measured again.
    case line
  }

  /// What the amounts measure, which decides how the axis is marked.
  public enum Measure: Sendable, Equatable {
    /// Plain numbers; `one` is the amount that is printed as 1.
    case number(one: Int128)
    /// Seconds.
    case seconds
  }

  /// The number as printed (图1), empty until ``Numbering`` has run.
  public var number: String
  /// What the chart shows, with its unit.
  public var caption: String
  /// How the categories relate.
  public var kind: Kind
  /// What the amounts measure.
  public var measure: Measure
  /// What the categories are, such as 月份; heads the first column of the table.
  public var keyTitle: String
  /// The categories' names, in order.
  public var categories: [String]
  /// The series, one value a category.
  public var series: [ChartSeries]

  /// Creates a chart.
  public init(
    _ kind: Kind, caption: String, measure: Measure = .number(one: 1), keyTitle: String, categories: [String], series: [ChartSeries],
    number: String = ""
  ) {
    self.kind = kind
    self.caption = caption
    self.measure = measure
    self.keyTitle = keyTitle
    self.categories = categories
    self.series = series
    self.number = number
  }

  /// The caption with its number: 图1　每月发现隐患.
  public var label: String { number.isEmpty ? caption : number + "\u{3000}" + caption }

  /// The table behind the chart: every number that is drawn.
  public var table: Table {
    let rows = categories.indices.map { row in [words(categories[row])] + series.map { words($0.text(at: row)) } }
    return Table(columns: [TableColumn(keyTitle)] + series.map { TableColumn($0.name, .end) }, rows: rows)
  }

  /// All numbers in one sentence, for those who hear the page.
  public var spoken: String {
    let parts = categories.indices.map { row in
      let values = series.compactMap { one in one.values[at: row].map { (series.count > 1 ? one.name : "") + $0.text } }
      return categories[row] + "：" + (values.isEmpty ? "—" : values.joined(separator: "、"))
    }
    return parts.joined(separator: "；") + "。"
  }

  /// The largest amount; 0 if none is above it.
  var largest: Int128 { series.reduce(0) { $1.values.reduce($0) { max($0, $1?.amount ?? 0) } } }

  private func words(_ text: String) -> [Inline] { text.isEmpty ? [] : [.text(text)] }
}

/// One series of a chart.
public struct ChartSeries: Sendable, Equatable {
  /// What is counted, such as 发现.
  public var name: String
  /// One value a category; nil where there is none, which is not zero.
  public var values: [ChartValue?]

  /// Creates a series.
  public init(_ name: String, _ values: [ChartValue?]) {
    self.name = name
    self.values = values
  }

  /// What a table says of a category.
  func text(at category: Int) -> String { values[at: category]?.text ?? "—" }
}

/// A number of a chart: its size and how it is printed.
public struct ChartValue: Sendable, Equatable {
  /// The exact size in the measure's smallest unit; sizes below zero are printed and not drawn.
  public var amount: Int128
  /// As printed.
  public var text: String

  /// Creates a value.
  public init(_ amount: Int128, _ text: String) {
    self.amount = amount
    self.text = text
  }
}

extension [ChartValue?] {
  /// The value there, or nothing.
  subscript(at index: Int) -> ChartValue? { indices.contains(index) ? self[index] : nil }
}

extension [Block] {
  /// The blocks, and for each chart whether its own table has to be shown: not if a table beside it holds every number.
  var chartsWithTables: [(block: Block, showsTable: Bool)] {
    enumerated().map { index, block in
      guard case .chart(let chart) = block else { return (block, false) }
      let neighbors = [index - 1, index + 1].filter(indices.contains).map { self[$0] }
      return (block, !neighbors.contains { if case .table(let table) = $0 { table.covers(chart) } else { false } })
    }
  }
}

extension Table {
  /// Whether every number of the chart stands in a row of its category.
  func covers(_ chart: Chart) -> Bool {
    chart.categories.indices.allSatisfy { place in
      func isOwn(_ row: [[Inline]]) -> Bool { row.first?.plainText ?? "" == chart.categories[place] }
      // Nearly always the rows are in the order of the categories.
      if place < rows.count, isOwn(rows[place]), Self.hold([rows[place]], chart, place) { return true }
      let own = rows.filter(isOwn)
      return !own.isEmpty && Self.hold(own, chart, place)
    }
  }

  /// Whether every number of a category stands in one of some rows.
  private static func hold(_ rows: [[[Inline]]], _ chart: Chart, _ category: Int) -> Bool {
    chart.series.allSatisfy { series in
      let number = series.text(at: category)
      return rows.contains { $0.dropFirst().contains { $0.plainText == number } }
    }
  }
}
