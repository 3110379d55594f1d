import LedgerKit

/// What one row of 规则.csv changes.
public struct RuleChange: Sendable {
  /// The rule it is about.
  public let rule: Rule
  /// The rule is not applied.
  public let isOff: Bool
  /// What its findings weigh; nil leaves it.
  public let level: Rule.Severity?
  /// A parameter and the school's number for it.
  public let value: (parameter: Parameter, value: Fixed)?
  /// Why; empty where it was not written and need not be.
  public let reason: String
  /// Where it stands.
  public let file: String
  /// Row number in Excel.
  public let row: Int

  /// What it does: 停用, 级别由错误改为提示, 金额上限由500元改为800元.
  public var text: String {
    var parts = isOff ? ["停用"] : []
    if let level { parts.append("级别由\(rule.severity.title)改为\(level.title)") }
    if let (parameter, value) = value {
      parts.append("\(parameter.name)由\(parameter.text(parameter.standard))改为\(parameter.text(value))")
    }
    return parts.joined(separator: "，")
  }
}

/// 规则.csv: one rule and what is to be changed a row.
public enum RuleSheet {
  static let rule = Column<Text>("rule", "规则", "规则编号", need: .required)
  static let enabled = Column<Text>("enabled", "启用", "是否启用")
  static let level = Column<Text>("level", "级别", "改为级别")
  static let parameter = Column<Text>("parameter", "参数", "参数名称")
  static let value = Column<Text>("value", "值", "参数值")
  static let reason = Column<Text>("reason", "说明", "理由", "原因", traits: [.mayBeBlank])
  /// L56: one rule a row.
  public static let ledger = Ledger(
    id: "rules", number: "L56", title: "规则设置", role: .setting, keywords: ["规则设置", "规则"],
    columns: [rule, enabled, level, parameter, value, reason])

  /// The changes that hold, in the order of rows, and what is wrong with the others by the rule that says so.
  public static func read(_ table: Table) -> (changes: [RuleChange], offenses: [(rule: String, offense: Offense)]) {
    var reader = RuleRowReader()
    for row in table.rows { reader.take(row) }
    return (reader.changes, reader.offenses)
  }
}

/// Reads 规则.csv row by row; of two rows about the same thing the first holds.
private struct RuleRowReader {
  var changes: [RuleChange] = []
  var offenses: [(rule: String, offense: Offense)] = []
  private var told: [String: Int] = [:]

  mutating func take(_ row: Row) {
    guard let rule = rule(row) else { return }
    let reason = row[RuleSheet.reason]?.string ?? ""
    var isOff = isOff(row, rule)
    var level = level(row, rule)
    if isOff || level.map({ $0 > rule.severity }) ?? false, reason.isEmpty {
      complain("SET-008", row, RuleSheet.reason, "\(isOff ? "停用" : "降低级别")没有写说明，没有采用", fix: "请在“说明”写明为什么，会印在附录里。")
      (isOff, level) = (false, nil)
    }
    let value = value(row, rule)
    guard isOff || level != nil || value != nil else { return }
    changes.append(RuleChange(rule: rule, isOff: isOff, level: level, value: value, reason: reason, file: row.file, row: row.number))
  }

  private mutating func complain(_ id: String, _ row: Row, _ column: AnyColumn, _ message: String, fix: String) {
    offenses.append((id, Offense(row, at: column, message, fix: fix)))
  }

  private mutating func rule(_ row: Row) -> Rule? {
    guard let name = row[RuleSheet.rule]?.string else {
      complain("SET-005", row, RuleSheet.rule, "没有写规则编号，这一行没有采用", fix: "请填规则编号，如 PUR-005；编号见 问题清单.csv 的“规则”一列。")
      return nil
    }
    guard let rule = RuleName.rule(name) else {
      complain("SET-005", row, RuleSheet.rule, "没有规则“\(name)”，这一行没有采用", fix: RuleName.remedy(name))
      return nil
    }
    guard !SettingRules.ids.contains(rule.id) else {
      complain("SET-007", row, RuleSheet.rule, "\(rule.id)核对的是设置本身，不能停用或更改", fix: "请删去这一行，改正设置里的问题。")
      return nil
    }
    return rule
  }

