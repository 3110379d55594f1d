import LedgerKit

/// 应急演练记录, domain §1.5.
public enum Drills {
  // Columns of domain §1.5, in its order.
  public static let date = Column<Day>(
    "date", "演练日期", "演练时间", "日期", "时间", need: .required, traits: [.mayBeBlank])
  public static let kind = Column<DrillKind>(
    "kind", "演练类型", "演练项目", "演练类别", "演练名称", "演练内容", "演练主题", need: .required, traits: [.mayBeBlank])
  public static let scope = Column<Text>("scope", "演练范围", "参加对象", "参演对象", "参加班级", need: .expected)
  public static let place = Column<Text>("place", "地点", "演练地点")
  public static let start = Column<TimeOfDay>("start", "开始时间", "起止时间", traits: [.lenient])
  public static let end = Column<EndOfTime>("end", "结束时间", traits: [.lenient])
  public static let people = Column<Count>(
    "people", "参加人数", "参演人数", "参与人数", "人数", "实到人数", need: .required, traits: [.mayBeBlank])
  public static let children = Column<Count>("children", "幼儿人数", "学生人数")
  public static let staff = Column<Count>("staff_n", "教师人数", "教职工人数")
  public static let parents = Column<Count>("parents", "家长人数")
  public static let expected = Column<Count>("expected", "应到人数", "应参加人数", "在园人数", "在校人数", need: .expected)
  /// Recomputed from 参加人数 and 应到人数, never believed.
  public static let rate = Column<Percent>("rate", "参与率", "参加率", "到场率", "出勤率")
  public static let evacTime = Column<Seconds>(
    "evac_time", "疏散用时", "疏散时间", "用时", "撤离时间", "耗时", "疏散时长", need: .expected)
  public static let commander = Column<Persons>("commander", "总指挥", "负责人", "组织者", "指挥", need: .expected)
  public static let plan = Column<Text>("plan", "预案", "方案", "是否有方案")
  public static let preTraining = Column<Text>("pre_training", "演练前培训", "培训情况")
  public static let issues = Column<Text>("issues", "存在问题", "发现问题", "不足", "问题", need: .expected)
  public static let improve = Column<Text>("improve", "改进措施", "整改措施", "改进意见", need: .expected)
  public static let review = Column<Text>("review", "演练总结", "点评", "总结评价", "效果评估", "演练效果", need: .expected)
  public static let injured = Column<Count>("injured", "受伤人数", "有无受伤", traits: [.lenient])
  public static let partner = Column<Text>("partner", "协作单位", "参与单位")
  public static let remark = Column<Text>("remark", "备注")

  /// All of them; a column's index is its slot.
  public static let columns: [AnyColumn] = [
    date, kind, scope, place, start, end, people, children, staff, parents, expected, rate, evacTime, commander, plan, preTraining, issues,
    improve, review, injured, partner, remark,
  ]

  /// L05: one row a drill, or one a class that took part.
  public static let ledger = Ledger(
    id: "drills", number: "L05", title: "应急演练记录", keywords: ["演练"], columns: columns,
    signature: [kind, people, evacTime, scope, expected, commander], date: date,
    alsoRead: [(start, end, "起止")], sums: [(people, [children, staff, parents])], responsible: [commander],
    rules: [EvacuationTimeRule.rule] + DrillRules.all + DrillRecordRules.all + RepeatedDrillRules.all, figures: DrillFigures.all,
    breakdowns: DrillFigures.breakdowns, listings: [DrillFigures.list])

  /// Whether a text for 演练范围 means everyone: 全园, 全校, 全体师生, but not 中班师生.
  static func isWhole(_ scope: String) -> Bool {
    if ["全园", "全校"].contains(where: scope.holds) { return true }
    if ["班", "年级", "组", "级部"].contains(where: scope.holds) { return false }
    return ["全体师", "全体幼儿", "全体学生", "师生", "全员"].contains(where: scope.holds)
  }

  /// When it began: the column, else the time written behind the date (2023年3月17日上午9:30).
  static func startMinutes(_ row: Row) -> Int? {
    if let time = row[start] { return time.minutes }
    guard !row.has(start) else { return nil }
    let written = Folding.trimmed(row.raw(date))
    if let minutes = serialMinutes(written) { return minutes }
    guard let clock = written.firstIndex(where: { ":点时".contains($0) }) else { return nil }
    let digits = written[..<clock].reversed().prefix { $0.isASCII && $0.isNumber }.count
    let head = written[..<written.index(clock, offsetBy: -min(digits, 2))].filter { $0 != " " }
    let afternoon = head.hasSuffix("下午") || head.hasSuffix("晚") ? "下午" : ""
    return TimeOfDay.minutes(afternoon + written[written.index(clock, offsetBy: -min(digits, 2))...].filter { $0 != " " })
  }

  /// The time of day behind the point of Excel's day number: 45000.375 is nine in the morning.
  private static func serialMinutes(_ written: String) -> Int? {
    let parts = written.split(separator: ".")
    guard parts.count == 2, parts[0].count == 5, parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      let fraction = Int(parts[1].prefix(6))
    else {
      return nil
    }
    let scale = (0..<parts[1].prefix(6).count).reduce(1) { power, _ in power * 10 }
    return (fraction * 1440 + scale / 2) / scale
  }

