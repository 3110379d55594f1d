import LedgerKit

/// SET-005…: mistakes in 规则.csv, 豁免.csv and 列名.csv. What is written there and cannot be used is said, never guessed; these rules can
/// neither be switched off nor waived.
enum SettingRules {
  /// Those that guard the settings.
  static let ids: Set<String> = ["SET-005", "SET-006", "SET-007", "SET-008", "SET-009", "SET-010", "SET-011", "SET-012"]

  static let all: [Rule] = [
    ruleSheet(
      "SET-005", "规则编号有误", "规则设置里的编号打错，要停用或更改的规则照原样执行。",
      triggers: ["↓PUR-0055,否,,,,本园另有审批办法", "↓采购人与验收人相同,否,,,,本园另有审批办法", "↓,否,,,,本园另有审批办法"],
      passes: ["PUR-005,否,,,,本园另有审批办法", "pur005,,提示,,,本园另有审批办法"]),
    ruleSheet(
      "SET-006", "规则参数有误", "参数的名字打错、值不是数时，规则按原来的数执行。", triggers: ["PUR-005,,,↓限价,500,", "PUR-005,,,↓,500,"],
      passes: ["PUR-005,,提示,,,本园另有审批办法"]),
    ruleSheet(
      "SET-007", "规则设置看不懂", "启用、级别写得看不懂，或同一件事写了两次，规则照原样执行。",
      triggers: [
        "PUR-005,↓大概,,,,本园另有审批办法", "PUR-005,,↓严重,,,本园另有审批办法", "PUR-005,,提示,,,本园另有审批办法\nPUR-005,,↓警告,,,本园另有审批办法",
        "↓SET-009,否,,,,不想看",
      ],
      passes: ["PUR-005,停用,,,,本园另有审批办法", "PUR-005,是,警告,,,本园另有审批办法"]),
    ruleSheet(
      "SET-008", "停用或降级没有说明", "停用规则、降低级别要写明为什么，审计时才说得清；没有写的不采用。",
      triggers: ["PUR-005,否,,,,↓", "PUR-005,,提示,,,↓"], passes: ["PUR-005,否,,,,本园另有审批办法", "HAZ-013,,错误,,,"]),
    Rule(
      "SET-009", "豁免写得不全或有误", .error, .data, ledger: "waivers", citation: .sheet,
      rationale: "豁免要写明规则、哪一行、理由和批准人；不全的不采用，问题照常列出。",
      triggers: [
        waiver("GEN-007,,若干,↓,王建国,2023-07-31"), waiver("GEN-007,,若干,来宾未计数,↓,2023-07-31"), waiver("↓GEN-0077,,若干,来宾未计数,王建国,2023-07-31"),
        waiver("GEN-007,,↓若,来宾未计数,王建国,2023-07-31"), waiver("GEN-007,,若干,来宾未计数,王建国,↓下学期"), waiver("↓SET-008,,若干,来宾未计数,王建国,2023-07-31"),
      ],
      passes: [waiver("GEN-007,应急演练记录.csv,若干,来宾未计数,王建国,2023-07-31"), waiver("GEN-007,,若干,来宾未计数,王建国,")],
      check: .settings { WaiverSheet.read($0).offenses }),
    Rule(
      "SET-010", "豁免已过期", .warning, .data, ledger: "waivers", citation: .sheet,
      rationale: "有效期在统计截止日以前的豁免不再采用，问题照常列出；需要继续的要重新批准。",
      triggers: [waiver("GEN-007,,若干,来宾未计数,王建国,↓2023-05-31")], passes: [waiver("GEN-007,,若干,来宾未计数,王建国,2023-06-30")],
      check: .file { _ in nil }),
    Rule(
      "SET-011", "豁免没有对应的问题", .warning, .data, ledger: "waivers", citation: .sheet,
      rationale: "问题已经改正，或关键字、文件名写得不对，这条豁免没有用上；留着容易误会。",
      triggers: [
        waiver("GEN-007,,↓许多人,来宾未计数,王建国,2023-07-31"), waiver("GEN-007,↓采购台账.csv,若干,来宾未计数,王建国,2023-07-31"),
        waiver("GEN-007,设置.csv,↓若干,来宾未计数,王建国,2023-07-31"),
      ],
      passes: [waiver("GEN-007,应急演练记录,若干,来宾未计数,王建国,2023-07-31")], check: .file { _ in nil }),
    Rule(
      "SET-012", "列名设置有误", .error, .data, ledger: "headers", citation: .sheet,
      rationale: "台账或标准列名打错时，本单位的列名认不出来，那一列就读不到。",
      triggers: [
        headers("↓采够台账,采购日期,进货时间"), headers("物品采购台账,↓采买日期,进货时间"), headers("物品采购台账,采购日期,↓"), headers("物品采购台账,采购日期,↓金额"),
        headers("物品采购台账,采购日期,进货时间\n物品采购台账,验收日期,↓进货时间"),
      ],
      passes: [headers("物品采购台账,采购日期,进货时间"), headers("采购台账,金额,花费")], check: .settings { HeaderSheet.read($0).offenses }),
  ]

  private static func ruleSheet(_ id: String, _ title: String, _ rationale: String, triggers: [String], passes: [String]) -> Rule {
    Rule(
      id, title, .error, .data, ledger: "rules", citation: .sheet, rationale: rationale, triggers: triggers.map(rules),
      passes: passes.map(rules),
      check: .settings { table in RuleSheet.read(table).offenses.filter { $0.rule == id }.map(\.offense) })
  }

  // MARK: Examples

  private static let drills = ("应急演练记录.csv", "演练日期,演练类型,参加人数\n2023-03-17,消防,560\n2023-05-12,地震,若干\n")

  private static func rules(_ rows: String) -> Example { Example(("规则.csv", "规则,启用,级别,参数,值,说明\n\(rows)\n"), drills) }
  private static func waiver(_ row: String) -> Example { Example(("豁免.csv", "规则,文件,行内容关键字,理由,批准人,有效期至\n\(row)\n"), drills) }
  private static func headers(_ rows: String) -> Example { Example(("列名.csv", "台账,标准列名,本单位列名\n\(rows)\n"), drills) }
}