  private mutating func isOff(_ row: Row, _ rule: Rule) -> Bool {
    let word = Folding.compact(row.raw(RuleSheet.enabled)).lowercased()
    if word.isEmpty || ["是", "启用", "开", "开启", "√", "1", "y", "yes"].contains(word) { return false }
    guard ["否", "停用", "不启用", "不用", "停", "关", "关闭", "关掉", "禁用", "×", "x", "0", "n", "no"].contains(word) else {
      complain("SET-007", row, RuleSheet.enabled, "看不懂是不是启用，没有采用", fix: "停用请填“否”，启用填“是”或不填。")
      return false
    }
    return isFirst(row, rule, "启用", RuleSheet.enabled)
  }

  private mutating func level(_ row: Row, _ rule: Rule) -> Rule.Severity? {
    guard let word = row[RuleSheet.level]?.string else { return nil }
    let level = Rule.Severity.allCases.first { [$0.title, $0.rawValue].contains(Folding.compact(word).lowercased()) }
    guard let level else {
      complain("SET-007", row, RuleSheet.level, "没有这种级别，没有采用", fix: "请填“错误”“警告”或“提示”；不改级别的不填。")
      return nil
    }
    return level != rule.severity && isFirst(row, rule, "级别", RuleSheet.level) ? level : nil
  }

  private mutating func value(_ row: Row, _ rule: Rule) -> (parameter: Parameter, value: Fixed)? {
    let written = Folding.trimmed(row.raw(RuleSheet.value))
    guard let name = row[RuleSheet.parameter]?.string else {
      if !written.isEmpty { complain("SET-006", row, RuleSheet.parameter, "写了值，没有写是哪个参数，没有采用", fix: Self.known(rule)) }
      return nil
    }
    let names = rule.parameters.map(\.name)
    guard let parameter = rule.parameters.first(where: { Folding.compact($0.name) == Folding.compact(name) }) else {
      let guess = Nearest.name(to: name, among: names).map { "打错了？是不是“\($0)”？" } ?? ""
      complain("SET-006", row, RuleSheet.parameter, "\(rule.id)没有参数“\(name)”，没有采用", fix: guess + Self.known(rule))
      return nil
    }
    guard let value = parameter.value(of: written) else {
      let example = parameter.text(parameter.standard)
      complain("SET-006", row, RuleSheet.value, written.isEmpty ? "没有写参数的值" : "参数的值不能用，没有采用", fix: "请填0以上的数字，如 \(example)。")
      return nil
    }
    guard value != parameter.standard, isFirst(row, rule, parameter.name, RuleSheet.parameter) else { return nil }
    return (parameter, value)
  }

  private static func known(_ rule: Rule) -> String {
    let names = rule.parameters.map { "“\($0.name)”" }.joined()
    return names.isEmpty ? "这条规则没有可以改的参数。" : "可以改的参数：\(names)。"
  }

  /// Whether no row above said something about the same.
  private mutating func isFirst(_ row: Row, _ rule: Rule, _ what: String, _ column: AnyColumn) -> Bool {
    guard let other = told["\(rule.id)|\(what)"] else {
      told["\(rule.id)|\(what)"] = row.number
      return true
    }
    complain("SET-007", row, column, "与第\(other)行说的是同一件事，按第\(other)行", fix: "请只留一行。")
    return false
  }
}

/// Rules by the names people write.
public enum RuleName {
  /// By its id: PUR-005, pur005, ＰＵＲ－００５.
  public static func rule(_ name: String) -> Rule? {
    let wanted = plain(name)
    return Catalog.rules.first { plain($0.id) == wanted }
  }

  /// By its title, word for word.
  public static func titled(_ title: String) -> Rule? {
    let wanted = Folding.compact(title)
    return wanted.isEmpty ? nil : Catalog.rules.first { Folding.compact($0.title) == wanted }
  }

  /// The id that was probably meant.
  public static func nearest(to name: String) -> String? {
    Nearest.name(to: Folding.compact(name).uppercased(), among: Catalog.rules.map(\.id))
  }

  /// How to write it: the id of the rule of that title, else the nearest one.
  static func remedy(_ name: String) -> String {
    if let rule = titled(name) { return "请填编号，这条规则的编号是 \(rule.id)。" }
    return (nearest(to: name).map { "打错了？是不是 \($0)？" } ?? "") + "编号见 问题清单.csv 的“规则”一列。"
  }

  private static func plain(_ name: String) -> String { Folding.compact(name).uppercased().filter { !"-—－_".contains($0) } }
}
