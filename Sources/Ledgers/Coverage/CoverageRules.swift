import LedgerKit

/// What should have happened and did not, domain §2.6. Nothing is judged before its time, and what rests on an estimated calendar
/// weighs one level less and says so.
enum CoverageRules {
  static let all: [Rule] = [
    Rule(
      "COV-001", "月检查缺月", .warning, .compliance, ledger: "inspections", citation: .own("月检查"),
      rationale: "每个有十个以上教学日的月份应有一次月检查；没有记录的月份，总结会如实列出。",
      triggers: [months(["2023-03-06", "2023-05-08"])],
      passes: [months(["2023-02-13", "2023-03-06", "2023-04-06", "2023-05-08", "2023-06-05"])],
      check: .books { books in
        guard let table = books.table(Inspections.ledger) else { return [] }
        var days = CellNumbers()
        for rows in table.rows(for: [Inspections.date, Inspections.type]).words(satisfying: Inspections.isOfKind(.monthly), books.scope) {
          for row in rows { if let day = row.date { _ = days.number(of: Int64(day.number)) } }
        }
        let covered = Set(days.values.map { Day(number: Int32(truncatingIfNeeded: $0)).month })
        return books.scope.schoolMonths.filter { !covered.contains($0) }.map { month in
          term("未找到\(month.chinese)的月检查记录" + books.scope.estimateNote, fix: "若已检查，请补交台账；若未检查，总结“存在问题”会列出。", books.scope, .warning)
        }
      }),
    Rule(
      "COV-004", "中小学每月疏散演练", .error, .compliance, ledger: "drills",
      citation: Citation("《中小学幼儿园应急疏散演练指南》（教基一厅〔2014〕2号，指导性文件）", .V2),
      rationale: "指南要求中小学每月至少一次应急疏散演练。反恐防暴、食物中毒等演练不算疏散演练。", for: Applicability(stage: .school),
      triggers: [drills(stage: "小学", ["2023-02-24", "2023-04-14", "2023-05-12", "2023-06-09"])],
      passes: [
        drills(stage: "小学", ["2023-02-24", "2023-03-17", "2023-04-14", "2023-05-12", "2023-06-09"]),
        drills(stage: "幼儿园", ["2023-03-17", "2023-05-12"]),
      ],
      check: .books { books in
        guard let table = books.table(Drills.ledger) else { return [] }
        let covered = Set(evacuations(table).map(\.month))
        return books.scope.schoolMonths.filter { !covered.contains($0) }.map { month in
          term("\(month.chinese)没有应急疏散演练记录" + books.scope.estimateNote, fix: "已演练的请补登；未演练的请尽快补做，并在总结中说明。", books.scope, .error)
        }
      }),
    Rule(
      "COV-005", "幼儿园每季度疏散演练", .error, .compliance, ledger: "drills",
      citation: Citation("《中小学幼儿园应急疏散演练指南》（教基一厅〔2014〕2号，指导性文件）", .V2),
      rationale: "指南要求幼儿园每季度至少一次应急疏散演练。反恐防暴、食物中毒等演练不算疏散演练。", for: Applicability(stage: .kindergarten),
      triggers: [drills(stage: "幼儿园", ["2023-03-17"])],
      passes: [drills(stage: "幼儿园", ["2023-03-17", "2023-05-12"]), drills(stage: "小学", ["2023-03-17"])],
      check: .books { books in
        guard let table = books.table(Drills.ledger) else { return [] }
        let covered = Set(evacuations(table).map { Quarter($0) })
        let calendar = books.scope.calendar
        let judged = Set(calendar.schoolQuarters(until: books.scope.asOf, minimum: 30))
        // Of the quarters a semester only touches, September alone is worth a word (domain §2.6).
        let touched = calendar.schoolQuarters(until: books.scope.asOf, minimum: 10).filter {
          judged.contains($0) || isSeptember($0, books.scope)
        }
        return touched.filter { !covered.contains($0) }.map { quarter in
          var offense = term(
            "\(quarter.chinese)没有应急疏散演练记录" + books.scope.estimateNote, fix: "已演练的请补登；未演练的请尽快补做，并在总结中说明。", books.scope, .error)
          if !judged.contains(quarter) { offense.severity = .info }
          return offense
        }
      }),
    Rule(
      "COV-031", "台账整体缺失", .warning, .data, citation: .sheet, rationale: "应有的台账一份也没有，相应内容只能写“未提供”，不会写成0。",
      onlyTells: true,
      triggers: [.sheet("应急演练记录.csv", "演练日期,演练类型,参加人数\n2023-03-17,消防,560\n")], passes: [complete],
      check: .books { books in
        MissingLedgers.titles(in: books).map { title in
          Offense(nil, "没有收到\(title)", fix: "请把这种台账另存为CSV放进工作夹；确实没有的，总结中写“未提供”。")
        }
      }),
  ]

  private static func isSeptember(_ quarter: Quarter, _ scope: Scope) -> Bool {
    scope.semester.term == .first && quarter.quarter == 3
  }

  static func term(_ message: String, fix: String, _ scope: Scope, _ severity: Rule.Severity) -> Offense {
    Offense(nil, message, fix: fix, severity: scope.calendar.isEstimated ? severity.lowered : nil)
  }

  private static func evacuations(_ table: Table) -> [Day] {
    Drill.all(in: table, reading: []).filter { $0.kind.isEvacuation }.map(\.date)
  }

  // MARK: Examples

  private static func months(_ days: [String]) -> Example {
    .sheet("安全检查记录.csv", "检查日期,检查类型,检查部位,检查人,检查结果\n" + days.map { "\($0),月检查,大门,王建国、李秀英,正常\n" }.joined())
  }

  private static func drills(stage: String, _ days: [String]) -> Example {
    Example(
      ("设置.csv", "项目,内容\n单位名称,春芽\(stage)\n学段,\(stage)\n学年,2022-2023\n学期,第二学期\n统计截止日,2023-06-30\n"),
      ("应急演练记录.csv", "演练日期,演练类型,参加人数\n" + days.map { "\($0),消防疏散,560\n" }.joined()))
  }

  private static let complete = Example(
    ("应急演练记录.csv", "演练日期,演练类型,参加人数\n2023-03-17,消防,560\n"),
    ("安全检查记录.csv", "检查日期,检查类型,检查部位,检查人,检查结果\n2023-03-06,月检查,大门,王建国、李秀英,正常\n"),
    ("采购台账.csv", "采购日期,品名,数量,单价,金额,审批人,采购人,验收人\n2023-03-08,胶带,12,3.50,42.00,王建国,李秀英,赵海燕\n"),
    ("食堂进货验收.csv", "进货日期,食品名称,食品类别,数量,单价,金额,供货商,索证情况,合格证明,验收结果,验收人\n2023-05-03,青菜,蔬菜,10,3,30,绿源,√,√,合格,孙志强、周海燕\n"))
}
