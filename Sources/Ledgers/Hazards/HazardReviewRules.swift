import LedgerKit

/// HAZ-006…011, HAZ-014 and HAZ-015: deadline, review and grade of a hazard; domain §2.3.
enum HazardReviewRules {
  private typealias H = Hazards

  static let all: [Rule] = [noDeadline, noReview, selfReview, earlyReview, failedReview, major, longOpen, noLevel]

  private static let noDeadline = Rule(
    "HAZ-006", "缺整改期限", .warning, .compliance, ledger: "hazards", citation: .own("隐患整改期限"),
    rationale: "不能当天整改的隐患要定期限，没有期限就无法判断是否按期。",
    triggers: [sheet("2023-03-10,围墙,围墙裂缝,一般,吴建平,↓,,整改中,,,")],
    passes: [sheet("2023-03-10,走廊,应急灯不亮,一般,吴建平,,2023-03-10,已整改,赵海燕,,"), sheet("2023-03-10,围墙,围墙裂缝,一般,吴建平,长期,,整改中,,,")],
    check: .row(where: .lacks(H.due)) { row, scope in
      guard row.isBlank(H.due), H.days(row, scope) != 0 else { return nil }
      return Offense(row, at: H.due, "没有整改期限，也不是当天整改的", fix: "请填写要求完成的日期，如 2023-03-20。")
    })

  private static let noReview = Rule(
    "HAZ-007", "已整改无复查", .warning, .compliance, ledger: "hazards", citation: .own("隐患复查销号"),
    rationale: "整改后有人复查，才算闭环；较大、重大隐患尤其要复查。",
    triggers: [sheet("2023-03-10,走廊,应急灯不亮,较大,吴建平,2023-03-15,2023-03-12,已整改,↓,,")],
    passes: [
      sheet("2023-03-10,走廊,应急灯不亮,较大,吴建平,2023-03-15,2023-03-12,已整改,赵海燕,,"),
      .sheet("隐患整改台账.csv", "发现日期,隐患部位,隐患描述,隐患等级,整改责任人,整改期限,整改完成日期,整改情况\n2023-03-10,走廊,应急灯不亮,一般,吴建平,2023-03-15,2023-03-12,已整改\n"),
    ],
    check: .row(where: .empty(H.reviewer) && .empty(H.reviewOn) && H.isDone && !.unusable(H.status)) { row, _ in
      let hasColumn = row.has(H.reviewer) || row.has(H.reviewOn)
      let isGrave = row[H.level] == .considerable || row[H.level] == .major
      guard hasColumn || isGrave else { return nil }
      let column: AnyColumn = row.has(H.reviewer) ? H.reviewer : row.has(H.reviewOn) ? H.reviewOn : H.status
      return Offense(row, at: column, "已整改，没有复查人和复查日期", fix: "请由责任人以外的人复查，填写复查人和复查日期。")
    })

  private static let selfReview = Rule(
    "HAZ-008", "自改自查", .warning, .compliance, ledger: "hazards", citation: .own("隐患复查销号"),
    rationale: "整改和复查由同一人担任，复查就失去了意义。",
    triggers: [sheet("2023-03-10,走廊,应急灯不亮,一般,吴建平,2023-03-15,2023-03-12,已整改,↓吴建平,,")],
    passes: [
      sheet("2023-03-10,走廊,应急灯不亮,一般,后勤处,2023-03-15,2023-03-12,已整改,后勤处,,"),
      sheet("2023-03-10,走廊,应急灯不亮,一般,吴建平,2023-03-15,2023-03-12,已整改,吴建平、赵海燕,,"),
    ],
    check: .row(where: .sharePerson(H.owner, H.reviewer)) { row, _ in
      guard let owner = row[H.owner], let reviewer = row[H.reviewer] else { return nil }
      let shared = owner.shared(with: reviewer)
      guard let name = shared.first, shared.count == reviewer.count else { return nil }
      return Offense(row, at: H.reviewer, "责任人与复查人均为“\(name)”", fix: "请由他人复查并签名；填错的请改正。")
    })

  private static let earlyReview = Rule(
    "HAZ-009", "复查早于完成", .error, .data, ledger: "hazards", citation: .logic, rationale: "还没有整改完成，不可能复查，两个日期至少有一个写错。",
    triggers: [sheet("2023-03-10,走廊,应急灯不亮,一般,吴建平,2023-03-15,2023-03-12,已整改,赵海燕,↓2023-03-11,")],
    passes: [sheet("2023-03-10,走廊,应急灯不亮,一般,吴建平,2023-03-15,2023-03-12,已整改,赵海燕,2023-03-12,")],
    check: .row(where: .misordered(H.fixedOn, H.reviewOn)) { row, _ in
      guard let fixed = row[H.fixedOn], row.precision(H.fixedOn) != .month else { return nil }
      return Offense(row, at: H.reviewOn, "复查日期早于完成日期（\(fixed.iso)）", fix: "请核对两个日期，改正写错的一个。", spoils: [H.reviewOn])
    })

