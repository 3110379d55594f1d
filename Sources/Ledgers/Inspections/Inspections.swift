import LedgerKit

/// 安全检查记录, domain §1.1; also the combined 安全检查及隐患整改 sheet, whose problem rows are hazards too.
public enum Inspections {
  // Columns of domain §1.1, in its order.
  public static let ref = Column<Text>("ref", "检查编号", "编号", "记录编号", traits: [.identifier, .maybeSequence])
  public static let date = Column<Day>(
    "date", "检查日期", "日期", "检查时间", "排查时间", "排查日期", "巡查日期", "时间", need: .required, traits: [.fillsDown, .mayBeBlank])
  public static let type = Column<InspectionType>(
    "kind", "检查类型", "检查类别", "检查形式", "检查方式", "排查类型", need: .required, traits: [.fillsDownWithDate, .fromFileName])
  public static let topic = Column<Text>("topic", "专项内容", "检查主题", "检查专题", traits: [.fillsDownWithDate])
  public static let area = Column<Text>(
    "area", "检查部位", "检查区域", "检查地点", "区域", "部位", "地点", "场所", "检查场所", "班级", need: .required,
    traits: [.fillsDownWithDate, .mayBeBlank])
  public static let item = Column<Text>("item", "检查内容", "检查项目", "项目", need: .expected)
  public static let inspectors = Column<Persons>(
    "inspectors", "检查人", "检查人员", "检查者", "排查人", "巡查人", "参加人员", "签名", "签字", need: .required,
    traits: [.fillsDownWithDate, .mayBeBlank], titleKeys: ["检查组", "检查人", "检查人员", "检查小组", "检查者", "排查人", "检查组成员"])
  public static let unitHead = Column<Persons>("unit_head", "被检查部门负责人", "受检部门签字", "部门负责人")
  public static let result = Column<InspectionResult>(
    "result", "检查结果", "检查情况", "结果", "是否存在隐患", "是否合格", "是否正常", "有无隐患", need: .expected)
  public static let problem = Column<Text>(
    "problem", "存在问题", "发现问题", "隐患描述", "问题描述", "隐患内容", "发现的隐患", "存在隐患", need: .expected,
    traits: [.asksOfTicks])
  public static let action = Column<Text>("action", "整改措施", "处理意见", "处理情况", "整改意见", "处理结果")
  public static let photo = Column<Text>("photo", "照片", "附件", "图片")
  public static let remark = Column<Text>("remark", "备注", "说明")

  /// All of them; a column's index is its slot.
  public static let columns: [AnyColumn] = [
    ref, date, type, topic, area, item, inspectors, unitHead, result, problem, action, photo, remark,
  ]

  /// L01: one row an inspection of an area; problem rows of a combined sheet are hazards too.
  public static let ledger = Ledger(
    id: "inspections", number: "L01", title: "安全检查记录",
    keywords: ["安全检查", "检查记录", "隐患排查及检查", "月检查", "专项检查", "日常检查", "检查及隐患", "找茬"],
    columns: columns, signature: [date, type, inspectors, result, area, item], date: date,
    derivation: Derivation(
      target: Hazards.ledger, decisive: [Hazards.owner, Hazards.due, Hazards.fixedOn, Hazards.status],
      shared: [(ref, Hazards.ref), (date, Hazards.foundOn), (area, Hazards.area), (problem, Hazards.desc), (action, Hazards.measure)],
      alsoRead: [(type, Hazards.source)], selects: isHazard),
    responsible: [inspectors, unitHead], rules: InspectionRules.all + InspectionPracticeRules.all, figures: InspectionFigures.all,
    breakdowns: InspectionFigures.breakdowns)

  // MARK: What a row means

  /// The result as written, else what the description says; nil where neither says anything.
  public static func conclusion(of row: Row) -> InspectionResult? {
    if let result = row[result] { return result }
    if row.isUnusable(result) { return nil }
    if row[problem] != nil { return .problem }
    return row.has(problem) && !row.has(result) ? .clean : nil
  }

  /// A row with a problem that is not contradicted by its own result.
  static func isHazard(_ row: Row) -> Bool { conclusion(of: row) == .problem }

  /// What a special inspection was about: its own column, or what stands behind the kind.
  public static func topicID(of row: Row) -> Int32 { row[topic]?.id ?? row[type]?.topic ?? 0 }

  /// The same of rows that conclude there is a problem.
  static let foundProblem: RowCondition = .is(result, .problem) || (.empty(result) && .filled(problem))
  /// The same of rows that conclude anything but that nobody looked.
  static let wasInspected: RowCondition =
    foundProblem || .is(result, .clean) || (.empty(result) && .has(problem) && !.has(result))

  /// The inspection is of one of some kinds; 日巡查 is reported apart from the others (ST-INS-01).
  static func isOfKind(_ kinds: InspectionKind...) -> RowCondition {
    .lowBits(type, InspectionKind.cases.indices.filter { kinds.contains(InspectionKind.cases[$0]) })
  }

  /// One inspection: the same day, kind, topic and inspectors, however many rows it fills.
  /// The closure holds the columns, for it is asked of every row, and each mention of a global asks whether it is made.
  static let occasions = RowNumbering(isShared: true) { [date, type, topic, inspectors] row in
    guard let day = row[date] else { return nil }
    let type = row.stored(type)
    let topicID = row[topic]?.id ?? type.map(InspectionType.topicID) ?? 0
    return OccasionKey(day.number, type.map(InspectionType.kindNumber) ?? -1, topicID, row[inspectors]?.id ?? 0)
  }

  /// The kind as a group's number; -1 where none is written.
  static func kindNumber(_ row: Row) -> Int32 {
    row.stored(type).map(InspectionType.kindNumber) ?? -1
  }
}
