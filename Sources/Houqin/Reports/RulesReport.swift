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

  /// The whole catalogue: a table of all rules, then a page on each.
  public static var markdown: String {
    let rows = sorted.map {
      "| \($0.id) | \($0.title) | \($0.severity.title) | \($0.kind.title) | \($0.citation.text) | \($0.citation.certainty.title) |"
    }
    let pages = sorted.map { page($0, heading: "##") }
    return (["# 校验规则", "", "| 规则 | 名称 | 级别 | 类型 | 依据 | 核实程度 |", "|---|---|---|---|---|---|"] + rows + [""] + pages).joined(separator: "\n")
  }

  /// One rule with reason, source and examples.
  public static func explain(_ id: String) throws(HouqinError) -> String {
    let wanted = id.uppercased()
    guard let rule = Catalog.rules.first(where: { $0.id == wanted }) else {
      throw .unknownRule(id, nearest: Nearest.name(to: wanted, among: Catalog.rules.map(\.id)))
    }
    return page(rule, heading: "#")
  }

  private static func page(_ rule: Rule, heading: String) -> String {
    var lines = [
      "\(heading) \(rule.id) \(rule.title)", "", "- 级别：\(rule.severity.title)", "- 类型：\(rule.kind.title)",
      "- 依据：\(rule.citation.text)（\(rule.citation.certainty.title)）", "", rule.rationale, "", "会报告的例子（↓后面是有问题的格子）：", "",
    ]
    lines += rule.triggers.prefix(2).flatMap(block)
    lines += ["不会报告的例子：", ""] + rule.passes.prefix(1).flatMap(block)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func block(_ example: Example) -> [String] {
    example.files.flatMap { name, text in
      let shown = text.replacing("\u{0}", with: "�").split(separator: "\n").map { "    " + $0 }
      return ["    " + name] + shown + [""]
    }
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
