import Documents
import LedgerKit
import Ledgers

/// Where to look first: schools by open hazards, by what left no record, and by what is wrong with their data.
struct RollUpRankings {
  let rollUp: RollUp
  /// More places than this are not listed; the tables above have all schools.
  static let longest = 20

  var openHazards: [Block] {
    let (shown, rest) = Standing.all(rollUp.schools, limit: Self.longest) { school -> Int128? in
      school.aggregate.figure("ST-HAZ-08")?.exact(in: .count("处")).flatMap { $0.numerator > 0 ? $0.numerator : nil }
    }
    guard !shown.isEmpty else { return [none("有隐患台账的学校都没有在册隐患。", given: rollUp.sum("ST-HAZ-08")?.schoolsWithValue ?? 0)] }
    let values = shown.map { standing -> ChartValue? in
      standing.school.aggregate.figure("ST-HAZ-08").map { ChartValue($0.numerator, $0.text(in: .count("处"))) }
    }
    let chart = Chart(
      .ranking, caption: "期末在册隐患（处）", keyTitle: "学校", categories: shown.map(\.school.title), series: [ChartSeries("期末在册", values)])
    let rows = shown.map { standing in
      head(standing)
        + [("ST-HAZ-08", .count("处")), ("ST-HAZ-07", .count("处")), ("ST-HAZ-03", LedgerKit.Unit.percent)].map { code, unit in
          RollUpCells.figure(code, standing.school, unit)
        }
    }
    return [.chart(chart), table("在册隐患多的学校", ["期末在册", "其中逾期", "整改率"], rows, rest)]
  }

  var unmet: [Block] {
    let (shown, rest) = Standing.all(rollUp.schools, limit: Self.longest) { school -> Int? in
      let count = school.aggregate.unmet.reduce(0) { $0 + $1.count }
      return count > 0 ? count : nil
    }
    guard !shown.isEmpty else { return [none("各校都没有应有而未见的记录。", given: rollUp.schools.count)] }
    let rows = shown.map { standing in
      head(standing)
        + [
          RollUpCells.text(String(standing.school.aggregate.unmet.reduce(0) { $0 + $1.count })),
          RollUpCells.text(standing.school.aggregate.unmetText(Self.title)),
        ]
    }
    return [table("应有而未见的记录多的学校", ["处数"], rows, rest, last: "内容")]
  }

  var quality: [Block] {
    let (shown, rest) = Standing.all(rollUp.schools, limit: Self.longest) { DataQuality($0.aggregate) }
    guard !shown.isEmpty else { return [none("各校的记录全部计入，没有错误级问题。", given: rollUp.schools.count)] }
    let rows = shown.map { standing in
      let a = standing.school.aggregate
      return head(standing)
        + [a.excludedShare, Format.grouped(a.rows.excluded), Format.grouped(a.count(.error))].map { RollUpCells.text($0) }
    }
    return [table("未计入的记录多、错误多的学校", ["未计入占比", "未计入（行）", "错误"], rows, rest)]
  }

  private func head(_ standing: Standing) -> [[Inline]] {
    [RollUpCells.link(standing.school), RollUpCells.text(String(standing.place))]
  }

  private func none(_ words: String, given: Int) -> Block { .notice([.text(given > 0 ? words : "没有学校提供这项数据。")]) }

  private func table(_ caption: String, _ titles: [String], _ rows: [[[Inline]]], _ rest: Int, last: String? = nil) -> Block {
    let columns =
      [TableColumn("学校"), TableColumn("名次", .end)] + titles.map { TableColumn($0, .end) } + (last.map { [TableColumn($0)] } ?? [])
    return .table(Documents.Table(caption: caption, columns: columns, rows: rows, note: rest > 0 ? "另有\(rest)所，见汇总.csv。" : nil))
  }

  /// What a rule is called.
  private static func title(_ rule: String) -> String { titles[rule] ?? rule }
  private static let titles = Dictionary(Catalog.rules.map { ($0.id, $0.title) }) { first, _ in first }
}
