import LedgerKit

/// A finding the school accepts for a reason, told by what the row says rather than by its number.
public struct Waiver: Sendable {
  /// Id of the rule whose findings it accepts.
  public let rule: String
  /// File the finding must be in; nil for any.
  public let file: String?
  /// What the row must hold.
  public let keyword: String
  /// Why it is accepted.
  public let reason: String
  /// Who accepted it.
  public let approver: String
  /// The last day it holds; nil where none was set.
  public let until: Day?
  /// Row of 豁免.csv in Excel.
  public let row: Int

  /// Whether a row's cells, or a finding without a row, hold the keyword.
  public func covers(rule: String, file: String?, text: String) -> Bool {
    guard rule == self.rule, Folding.compact(text).holds(Folding.compact(keyword)) else { return false }
    guard let wanted = self.file else { return true }
    return file.map { Self.isMeant(wanted, $0) } ?? false
  }

  /// Whether a file is named, with or without its folder and extension.
  public static func isMeant(_ wanted: String, _ file: String) -> Bool {
    [file, FileName.last(of: file), FileName.stem(of: file)].contains { Folding.compact($0) == Folding.compact(wanted) }
  }
}

/// 豁免.csv: one waiver a row.
public enum WaiverSheet {
  static let rule = Column<Text>("rule", "规则", "规则编号", need: .required)
  static let file = Column<Text>("file", "文件", "文件名")
  static let keyword = Column<Text>("keyword", "行内容关键字", "关键字", "关键词", need: .required)
  static let reason = Column<Text>("reason", "理由", "豁免理由", "原因", need: .expected)
  static let approver = Column<Text>("approver", "批准人", "审批人", need: .expected)
  static let until = Column<Day>("until", "有效期至", "有效期", "截止日期", traits: [.deadline, .lenient])
  /// Where the last day stands.
  public static var untilColumn: AnyColumn { until }
  /// Where the file is named.
  public static var fileColumn: AnyColumn { file }
  /// Where the words that choose the row stand.
  public static var keywordColumn: AnyColumn { keyword }
  /// L57: one waiver a row.
  public static let ledger = Ledger(
    id: "waivers", number: "L57", title: "豁免", role: .setting, keywords: ["豁免"],
    columns: [rule, file, keyword, reason, approver, until])

  /// The waivers that hold unless they have expired, each with its row, and what is wrong with the others.
  public static func read(_ table: Table) -> (waivers: [(waiver: Waiver, row: Row)], offenses: [Offense]) {
    var waivers: [(waiver: Waiver, row: Row)] = []
    var offenses: [Offense] = []
    for row in table.rows {
      let found = mistakes(row)
      offenses += found
      guard found.isEmpty, let rule = row[rule].flatMap({ RuleName.rule($0.string) }), let keyword = row[keyword]?.string else { continue }
      let waiver = Waiver(
        rule: rule.id, file: row[file]?.string, keyword: keyword, reason: row[reason]?.string ?? "", approver: row[approver]?.string ?? "",
        until: row[until], row: row.number)
      waivers.append((waiver, row))
    }
    return (waivers, offenses)
  }

  private static func mistakes(_ row: Row) -> [Offense] {
    [ruleMistake(row), keywordMistake(row)].compactMap { $0 }
      + [(reason, "没有写理由"), (approver, "没有写批准人")].compactMap { column, what in
        row[column] == nil ? Offense(row, at: column, what + "，没有豁免", fix: "请补填；豁免的理由和批准人会印在附录里。") : nil
      }
      + (row[until] == nil && !Folding.compact(row.raw(until)).isEmpty
        ? [Offense(row, at: until, "看不懂有效期，没有豁免", fix: "请写全年月日，如 2023-06-30；长期有效的不填。")] : [])
  }

  private static func ruleMistake(_ row: Row) -> Offense? {
    let name = row[rule]?.string ?? ""
    if name.isEmpty { return Offense(row, at: rule, "没有写规则编号，没有豁免", fix: "请填规则编号，如 PUR-005；编号见 问题清单.csv 的“规则”一列。") }
    guard let found = RuleName.rule(name) else {
      return Offense(row, at: rule, "没有规则“\(name)”，没有豁免", fix: RuleName.remedy(name))
    }
    guard SettingRules.ids.contains(found.id) else { return nil }
    return Offense(row, at: rule, "\(found.id)核对的是设置本身，不能豁免", fix: "请删去这一行，改正设置里的问题。")
  }

  private static func keywordMistake(_ row: Row) -> Offense? {
    let length = Folding.compact(row[keyword]?.string ?? "").count
    guard length < 2 else { return nil }
    return Offense(
      row, at: keyword, length == 0 ? "没有写行内容关键字，没有豁免" : "关键字太短，会豁免不相干的行，没有采用",
      fix: "请从这一行抄两个字以上，如品名或日期；整条规则都不用的，请在 规则.csv 停用。")
  }
}
