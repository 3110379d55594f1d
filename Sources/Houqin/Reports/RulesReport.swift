import LedgerKit
import Ledgers

/// What `rules` and `explain` print: the catalogue, from the rules themselves.
public enum RulesReport {
  private static var sorted: [Rule] { Catalog.rules.sorted { $0.id < $1.id } }

  /// `houqin.rules/1`
  public static var json: String {
    let rules = sorted.map { rule in
      JSON.object([
        ("id", .string(rule.id)), ("title", .string(rule.title)), ("severity", .string(rule.severity.rawValue)),
        ("kind", .string(rule.kind.rawValue)), ("ledger", .optional(rule.ledger)), ("citation", .string(rule.citation.text)),
        ("certainty", .string(rule.citation.certainty.rawValue)),
      ])
    }
    return JSON.object([("schema", .string("houqin.rules/1")), ("rules", .array(rules))]).serialized() + "\n"
  }

  /// One rule a line, for the terminal: id, severity, kind, title.
  public static var text: String {
    sorted.map { "\($0.id)\t\($0.severity.title)\t\($0.kind.title)\t\($0.title)" }.joined(separator: "\n") + "\n"
  }

  /// Path of the reference in the repository; a test keeps it fresh.
  public static let manual = "templates/" + TemplateFiles.rules

  /// The whole catalogue: how to change and waive, a table of all rules, then a page on each.
  public static var markdown: String {
    let rows = sorted.map {
      "| \($0.id) | \($0.title) | \($0.severity.title) | \($0.kind.title) | \($0.citation.text) | \($0.citation.certainty.title) |"
    }
    let table = ["| 规则 | 名称 | 级别 | 类型 | 依据 | 核实程度 |", "|---|---|---|---|---|---|"] + rows
    return (["# 校验规则", "", guide, ""] + table + [""] + sorted.map { RulePage(rule: $0).section }).joined(separator: "\n")
  }

  private static let guide = """
    这一页由 `houqin rules --format markdown` 写出，与程序里的规则一致；一条规则的说明也可用 `houqin explain 规则编号` 看。

    错误要改正后再用；警告多半有误或没有做到，数字照用；提示供核对。“改表”是改台账，“改进工作”是改做法，“建议核对”只是值得看一眼。

    在工作夹里放下面的表，可以停用或更改规则，也可以接受个别问题。做过的更改和豁免都会列在总结附录和 `houqin check` 里，不会隐去。

    - `规则.csv`（\(SettingsGuide.rules)）：一行一条。停用填“否”，改级别填错误、警告或提示，改参数写参数名和值；停用和降低级别必须写说明。
    - `豁免.csv`（\(SettingsGuide.waivers)）：一行接受一处或几处问题。按内容认，不按行号：文件可以不填，关键字从那一行原样抄；理由和批准人必填，
      有效期早于统计截止日的不再采用。豁免的问题仍列在附录和问题清单里，只是不算错误；因填写错误而没有计入统计的行，仍不计入。
    """

  /// One rule with reason, source and examples; by its id as people write it, or its title.
  public static func explain(_ id: String) throws(HouqinError) -> String {
    guard let rule = RuleName.rule(id) ?? RuleName.titled(id) else { throw .unknownRule(id, nearest: RuleName.nearest(to: id)) }
    return RulePage(rule: rule).markdown
  }
}

extension Citation.Certainty {
  /// How sure the source is, in words.
  var title: String {
    switch self {
    case .V1: "已核对法条原文"
    case .V2: "已核对公开转载"
    case .M: "未核对条文"
    case .P: "本单位制度，非法律要求"
    case .none: "不涉及法规"
    }
  }
}
