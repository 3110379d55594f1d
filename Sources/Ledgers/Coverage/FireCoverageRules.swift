import LedgerKit

/// COV-003, COV-006, COV-007 and COV-025: inspections against fire and the drills of a term; domain §2.6.
enum FireCoverageRules {
  static let all: [Rule] = [inspections, disaster, fireDrill, busDrill]

  private static let inspections = Rule(
    "COV-003", "防火检查频次不足", .error, .compliance, ledger: "inspections",
    citation: Citation("《机关、团体、企业、事业单位消防安全管理规定》（公安部令第61号）第二十六条", .V2),
    rationale: "事业单位至少每季度、其他单位至少每月进行一次防火检查。检查部位、内容或专项写有消防的都算。",
    triggers: [
      inspected("事业单位", ["2023-03-06,专项检查,消防设施"]),
      inspected("民办", ["2023-02-13", "2023-03-06", "2023-04-06", "2023-05-08"].map { "\($0),专项检查,消防设施" }),
    ],
    passes: [
      inspected("事业单位", ["2023-03-06,消防专项检查,食堂", "2023-05-08,月检查,消防设施"]),
      inspected("民办", ["2023-02-13", "2023-03-06", "2023-04-06", "2023-05-08", "2023-06-05"].map { "\($0),专项检查,消防设施" }),
    ],
    check: .books { books in
      guard let table = books.table(Inspections.ledger) else { return [] }
      let scope = books.scope
      let days = fireInspections(table)
      let fix = "若已检查，请补交记录；若未检查，请尽快安排，并在总结中说明。"
      if scope.profile.isPublicInstitution {
        let covered = Set(days.map { Quarter($0) })
        return scope.calendar.schoolQuarters(until: scope.asOf, minimum: 30).filter { !covered.contains($0) }.map {
          CoverageRules.term("\($0.chinese)没有防火检查记录（事业单位至少每季度一次）" + scope.estimateNote, fix: fix, scope, .error)
        }
      }
      let covered = Set(days.map(\.month))
      return scope.schoolMonths.filter { !covered.contains($0) }.map {
        CoverageRules.term("\($0.chinese)没有防火检查记录（事业单位以外至少每月一次）" + scope.estimateNote, fix: fix, scope, .error)
      }
    })

  /// The days on which something of fire protection was inspected, each once: the rows of a day are looked at until one tells.
  private static func fireInspections(_ table: Table) -> [Day] {
    var days = CellNumbers()
    var isFound: [Bool] = []
    for row in table.rows(for: [Inspections.date]) {
      guard let day = row.stored(Inspections.date) else { continue }
      let (place, isNew) = days.number(of: day)
      if isNew { isFound.append(false) }
      if !isFound[place] { isFound[place] = FireTopic.isLookedAt(in: row) }
    }
    return zip(days.values, isFound).compactMap { day, isFound in isFound ? Day(number: Int32(truncatingIfNeeded: day)) : nil }
  }

  private static let disaster = Rule(
    "COV-006", "学期内没有灾害疏散演练", .error, .compliance, ledger: "drills",
    citation: Citation("《中小学幼儿园安全管理办法》（教育部等令第23号）", .V2),
    rationale: "每学期至少组织一次针对火灾、地震、洪水等灾害的疏散演练；反恐防暴、防溺水等演练不能代替。学期结束时才判断。",
    triggers: [drilled("2023-06-30", ["2023-03-17,反恐防暴"])],
    passes: [drilled("2023-06-30", ["2023-03-17,地震"]), drilled("2023-04-30", ["2023-03-17,反恐防暴"])],
    check: .books { books in
      guard let table = books.table(Drills.ledger), books.scope.isTeachingOver else { return [] }
      let kinds: Set<DrillKind> = [.fire, .earthquake, .weather, .general]
      guard !Drill.all(in: table, reading: []).contains(where: { kinds.contains($0.kind) }) else { return [] }
      return [Offense(nil, "本学期没有火灾、地震等灾害的疏散演练记录", fix: "已演练的请补登；未演练的请尽快补做，并在总结中说明。")]
    })

