import LedgerKit

/// ST-HAZ-01…13, domain §4.1.
enum HazardFigures {
  private static let both: Set<RowPeriod> = [.inTerm, .carriedOver]
  private static let when: [AnyColumn] = [Hazards.foundOn]
  private static let state: [AnyColumn] = [Hazards.foundOn, Hazards.status]
  private static let span: [AnyColumn] = [Hazards.foundOn, Hazards.status, Hazards.fixedOn]

  private static let isClosed = Hazards.isDone
  private static let isOfSameDay = RowCondition.cells(Hazards.foundOn, Hazards.fixedOn, Hazards.fixedOn) { found, fixed, _ in
    found == fixed
  }

  static let all: [Figure] = [
    .count("ST-HAZ-01", "hazards.new", "新增隐患数", "处", reads: when, "发现日期在本学期统计区间内的隐患，一行一处；疑似重复登记的仍计入并提示。"),
    Figure(
      "ST-HAZ-02", "hazards.carried", "期初结转隐患数", .count("处"), reads: when, periods: [.carriedOver],
      "发现日期早于本学期、学期开始时尚未销号的隐患；未提供上学期遗留清单时为“未提供”，不写0。"
    ) { tally, table, _ in
      guard Hazards.knowsCarryOver(table) else {
        tally.lacksTable("未提供上学期遗留隐患")
        return
      }
      for row in table.rows(for: when, in: [.carriedOver]) { tally.add(row, as: .numerator) }
    },
    closure(
      "ST-HAZ-03", "hazards.closureRate", "隐患整改率", .percent, "截至统计截止日已整改 ÷（本期新增＋期初结转）。已整改指整改情况为已整改且完成日期不晚于截止日，或未填完成日期。"),
    .count(
      "ST-HAZ-03.closed", "hazards.closed", "已整改隐患数", "处", reads: state, periods: both, "本期新增和期初结转的隐患中，截至统计截止日已整改的。",
      where: isClosed),
    .rate(
      "ST-HAZ-03.new", "hazards.closureRateOfNew", "新增隐患整改率", reads: state, "本期新增隐患中已整改的 ÷ 本期新增。", of: isClosed),
    .rate(
      "ST-HAZ-04", "hazards.onTimeRate", "按期整改率", reads: span + [Hazards.due], periods: both, needs: [[Hazards.due], [Hazards.fixedOn]],
      "有期限、已整改且完成日期不晚于期限 ÷ 有期限且（已整改或期限早于截止日）。未到期的不计；已整改未填完成日期的不计并另列。",
      of: .row { row, _ in row[Hazards.fixedOn].flatMap { fixed in row[Hazards.due].map { fixed <= $0 } } ?? false },
      among: .row(isDueToJudge)),
    .count(
      "ST-HAZ-05", "hazards.sameDay", "当日整改数", "处", reads: span, periods: both, needs: [[Hazards.fixedOn]], "完成日期与发现日期相同的已整改隐患。",
      where: Hazards.isTimed && isOfSameDay),
    .rate(
      "ST-HAZ-05.rate", "hazards.sameDayRate", "当日整改率", reads: span, periods: both, needs: [[Hazards.fixedOn]], "当日整改数 ÷ 两个日期都填写的已整改隐患。",
      of: isOfSameDay, among: Hazards.isTimed),
    .mean(
      "ST-HAZ-06", "hazards.meanDays", "平均整改天数", .days, reads: span, periods: both, needs: [[Hazards.fixedOn]],
      "Σ（完成日期−发现日期，按日历天，当日为0）÷ 两个日期都填写的已整改隐患。", of: Hazards.days),
    order("ST-HAZ-06.median", "hazards.medianDays", "整改天数中位数", .days, "两个日期都填写的已整改隐患整改天数的中位数。") { count in
      count % 2 == 1 ? [count / 2] : [count / 2 - 1, count / 2]
    },
    order("ST-HAZ-06.max", "hazards.maxDays", "最长整改天数", .count("天"), "两个日期都填写的已整改隐患中最长的整改天数。") { [$0 - 1] },
    .count(
      "ST-HAZ-07", "hazards.overdue", "逾期未整改数", "处", reads: state + [Hazards.due], periods: both, needs: [[Hazards.due]],
      "未整改或整改中、期限早于统计截止日的隐患。",
      where: Hazards.isLate),
    .count(
      "ST-HAZ-08", "hazards.open", "期末在册数", "处", reads: state, periods: both, "截至统计截止日未整改、整改中或已上报的隐患（期初结转＋本期新增−已整改）。",
      where: !isClosed),
    .rate(
      "ST-HAZ-09", "hazards.reviewRate", "复查率", reads: state + [Hazards.reviewer, Hazards.reviewOn], periods: both,
      needs: [[Hazards.reviewer, Hazards.reviewOn]],
      "填有复查人或复查日期的已整改隐患 ÷ 已整改隐患。",
      of: .filled(Hazards.reviewer) || .filled(Hazards.reviewOn), among: isClosed),
    .count(
      "ST-HAZ-11", "hazards.major", "重大隐患数", "处", reads: when + [Hazards.level], needs: [[Hazards.level]], "本期新增隐患中等级为重大的。",
      where: .is(Hazards.level, .major)),
    .rate(
      "ST-HAZ-11.rate", "hazards.majorClosureRate", "重大隐患整改率", reads: state + [Hazards.level], periods: both, needs: [[Hazards.level]],
      "已整改的重大隐患 ÷ 重大隐患（含结转）。",
      of: isClosed, among: .is(Hazards.level, .major)),
    .count(
      "ST-HAZ-12", "hazards.escalated", "上报外部隐患数", "处", reads: state, periods: both, "整改情况为已上报、移交，或填有上报部门的隐患。",
      where: .row { row, _ in Hazards.isEscalated(row) }),
    .sum("ST-HAZ-13", "hazards.cost", "整改资金", of: Hazards.cost, reads: when + [Hazards.cost], needs: [[Hazards.cost]], "本期新增隐患填写的整改资金之和。"),
    .count(
      "ST-HAZ-13.filled", "hazards.costFilled", "填有整改资金的隐患数", "处", reads: when + [Hazards.cost], needs: [[Hazards.cost]],
      "本期新增隐患中填写了整改资金的行数。",
      where: .filled(Hazards.cost)),
  ]

