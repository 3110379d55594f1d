import LedgerKit

/// DRL-004…008: times, parts and review of a drill; domain §2.2 and §2.3.
enum DrillRecordRules {
  private typealias D = Drills

  static let all: [Rule] = [parts, clock, slow, noReview, injured]

  private static let parts = Rule(
    "DRL-004", "分项人数之和不符", .error, .data, ledger: "drills", citation: .logic,
    rationale: "幼儿（学生）、教职工、家长相加应等于参加人数；不相等的，至少有一个数写错，这一行不计入参与人次和参与率。",
    triggers: [counted("2023-03-17,消防,580,46,,↓620"), counted("2023-03-17,消防,580,46,10,↓626")],
    passes: [counted("2023-03-17,消防,580,46,,626"), counted("2023-03-17,消防,580,46,10,636"), counted("2023-03-17,消防,580,,,626")],
    check: .row { row, _ in
      guard let people = row[D.people], row.has(D.people) else { return nil }
      let columns: [(column: Column<Count>, name: String)] = [(D.children, "幼儿（学生）"), (D.staff, "教职工"), (D.parents, "家长")]
      let filled = columns.compactMap { part in row[part.column].map { (part.name, $0.value) } }
      guard row[D.children] != nil, row[D.staff] != nil else { return nil }
      let sum = filled.reduce(0) { $0 + $1.1 }
      // An empty cell for parents means that none came.
      guard sum != people.value, !columns.contains(where: { row.isUnusable($0.column) }) else { return nil }
      let told = filled.map { "\($0.0)\($0.1)" }.joined(separator: "＋")
      return Offense(
        row, at: D.people, "\(told)＝\(sum)人，与参加人数\(people.value)人不符", fix: "请核对各项人数，改正写错的一个。",
        spoils: [D.people, D.children, D.staff, D.parents])
    })

  private static let clock = Rule(
    "DRL-005", "起止时间矛盾", .error, .data, ledger: "drills", citation: .logic, rationale: "结束不可能早于开始，疏散用时也不会比整个演练还长。",
    triggers: [sheet("2023-03-17,消防,全园,9:30,↓9:20,560,3分20秒"), sheet("2023-03-17,消防,全园,9:30,9:35,560,↓13分20秒")],
    passes: [
      sheet("2023-03-17,消防,全园,9:30,9:50,560,3分20秒"), .sheet("应急演练记录.csv", "演练日期,演练类型,起止时间,参加人数,疏散用时\n2023-03-17,消防,9:30-9:50,560,3分20秒\n"),
    ],
    check: .row { row, _ in
      guard let start = Drills.startMinutes(row), let end = row[D.end]?.minutes else { return nil }
      if end <= start {
        return Offense(row, at: D.end, "结束时间不晚于开始时间", fix: "请核对起止时间；下午的请写明“下午”或用24小时制。", spoils: [D.end])
      }
      guard let time = row[D.evacTime]?.value, time > (end - start) * 60 else { return nil }
      return Offense(
        row, at: D.evacTime, "疏散用时\(Format.duration(seconds: time))，比整个演练（\(end - start)分钟）还长", fix: "请核对疏散用时和起止时间。", spoils: [D.evacTime])
    })

  private static let limit = Parameter("DRL-006", "秒数", 120, "秒")

