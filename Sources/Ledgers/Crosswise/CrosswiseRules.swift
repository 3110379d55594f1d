import LedgerKit

/// Rules over several ledgers, domain §2.5.
enum CrosswiseRules {
  static let all: [Rule] = [
    Rule(
      "X-001", "检查发现问题未进隐患台账", .error, .compliance, ledger: "inspections", citation: .own("隐患排查与整改登记"),
      rationale: "检查发现的问题要登记到隐患台账，才能跟踪整改。按编号，或部位相同、日期相差三天以内、文字相近来对应。",
      triggers: [example("2023-03-06,月检查,大厅,王建国、李秀英,存在隐患,↓大厅地砖松动")],
      passes: [example("2023-03-09,月检查,走廊,王建国、李秀英,存在隐患,走廊应急灯不亮")],
      check: .books { books in
        guard let inspections = books.table(Inspections.ledger), let hazards = books.table(Hazards.ledger),
          hazards.sources.contains(where: { !$0.isDerived })
        else { return [] }
        // A problem row of a combined sheet is a hazard itself.
        let combined = Set(hazards.sources.filter(\.isDerived).map { ObjectIdentifier($0.sheet) })
        var match = ProblemMatch(hazards.rows.filter { !$0.isDerived })
        return inspections.rows.compactMap { row in
          guard Inspections.isHazard(row), row.period == .inTerm, !inspections.isLeftOut(row.index), let problem = row[Inspections.problem],
            !combined.contains(ObjectIdentifier(row.source.sheet))
          else { return nil }
          let found = match.holds(ref: row[Inspections.ref], day: row[Inspections.date], area: row[Inspections.area], problem: problem)
          if found { return nil }
          return Offense(row, at: Inspections.problem, "检查发现的问题在隐患台账中没有对应的记录", fix: "请在隐患台账补登；已登记的请核对部位、日期和描述。")
        }
      })
  ]

  private static func example(_ row: String) -> Example {
    Example(
      ("安全检查记录.csv", "检查日期,检查类型,检查部位,检查人,检查结果,存在问题\n\(row)\n"),
      ("隐患整改台账.csv", "发现日期,隐患部位,隐患描述,整改责任人,整改期限,整改完成日期,整改情况\n2023-03-10,一楼走廊,走廊应急灯不亮,吴建平,2023-03-15,2023-03-12,已整改\n"))
  }
}
