import Testing

/// What the folder of the worst sheets must be read as, worked out by hand from the domain document; not copied from a run.
enum OddSheetsTable {
  struct Line: Sendable, CustomTestStringConvertible {
    let file: String
    /// nil where the file cannot be read as text.
    let encoding: String?
    let delimiter: String?
    let ledger: String?
    /// physical, title, header, total, note, blank, data, used, excluded; nil where the file cannot be read as text.
    let rows: [Int]?
    /// rule, severity, row, column
    let findings: [String]

    var testDescription: String { file }
  }

  static let lines = settings + refused + purchases + drills + checks

  private static let settings = [
    line("设置.csv", "UTF-8-BOM", "profile", [11, 0, 1, 0, 0, 0, 10, 10, 0], [])
  ]

  private static let refused = [
    refused("其实是网页.xls", "FIL-001 error – –"),
    refused("其实是工作簿.csv", "FIL-001 error – –"),
    refused("空文件.csv", "FIL-007 warning – –"),
    // A whole file is refused for its encoding where none is plausible (§0.5, 1).
    refused("采购（繁体Big5）.csv", "FIL-001 error – –"),
    line("每日检查（打勾的矩阵）.csv", "GB18030", nil, [6, 1, 1, 0, 0, 0, 4, 0, 4], ["FIL-012 error 2 –"]),
    line("只有合计.csv", "GB18030", "purchases", [4, 0, 1, 3, 0, 0, 0, 0, 0], ["FIL-013 warning – –"]),
  ]

  private static let purchases = [
    // Only inspections and hazards fill down (§0.5, 2): an empty date or amount is empty. The undated row counts nowhere.
    line(
      "采购（GB18030、合并单元格）.csv", "GB18030", "purchases", [6, 0, 1, 1, 0, 0, 4, 3, 1], ["GEN-025 error 3 采购日期", "GEN-025 error 5 金额"]),
    line("采购（下面又一张表）.csv", "UTF-8-BOM", "purchases", [10, 2, 2, 1, 0, 1, 4, 4, 0], []),
    line("采购（Unicode文本、制表符）.txt", "UTF-16LE", "purchases", [3, 0, 1, 0, 0, 0, 2, 2, 0], [], delimiter: "\t"),
    // `sep=` has no row number (§0.5, 4): the header is row 1.
    line("采购（sep行、分号）.csv", "UTF-8", "purchases", [3, 0, 1, 0, 0, 0, 2, 2, 0], ["PUR-004 error 3 审批人"], delimiter: ";"),
    line("采购（引号没有成对）.csv", "UTF-8", "purchases", [4, 0, 1, 0, 0, 0, 3, 2, 1], ["FIL-010 error 2 –"]),
    line("采购（多一个逗号）.csv", "GB18030", "purchases", [3, 0, 1, 0, 0, 0, 2, 1, 1], ["FIL-010 error 2 –"]),
    line("采购（一行坏字）.csv", "GB18030", "purchases", [4, 0, 1, 0, 0, 0, 3, 2, 1], ["FIL-001 error 3 –"]),
    line("采购（旧苹果机换行）.csv", "UTF-8", "purchases", [3, 0, 1, 0, 0, 0, 2, 2, 0], []),
    line("采购（拖着三百行逗号）.csv", "GB18030", "purchases", [303, 0, 1, 0, 0, 300, 2, 2, 0], []),
    line("采购（每页重印表头）.csv", "GB18030", "purchases", [13, 2, 2, 3, 2, 0, 4, 4, 0], []),
    line("采购（办公用品）.csv", "UTF-8-BOM", "purchases", [22, 0, 1, 0, 0, 0, 21, 21, 0], []),
    // 19 of its 20 rows stand in the other file.
    line("采购（办公用品） - 副本.csv", "GB18030", "purchases", [21, 0, 1, 0, 0, 0, 20, 0, 20], ["FIL-008 error – –"]),
    line(
      "采购（金额写法）.csv", "GB18030", "purchases", [13, 0, 1, 0, 0, 0, 12, 12, 0],
      [
        "GEN-022 info 3 单价", "GEN-022 info 3 金额", "GEN-022 info 4 单价", "GEN-022 info 4 金额", "GEN-007 warning 7 单价", "GEN-007 warning 7 金额",
        "GEN-009 warning 8 金额", "GEN-007 error 9 数量", "GEN-007 error 10 数量", "GEN-022 info 12 单价", "GEN-007 error 13 数量",
      ]),
    // A row without its date counts nowhere.
    line(
      "采购（错误值和公式）.csv", "UTF-8-BOM", "purchases", [6, 0, 1, 0, 0, 0, 5, 4, 1],
      ["GEN-011 error 2 金额", "GEN-024 error 3 金额", "GEN-011 error 4 采购日期", "GEN-011 error 5 发票号码", "GEN-024 warning 6 品名"]),
    line(
      "采购（恶意内容）.csv", "UTF-8", "purchases", [4, 0, 1, 0, 0, 0, 3, 3, 0],
      ["FIL-006 info – <b>领导批示</b>", "GEN-024 warning 3 供应商", "GEN-020 info 4 品名"]),
  ]

