import Documents
import Testing

@testable import Houqin

@Suite("Charts of a term")
struct DataChartTests {
  private func blocks(_ name: String, _ sample: Sample = .kindergarten) throws -> [Block]? {
    DataCharts(summary: try sample.summary).blocks(name, caption: nil)
  }

  private func chart(_ name: String) throws -> Chart {
    guard case .chart(let chart)? = try blocks(name)?.first else { throw Missing() }
    return chart
  }

  private struct Missing: Error {}

  @Test("Months as columns, two series side by side") func months() throws {
    let chart = try chart("ST-HAZ-10.month+ST-HAZ-10.closedByMonth")
    #expect(chart.kind == .columns && chart.categories == ["2月", "3月", "4月", "5月", "6月"])
    #expect(chart.series.map(\.name) == ["发现", "完成整改"])
    #expect(chart.series.map { $0.values.map { $0?.text ?? "" } } == [["2", "4", "3", "5", "3"], ["2", "3", "2", "3", "1"]])
  }

  @Test("Money by category as rows of bars, in yuan") func money() throws {
    let chart = try chart("ST-FOD-02.class")
    #expect(chart.kind == .ranking && chart.measure == .number(one: 1_000_000) && chart.keyTitle == "类别")
    #expect(chart.series[0].values.compactMap { $0?.amount }.reduce(0, +) == 354_510_600_000)
  }

  @Test("Only drills of one kind and the whole school are joined by a line") func times() throws {
    let chart = try chart("ST-DRL-05.each")
    #expect(chart.kind == .line && chart.categories == ["3月17日", "6月9日"])
    #expect(chart.series == [ChartSeries("消防疏散", [ChartValue(200, "3分20秒"), ChartValue(168, "2分48秒")])])
  }

  @Test("Places by months: found, inspected without finding, not inspected") func heat() throws {
    guard case .table(let table)? = try blocks("ST-INS-06.problems")?.first else { throw Missing() }
    #expect(table.columns.map(\.title) == ["部位", "2月", "3月", "4月", "5月", "6月", "合计"])
    #expect(table.rows[0].map(\.plainText) == ["围墙周界", "0", "0", "0", "1", "1", "2"])
    #expect(table.shades[0] == [0, 0, 0, 0, 1, 1, 0])
    #expect(table.rows.reduce(0) { $0 + (Int($1[6].plainText) ?? 0) } == 15)
  }

  @Test("Shades are equal steps up to the largest, which is taken as 4 if it is less") func shade() {
    #expect([0, 1, 2, 3, 4].map { DataCharts.shade($0, 4) } == [0, 1, 2, 3, 4])
    #expect([1, 2].map { DataCharts.shade($0, 2) } == [1, 2])
    #expect([1, 3, 4, 10].map { DataCharts.shade($0, 10) } == [1, 2, 2, 4])
  }

  static let unfit = ["ST-PUR-04+ST-PUR-04.rows", "ST-PUR-03+ST-PUR-04", "ST-XXX-01", "ST-INS-01"]

  @Test("What cannot stand on one axis is no chart", arguments: unfit)
  func refused(_ name: String) throws { #expect(try blocks(name) == nil) }

  @Test("No ledger, no chart") func noEvidence() throws {
    let folder = try TemporaryFolder(("设置.csv", TemporaryFolder.settings))
    let page = try #require(try report(folder.path).first { $0.key.hasSuffix(".html") }?.value)
    #expect(!String(decoding: page, as: UTF8.self).contains("<figure"))
  }

  static let ranges: [([Int], String)] = [
    ([3], "第3行"), ([3, 4, 5, 9], "第3–5、9行"), ([5, 3, 4, 4], "第3–5行"),
    (Array(stride(from: 1, through: 29, by: 2)), "第1、3、5、7、9、11、13、15、17、19、21、23等15行"),
  ]

  @Test("Rows are written as ranges", arguments: ranges) func rows(_ rows: [Int], _ expected: String) {
    #expect(Sources.text(rows: rows) == expected)
  }

  @Test("Rows as they come: told together, counted, and known to be in order") func runs() {
    let (ascending, mixed) = (RowRuns([3, 4, 7]), RowRuns([7, 3, 4, 4]))
    #expect(ascending.ranges == [3...4, 7...7] && ascending.count == 3 && ascending.isAscending)
    #expect(mixed.ranges == [7...7, 3...4, 4...4] && mixed.count == 4 && !mixed.isAscending)
  }

  @Test("A figure and a breakdown are found by code and by id") func places() throws {
    let summary = try Sample.kindergarten.summary
    for value in summary.figures {
      #expect(summary.figure(value.figure.code)?.figure.id == value.figure.id)
      #expect(summary.figure(value.figure.id)?.figure.code == value.figure.code)
    }
    for value in summary.breakdowns { #expect(summary.breakdown(value.breakdown.id)?.breakdown.code == value.breakdown.code) }
    #expect(summary.figure("ST-ABC-01") == nil && summary.breakdown("") == nil)
    #expect(CatalogPlaces.places([["A", "a"], ["A", "b"], ["b"]]) == ["A": 0, "a": 0, "b": 1])
  }

  @Test("Every figure with a value names its rows", arguments: Sample.allCases) func sources(_ sample: Sample) throws {
    let summary = try sample.summary
    for value in summary.figures where value.exact != nil && value.tally.rowsUsed > 0 {
      #expect(Sources(of: [value], in: summary.books).text(value).contains("行"), "\(value.figure.code)")
    }
    let closed = try #require(summary.figure("ST-HAZ-02"))
    let all = Sources(of: summary.figures, in: summary.books)
    #expect(all.texts(summary.figures) == summary.figures.map(all.text))
    if sample == .kindergarten { #expect(Sources(of: [closed], in: summary.books).text(closed) == "上学期遗留隐患.csv第2–3行") }
  }
}
