import LedgerKit

/// COV-008, COV-009 and COV-033: inspections around the term, places not inspected, and the budget; domain §2.6.
enum AreaCoverageRules {
  static let all: [Rule] = [turnOfTerm, areas, budget]

  private static let before = Parameter("COV-008", "前后天数", 14, "天")

  private static let turnOfTerm = Rule(
    "COV-008", "开学前、放假前未检查", .warning, .compliance, ledger: "inspections", citation: .own("开学前、放假前安全检查"),
    rationale: "开学前后和放假前后各应有一次安全检查。只在设置或校历写明学期起止时判断，期限过了才判断。", parameters: [before],
    triggers: [inspected(["2023-03-06", "2023-06-28"]), inspected(["2023-02-03", "2023-05-06"])],
    passes: [inspected(["2023-02-03", "2023-06-28"]), inspected(["2023-02-10", "2023-07-02"])],
    check: .books { books in
      guard let table = books.table(Inspections.ledger) else { return [] }
      let scope = books.scope
      let days = table.distinct(Inspections.date).map { Day(number: Int32(truncatingIfNeeded: $0)) }
      let reach = scope.whole(before)
      let isStartKnown = scope.profile.start != nil || !scope.calendar.isEstimated
      let isEndKnown = scope.profile.end != nil || !scope.calendar.isEstimated
      let windows: [(name: String, isKnown: Bool, days: DayRange)] = [
        ("开学", isStartKnown, DayRange(scope.calendar.teaching.first.advanced(by: -reach), scope.calendar.teaching.first.advanced(by: 7))),
        ("放假", isEndKnown, DayRange(scope.calendar.teaching.last.advanced(by: -reach), scope.calendar.teaching.last.advanced(by: 3))),
      ]
      return windows.filter { $0.isKnown && $0.days.last <= scope.asOf && !days.contains(where: $0.days.contains) }.map { window in
        Offense(
          nil, "\(window.name)前后（\(window.days.first.monthAndDay)至\(window.days.last.monthAndDay)）没有安全检查记录",
          fix: "若已检查，请补交记录；若未检查，总结“存在问题”会列出。")
      }
    })

  private static let areas = Rule(
    "COV-009", "区域未覆盖", .warning, .compliance, ledger: "inspections", citation: .own("安全检查区域"),
    rationale: "检查区域清单里的地方，一学期至少查一次；重点部位每个教学月都要查。没有提供清单时不判断；整学期的到学期结束才判断。",
    triggers: [listed("配电房,否\n大门,否", ["2023-03-06,大门"]), listed("食堂,是", ["2023-03-06,食堂"])],
    passes: [
      listed("大门,否", ["2023-03-06,大门及门卫室"]),
      listed("食堂,是", ["2023-02-13", "2023-03-06", "2023-04-06", "2023-05-08", "2023-06-05"].map { "\($0),厨房" }),
    ],
    check: .books { books in
      guard let table = books.table(Inspections.ledger), let areas = books.scope.areas else { return [] }
      let scope = books.scope
      let months = inspectedMonths(of: areas, in: table)
      return zip(areas, months).compactMap { area, inspected in
        if inspected.isEmpty {
          return scope.isTeachingOver ? Offense(nil, "“\(area.name)”本学期没有检查记录", fix: "若已检查，请补交记录；检查部位的写法请与清单一致。") : nil
        }
        guard area.isCritical else { return nil }
        let lacking = scope.schoolMonths.filter { !inspected.contains($0) }
        guard !lacking.isEmpty else { return nil }
        let told = lacking.map { "\($0.month)月" }.joined(separator: "、")
        return CoverageRules.term("重点部位“\(area.name)”\(told)没有检查记录" + scope.estimateNote, fix: "若已检查，请补交记录；重点部位请每月检查。", scope, .warning)
      }
    })

  /// For each area the months in which it was inspected. Each distinct name is compared with the list once.
  private static func inspectedMonths(of areas: [Scope.Area], in table: Table) -> [Set<Month>] {
    var months = areas.map { _ in Set<Month>() }
    var known: [Int32: [Int]] = [:]
    for row in table.rows(for: [Inspections.date, Inspections.area]) {
      guard let day = row[Inspections.date], let text = row[Inspections.area] else { continue }
      let matched = known[text.id] ?? areas.indices.filter { AreaNames.covers(areas[$0].name, written: text.string) }
      known[text.id] = matched
      for area in matched { months[area].insert(day.month) }
    }
    return months
  }

  private static let budget = Rule(
    "COV-033", "预算超支", .warning, .compliance, ledger: "purchases", citation: .own("预算管理"),
    rationale: "某个科目的采购合计超过了预算。科目按预算项目对应，没有写的按类别对应。",
    triggers: [budgeted("办公用品,300")], passes: [budgeted("办公用品,500"), budgeted("图书,300")],
    check: .books { books in
      guard let table = books.table(Purchases.ledger), let budget = books.scope.budget else { return [] }
      var spent = budget.map { _ in Fixed.zero }
      for row in table.rows(for: [Purchases.date, Purchases.amount]) {
        guard let amount = row[Purchases.amount]?.amount, let item = PurchaseBudget.item(of: row, in: budget) else { continue }
        spent[item] = spent[item] + amount
      }
      return zip(budget, spent).filter { $0.amount < $1 }.map { item, sum in
        let (plan, real) = (Format.grouped(Format.yuan(item.amount)), Format.grouped(Format.yuan(sum)))
        return Offense(
          nil, "“\(item.name)”预算\(plan)元，实际采购\(real)元，超出\(Format.grouped(Format.yuan(sum - item.amount)))元",
          fix: "请核对科目和金额；确已超支的请说明原因或办理追加。")
      }
    })

  // MARK: Examples

  private static func inspected(_ days: [String]) -> Example {
    Example(
      ("设置.csv", "项目,内容\n单位名称,春芽幼儿园\n学年,2022-2023\n学期,第二学期\n学期开始,2023-02-06\n学期结束,2023-06-30\n统计截止日,2023-07-03\n"),
      ("安全检查记录.csv", "检查日期,检查类型,检查部位,检查人,检查结果\n" + days.map { "\($0),期末检查,大门,王建国、李秀英,正常\n" }.joined()))
  }

  private static func listed(_ areas: String, _ rows: [String]) -> Example {
    Example(
      ("检查区域.csv", "区域,是否重点\n\(areas)\n"),
      ("安全检查记录.csv", "检查日期,检查部位,检查类型,检查人,检查结果\n" + rows.map { "\($0),月检查,王建国、李秀英,正常\n" }.joined()))
  }

  private static func budgeted(_ item: String) -> Example {
    Example(
      ("预算.csv", "科目,金额\n\(item)\n"),
      ("采购台账.csv", "采购日期,品名,类别,数量,金额,审批人,采购人,验收人\n2023-03-08,A4纸,办公用品,10,220.00,王建国,李秀英,赵海燕\n2023-04-08,A4纸,办公用品,10,220.00,王建国,李秀英,赵海燕\n"))
  }
}