  private static let drills = [
    line("演练（两行表头）.csv", "UTF-8-BOM", "drills", [6, 1, 2, 0, 0, 0, 3, 3, 0], []),
    line("演练（表单）.csv", "UTF-8-BOM", "drills", [12, 1, 0, 0, 1, 0, 10, 10, 0], []),
    // 2分钟以内 is a bound, not an approximation: accepted with an info (§5.1, 43).
    line(
      "演练（人数写法）.csv", "UTF-8-BOM", "drills", [9, 0, 1, 0, 0, 0, 8, 8, 0],
      [
        "GEN-009 warning 2 参加人数", "GEN-009 info 3 疏散用时", "GEN-007 error 5 参加人数", "GEN-007 error 6 参加人数", "GEN-010 error 7 参加人数",
        "GEN-020 info 8 参加人数",
        "DRL-003 error 8 参加人数", "GEN-007 error 9 参加人数",
      ]),
    line(
      "演练（看不见的字符、网页空格）.csv", "UTF-8-BOM", "drills", [3, 0, 1, 0, 0, 0, 2, 2, 0],
      [
        "GEN-020 info 2 演练日期", "GEN-020 info 2 演练类型", "GEN-020 info 2 参加人数", "GEN-020 info 2 总指挥", "GEN-020 info 3 演练日期",
        "GEN-020 info 3 参加人数",
      ]),
    // A placeholder is a placeholder whatever its column (GEN-014 speaks of any value).
    line(
      "演练（没填完的模板）.csv", "GB18030", "drills", [3, 0, 1, 0, 0, 0, 2, 1, 1],
      [
        "GEN-014 warning 2 总指挥", "GEN-014 warning 2 演练总结", "GEN-001 error 3 演练日期", "GEN-014 warning 3 演练日期", "GEN-014 warning 3 演练范围",
        "GEN-007 error 3 参加人数", "GEN-014 warning 3 参加人数", "GEN-014 warning 3 总指挥", "GEN-014 warning 3 演练总结",
      ]),
    line(
      "演练（手机号、孩子姓名）.csv", "UTF-8", "drills", [3, 0, 1, 0, 0, 0, 2, 2, 0],
      ["GEN-018 warning 2 总指挥", "GEN-018 warning 2 演练总结", "GEN-019 warning 3 存在问题"]),
  ]

  private static let checks = [
    line(
      "安全检查及隐患（一格几个问题）.csv", "UTF-8", "inspections", [6, 1, 1, 0, 0, 0, 4, 4, 0],
      [
        "GEN-021 info 3 存在问题", "GEN-021 warning 5 存在问题", "GEN-003 info 5 整改期限", "GEN-021 info 6 存在问题", "GEN-003 info 6 整改期限",
      ]),
    line("三月份检查（月份不符）.csv", "UTF-8", "inspections", [5, 0, 1, 0, 0, 0, 4, 4, 0], ["FIL-009 warning – –"]),
    line("检查（几份拼在一起）.csv", "UTF-8-BOM", "inspections", [6, 0, 2, 0, 0, 0, 4, 4, 0], []),
    line("检查（前言和脚注）.csv", "GB18030", "inspections", [12, 4, 1, 0, 4, 1, 2, 2, 0], []),
    // Three dates that cannot be used: three rows that count nowhere. The deadline of one of them is over all the same.
    line(
      "隐患（同上、全角、日期写法）.csv", "GB18030", "hazards", [11, 0, 1, 0, 0, 0, 10, 7, 3],
      [
        "GEN-020 info 2 发现日期", "GEN-003 info 4 发现日期", "GEN-003 info 4 整改期限", "GEN-003 info 4 整改完成日期", "GEN-012 info 5 发现日期",
        "GEN-001 warning 7 发现日期", "GEN-001 warning 7 整改期限", "GEN-001 error 8 发现日期", "GEN-003 info 8 整改期限", "HAZ-012 error 8 整改期限",
        "GEN-002 error 9 发现日期", "GEN-003 info 9 整改期限", "GEN-003 info 9 整改完成日期", "GEN-001 error 10 发现日期", "GEN-003 info 10 整改期限",
        "GEN-021 info 11 发现日期", "GEN-003 info 11 整改期限", "GEN-003 info 11 整改完成日期",
        // 较大, closed, and no column for a review; no inspection within three days.
        "HAZ-007 warning 5 整改情况", "X-002 info 5 发现日期", "X-002 info 7 发现日期",
        // 2023-05-16, without a deadline: 45 days before the as-of date.
        "HAZ-014 warning 7 发现日期",
      ]),
  ]

  private static func line(
    _ file: String, _ encoding: String, _ ledger: String?, _ rows: [Int], _ findings: [String], delimiter: String = ","
  ) -> Line { Line(file: file, encoding: encoding, delimiter: delimiter, ledger: ledger, rows: rows, findings: findings) }

  private static func refused(_ file: String, _ finding: String) -> Line {
    Line(file: file, encoding: nil, delimiter: nil, ledger: nil, rows: nil, findings: [finding])
  }
}