  private static let fireDrill = Rule(
    "COV-007", "消防演练间隔过长", .warning, .compliance, ledger: "drills",
    citation: Citation("《机关、团体、企业、事业单位消防安全管理规定》（公安部令第61号）", .V2),
    rationale: "消防安全重点单位至少每半年、其他单位至少每年进行一次灭火和应急疏散演练。没有提供上学期记录的，只作提示。",
    triggers: [drilled("2023-06-30", ["2023-03-17,反恐防暴"]), drilled("2023-06-30", ["2022-03-17,消防疏散", "2023-03-17,地震"])],
    passes: [
      drilled("2023-06-30", ["2023-03-17,消防疏散"]), drilled("2023-06-30", ["2022-11-09,消防疏散", "2023-03-17,地震"]),
      drilled("2023-04-30", ["2023-03-17,反恐防暴"]),
    ],
    check: .books { books in
      guard let table = books.table(Drills.ledger), books.scope.isTeachingOver else { return [] }
      let scope = books.scope
      let reach = scope.profile.isKeyFireUnit ? 183 : 366
      let days = table.rows.filter { [.fire, .extinguisher, .general].contains($0[Drills.kind]) }.compactMap { $0[Drills.date] }
      let known = days.filter { $0 <= scope.asOf }
      if known.contains(where: { scope.asOf.days(since: $0) <= reach }) { return [] }
      let period = scope.profile.isKeyFireUnit ? "半年" : "一年"
      guard let last = known.max() else {
        return [Offense(nil, "本学期没有消防演练，上学期的记录没有提供，不知道\(period)内有没有", fix: "请把上次消防演练的记录放进来；没有演练的请尽快安排。", severity: .info)]
      }
      return [Offense(nil, "上次消防演练在\(last.chinese)，到统计截止日已超过\(period)", fix: "已演练的请补登；未演练的请尽快安排。")]
    })

  private static let busDrill = Rule(
    "COV-025", "没有校车应急演练", .warning, .compliance, ledger: "drills", citation: Citation("《校车安全管理条例》第十二条", .V1),
    rationale: "使用校车的学校要对学生进行交通安全教育，定期组织校车应急疏散演练。学期结束时才判断。", for: Applicability(features: [.schoolBus]),
    triggers: [drilled("2023-06-30", ["2023-03-17,消防疏散"], bus: "是")],
    passes: [drilled("2023-06-30", ["2023-03-17,校车逃生"], bus: "是"), drilled("2023-06-30", ["2023-03-17,消防疏散"], bus: "否")],
    check: .books { books in
      guard let table = books.table(Drills.ledger), books.scope.isTeachingOver,
        !Drill.all(in: table, reading: []).contains(where: { $0.kind == .bus })
      else { return [] }
      return [Offense(nil, "设置写明使用校车，本学期没有校车应急演练记录", fix: "已演练的请补登；未演练的请尽快安排。")]
    })

  // MARK: Examples

  private static func inspected(_ unit: String, _ rows: [String]) -> Example {
    Example(
      ("设置.csv", "项目,内容\n单位名称,春芽幼儿园\n学段,幼儿园\n单位性质,\(unit)\n学年,2022-2023\n学期,第二学期\n统计截止日,2023-06-30\n"),
      ("安全检查记录.csv", "检查日期,检查类型,检查部位,检查人,检查结果\n" + rows.map { "\($0),王建国、李秀英,正常\n" }.joined()))
  }

  private static func drilled(_ asOf: String, _ rows: [String], bus: String = "否") -> Example {
    Example(
      (
        "设置.csv",
        "项目,内容\n单位名称,春芽幼儿园\n学段,幼儿园\n是否使用校车,\(bus)\n学年,2022-2023\n学期,第二学期\n学期结束,2023-06-30\n统计截止日,\(asOf)\n"
      ),
      ("应急演练记录.csv", "演练日期,演练类型,参加人数\n" + rows.map { "\($0),560\n" }.joined()))
  }
}
