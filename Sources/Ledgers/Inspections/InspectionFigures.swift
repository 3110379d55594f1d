import LedgerKit

/// ST-INS-01…07, domain §4.1. An inspection is an occasion, not a row.
enum InspectionFigures {
  private static let occasion: [AnyColumn] = [Inspections.date, Inspections.type, Inspections.topic, Inspections.inspectors]
  private static let point: [AnyColumn] = [Inspections.date, Inspections.area, Inspections.inspectors]
  private static let found: [AnyColumn] = [Inspections.date, Inspections.result, Inspections.problem]

  static let all: [Figure] =
    [
      .distinct(
        "ST-INS-01", "inspections.occasions", "安全检查次数", "次", reads: occasion,
        "日期、检查类型、专项内容、检查人（不分先后）都相同的记录为一次；不含日常巡查，日常巡查另列。", where: !Inspections.isOfKind(.daily),
        by: Inspections.occasions),
      .distinct(
        "ST-INS-01.daily", "inspections.daily", "日常巡查次数", "次", reads: occasion, "检查类型为日常检查、日巡查的次数，口径同安全检查次数。",
        where: Inspections.isOfKind(.daily), by: Inspections.occasions),
      .count("ST-INS-02", "inspections.points", "检查点次", "点次", reads: point, "日期、部位、检查人齐全的有效记录行数；一行一个点次，不等于检查次数。"),
    ] + kinds + [
      Figure(
        "ST-INS-04", "inspections.monthsCovered", "月检查覆盖月数", .count("个月"), reads: [Inspections.date, Inspections.type],
        "有月检查的月份数；应检查的月份为教学日不少于10天的月份。", compute: coverMonths),
      Figure(
        "ST-INS-04.rate", "inspections.monthCoverage", "月检查覆盖率", .percent, reads: [Inspections.date, Inspections.type],
        "有月检查的月份 ÷ 教学日不少于10天的月份。", compute: coverMonths),
      Figure(
        "ST-INS-05", "inspections.areaCoverage", "检查区域覆盖率", .percent, reads: [Inspections.date, Inspections.area],
        "检查区域清单中本学期有检查记录的区域 ÷ 清单区域数；未提供检查区域清单时不计算。"
      ) { tally, table, books in
        guard let areas = books.scope.areas, !areas.isEmpty else {
          tally.lacksTable("未提供检查区域清单")
          return
        }
        var names: [Int32: [Int]] = [:]
        var covered = Set<Int>()
        for row in table.rows(for: [Inspections.date, Inspections.area]) {
          guard let text = row[Inspections.area] else { continue }
          let matched = names[text.id] ?? areas.indices.filter { AreaNames.covers(areas[$0].name, written: text.string) }
          names[text.id] = matched
          let new = matched.count { covered.insert($0).inserted }
          if !matched.isEmpty { tally.support(row, giving: Int128(new)) }
        }
        tally.divides(by: "检查区域清单的区域数")
        tally.set(Int128(covered.count), over: Int128(areas.count))
      },
      .distinct(
        "ST-INS-05.count", "inspections.areas", "检查部位数", "个", reads: [Inspections.date, Inspections.area], "有检查记录的不同部位数（按台账写法）。",
        by: RowNumbering(Inspections.area)),
      .rate(
        "ST-INS-07", "inspections.problemRate", "问题检出率", reads: found, needs: [[Inspections.result, Inspections.problem]],
        "检查结果为存在隐患的记录 ÷ 有结论的记录（未检不计）。",
        of: Inspections.foundProblem, among: Inspections.wasInspected),
      .count(
        "ST-INS-07.problems", "inspections.problems", "检查发现问题数", "处", reads: found, needs: [[Inspections.result, Inspections.problem]],
        "检查结果为存在隐患的记录行数。", where: Inspections.foundProblem),
    ]

