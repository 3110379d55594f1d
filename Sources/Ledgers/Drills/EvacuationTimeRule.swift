import LedgerKit

/// DRL-001, domain §2.2: a time that cannot be told or believed.
enum EvacuationTimeRule {
  static let rule = Rule(
    "DRL-001", "疏散用时无法判定或异常", .warning, .data, ledger: "drills", citation: .sheet,
    rationale: "只写一个数，分不清是分还是秒；不到10秒或超过30分钟的，多半写错了单位。",
    triggers: [drill("↓3"), drill("↓5秒"), drill("↓45分钟")], passes: [drill("3分20秒"), drill("200秒"), drill("1分50秒")],
    check:
      .cell { trouble in
        guard trouble == .durationUnclear else { return nil }
        return Offense(nil, "分不清是几分还是几秒", fix: "请写成 3分20秒 这样，或把表头改为“疏散用时（秒）”。", severity: .error)
      },
    .row { row, _ in
      guard let time = row[Drills.evacTime]?.value, time < 10 || time > 1800 else { return nil }
      return Offense(
        row, at: Drills.evacTime, "疏散用时\(Format.duration(seconds: time))，\(time < 10 ? "短" : "长")得不合常理", fix: "请核对单位，写成“3分20秒”这样。")
    })

  private static func drill(_ time: String) -> Example {
    .sheet("应急演练记录.csv", "演练日期,演练类型,参加人数,疏散用时\n2023-03-17,消防,560,\(time)\n")
  }
}
