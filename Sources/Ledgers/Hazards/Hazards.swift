import LedgerKit

/// 隐患排查整改台账, domain §1.2.
public enum Hazards {
  // Columns of domain §1.2, in its order.
  public static let ref = Column<Text>("ref", "隐患编号", "编号", "台账编号", traits: [.identifier, .maybeSequence])
  public static let foundOn = Column<Day>(
    "found_on", "发现日期", "排查日期", "排查时间", "检查日期", "发现时间", "上报时间", "日期", need: .required, traits: [.fillsDown])
  public static let source = Column<Text>("source", "隐患来源", "发现途径", "检查类型", traits: [.fillsDownWithDate])
  public static let area = Column<Text>(
    "area", "隐患部位", "部位", "地点", "所在位置", "区域", "隐患地点", need: .required, traits: [.fillsDownWithDate])
  public static let category = Column<HazardCategory>("category", "隐患类别", "类别", "隐患类型", "类型", need: .expected)
  public static let desc = Column<Text>(
    "desc", "隐患描述", "存在隐患", "隐患内容", "主要问题", "存在问题", "问题描述", "具体情况", need: .required)
  public static let level = Column<HazardLevel>("level", "隐患等级", "风险等级", "级别", "等级", need: .expected)
  public static let measure = Column<Text>("measure", "整改措施", "整改方案", "整改要求", "防范措施", "处理措施", need: .expected)
  public static let owner = Column<Persons>(
    "owner", "整改责任人", "责任人", "负责人", "整改人", "责任部门", need: .required, traits: [.mayBeBlank])
  public static let due = Column<Day>(
    "due", "整改期限", "整改时限", "完成时限", "限期", "计划完成时间", "要求完成时间", need: .expected, traits: [.deadline, .relative])
  public static let fixedOn = Column<Day>(
    "fixed_on", "整改完成日期", "完成时间", "整改时间", "整改日期", "完成日期", "销号日期", need: .expected)
  public static let status = Column<HazardStatus>(
    "status", "整改情况", "整改结果", "整改状态", "是否整改", "是否完成", "落实情况", "完成情况", need: .required, traits: [.mayBeBlank])
  public static let reviewer = Column<Persons>("reviewer", "复查人", "验收人", "复查人员", "回访人", need: .expected)
  public static let reviewOn = Column<Day>("review_on", "复查日期", "复查时间", "验收日期", "回访时间")
  public static let reviewResult = Column<Text>("review_result", "复查结果", "复查情况", "验收结果")
  public static let cost = Column<Money>("cost", "整改资金", "费用", "经费", "投入资金", traits: [.isTotaled])
  public static let escalated = Column<Text>("escalated", "是否上报", "上报情况", "上报部门", "移交")
  public static let control = Column<Text>("control", "临时措施", "管控措施", "整改前防范措施")
  public static let remark = Column<Text>("remark", "备注", "说明")

  /// All of them; a column's index is its slot.
  public static let columns: [AnyColumn] = [
    ref, foundOn, source, area, category, desc, level, measure, owner, due, fixedOn, status, reviewer, reviewOn, reviewResult, cost,
    escalated, control, remark,
  ]

  /// L02: one row a hazard; those still open are carried over from the term before.
  public static let ledger = Ledger(
    id: "hazards", number: "L02", title: "隐患整改台账",
    keywords: ["隐患整改", "隐患排查", "隐患台账", "隐患", "整改台账"],
    columns: columns, signature: [foundOn, desc, owner, due, fixedOn, status, level], date: foundOn,
    carryOverWords: ["上学期", "上期", "遗留", "结转"],
    isCarriedOver: { row, scope in wasOpen(row, at: scope.window.first) },
    itemized: desc,
    embeddedDate: EmbeddedDate(from: status, to: fixedOn, sameDay: ["当场", "立即", "当日", "当天", "现场", "即时"]) {
      $0 == Int64(HazardStatus.cases.firstIndex(of: .closed) ?? -1)
    },
    responsible: [owner, reviewer],
    rules: HazardRules.all + HazardReviewRules.all + HazardRepeatRules.all,
    figures: HazardFigures.all, breakdowns: HazardFigures.breakdowns, listings: [HazardFigures.openList])

  // MARK: What a row means

  /// As written; an empty cell is 未整改. On a sheet without the column, a date of completion says it is done.
  public static func status(of row: Row) -> HazardStatus {
    row[status] ?? (!row.has(status) && row[fixedOn] != nil ? .closed : .open)
  }

  /// Done by the as-of date: marked so, and not dated later (ST-HAZ-03).
  public static func isClosed(_ row: Row, _ scope: Scope) -> Bool {
    status(of: row) == .closed && row[fixedOn].map { $0 <= scope.asOf } ?? true
  }

  /// The same of rows looked at together.
  static let isDone: RowCondition =
    (.is(status, .closed) || (!.filled(status) && !.has(status) && .filled(fixedOn)))
    && !.scoped { .stored(fixedOn, in: Int64($0.asOf.number) + 1...Int64.max) }

  /// Done, and the days on which it was found and done are known.
  static let isTimed: RowCondition =
    isDone && .filled(foundOn) && .filled(fixedOn)
    && .row { [foundOn, fixedOn] row, _ in row.precision(foundOn) != .month && row.precision(fixedOn) != .month }

  /// Neither done nor handed to another authority, by a status that can be read.
  static let isPending: RowCondition = !.unusable(status) && !.is(status, .escalated) && !isDone

  /// Pending, and its deadline has passed (ST-HAZ-07, HAZ-012).
  static let isLate: RowCondition = isPending && .scoped { .stored(due, in: Int64.min...Int64($0.asOf.number) - 1) }

  /// The same of one row.
  public static func isOverdue(_ row: Row, _ scope: Scope) -> Bool {
    guard !row.isUnusable(status), !isClosed(row, scope), status(of: row) != .escalated, let due = row[due] else { return false }
    return due < scope.asOf
  }

  /// Still open on a day: not marked done, or done on that day or later, or done without a date.
  static func wasOpen(_ row: Row, at day: Day) -> Bool {
    status(of: row) != .closed || row[fixedOn].map { $0 >= day } ?? true
  }

  /// Whether last term's open hazards were handed in: a file named so, or rows dated before the semester.
  public static func knowsCarryOver(_ table: Table) -> Bool {
    table.sources.contains { $0.isCarryOver } || table.rows.contains { $0.period == .carriedOver }
  }

  /// Days from finding to mending; nil where a date is missing or only its month is known.
  public static func days(_ row: Row, _ scope: Scope) -> Int? {
    guard isClosed(row, scope), let found = row[foundOn], let fixed = row[fixedOn], row.precision(foundOn) != .month,
      row.precision(fixedOn) != .month
    else { return nil }
    return fixed.days(since: found)
  }

  /// Handed to another authority: by its status, or by the column that says to whom. 未上报 and 不需要 say no.
  public static func isEscalated(_ row: Row) -> Bool {
    if row[status] == .escalated { return true }
    guard let text = row[escalated]?.string, Tick.term(for: text) != .no else { return false }
    return !["未", "不", "否", "无", "没"].contains(where: Folding.compact(text).hasPrefix)
  }

  /// Its state as told at the as-of date: what is done only later is not done yet.
  public static func statusText(_ row: Row, _ scope: Scope) -> String {
    let status = status(of: row)
    return status == .closed && !isClosed(row, scope) ? "未整改（截止日后完成）" : status.rawValue
  }
}