  static let breakdowns: [Breakdown] = [
    Breakdown(
      "ST-INS-03", "inspections.byKind", "各类检查次数", .count("次"), keys: ["检查类型"], value: "次数", reads: occasion, "检查次数按类型，口径同ST-INS-01，含日常检查。",
      key: kind, occasion: Inspections.occasions),
    Breakdown(
      "ST-INS-03.topic", "inspections.byTopic", "专项检查次数", .count("次"), keys: ["专项内容"], value: "次数", reads: occasion, "专项检查次数按专项内容。",
      key: topic, where: Inspections.isOfKind(.special), occasion: Inspections.occasions),
    Breakdown(
      "ST-INS-03.month", "inspections.byMonthAndKind", "各月检查次数", .count("次"), keys: ["月份", "检查类型"], value: "次数", order: .byKey,
      reads: occasion, "各月各类检查次数，口径同ST-INS-01。", key: .both(.month(of: Inspections.date), kind), occasion: Inspections.occasions),
    Breakdown(
      "ST-INS-06", "inspections.byAreaAndMonth", "各部位各月检查点次", .count("点次"), keys: ["部位", "月份"], value: "点次", order: .byKey,
      reads: [Inspections.date, Inspections.area], "各部位各月的检查记录行数。", key: .both(.text(Inspections.area), .month)),
    Breakdown(
      "ST-INS-06.problems", "inspections.problemsByAreaAndMonth", "各部位各月检查发现问题", .count("处"), keys: ["部位", "月份"], value: "发现问题",
      order: .byKey, reads: found + [Inspections.area], needs: [Inspections.result, Inspections.problem],
      "各部位各月检查结果为存在隐患的记录行数；有结论而没有发现的部位和月份为0，没有有结论的记录的不列。", key: .both(.text(Inspections.area), .month),
      where: Inspections.wasInspected, of: .oneWhere(Inspections.foundProblem)),
  ]

  private static let kinds: [Figure] = [
    ("monthly", InspectionKind.monthly), ("special", .special), ("beforeHoliday", .beforeHoliday), ("opening", .opening),
    ("closing", .closing), ("superior", .superior), ("hunt", .hunt),
  ].map { suffix, kind in
    .distinct(
      "ST-INS-03.\(suffix)", "inspections.\(suffix)", "\(kind.rawValue)次数", "次", reads: occasion, "检查类型为\(kind.rawValue)的检查次数。",
      where: Inspections.isOfKind(kind), by: Inspections.occasions)
  }

  @Sendable private static func coverMonths(_ tally: inout Tally, _ table: Table, _ books: Books) {
    let months = books.scope.schoolMonths.map(\.number)
    var isCovered = [Bool](repeating: false, count: months.count)
    // A term has a hundred days: of each it is asked once in which of the months it lies.
    var days = CellNumbers()
    var monthOfDay: [Int?] = []
    let monthly = Inspections.isOfKind(.monthly) && .filled(Inspections.date)
    for rows in table.rows(for: [Inspections.date, Inspections.type]).words(satisfying: monthly, books.scope) {
      let numbers = days.number(rows, Inspections.date)
      for day in days.values[monthOfDay.count...] {
        monthOfDay.append(months.firstIndex(of: Day(number: Int32(truncatingIfNeeded: day)).monthNumber))
      }
      let places = numbers.span
      for row in rows {
        guard let month = monthOfDay[Int(places[row.index - rows.first])] else { continue }
        tally.support(row, giving: isCovered[month] ? 0 : 1)
        isCovered[month] = true
      }
    }
    tally.divides(by: "教学日不少于10天的月份数")
    tally.set(Int128(isCovered.count { $0 }), over: Int128(months.count))
    if books.scope.calendar.isEstimated { tally.note = "未提供校历，按周一至周五估算教学日" }
  }

  private static let kindName: GroupBy.Label = { kind, _ in
    InspectionKind.cases.indices.contains(Int(kind)) ? InspectionKind.cases[Int(kind)].rawValue : "未填"
  }
  private static let topicName: GroupBy.Label = { topic, lexicon in topic == 0 ? "未填" : lexicon.string(topic) }

  private static let kind = GroupBy(
    Inspections.type, group: { $0 < 0 ? -1 : InspectionType.kindNumber(ofStored: $0) }, label: kindName)
  private static let topic = GroupBy(
    cells: { row in Int64(Inspections.topicID(of: row)) }, group: { Int32(truncatingIfNeeded: $0) }, label: topicName)
}
