import Documents
import LedgerKit
import Ledgers

/// Breakdowns as charts, chosen by what they are grouped by: months as columns, categories as rows of bars, lengths of time as a
/// line, places by months as a table with shades. Without rows there is no evidence, and no chart.
struct DataCharts {
  let summary: Summary
  /// More rows than this are not looked at: the smallest are summed up.
  private static let longest = 20

  /// `ST-PUR-03`, or two breakdowns of one unit over the same keys joined with `+`; nil if it names something else.
  func blocks(_ name: String, caption: String?) -> [Block]? {
    guard let values = summary.breakdowns(joined: name), let first = values.first, values.count <= 2 else { return nil }
    guard values.allSatisfy({ $0.breakdown.unit == first.breakdown.unit && $0.breakdown.keyTitles == first.breakdown.keyTitles }) else {
      return nil
    }
    guard values.contains(where: { $0.rows.contains { $0.amount != 0 } }) else { return [] }
    let title = caption ?? values.map(\.breakdown.title).joined(separator: "、")
    switch first.breakdown.keyTitles {
    case ["月份"]: return [.chart(byMonth(values, title))]
    case ["日期", "演练类型"]: return times(first, title).map { [.chart($0)] } ?? []
    case let keys where keys.count == 1: return [.chart(ranking(values, title))]
    case let keys where keys.last == "月份" && values.count == 1: return [.table(heat(first, title))]
    default: return nil
    }
  }

  // MARK: Months

  /// Every month from the first to the last: a month without rows is a month with none.
  private func byMonth(_ values: [BreakdownValue], _ title: String) -> Chart {
    let numbers = values.map { $0.rows.map { Months.number($0.key.first ?? "") } }
    let present = numbers.joined().compactMap { $0 }
    let months = (present.min() ?? 0)...(present.max() ?? 0)
    let series = zip(values, numbers).map { value, numbers in
      var amounts = [Int128](repeating: 0, count: months.count)
      for (row, month) in zip(value.rows, numbers) { if let month { amounts[month - months.lowerBound] += row.amount } }
      return ChartSeries(value.breakdown.valueTitle, amounts.map { self.value($0, value.breakdown.unit) })
    }
    return Chart(
      .columns, caption: title, measure: measure(values), keyTitle: "月份", categories: months.map { "\($0 % 12 + 1)月" }, series: series)
  }

  // MARK: Categories

  private func ranking(_ values: [BreakdownValue], _ title: String) -> Chart {
    var names: [String] = []
    for value in values { for row in value.rows { if let name = row.key.first, !names.contains(name) { names.append(name) } } }
    let kept = names.count > Self.longest ? Array(names.prefix(Self.longest - 1)) : names
    let rest = names.dropFirst(kept.count)
    let series = values.map { value in
      let amounts = Dictionary(value.rows.map { ($0.key.first ?? "", $0.amount) }, uniquingKeysWith: +)
      let shown = kept.map { amounts[$0] ?? 0 } + (rest.isEmpty ? [] : [rest.reduce(0) { $0 + (amounts[$1] ?? 0) }])
      return ChartSeries(value.breakdown.valueTitle, shown.map { self.value($0, value.breakdown.unit) })
    }
    return Chart(
      .ranking, caption: title, measure: measure(values), keyTitle: values[0].breakdown.keyTitles[0],
      categories: kept + (rest.isEmpty ? [] : ["其余\(rest.count)项"]), series: series)
  }

  // MARK: Lengths of time

  /// Only kinds that were timed at least twice are compared, the two most frequent at most.
  private func times(_ value: BreakdownValue, _ title: String) -> Chart? {
    let kinds = Dictionary(grouping: value.rows, by: { $0.key.last ?? "" }).filter { $0.value.count >= 2 }
    let chosen = kinds.keys.sorted { (kinds[$1]?.count ?? 0, $0) < (kinds[$0]?.count ?? 0, $1) }.prefix(2)
    guard !chosen.isEmpty else { return nil }
    let days = Set(chosen.flatMap { kinds[$0]?.compactMap(\.key.first) ?? [] }).sorted()
    let series = chosen.map { kind in
      let amounts = Dictionary((kinds[kind] ?? []).map { ($0.key.first ?? "", $0.amount) }, uniquingKeysWith: max)
      return ChartSeries(kind, days.map { day in amounts[day].map { self.value($0, value.breakdown.unit) } })
    }
    let categories = days.map(Months.day)
    return Chart(.line, caption: title, measure: .seconds, keyTitle: "日期", categories: categories, series: series)
  }