  private static let failedReview = Rule(
    "HAZ-010", "复查不合格却销号", .error, .data, ledger: "hazards", citation: .logic,
    rationale: "复查没有通过，就还没有整改好；两处矛盾，这一行不计入整改率。",
    triggers: [sheet("2023-03-10,走廊,应急灯不亮,一般,吴建平,2023-03-15,2023-03-12,↓已整改,赵海燕,2023-03-13,不合格")],
    passes: [
      sheet("2023-03-10,走廊,应急灯不亮,一般,吴建平,2023-03-15,2023-03-12,已整改,赵海燕,2023-03-13,合格"),
      sheet("2023-03-10,走廊,应急灯不亮,一般,吴建平,2023-07-15,,整改中,赵海燕,2023-03-13,仍存在"),
    ],
    check: .row(where: .is(H.status, .closed) && .filled(H.reviewResult)) { row, _ in
      guard let result = row[H.reviewResult]?.string,
        ["不合格", "仍存在", "未消除", "未通过", "不通过"].contains(where: result.holds) || ["×", "否"].contains(Folding.compact(result))
      else { return nil }
      return Offense(
        row, at: H.status, "复查结果为“\(result)”，整改情况却是“已整改”", fix: "没有整改好的，请把整改情况改为“整改中”；已通过复查的，请更正复查结果。", spoils: [H.status])
    })

  private static let major = Rule(
    "HAZ-011", "重大隐患未上报或无管控", .error, .compliance, ledger: "hazards", citation: Laws.workSafety,
    rationale: "重大隐患要及时上报；整改完成前要有临时的管控措施，必要时停止使用。",
    triggers: [
      major("2023-03-10,配电房,配电箱裸露,重大,吴建平,2023-07-15,,整改中,↓,停用并围挡"), major("2023-03-10,配电房,配电箱裸露,重大,吴建平,2023-07-15,,整改中,已报教育局,↓"),
    ],
    passes: [
      major("2023-03-10,配电房,配电箱裸露,重大,吴建平,2023-07-15,,整改中,已报教育局,停用并围挡"),
      major("2023-03-10,配电房,配电箱裸露,重大,吴建平,2023-03-15,2023-03-12,已整改,已报教育局,"),
    ],
    check: .row(where: .is(H.level, .major)) { row, scope in
      if !H.isEscalated(row) {
        return Offense(row, at: row.has(H.escalated) ? H.escalated : H.level, "重大隐患没有上报的记录", fix: "请立即上报主管部门，并填写上报情况。")
      }
      guard !H.isClosed(row, scope), row.isEmpty(H.control) else { return nil }
      return Offense(row, at: row.has(H.control) ? H.control : H.level, "重大隐患没有整改好，也没有写临时管控措施", fix: "请写明停用、围挡、专人看守等临时措施。")
    })

  private static let openDays = Parameter("HAZ-014", "天数", 30, "天")

  private static let longOpen = Rule(
    "HAZ-014", "长期未销号", .warning, .compliance, ledger: "hazards", citation: .own("隐患整改期限"),
    rationale: "发现已久仍没有整改好的隐患，容易被遗忘；已上报、移交的不在此列。", parameters: [openDays],
    triggers: [sheet("↓2023-03-01,围墙,围墙裂缝,一般,吴建平,2023-08-31,,整改中,,,")],
    passes: [sheet("2023-06-01,围墙,围墙裂缝,一般,吴建平,2023-08-31,,整改中,,,"), sheet("2023-03-01,校外,电线垂落,一般,吴建平,2023-08-31,,已上报,,,")],
    check: .row(
      where: .scoped { .stored(H.foundOn, in: Int64.min...Int64($0.asOf.number) - Int64($0.whole(openDays)) - 1) } && H.isPending
    ) { row, scope in
      guard let found = row[H.foundOn], row.precision(H.foundOn) != .month else { return nil }
      let days = scope.asOf.days(since: found)
      return Offense(
        row, at: H.foundOn, "发现后\(days)天仍为“\(H.statusText(row, scope))”（统计截止 \(scope.asOf.iso)）", fix: "请写明进展和预计完成的日期；已完成的请更新整改情况。")
    })

  private static let noLevel = Rule(
    "HAZ-015", "缺隐患等级", .info, .data, ledger: "hazards", citation: .sheet, rationale: "没有等级的隐患，分不清轻重缓急，等级统计中列为未填。",
    onlyTells: true,
    triggers: [sheet("2023-03-10,走廊,应急灯不亮,↓,吴建平,2023-03-15,2023-03-12,已整改,赵海燕,,")],
    passes: [sheet("2023-03-10,走廊,应急灯不亮,一般,吴建平,2023-03-15,2023-03-12,已整改,赵海燕,,")],
    check: .row(where: .lacks(H.level)) { row, _ in
      Offense(row, at: H.level, "没有填隐患等级", fix: "请填一般、较大或重大。")
    })

  private static func sheet(_ row: String) -> Example {
    .sheet("隐患整改台账.csv", "发现日期,隐患部位,隐患描述,隐患等级,整改责任人,整改期限,整改完成日期,整改情况,复查人,复查日期,复查结果\n\(row)\n")
  }

  private static func major(_ row: String) -> Example {
    .sheet("隐患整改台账.csv", "发现日期,隐患部位,隐患描述,隐患等级,整改责任人,整改期限,整改完成日期,整改情况,是否上报,临时措施\n\(row)\n")
  }
}
