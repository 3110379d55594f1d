/// Sheets as people might make them, of random parts: titles, headers in one or two rows, merged cells, totals, notes, blank rows, forms,
/// several tables below each other.
public struct RandomSheet {
  private var random: SeededGenerator

  public init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  private static let headers = [
    ["采购日期", "品名", "数量", "单价", "金额", "审批人", "采购人", "验收人"],
    ["演练日期", "演练类型", "演练范围", "参加人数", "疏散用时", "总指挥", "存在问题", "改进措施"],
    ["检查日期", "检查类型", "检查部位", "检查人", "检查结果", "存在问题", "责任人", "整改情况"],
    ["发现日期", "隐患部位", "隐患描述", "责任人", "整改期限", "整改完成日期", "整改情况", "费用"],
    ["进货日期", "食品名称", "食品类别", "数量", "金额", "供货商", "索证情况", "验收人"],
    ["列1", "列2", "列3", "列4", "说明", "谁", "何时", "何地"],
  ]
  private static let parted = [
    (["演练日期", "演练类型", "人数", "", "", "疏散用时", "总指挥"], ["", "", "幼儿", "教师", "家长", "", ""]),
    (["采购日期", "品名", "数量", "单价", "金额", "经办", ""], ["", "", "（个）", "（元）", "（元）", "采购人", "验收人"]),
  ]
  private static let cells = [
    "2023-03-17", "3月5日", "45002", "2023/4/14", "三月上旬", "同上", "〃", "", "", "", "无", "/", "√", "×", "消防", "月检查", "食堂", "王建国、李秀英", "正常",
    "已整改（3.12）", "一周内", "12", "1,200.00", "约340人", "-5", "若干", "#REF!", "=A1+B1", "１２", "合计", "小计", "大写：壹佰元整", "注：见附件", "第1页 共2页",
    "2.另附说明", "1.灯不亮\n2.门不严", "他说\"好\"", "a,b", "a;b", "\u{FEFF}", "\u{200B}", "&nbsp;", "<script>", "单位：万元", "品名", "金额", "演练日期", "30秒",
  ]

  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  private mutating func chance(_ n: Int) -> Bool { number(1...n) == 1 }
  private mutating func cell() -> String { Self.cells.randomElement(using: &random) ?? "" }

  /// The text of a sheet.
  public mutating func text() -> String {
    let mark: Character = [",", ",", ",", "\t", ";"].randomElement(using: &random) ?? ","
    let end = ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
    var rows: [[String]] = []
    if chance(5) {
      rows = form()
    } else {
      for _ in 0..<number(1...3) { rows += table() }
    }
    let lines = rows.map { row in row.map { quoted($0, mark) }.joined(separator: String(mark)) }
    return lines.joined(separator: end) + (chance(3) ? "" : end)
  }

  private mutating func table() -> [[String]] {
    var rows: [[String]] = []
    for _ in 0..<number(0...2) { rows.append(["春芽幼儿园2022-2023学年第二学期登记表", "", ""]) }
    if chance(4) { rows.append([]) }
    let header: [String]
    if chance(3), let two = Self.parted.randomElement(using: &random) {
      header = two.0
      rows += [two.0, two.1]
    } else {
      header = Self.headers.randomElement(using: &random) ?? []
      rows.append(header)
    }
    for _ in 0..<number(0...8) {
      switch number(1...12) {
      case 1: rows.append(Array(repeating: "", count: header.count))
      case 2: rows.append(["合计", "", "", "", "\(number(0...900))"])
      case 3: rows.append(header)
      case 4: rows.append(["注：以上属实"])
      case 5: rows.append((0..<(header.count + number(0...3))).map { _ in cell() })
      default: rows.append(["2023-03-\(number(10...31))"] + (1..<max(header.count, 2)).map { _ in cell() })
      }
    }
    return rows
  }

  private mutating func form() -> [[String]] {
    let items = ["演练时间", "演练内容", "参加对象", "参加人数", "疏散用时", "总指挥", "存在问题", "演练总结"]
    var rows = [["春芽幼儿园应急演练记录表"]]
    for item in items where !chance(5) {
      rows.append([item, item == "演练时间" ? "2023-05-\(number(10...31))" : cell()])
      if chance(8) { rows.append([]) }
    }
    if chance(2) { rows.append(["记录人：", cell()]) }
    return rows
  }

  private mutating func quoted(_ cell: String, _ mark: Character) -> String {
    guard cell.contains(where: { $0 == mark || $0 == "\"" || $0.isNewline }) || chance(20) else { return cell }
    // Now and then nobody quotes what needs it.
    return chance(15) ? cell : "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}
