import LedgerKit

/// DRL-101, DRL-102 and X-007: drills beside each other and beside the roll; domain §2.4, §2.5 and §0.5, 11.
enum RepeatedDrillRules {
  private typealias D = Drills

  static let all: [Rule] = [repeated, alike, roll]

  private static let repeated = Rule(
    "DRL-101", "演练重复登记", .warning, .data, ledger: "drills", citation: .sheet,
    rationale: "日期、类型、开始时间相同的几行合并为一次演练，人数相加，用时取最长。按班级分行登记的只作提示；看不出是分班登记的，可能重复登记，请核对。",
    onlyTells: true,
    triggers: [
      sheet("2023-03-17,消防,全园,9:30,620\n2023-03-17,消防,全园,9:30,↓38"), sheet("2023-03-17,消防,↓大一班,9:30,32\n2023-03-17,消防,大二班,9:30,33"),
    ],
    passes: [
      sheet("2023-03-17,消防,全园,9:30,620\n2023-04-17,消防,全园,9:30,620"), sheet("2023-03-17,消防,全园,9:30,620\n2023-03-17,消防,全园,15:00,600"),
    ],
    check: .table { table, _ in
      Drill.all(in: table, reading: []).filter { $0.rows.count > 1 }.compactMap { drill -> Offense? in
        guard let first = drill.rows.first, let second = drill.rows.dropFirst().first else { return nil }
        let rows = RowList.text(Array(drill.rows))
        if drill.isByClass {
          return Offense(
            first, at: D.scope, "\(rows)是同一次演练的\(drill.rows.count)个班级，合并为一次，人数相加，用时取最长", fix: "不用处理；确是几次演练的，请填写各自的开始时间。",
            severity: .info)
        }
        return Offense(
          second, at: D.people, "与\(first.place(from: second))是同一天、同一类型的演练，合并为一次，人数相加", fix: "重复登记的请删去一行；确是两次的，请填写各自的开始时间。")
      }
    })

  private static let alike = Rule(
    "DRL-102", "演练数据雷同", .info, .hint, ledger: "drills", citation: .own("应急演练记录"),
    rationale: "三次以上的演练，人数和用时都一模一样，记录可能是照抄的。",
    triggers: [timed("2023-03-17,消防,620,3分20秒\n2023-04-17,地震,620,3分20秒\n2023-05-17,消防,↓620,3分20秒")],
    passes: [timed("2023-03-17,消防,620,3分20秒\n2023-04-17,地震,618,3分10秒\n2023-05-17,消防,620,3分20秒")],
    check: .table { table, _ in
      var groups: [OccasionKey: [Drill]] = [:]
      for drill in Drill.all(in: table, reading: [D.people, D.evacTime]) {
        guard let time = drill.evacTime, !drill.rows.contains(where: { $0[D.people] == nil }) else { continue }
        groups[OccasionKey(Int32(clamping: drill.people), Int32(clamping: time)), default: []].append(drill)
      }
      return groups.values.filter { $0.count >= 3 }.compactMap { drills -> Offense? in
        guard let last = drills.last, let row = last.rows.first, let time = last.evacTime else { return nil }
        return Offense(
          row, at: D.people,
          "\(drills.count)次演练的人数都是\(last.people)、用时都是\(Format.duration(seconds: time))（\(RowList.text(drills.compactMap(\.rows.first)))）",
          fix: "建议核对当时的原始记录。")
      }
    })

  private static let share = Parameter("X-007", "占比", 50, "%")

  private static let roll = Rule(
    "X-007", "人数与在园人数不符", .warning, .data, ledger: "drills", citation: .logic,
    rationale: "参加人数比设置里的幼儿（学生）加教职工还多，或全园（校）演练不到一半的人参加，人数或范围可能写错。", parameters: [share],
    onlyTells: true,
    triggers: [rolled("2023-03-17,消防,全园,9:30,↓668"), rolled("2023-03-17,消防,全园,9:30,↓180")],
    passes: [rolled("2023-03-17,消防,全园,9:30,560"), rolled("2023-03-17,消防,中班,9:30,180"), rolled("2023-03-17,消防,全园师生及家长,9:30,668")],
    check: .table { table, scope in
      guard let children = scope.profile.children else { return [] }
      let all = children + (scope.profile.staff ?? 0)
      return Drill.all(in: table, reading: [D.people]).compactMap { drill -> Offense? in
        guard let row = drill.rows.first else { return nil }
        let parents = drill.rows.reduce(0) { $0 + ($1[D.parents]?.value ?? 0) }
        let people = drill.people
        // Two in a hundred may join or leave during the term, as in DRL-003.
        let isMore = scope.profile.staff != nil && (people - parents) * 100 > all * 102
        let isFew = people * 100 < all * scope.whole(share)
        if !isMore, !isFew { return nil }
        let scopes = drill.rows.compactMap { $0[D.scope]?.string }
        if isMore, !hasGuests(drill, scopes) {
          return Offense(row, at: D.people, "参加\(people)人，多于设置里的幼儿（学生）和教职工共\(all)人", fix: "请核对人数，或更新设置.csv的人数；含家长的请分列填写。")
        }
        guard isFew, drill.isWhole, !scopes.contains(where: isStaffOnly) else { return nil }
        return Offense(
          row, at: D.people, "范围是“\(drill.scopeText)”，只有\(people)人，不到设置里\(all)人的\(scope.whole(share))%", fix: "请核对人数和范围；只有部分班级参加的请写明。"
        )
      }
    })

  private static func hasGuests(_ drill: Drill, _ scopes: [String]) -> Bool {
    scopes.contains { $0.holds("家长") || $0.holds("社区") } || drill.rows.contains { $0.raw(D.people).holds("家长") }
  }

  /// 全园教职工 is everyone of some only.
  private static func isStaffOnly(_ scope: String) -> Bool {
    ["教职工", "教师", "职工", "员工", "保安", "食堂", "家长"].contains(where: scope.holds)
      && !["师生", "幼儿", "学生"].contains(where: scope.holds)
  }

  private static func sheet(_ rows: String) -> Example {
    .sheet("应急演练记录.csv", "演练日期,演练类型,演练范围,开始时间,参加人数\n\(rows)\n")
  }

  private static func timed(_ rows: String) -> Example { .sheet("应急演练记录.csv", "演练日期,演练类型,参加人数,疏散用时\n\(rows)\n") }

  private static func rolled(_ rows: String) -> Example {
    Example(
      ("设置.csv", "项目,内容\n单位名称,春芽幼儿园\n学年,2022-2023\n学期,第二学期\n统计截止日,2023-06-30\n幼儿数,512\n教职工数,58\n"),
      ("应急演练记录.csv", "演练日期,演练类型,演练范围,开始时间,参加人数\n\(rows)\n"))
  }
}

extension Drill {
  /// Whether its rows are different classes, or different groups, that took part in one drill (domain §0.5, 11).
  var isByClass: Bool {
    let scopes = rows.compactMap { $0[Drills.scope]?.string }
    guard scopes.count == rows.count, Set(scopes).count == scopes.count else { return false }
    return !scopes.contains(where: Drills.isWhole)
  }
}
