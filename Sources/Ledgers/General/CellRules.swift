import LedgerKit

/// GEN-001…, domain §2.2: what is met while a cell is read.
enum CellRules {
  static let all: [Rule] = [
    rule("GEN-001", "日期无法识别", .error, "不认识的日期写法，这一行不能归入哪个月、哪个学期。", bad: ["三月上旬", "开学初"], good: ["2023年3月17日上午9:30", "20230317"]) {
      $0 == .unreadableDate ? Offense(nil, "看不懂这个日期", fix: "请写成 2023-03-06 这样的日期。") : nil
    },
    rule("GEN-002", "日期不存在", .error, "日历上没有这一天，多半是写错了。", bad: ["2023-2-30", "2023.4.31"], good: ["2023-02-28"]) {
      $0 == .impossibleDate ? Offense(nil, "日历上没有这一天", fix: "请核对月和日。") : nil
    },
    rule("GEN-003", "日期缺年份", .info, "只写月日的，按本学期补上年份；补不出唯一年份的无法使用。", bad: ["3月17日", "3.17", "9月1日"], good: ["2023/3/17"]) {
      switch $0 {
      case .yearInferred(let day): return Offense(nil, "没有写年份，按本学期读作 \(day.iso)", fix: "读得不对时，请写全年月日。")
      case .yearUndecided: return Offense(nil, "没有写年份，无法确定是哪一年", fix: "请写全年月日，如 2023-03-06。", severity: .error)
      default: return nil
      }
    },
    rule("GEN-007", "数值无法识别", .error, "不是数，无法相加；这一格不计入合计。", column: 2, bad: ["一些", "若干", "20+5"], good: ["560人", "幼儿514、教师46"]) {
      $0 == .unreadableNumber ? Offense(nil, "不是可以计算的数", fix: "请填数字；单位写在表头或另一列。") : nil
    },
    rule("GEN-008", "取值不在允许范围", .warning, "不认识的取值，保留原文，按其他计。", column: 1, bad: ["跳绳比赛"], good: ["消防应急疏散演练"]) {
      guard case .notInVocabulary(let term) = $0 else { return nil }
      return Offense(nil, term.isEmpty ? "不认识这个取值，没有采用" : "不认识这个取值，按“\(term)”计", fix: "请改用常用说法，或在备注中说明。")
    },
    rule("GEN-009", "模糊数值", .warning, "带“约”“余”“多”的数已按写出的数计入，不够准确。", column: 2, bad: ["约560人", "560余人"], good: ["560"]) {
      $0 == .approximate ? Offense(nil, "这是约数，按写出的数计入", fix: "请填准确的数。") : nil
    },
    rule("GEN-011", "Excel 错误值", .error, "公式出错或列太窄，原来的内容已经丢失。", column: 2, bad: ["#REF!", "######"], good: ["560"]) {
      $0 == .excelError ? Offense(nil, "Excel导出的错误值，原来的内容已丢失", fix: "请在原表中修好公式、拉宽列或改为文本格式，再另存为CSV。") : nil
    },
    rule("GEN-012", "日期序列号", .info, "日期导出成了Excel的序号，已换算。", bad: ["45002"], good: ["2023-03-17"]) {
      guard case .serialDate(let day) = $0 else { return nil }
      return Offense(nil, "日期导出成了数字，按Excel序号读作 \(day.iso)", fix: "换算不对时，请把这一列设为日期格式后重新导出。")
    },
    rule("GEN-013", "指代词无前值", .error, "写了“同上”，上面却没有内容。", column: 1, bad: ["同上"], good: ["消防"]) {
      $0 == .dittoWithoutPrevious ? Offense(nil, "写了“同上”，上一行没有可用的内容", fix: "请直接填写内容。") : nil
    },
  ]

  /// Examples are drills whose date, kind or number of people is the cell in question.
  private static func rule(
    _ id: String, _ title: String, _ severity: Rule.Severity, _ rationale: String, column: Int = 0, bad: [String], good: [String],
    _ check: @escaping @Sendable (CellTrouble) -> Offense?
  ) -> Rule {
    func example(_ cell: String, marked: Bool) -> Example {
      var cells = ["2023-03-17", "消防", "560"]
      cells[column] = (marked ? "↓" : "") + "\"\(cell)\""
      return .sheet("应急演练记录.csv", "演练日期,演练类型,参加人数\n" + cells.joined(separator: ",") + "\n")
    }
    return Rule(
      id, title, severity, .data, citation: .sheet, rationale: rationale, triggers: bad.map { example($0, marked: true) },
      passes: good.map { example($0, marked: false) }, check: .cell(check))
  }
}
