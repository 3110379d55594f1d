import LedgerKit

/// ST-DRL-01…07, domain §4.1. A drill entered once per class is one drill.
enum DrillFigures {
  static let all: [Figure] = [
    each("ST-DRL-01", "drills.count", "演练次数", .count("次"), "日期、演练类型、开始时间相同的记录为一次；按班级分行登记的合并为一次。") { tally, drill, _ in
      once(&tally, drill)
    },
    each("ST-DRL-02", "drills.evacuations", "应急疏散演练次数", .count("次"), "消防疏散、地震、综合疏散、防踩踏、校车演练的次数；反恐防暴、食物中毒、灭火器实操不在其内。") {
      tally, drill, _ in
      if drill.kind.isEvacuation { once(&tally, drill) }
    },
    each("ST-DRL-03", "drills.attendance", "参与人次", .count("人次"), reads: [Drills.people], "各次演练参加人数之和；同一人参加几次计几人次。") { tally, drill, _ in
      for row in drill.rows { tally.add(row, Int128(row[Drills.people]?.value ?? 0), as: .sum) }
    },
    each(
      "ST-DRL-04", "drills.attendanceRate", "参与率", .percent, reads: [Drills.people, Drills.expected],
      "Σ参加人数 ÷ Σ应到人数，只算有应到人数的演练；全园（校）演练未填应到人数的，用设置中的人数。"
    ) { tally, drill, scope in
      tally.expectDenominator()
      guard let expected = drill.expected(scope), expected > 0 else { return }
      tally.set(tally.numerator + Int128(drill.people), over: (tally.denominator ?? 0) + Int128(expected))
      // Expected of the whole school by the settings: told by the drill's first row.
      let isStated = drill.rows.contains { $0[Drills.expected] != nil }
      for (i, row) in drill.rows.enumerated() {
        let base = isStated ? row[Drills.expected]?.value ?? 0 : i == 0 ? expected : 0
        tally.support(row, as: .sum, giving: Int128(row[Drills.people]?.value ?? 0), of: Int128(base))
      }
    },
    time("ST-DRL-05", "drills.meanEvacuation", "平均疏散用时", .duration, "全园（校）范围、填有疏散用时的演练，Σ用时 ÷ 次数，四舍五入到秒。") { Array($0.indices) },
    time("ST-DRL-05.min", "drills.fastestEvacuation", "最短疏散用时", .duration, "全园（校）范围演练中最短的疏散用时。") { times in
      times.indices.min { (times[$0], $0) < (times[$1], $1) }.map { [$0] } ?? []
    },
    time("ST-DRL-05.max", "drills.slowestEvacuation", "最长疏散用时", .duration, "全园（校）范围演练中最长的疏散用时。") { times in
      times.indices.max { (times[$0], $1) < (times[$1], $0) }.map { [$0] } ?? []
    },
    Figure(
      "ST-DRL-05.n", "drills.timedDrills", "填有疏散用时的全园（校）演练次数", .count("次"), reads: timing, needs: [[Drills.evacTime]],
      "全园（校）范围、填有疏散用时的演练次数。"
    ) { tally, table, _ in
      for drill in Drill.timed(in: table) { once(&tally, drill) }
      tally.divides(by: "次数")
      tally.set(tally.numerator, over: 1)
    },
    change("ST-DRL-06", "drills.evacuationChange", "疏散用时变化", .durationChange, "同一类型、同为全园（校）范围的末次用时 − 首次用时；少于两次不计算。") { $1 - $0 },
    change("ST-DRL-06.first", "drills.firstEvacuation", "首次疏散用时", .duration, "用于比较的首次演练的疏散用时。") { first, _ in first },
    change("ST-DRL-06.last", "drills.lastEvacuation", "末次疏散用时", .duration, "用于比较的末次演练的疏散用时。") { _, last in last },
    each(
      "ST-DRL-07", "drills.reviewRate", "演练闭环率", .percent, reads: [Drills.review], needs: [[Drills.review, Drills.issues]],
      "有总结点评，或同时写有问题和改进措施的演练 ÷ 全部演练。"
    ) {
      tally, drill, _ in
      guard let first = drill.rows.first else { return }
      tally.judge(first, drill.isReviewed)
      for row in drill.rows.dropFirst() { tally.support(row, as: drill.isReviewed ? .numerator : .denominator) }
    },
  ]

  static let breakdowns: [Breakdown] = [
    Breakdown(
      "ST-DRL-01.kind", "drills.byKind", "各类演练次数", .count("次"), keys: ["演练类型"], value: "次数", reads: [Drills.date, Drills.kind],
      "演练次数按类型，口径同ST-DRL-01。", key: .term(Drills.kind), occasion: RowNumbering(Drills.occasion)),
    Breakdown(
      "ST-DRL-05.each", "drills.evacuationTimes", "历次疏散用时", .duration, keys: ["日期", "演练类型"], value: "疏散用时", order: .byKey, reads: timing,
      needs: [Drills.evacTime], "全园（校）范围、填有疏散用时的应急疏散演练，一次一项；同日同类有几次的取最长的一次。", key: dayAndKind, gather: times),
  ]