  private static let slow = Rule(
    "DRL-006", "疏散用时超出参考值", .warning, .compliance, ledger: "drills",
    citation: Citation("《中小学幼儿园应急疏散演练指南》（教基一厅〔2014〕2号，指导性文件）", .V2),
    rationale: "指南提出，四层以下的楼原则上两分钟以内疏散完。这是参考值，不是硬性规定；幼儿园只作提示。只在设置写明“楼层数”时判断。", for: Applicability(features: [.floors]),
    parameters: [limit],
    triggers: [floors("小学", 4, "2023-03-17,消防,全校,,,560,↓2分18秒"), floors("幼儿园", 3, "2023-03-17,消防,全园,,,560,↓3分20秒")],
    passes: [
      floors("小学", 4, "2023-03-17,消防,全校,,,560,1分58秒"), floors("小学", 6, "2023-03-17,消防,全校,,,560,2分18秒"),
      floors("小学", 4, "2023-03-17,反恐防暴,全校,,,560,2分18秒"), sheet("2023-03-17,消防,全园,,,560,3分20秒"),
    ],
    check: .row { row, scope in
      guard let floors = scope.profile.floors, floors <= 4, row[D.kind]?.isEvacuation ?? false, let time = row[D.evacTime]?.value,
        time > scope.whole(limit), row.precision(D.evacTime) != .atMost
      else { return nil }
      return Offense(
        row, at: D.evacTime, "疏散用时\(Format.duration(seconds: time))，超过参考值\(Format.duration(seconds: scope.whole(limit)))（楼高\(floors)层）",
        fix: "请在改进措施中写明怎样缩短；用时写错的请改正。", severity: scope.profile.stage == .kindergarten ? .info : nil)
    })

  private static let noReview = Rule(
    "DRL-007", "缺总结和问题记录", .warning, .compliance, ledger: "drills", citation: .own("应急演练总结"),
    rationale: "演练后及时点评、记下问题和改进，演练才有收获。", triggers: [reviewed("2023-03-17,消防,560,↓,,")],
    passes: [reviewed("2023-03-17,消防,560,,,秩序良好"), reviewed("2023-03-17,消防,560,无,,"), sheet("2023-03-17,消防,全园,,,560,3分20秒")],
    check: .table { table, _ in
      let columns: [AnyColumn] = [D.issues, D.improve, D.review]
      return Drill.all(in: table, reading: []).compactMap { drill in
        guard let row = drill.rows.first, let column = columns.first(where: row.has) else { return nil }
        // What a row says is known of its cells; only where they are all empty it is looked at what is typed.
        let isEmpty = drill.rows.allSatisfy { row in columns.allSatisfy { !row.has($0) || row.isEmpty($0) } }
        let isSilent = isEmpty && drill.rows.allSatisfy { row in columns.allSatisfy { !row.has($0) || row.isBlank($0) } }
        return isSilent ? Offense(row, at: column, "没有写演练总结，也没有写问题和改进", fix: "请补写点评；没有发现问题的，请在存在问题写“无”。") : nil
      }
    })

  private static let injured = Rule(
    "DRL-008", "演练中有人受伤", .info, .compliance, ledger: "drills", citation: .own("安全事故登记"),
    rationale: "演练中有人受伤的，要另行登记和上报，总结里也不能写“无事故”。",
    triggers: [.sheet("应急演练记录.csv", "演练日期,演练类型,参加人数,受伤人数\n2023-03-17,消防,560,↓1\n")],
    passes: [.sheet("应急演练记录.csv", "演练日期,演练类型,参加人数,受伤人数\n2023-03-17,消防,560,0\n2023-04-17,地震,560,无\n")],
    check: .row { row, _ in
      guard let count = row[D.injured]?.value, count > 0 else { return nil }
      return Offense(row, at: D.injured, "演练中有\(count)人受伤", fix: "请核对是否已登记事故并上报。")
    })

  private static func sheet(_ row: String) -> Example { .sheet("应急演练记录.csv", header + row + "\n") }

  private static let header = "演练日期,演练类型,演练范围,开始时间,结束时间,参加人数,疏散用时\n"

  private static func counted(_ row: String) -> Example {
    .sheet("应急演练记录.csv", "演练日期,演练类型,幼儿人数,教职工人数,家长人数,参加人数\n\(row)\n")
  }

  private static func reviewed(_ row: String) -> Example {
    .sheet("应急演练记录.csv", "演练日期,演练类型,参加人数,存在问题,改进措施,演练总结\n\(row)\n")
  }

  private static func floors(_ stage: String, _ floors: Int, _ row: String) -> Example {
    Example(
      ("设置.csv", "项目,内容\n单位名称,春芽\(stage)\n学段,\(stage)\n学年,2022-2023\n学期,第二学期\n统计截止日,2023-06-30\n楼层数,\(floors)\n"),
      ("应急演练记录.csv", header + row + "\n"))
  }
}
