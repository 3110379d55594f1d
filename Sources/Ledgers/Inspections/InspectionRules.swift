import LedgerKit

/// INS-001…, domain §2.3.
enum InspectionRules {
  static let all: [Rule] = [
    Rule(
      "INS-001", "检查要素不全", .error, .data, ledger: "inspections",
      citation: .own("安全检查记录"),
      rationale: "没有日期、部位或检查人的记录，说不清何时、何处、由谁检查，不能作为检查的凭据。",
      triggers: [
        sheet("2023-03-06,月检查,大门,↓,正常,"), sheet("2023-03-06,月检查,↓,王建国、李秀英,正常,"), sheet("↓,月检查,大门,王建国、李秀英,正常,"),
      ],
      passes: [sheet("2023-03-06,月检查,大门,王建国、李秀英,正常,")],
      check: .everyRow(where: .empty(Inspections.date) || .empty(Inspections.area) || .empty(Inspections.inspectors)) { row, _ in
        let parts: [(AnyColumn, String)] = [(Inspections.date, "检查日期"), (Inspections.area, "检查部位"), (Inspections.inspectors, "检查人")]
        return parts.filter { row.isEmpty($0.0) }.map { column, name in
          Offense(row, at: column, "没有填\(name)", fix: "请补填\(name)。", spoils: [column])
        }
      }),
    Rule(
      "INS-002", "有隐患无描述", .error, .data, ledger: "inspections", citation: .own("安全检查记录"),
      rationale: "写了存在隐患却没有说是什么隐患，后面无法整改和复查。",
      triggers: [sheet("2023-03-06,月检查,食堂,王建国、李秀英,存在隐患,↓")], passes: [sheet("2023-03-06,月检查,食堂,王建国、李秀英,存在隐患,地面湿滑")],
      check: .row(where: .is(Inspections.result, .problem) && .empty(Inspections.problem)) { row, _ in
        // 正常，但灭火器压力偏低 says itself what the problem is.
        if InspectionResult.hasReservation(Folding.compact(row.raw(Inspections.result))) { return nil }
        return Offense(
          row, at: Inspections.problem, "检查结果为存在隐患，没有写明是什么隐患", fix: "请在“\(row.header(Inspections.problem))”写明隐患。",
          spoils: [Inspections.problem])
      }),
    Rule(
      "INS-003", "结论与描述矛盾", .error, .data, ledger: "inspections", citation: .logic,
      rationale: "结果写正常，又描述了问题，两处矛盾，无法判断有没有隐患，这一行不计入问题检出率。",
      triggers: [sheet("2023-03-06,月检查,走廊,王建国、李秀英,↓正常,灭火器压力不足")], passes: [sheet("2023-03-06,月检查,走廊,王建国、李秀英,正常,无")],
      check: .row(where: .is(Inspections.result, .clean) && .filled(Inspections.problem)) { row, _ in
        guard let problem = row[Inspections.problem] else { return nil }
        return Offense(
          row, at: Inspections.result, "检查结果为“\(row.raw(Inspections.result))”，却写有问题“\(problem.string.prefix(30))”",
          fix: "有隐患的请把检查结果改为“存在隐患”；没有的请清空问题描述。", spoils: [Inspections.result, Inspections.problem])
      }),
  ]

  private static func sheet(_ row: String) -> Example {
    .sheet("安全检查记录.csv", "检查日期,检查类型,检查部位,检查人,检查结果,存在问题\n\(row)\n")
  }
}
