import LedgerKit

/// SET-001: the semester is not stated. Found by the reader itself, while the term is sought (domain §0.5, 19).
enum TermRules {
  static let all: [Rule] = [
    Rule(
      "SET-001", "学期未写明", .warning, .data, citation: .sheet, rationale: "没有写明学年和学期时，只能按台账日期推定；推定不出就无法统计。",
      triggers: [
        Example(("设置.csv", "项目,内容\n单位名称,春芽幼儿园\n"), ("应急演练记录.csv", "演练日期,演练类型,参加人数\n2023-03-17,消防,560\n"))
      ],
      passes: [.sheet("应急演练记录.csv", "演练日期,演练类型,参加人数\n2023-03-17,消防,560\n")], check: .file { _ in nil })
  ]
}