  private static let dayAndKind = GroupBy.both(
    GroupBy(Drills.date, group: { Int32(truncatingIfNeeded: $0) }, label: { day, _ in Day(number: day).iso }), .term(Drills.kind))

  @Sendable private static func times(_ table: Table) -> [GroupKey: Int128] {
    var times: [GroupKey: Int128] = [:]
    for drill in Drill.timed(in: table) where drill.kind.isEvacuation {
      guard let time = drill.evacTime, let kind = DrillKind.cases.firstIndex(of: drill.kind) else { continue }
      let key = GroupKey(drill.date.number, Int32(kind))
      times[key] = max(times[key] ?? 0, Int128(time))
    }
    return times
  }

  /// 演练一览: one line a drill.
  static let list = Listing(
    "ST-DRL-01.list", "应急演练一览",
    [
      Listing.Column("日期"), Listing.Column("类型"), Listing.Column("范围"), Listing.Column("参加人数", isNumber: true),
      Listing.Column("疏散用时", isNumber: true), Listing.Column("存在问题"), Listing.Column("改进措施"),
    ]
  ) { table, _ in
    Drill.all(in: table, reading: []).map { drill in
      [
        drill.date.iso, drill.kind.rawValue, drill.scopeText, drill.peopleText, drill.evacText,
        drill.text(Drills.issues), drill.text(Drills.improve),
      ]
    }
  }

  private static func once(_ tally: inout Tally, _ drill: Drill) {
    guard let first = drill.rows.first else { return }
    tally.add(first, as: .numerator)
    for row in drill.rows.dropFirst() { tally.support(row) }
  }

  private static func each(
    _ code: String, _ id: String, _ title: String, _ unit: Unit, reads: [AnyColumn] = [], needs: [[AnyColumn]] = [], _ definition: String,
    _ body: @escaping @Sendable (inout Tally, Drill, Scope) -> Void
  ) -> Figure {
    let columns: [AnyColumn] = [Drills.date, Drills.kind] + reads
    return Figure(code, id, title, unit, reads: columns, needs: needs, definition) { tally, table, books in
      if unit == .percent { tally.expectDenominator() }
      for drill in Drill.all(in: table, reading: reads) { body(&tally, drill, books.scope) }
    }
  }

  private static let timing: [AnyColumn] = [Drills.date, Drills.kind, Drills.evacTime]

  /// A mean of some of the times: of all of them, of the shortest alone.
  private static func time(
    _ code: String, _ id: String, _ title: String, _ unit: Unit, _ definition: String, pick: @escaping @Sendable ([Int]) -> [Int]
  ) -> Figure {
    Figure(code, id, title, unit, reads: timing, needs: [[Drills.evacTime]], definition) { tally, table, _ in
      let drills = Drill.timed(in: table)
      let times = drills.map { $0.evacTime ?? 0 }
      let picked = Set(pick(times))
      for (i, drill) in drills.enumerated() { show(&tally, drill, picked.contains(i) ? (Int128(times[i]), 1) : (0, 0)) }
      tally.set(picked.reduce(0) { $0 + Int128(times[$1]) }, over: Int128(picked.count))
    }
  }

  /// First and last drill of the kind that was held most often over the whole school (at least twice).
  private static func change(
    _ code: String, _ id: String, _ title: String, _ unit: Unit, _ definition: String,
    pick: @escaping @Sendable (_ first: Int128, _ last: Int128) -> Int128
  ) -> Figure {
    Figure(code, id, title, unit, reads: timing, needs: [[Drills.evacTime]], definition) { tally, table, _ in
      let drills = Drill.mostHeld(in: table)
      guard let kind = drills.first?.kind, let first = drills.first?.evacTime, let last = drills.last?.evacTime else {
        return tally.set(0, over: 0)
      }
      let parts = [(0, pick(Int128(first), 0)), (drills.count - 1, pick(0, Int128(last)))]
      for (i, drill) in drills.enumerated() {
        show(&tally, drill, parts.first { $0.0 == i }.map { ($0.1, 0) } ?? (0, 0))
      }
      tally.divides(by: "首次与末次相比")
      tally.set(pick(Int128(first), Int128(last)), over: 1)
      tally.note = kind.rawValue
    }
  }

  /// The rows of a drill that is timed: what is given is the slowest row's.
  private static func show(_ tally: inout Tally, _ drill: Drill, _ given: (time: Int128, count: Int128)) {
    let slowest = drill.rows.firstIndex { $0[Drills.evacTime]?.value == drill.evacTime }
    for (i, row) in drill.rows.enumerated() {
      tally.support(
        row, as: .sum, giving: i == slowest ? given.time : 0, of: i == slowest ? given.count : 0,
        value: row[Drills.evacTime].map { Int128($0.value) })
    }
  }
}
