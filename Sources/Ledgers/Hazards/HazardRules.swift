import LedgerKit

/// HAZ-001…, domain §2.3.
enum HazardRules {
  static let all: [Rule] = [
    Rule(
      "HAZ-001", "整改早于发现", .error, .data, ledger: "hazards", citation: .logic,
      rationale: "完成日期早于发现日期，两个日期至少有一个写错；这一行不能用来算整改天数。",
      triggers: [sheet("2023-03-10,走廊,应急灯不亮,吴建平,2023-03-15,↓2023-03-08,已整改")],
      passes: [sheet("2023-03-10,走廊,应急灯不亮,吴建平,2023-03-15,2023-03-10,已整改")],
      check: .row(where: .misordered(Hazards.foundOn, Hazards.fixedOn)) { row, _ in
        guard let found = row[Hazards.foundOn] else { return nil }
        return Offense(
          row, at: Hazards.fixedOn, "完成日期早于发现日期（\(found.iso)）", fix: "请核对两个日期，改正写错的一个。", spoils: [Hazards.fixedOn])
      }),
    Rule(
      "HAZ-002", "期限早于发现", .error, .data, ledger: "hazards", citation: .logic,
      rationale: "整改期限不可能在发现之前；期限写错就无法判断是否按期。",
      triggers: [sheet("2023-03-10,走廊,应急灯不亮,吴建平,↓2023-03-01,2023-03-12,已整改")],
      passes: [sheet("2023-03-10,走廊,应急灯不亮,吴建平,当日,2023-03-10,已整改")],
      check: .row(where: .misordered(Hazards.foundOn, Hazards.due)) { row, _ in
        guard let found = row[Hazards.foundOn] else { return nil }
        return Offense(row, at: Hazards.due, "整改期限早于发现日期（\(found.iso)）", fix: "请核对期限的年、月、日。", spoils: [Hazards.due])
      }),
    Rule(
      "HAZ-003", "已整改无完成日期", .error, .data, ledger: "hazards", citation: .own("隐患闭环管理"),
      rationale: "写了已整改却没有完成日期，整改率照计，但不能计入整改天数和按期率，也无法复查。",
      triggers: [sheet("2023-03-10,走廊,应急灯不亮,吴建平,2023-03-15,↓,已整改")],
      passes: [sheet("2023-03-10,走廊,应急灯不亮,吴建平,2023-03-15,,整改中")],
      check: .row(where: .is(Hazards.status, .closed) && .lacks(Hazards.fixedOn)) { row, _ in
        Offense(row, at: Hazards.fixedOn, "整改情况为“已整改”，没有填完成日期", fix: "请补填完成日期，如 2023-03-12。", spoils: [Hazards.fixedOn])
      }),
    Rule(
      "HAZ-004", "有完成日期但未销号", .error, .data, ledger: "hazards", citation: .logic,
      rationale: "填了完成日期，整改情况却不是已整改，两处矛盾，无法判断是否完成，这一行不计入整改率。",
      triggers: [sheet("2023-03-10,走廊,应急灯不亮,吴建平,2023-03-15,2023-03-12,↓整改中")],
      passes: [sheet("2023-03-10,走廊,应急灯不亮,吴建平,2023-03-15,2023-03-12,已整改")],
      check: .row(where: .filled(Hazards.fixedOn) && (.is(Hazards.status, .open, .partial) || .lacks(Hazards.status))) { row, _ in
        guard let fixed = row[Hazards.fixedOn] else { return nil }
        let status = Hazards.status(of: row)
        return Offense(
          row, at: Hazards.status, "已填完成日期（\(fixed.iso)），整改情况却是“\(status.rawValue)”",
          fix: "已完成的请改为“已整改”；未完成的请清空完成日期。", spoils: [Hazards.status, Hazards.fixedOn])
      }),
    Rule(
      "HAZ-005", "缺整改责任人", .error, .compliance, ledger: "hazards", citation: .own("隐患整改责任"),
      rationale: "每处隐患要指定专人负责整改，否则容易无人过问。",
      triggers: [sheet("2023-03-10,走廊,应急灯不亮,↓,2023-03-15,2023-03-12,已整改")],
      passes: [sheet("2023-03-10,走廊,应急灯不亮,后勤处,2023-03-15,2023-03-12,已整改")],
      check: .row(where: .lacks(Hazards.owner)) { row, _ in
        Offense(row, at: Hazards.owner, "没有整改责任人", fix: "请填写负责整改的人员姓名。")
      }),
    Rule(
      "HAZ-012", "逾期未整改", .error, .compliance, ledger: "hazards", citation: .own("隐患整改期限"),
      rationale: "过了期限还没有整改的隐患，总结的存在问题部分会列出。",
      triggers: [sheet("2023-03-10,走廊,应急灯不亮,吴建平,↓2023-03-20,,整改中")],
      passes: [
        sheet("2023-06-28,走廊,应急灯不亮,吴建平,2023-07-05,,整改中"), sheet("2023-03-10,围墙外,电线垂落,吴建平,2023-03-20,,已上报"),
      ],
      check: .row(where: Hazards.isLate) { row, scope in
        Offense(
          row, at: Hazards.due, "已过期限仍为“\(Hazards.statusText(row, scope))”（统计截止 \(scope.asOf.iso)）", fix: "请补填完成日期，或说明原因并重定期限。")
      }),
    Rule(
      "HAZ-013", "逾期完成", .warning, .compliance, ledger: "hazards", citation: .own("隐患整改期限"),
      rationale: "虽已整改，但晚于期限；整改率不受影响，按期率会降低。",
      triggers: [sheet("2023-03-10,走廊,应急灯不亮,吴建平,2023-03-15,↓2023-03-20,已整改")],
      passes: [sheet("2023-03-10,走廊,应急灯不亮,吴建平,2023-03-20,2023-03-20,已整改")],
      check: .row(where: .misordered(Hazards.fixedOn, Hazards.due) && Hazards.isDone) { row, _ in
        guard let fixed = row[Hazards.fixedOn], let due = row[Hazards.due] else { return nil }
        return Offense(row, at: Hazards.fixedOn, "完成日期晚于期限（\(due.iso)）\(fixed.days(since: due))天", fix: "如有延期批准，请在备注写明。")
      }),
  ]

  private static func sheet(_ row: String) -> Example {
    .sheet("隐患整改台账.csv", "发现日期,隐患部位,隐患描述,整改责任人,整改期限,整改完成日期,整改情况\n\(row)\n")
  }
}