  /// One drill: the same day, kind and start, however many classes entered a row of it (domain §0.5, 11).
  static func occasion(_ row: Row) -> OccasionKey? {
    guard let day = row[date], let kind = row.stored(kind) else { return nil }
    return OccasionKey(day.number, Int32(truncatingIfNeeded: kind), startMinutes(row).map { Int32($0) } ?? -1)
  }
}

/// The rows of one drill: mostly one, which needs no list that every figure on every core would count.
struct DrillRows: RandomAccessCollection {
  private let first: Row
  private var others: [Row] = []

  init(_ first: Row) { self.first = first }

  mutating func append(_ row: Row) { others.append(row) }

  var startIndex: Int { 0 }
  var endIndex: Int { 1 + others.count }
  subscript(place: Int) -> Row { place == 0 ? first : others[place - 1] }
}

/// One drill, of one or more rows.
struct Drill {
  let kind: DrillKind
  let date: Day
  let start: Int
  var rows: DrillRows

  /// The drills of a table, in order of time; rows that lack what a figure reads are left out.
  static func all(in table: Table, reading columns: [AnyColumn]) -> [Drill] { table.answer(to: drills, reading: columns) }

  /// Those of the whole school whose time is told, and not as a bound only.
  static func timed(in table: Table) -> [Drill] { table.answer(to: timedDrills, reading: [Drills.evacTime]) }

  /// Of the timed drills those of the kind of evacuation that was held most often, and at least twice.
  static func mostHeld(in table: Table) -> [Drill] { table.answer(to: mostHeldDrills, reading: [Drills.evacTime]) }

  private static let mostHeldDrills = TableQuestion { table, _ in
    let timed = timed(in: table)
    let groups = DrillKind.cases.filter(\.isEvacuation).map { kind in (kind: kind, drills: timed.filter { $0.kind == kind }) }
    return groups.filter { $0.drills.count >= 2 }.min { ($1.drills.count, $0.kind.rawValue) < ($0.drills.count, $1.kind.rawValue) }?.drills
      ?? []
  }

  private static let drills = TableQuestion(find)
  private static let timedDrills = TableQuestion { table, columns in
    all(in: table, reading: columns).filter { $0.isWhole && $0.evacTime != nil && !$0.isBound }
  }

  @Sendable private static func find(in table: Table, reading columns: [AnyColumn]) -> [Drill] {
    var keys = RowKeys()
    var found: [Drill] = []
    for row in table.rows(for: [Drills.date, Drills.kind] + columns) {
      guard let key = Drills.occasion(row), let date = row[Drills.date], let kind = row[Drills.kind] else { continue }
      let (drill, isNew) = keys.place(of: RowKey(0, key))
      if isNew {
        found.append(Drill(kind: kind, date: date, start: Drills.startMinutes(row) ?? -1, rows: DrillRows(row)))
      } else {
        found[drill].rows.append(row)
      }
    }
    return found.sorted { a, b in
      (a.date, a.start) == (b.date, b.start) ? a.kind.rawValue < b.kind.rawValue : (a.date, a.start) < (b.date, b.start)
    }
  }

  var people: Int { rows.reduce(0) { $0 + ($1[Drills.people]?.value ?? 0) } }
  /// The longest time any class took.
  var evacTime: Int? {
    rows.reduce(nil) { longest, row in row[Drills.evacTime].map { max($0.value, longest ?? $0.value) } ?? longest }
  }
  /// Whether that time is only a bound (2分钟以内), which is told but neither averaged nor compared.
  var isBound: Bool { rows.contains { $0.precision(Drills.evacTime) == .atMost } }
  /// As a table prints it.
  var evacText: String { evacTime.map { (isBound ? "不超过" : "") + Format.duration(seconds: $0) } ?? "—" }
  var isWhole: Bool { rows.contains { $0[Drills.scope].map { Drills.isWhole($0.string) } ?? false } }

  /// Who should have come: the column, else for a drill of the whole school the profile.
  func expected(_ scope: Scope) -> Int? {
    let stated = rows.compactMap { $0[Drills.expected]?.value }
    if stated.count == rows.count { return stated.reduce(0, +) }
    guard stated.isEmpty, isWhole, let children = scope.profile.children else { return nil }
    return children + (scope.profile.staff ?? 0)
  }

  /// Its scope as written; of rows by class how many classes.
  var scopeText: String {
    let scopes = rows.compactMap { $0[Drills.scope]?.string }
    guard rows.count > 1 else { return scopes.first ?? "" }
    return scopes.allSatisfy { $0.holds("班") } && scopes.count == rows.count ? "\(rows.count)个班级" : text(Drills.scope)
  }

  /// People in all its rows; a row whose number cannot be used is not a nought.
  var peopleText: String {
    rows.contains { $0[Drills.people] == nil } ? "—" : (rows.contains { $0.isApproximate(Drills.people) } ? "约" : "") + String(people)
  }

  /// What its rows say in a column, each once.
  func text(_ column: Column<Text>) -> String {
    if rows.count == 1 { return rows.first?[column]?.string ?? "" }
    var said: [String] = []
    for text in rows.compactMap({ $0[column]?.string }) where !said.contains(text) { said.append(text) }
    return said.sorted().joined(separator: "；")
  }

  /// Reviewed, or its problems each met with an improvement (ST-DRL-07).
  var isReviewed: Bool {
    rows.contains { $0[Drills.review] != nil || ($0[Drills.issues] != nil && $0[Drills.improve] != nil) }
  }
}