  // MARK: Places by months

  /// The places where something was found, the most first, darker where more was.
  private func heat(_ value: BreakdownValue, _ title: String) -> Documents.Table {
    let months = Set(value.rows.compactMap { $0.key.last }).sorted()
    let (places, amounts) = Self.amounts(value, months)
    let totals = amounts.map { $0.reduce(0) { $0 + ($1 ?? 0) } }
    let found = places.indices.filter { totals[$0] > 0 }.sorted { (totals[$1], places[$0]) < (totals[$0], places[$1]) }
    let shown = found.prefix(Self.longest)
    let largest = value.rows.reduce(0) { max($0, $1.amount) }
    let words = shown.map { place -> [[Inline]] in
      let number = { (n: Int128) in Inline.figure(id: value.breakdown.code, text: String(n)) }
      return [[.text(places[place])]] + amounts[place].map { [$0.map(number) ?? .text("·")] } + [[number(totals[place])]]
    }
    let head = [TableColumn(value.breakdown.keyTitles[0])] + months.map { TableColumn(Months.title($0), .center) }
    return Documents.Table(
      caption: title, columns: head + [TableColumn("合计", .end)], rows: words,
      note: "注：0为检查了、没有发现，·为当月没有写明结果的检查记录。" + rest(places.count - found.count, found.count - shown.count),
      shades: shown.map { [0] + amounts[$0].map { Self.shade($0 ?? 0, largest) } + [0] })
  }

  /// The places as they come, and of each the amount of every month; nil where there is no row.
  private static func amounts(_ value: BreakdownValue, _ months: [String]) -> (places: [String], amounts: [[Int128?]]) {
    let columns = Dictionary(uniqueKeysWithValues: zip(months, months.indices))
    var (places, amounts) = (NumberedTexts(), [[Int128?]]())
    for row in value.rows {
      guard let month = row.key.last.flatMap({ columns[$0] }) else { continue }
      let place = places.number(of: row.key.first ?? "")
      if place == amounts.count { amounts.append(Array(repeating: nil, count: months.count)) }
      amounts[place][month] = (amounts[place][month] ?? 0) + row.amount
    }
    return (places.texts, amounts)
  }

  private func rest(_ clean: Int, _ cut: Int) -> String {
    (clean > 0 ? "另有\(clean)个部位检查了、没有发现问题，未列出。" : "") + (cut > 0 ? "发现较少的\(cut)个部位未列出。" : "")
  }

  /// 0 for nothing, else 1 to 4 in equal steps up to the largest, which is taken as 4 if it is less.
  static func shade(_ amount: Int128, _ largest: Int128) -> Int {
    amount <= 0 ? 0 : Int((min(amount, largest) * 4 + max(largest, 4) - 1) / max(largest, 4))
  }

  // MARK: Numbers

  private func value(_ amount: Int128, _ unit: LedgerKit.Unit) -> ChartValue { ChartValue(amount, Exact(amount).inline(in: unit)) }

  private func measure(_ values: [BreakdownValue]) -> Chart.Measure {
    switch values[0].breakdown.unit {
    case .money: .number(one: Int128(Fixed.scale))
    case .duration, .durationChange: .seconds
    default: .number(one: 1)
    }
  }
}

/// Months as a breakdown's keys write them, `2023-03`.
enum Months {
  /// As people write it: 3月.
  static func title(_ iso: String) -> String { (Int(Substring(iso.utf8.suffix(2))).map(String.init) ?? iso) + "月" }

  /// A day's key as people write it: 3月17日.
  static func day(_ iso: String) -> String {
    let parts = numbers(iso)
    return parts.count == 3 ? "\(parts[1])月\(parts[2])日" : iso
  }

  /// Counted from year 0.
  static func number(_ iso: String) -> Int? {
    let parts = numbers(iso)
    return parts.count == 2 ? parts[0] * 12 + parts[1] - 1 : nil
  }

  private static func numbers(_ iso: String) -> [Int] { iso.utf8.split(separator: UInt8(ascii: "-")).compactMap { Int(Substring($0)) } }
}
