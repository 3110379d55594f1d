import LedgerKit

/// DRL-002…, domain §2.3.
enum DrillRules {
  static let all: [Rule] = [
    Rule(
      "DRL-002", "演练要素不全", .error, .data, ledger: "drills", citation: .own("应急演练记录"),
      rationale: "没有日期、类型或人数，说不清何时演练、演练什么、多少人参加。",
      triggers: [sheet("2023-03-17,消防,全园,570,↓,3分20秒"), sheet("2023-03-17,↓,全园,570,560,3分20秒"), sheet("↓,消防,全园,570,560,3分20秒")],
      passes: [sheet("2023-03-17,消防,全园,570,560人,3分20秒")],
      check: .everyRow { row, _ in
        let parts: [(AnyColumn, String)] = [(Drills.date, "演练日期"), (Drills.kind, "演练类型"), (Drills.people, "参加人数")]
        return parts.filter { row.isEmpty($0.0) }.map { column, name in
          Offense(row, at: column, "没有填\(name)", fix: "请补填\(name)。", spoils: [column])
        }
      }),
    Rule(
      "DRL-003", "实到大于应到", .error, .data, ledger: "drills", citation: .logic,
      rationale: "参加人数多于应到人数，两个数至少有一个写错；这一行不计入参与人次和参与率。",
      triggers: [sheet("2023-03-17,消防,全园,620,↓668,3分20秒")],
      passes: [sheet("2023-03-17,消防,全园,620,620,3分20秒")],
      check: .row { row, scope in
        if let people = row[Drills.people], let expected = row[Drills.expected], people.value > expected.value {
          return Offense(
            row, at: Drills.people, "参加人数\(people.value)人多于应到人数\(expected.value)人", fix: "请核对两个人数；含家长的请分列填写。",
            spoils: [Drills.people, Drills.expected])
        }
        if let children = row[Drills.children], let enrolled = scope.profile.children, children.value * 100 > enrolled * 102 {
          return Offense(
            row, at: Drills.children, "幼儿（学生）\(children.value)人，多于设置中的\(enrolled)人", fix: "请核对人数，或更新设置.csv的人数。",
            spoils: [Drills.people, Drills.expected])
        }
        return nil
      }),
  ]

  private static func sheet(_ row: String) -> Example {
    .sheet("应急演练记录.csv", "演练日期,演练类型,演练范围,应到人数,参加人数,疏散用时\n\(row)\n")
  }
}