  static let breakdowns: [Breakdown] = [
    Breakdown(
      "ST-HAZ-10", "hazards.byCategory", "隐患类别", .count("处"), keys: ["类别"], value: "发现", showsShare: true, reads: when + [Hazards.category],
      needs: [Hazards.category],
      "本期新增隐患按类别。", key: .term(Hazards.category)),
    Breakdown(
      "ST-HAZ-10.area", "hazards.byArea", "隐患部位", .count("处"), keys: ["部位"], value: "发现", showsShare: true, reads: when + [Hazards.area],
      "本期新增隐患按部位。", key: .text(Hazards.area)),
    Breakdown(
      "ST-HAZ-10.level", "hazards.byLevel", "隐患等级", .count("处"), keys: ["等级"], value: "发现", showsShare: true, reads: when + [Hazards.level],
      needs: [Hazards.level],
      "本期新增隐患按等级。", key: .term(Hazards.level)),
    Breakdown(
      "ST-HAZ-10.month", "hazards.byMonth", "每月发现隐患", .count("处"), keys: ["月份"], value: "发现", order: .byKey, reads: when,
      "本期新增隐患按发现月份。", key: .month),
    Breakdown(
      "ST-HAZ-10.closedByMonth", "hazards.closedByMonth", "每月完成整改", .count("处"), keys: ["月份"], value: "完成整改", order: .byKey, reads: span,
      needs: [Hazards.fixedOn],
      "本期新增隐患中已整改且填有完成日期的，按完成月份。", key: .month(of: Hazards.fixedOn), where: isClosed),
    Breakdown(
      "ST-HAZ-10.closedByCategory", "hazards.closedByCategory", "已整改隐患类别", .count("处"), keys: ["类别"], value: "已整改",
      reads: state + [Hazards.category], needs: [Hazards.category], "本期新增隐患中已整改的，按类别。", key: .term(Hazards.category),
      where: isClosed),
  ]

  /// 未完成整改清单: what goes to 存在问题 as well.
  static let openList = Listing(
    "ST-HAZ-08.list", "未完成整改的隐患",
    [Listing.Column("发现日期"), Listing.Column("部位"), Listing.Column("隐患"), Listing.Column("期限"), Listing.Column("情况")]
  ) { table, books in
    table.rows(for: state, in: both).filter { !Hazards.isClosed($0, books.scope) }.map { row in
      [
        row[Hazards.foundOn]?.iso ?? "", row[Hazards.area]?.string ?? "", row[Hazards.desc]?.string ?? "", row[Hazards.due]?.iso ?? "未定",
        Hazards.statusText(row, books.scope) + (Hazards.isOverdue(row, books.scope) ? "（逾期）" : ""),
      ]
    }
  }

  /// A deadline that must have been met or missed by now: done with a date, or past.
  private static func isDueToJudge(_ row: Row, _ scope: Scope) -> Bool {
    guard let due = row[Hazards.due] else { return false }
    return Hazards.isClosed(row, scope) ? row[Hazards.fixedOn] != nil && row.precision(Hazards.fixedOn) != .month : due < scope.asOf
  }

  /// Done ÷ (new + carried over); says so where last term's list is missing.
  private static func closure(_ code: String, _ id: String, _ title: String, _ unit: Unit, _ definition: String) -> Figure {
    Figure(code, id, title, unit, reads: state, periods: both, definition) { tally, table, books in
      tally.expectDenominator()
      for rows in table.rows(for: state, in: both).pieces {
        let closed = rows.satisfying(isClosed, books.scope)
        for rows in rows { tally.judge(rows, qualifying: closed.word(of: rows)) }
      }
      if !Hazards.knowsCarryOver(table) { tally.note = "未提供上学期遗留隐患，分母为本期新增" }
    }
  }

  /// A mean of some of the sorted days to mend: the one or two in the middle, the last. Of rows with equal days the first is named.
  private static func order(
    _ code: String, _ id: String, _ title: String, _ unit: Unit, _ definition: String, pick: @escaping @Sendable (Int) -> [Int]
  ) -> Figure {
    Figure(code, id, title, unit, reads: span, periods: both, needs: [[Hazards.fixedOn]], definition) { tally, table, books in
      let words = Array(table.rows(for: span, in: both).words(satisfying: Hazards.isTimed, books.scope))
      // The days and, below them, the place of the row: numbers are sorted in a quarter of the time of rows.
      let rows = words.joined().compactMap { row in Hazards.days(row, books.scope).map { $0 << 32 | row.index } }
      guard !rows.isEmpty else { return tally.set(0, over: 0) }
      let order = rows.sorted()
      let picked = pick(order.count).map { order[$0] }
      if tally.evidence == nil { for rows in words { tally.support(rows) } }
      for entry in rows where tally.evidence != nil {
        let (days, counts) = (Int128(entry >> 32), picked.contains(entry))
        tally.support(
          table.row(entry & 0xFFFF_FFFF), as: counts ? .numerator : .denominator, giving: counts ? days : 0, of: counts ? 1 : 0, value: days
        )
      }
      tally.set(picked.reduce(0) { $0 + Int128($1 >> 32) }, over: Int128(picked.count))
    }
  }
}
