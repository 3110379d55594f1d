import LedgerKit
import Ledgers

/// 填写说明.txt: each column of each ledger, made of the columns themselves, so that it says what is read.
enum FillingGuide {
  /// The columns of an empty ledger: those that statistics or rules need, in the ledger's order, and 备注.
  static func columns(of ledger: Ledger) -> [AnyColumn] {
    ledger.columns.filter { $0.need != .optional || $0.id == "remark" }
  }

  /// The header row of an empty ledger.
  static func headers(of ledger: Ledger) -> [String] { columns(of: ledger).map(\.title) }

  static var text: String {
    """
    填写说明

    这个文件夹里的台账用 Excel 或 WPS 打开填写，存的时候仍选 CSV（最好是“CSV UTF-8（逗号分隔）”）。
    表头不要改动；一行一条记录，不要合并单元格，不用填合计行。没有发生的事不要填 0 或“无”，空着就行。
    日期写全年月日，如 2023-03-08；金额只写数字；几个人的名字用顿号隔开，如 王建国、李秀英。
    自己已有的台账不必重抄：另存为 CSV 放进来即可，表头写法不同也能读，用 houqin read 文件名 看读得对不对。
    还没有记录的台账请删掉空白表；留着会提示“空台账”。

    \(Catalog.ledgers.map(section).joined(separator: "\n"))
    可选的表（需要时自己建，文件名如下）
    \(optional.map { "  \($0.file)　\(headers(of: $0.ledger).joined(separator: "、"))　\($0.purpose)" }.joined(separator: "\n"))

    """
  }

  private static let optional: [(file: String, ledger: Ledger, purpose: String)] = [
    ("校历.csv", SettingTables.calendar, "哪些天上课、供餐"), ("检查区域.csv", SettingTables.areas, "每月应检查到的地方"),
    ("花名册.csv", SettingTables.staff, "核对签名的姓名"), ("供应商名录.csv", SettingTables.suppliers, "核对许可证和合同的日期"),
    ("预算.csv", SettingTables.budget, "算预算执行率"),
  ]

  private static func section(_ ledger: Ledger) -> String {
    let lines = columns(of: ledger).map { "  \($0.title)（\(need($0))）\(hint($0))" }
    return "\(ledger.title).csv\n" + lines.joined(separator: "\n") + "\n"
  }

  private static func need(_ column: AnyColumn) -> String {
    switch column.need {
    case .required: "必填"
    case .expected: "应填"
    case .optional: "可不填"
    }
  }

  private static func hint(_ column: AnyColumn) -> String {
    if column.isDay { return column.traits.contains(.relative) ? "日期，也可写“三天内”" : "日期" }
    if column.isNumber { return "数字" }
    return column.terms.joined(separator: "、")
  }
}
