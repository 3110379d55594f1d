import Documents
import LedgerKit
import Ledgers

/// The roll-up's tables: totals, a row a school, and the schools that do not count.
struct RollUpTables {
  let rollUp: RollUp

  /// A figure of a school's row: its code and a head short enough for a column.
  private struct Head {
    let code: String
    let title: String
    init(_ code: String, _ title: String) { (self.code, self.title) = (code, title) }
  }

  // MARK: Totals

  var totals: Block {
    let columns = [TableColumn("指标"), TableColumn("合计", .end), TableColumn("有数据", .end)]
    let rows = rollUp.sums.map { sum -> [[Inline]] in
      [[.text(sum.figure.title)], value(sum), [.text("\(sum.schoolsWithValue)所")]]
    }
    return .table(Documents.Table(caption: "各项合计（共\(rollUp.schools.count)所学校）", columns: columns, rows: rows))
  }

  /// Linked to its definition; shares carry their unit with them.
  private func value(_ sum: FigureSum) -> [Inline] {
    guard sum.exact != nil else { return [.text(sum.text)] }
    let unit = sum.figure.unit.isPlain || sum.figure.unit == .days ? sum.figure.unit.symbol : ""
    return [.figure(id: sum.figure.code, text: sum.text)] + RollUpCells.text(unit)
  }

  // MARK: A row a school

  var safety: Block {
    schools(
      "各校安全检查和隐患整改",
      [
        Head("ST-INS-01", "检查（次）"), Head("ST-HAZ-01", "新增隐患"), Head("ST-HAZ-02", "上期结转"), Head("ST-HAZ-03.closed", "已整改"),
        Head("ST-HAZ-08", "期末在册"), Head("ST-HAZ-07", "逾期"), Head("ST-HAZ-03", "整改率"),
      ])
  }

  var supplies: Block {
    schools(
      "各校采购、食堂进货和演练",
      [
        Head("ST-PUR-01", "采购（元）"), Head("ST-FOD-01", "食堂批次"), Head("ST-FOD-02", "食堂进货（元）"), Head("ST-DRL-01", "演练（次）"),
        Head("ST-DRL-03", "演练人次"),
      ])
  }

  private func schools(_ caption: String, _ heads: [Head]) -> Block {
    let sums = heads.compactMap { rollUp.sum($0.code) }
    let columns = [TableColumn("学校")] + heads.map { TableColumn($0.title, .end) }
    let rows = rollUp.schools.map { school in
      [RollUpCells.link(school)] + sums.map { RollUpCells.figure($0.figure.code, school, $0.figure.unit) }
    }
    return .table(
      Documents.Table(caption: caption, columns: columns, rows: rows, total: [[.text("合计")]] + sums.map { RollUpCells.text($0.text) }))
  }

  // MARK: Data

  var data: [Block] {
    let titles = ["错误", "警告", "提示", "计入（行）", "未计入（行）", "未计入占比", "缺台账（种）"]
    let rows = rollUp.schools.map { school -> [[Inline]] in
      let a = school.aggregate
      let numbers = Rule.Severity.allCases.map(a.count) + [a.rows.used, a.rows.excluded]
      return [RollUpCells.link(school)] + dataCells(numbers, a.excludedShare, a.missing.count)
    }
    let all = rollUp.rowsUsed + rollUp.rowsExcluded
    let share = all > 0 ? Format.percent(Int128(rollUp.rowsExcluded), of: Int128(all)) + "%" : "—"
    let numbers = Rule.Severity.allCases.map(rollUp.count) + [rollUp.rowsUsed, rollUp.rowsExcluded]
    let lacking = rollUp.schools.reduce(0) { $0 + $1.aggregate.missing.count }
    let table = Documents.Table(
      caption: "各校数据质量", columns: [TableColumn("学校")] + titles.map { TableColumn($0, .end) }, rows: rows,
      total: [[.text("合计")]] + dataCells(numbers, share, lacking))
    return [.table(table)] + missing
  }

  private func dataCells(_ numbers: [Int], _ share: String, _ missing: Int) -> [[Inline]] {
    (numbers.map { Format.grouped($0) } + [share, String(missing)]).map(RollUpCells.text)
  }

  /// The schools that lack ledgers, with what they lack.
  private var missing: [Block] {
    let lacking = rollUp.schools.filter { !$0.aggregate.missing.isEmpty }
    guard !lacking.isEmpty else { return [.paragraph([.text("各校必交台账齐全。")])] }
    let rows = lacking.map { [RollUpCells.link($0), RollUpCells.text($0.aggregate.missing.joined(separator: "、"))] }
    return [.table(Documents.Table(caption: "没有提供的台账", columns: [TableColumn("学校"), TableColumn("没有提供的台账")], rows: rows))]
  }

  // MARK: Not counted

  var failed: Block {
    let rows = rollUp.failed.map { [RollUpCells.text($0.folder), RollUpCells.text($0.reason)] }
    return .table(Documents.Table(caption: "没有计入的学校和原因", columns: [TableColumn("文件夹"), TableColumn("原因和办法")], rows: rows))
  }
}
