import Documents
import LedgerKit
import Ledgers

/// What the school has changed about the program's judgement and reading, so that nothing is hidden.
struct SettingsInForce {
  private let changes: [RuleChange]
  private let headers: [OwnHeader]

  init(_ examination: Examination) {
    changes = examination.changes
    headers = examination.ownHeaders
  }

  /// Rules switched off or changed, and the school's own words for columns.
  var json: JSON {
    .object([("rules", .array(changes.map(rule))), ("headers", .array(headers.map(header)))])
  }

  private func rule(_ change: RuleChange) -> JSON {
    .object([
      ("rule", .string(change.rule.id)), ("enabled", .bool(!change.isOff)), ("severity", .optional(change.level?.rawValue)),
      ("parameter", .optional(change.value?.parameter.name)), ("value", .optional(change.value?.value.plain)),
      ("default", .optional(change.value?.parameter.standard.plain)), ("reason", .string(PersonalData.masked(change.reason))),
      ("file", .string(change.file)), ("row", .number(change.row)),
    ])
  }

  private func header(_ header: OwnHeader) -> JSON {
    .object([("ledger", .string(header.ledger)), ("column", .string(header.column)), ("header", .string(header.header))])
  }

  /// For people at a terminal.
  var lines: [String] {
    guard !changes.isEmpty else { return [] }
    return ["", "停用和更改的规则（规则.csv）"] + changes.map { "  \($0.rule.id)　\($0.rule.title)　\($0.text)　\(Self.reason($0))" }
  }

  /// For 附录B and 附录C; none where nothing is changed.
  var ruleTable: Documents.Table? {
    guard !changes.isEmpty else { return nil }
    let rows = changes.map { [Self.text("\($0.rule.id) \($0.rule.title)"), Self.text($0.text), Self.text(Self.reason($0))] }
    return Documents.Table(
      caption: "停用和更改的规则", columns: [TableColumn("规则"), TableColumn("更改"), TableColumn("说明")], rows: rows, note: "由工作夹的规则.csv设定。")
  }

  var headerTable: Documents.Table? {
    guard !headers.isEmpty else { return nil }
    let rows = headers.map { [Self.text(Knowledge.title(of: $0.ledger) ?? ""), Self.text($0.header), Self.text($0.column)] }
    return Documents.Table(
      caption: "本单位列名", columns: [TableColumn("台账"), TableColumn("本单位列名"), TableColumn("当作")], rows: rows, note: "由工作夹的列名.csv设定。")
  }

  private static func reason(_ change: RuleChange) -> String { change.reason.isEmpty ? "未写说明" : PersonalData.masked(change.reason) }
  private static func text(_ s: String) -> [Inline] { s.isEmpty ? [] : [.text(Shortened.text(s))] }
}
