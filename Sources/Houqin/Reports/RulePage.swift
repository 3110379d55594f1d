import LedgerKit
import Ledgers

/// What a person wants to know of one rule: what it checks, why, by which source, with examples, and how to change it.
struct RulePage {
  let rule: Rule

  /// The page by itself, with what to write to switch, change or waive the rule.
  var markdown: String { (body(heading: "#") + remedies).joined(separator: "\n") + "\n" }

  /// The page as a section of the whole reference.
  var section: String { body(heading: "##").joined(separator: "\n") + "\n" }

  private func body(heading: String) -> [String] {
    [
      "\(heading) \(rule.id) \(rule.title)", "", "- 检查什么：\(subject)", "- 为什么：\(rule.rationale)", "- 依据：\(source)",
      "- 级别：\(rule.severity.title)（\(rule.kind.title)）", "- 适用：\(rule.applicability.title ?? "各类学校")",
      "- 参数：\(parameters)", "",
    ] + examples
  }

  // MARK: What it checks

  private var subject: String {
    let ledger = rule.ledger.flatMap(Knowledge.title)
    let ways = rule.checks.map(\.way).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return (ledger ?? "各种台账") + "，" + ways.joined(separator: "，") + "；查的是“\(rule.title)”"
  }

  private var source: String {
    let citation = rule.citation
    let text = "\(citation.text)（\(citation.certainty.title)）"
    guard let from = citation.from else { return text }
    let before = citation.inForce(on: from.advanced(by: -1))
    return text + "，自\(from.iso)起；此前的学期按\(before.text)（\(before.certainty.title)）"
  }

  private var parameters: String {
    if rule.parameters.isEmpty { return "没有" }
    return rule.parameters.map { "\($0.name)（默认\($0.text($0.standard))）" }.joined(separator: "、")
  }

  // MARK: Examples

  private var examples: [String] {
    let shown = rule.triggers.prefix(2)
    let isMarked = shown.contains { $0.files.contains { $0.text.holds("↓") } }
    let speaking = shown.flatMap { RuleExampleText.lines($0) + said($0) }
    let silent = rule.passes.prefix(1).flatMap { RuleExampleText.lines($0) }
    return ["会报告的例子\(isMarked ? "（↓后面是有问题的格子）" : "")：", ""] + speaking + ["不会报告的例子：", ""] + silent
  }

  /// What the program says of an example, as it says it.
  private func said(_ example: Example) -> [String] {
    let findings = RuleExampleText.examination(example).findings.filter { $0.rule == rule.id }
    return findings.prefix(1).flatMap { ["报告：" + RuleExampleText.plain(FindingGroup.line($0)), ""] }
  }

  // MARK: How to change it

  /// Where a waiver's keyword is found: findings about files and terms have no row.
  private var place: String { rule.checks.allSatisfy { $0.way == Rule.Check.ofBooks } ? "问题的说明" : "那一行" }

  private var remedies: [String] {
    if SettingsGuide.isGuard(rule) { return ["这条规则核对设置本身，不能停用、更改或豁免。"] }
    var rows = ["\(rule.id),否,,,,为什么停用"]
    if let other = Rule.Severity.allCases.first(where: { $0 > rule.severity }) { rows.append("\(rule.id),,\(other.title),,,为什么降低") }
    rows += rule.parameters.map { "\(rule.id),,,\($0.name),\($0.standard.plain),为什么更改" }
    let changing = ["停用、改级别、改参数，在工作夹的 规则.csv 里写（要哪一行写哪一行，值换成自己的）：", ""] + Self.block([SettingsGuide.rules] + rows)
    let waiving = ["只接受其中一处，在 豁免.csv 里写（关键字从\(place)抄，理由和批准人必填）：", ""]
    let waiver = Self.block([SettingsGuide.waivers, "\(rule.id),,\(place)里的字,为什么接受,批准人姓名,2023-07-31"])
    return changing + waiving + waiver + ["停用、更改和豁免都会列在附录的校验发现里。"]
  }

  private static func block(_ lines: [String]) -> [String] { lines.map { "    " + $0 } + [""] }
}

/// The headers of the tables that change rules.
enum SettingsGuide {
  static let rules = "规则,启用,级别,参数,值,说明"
  static let waivers = "规则,文件,行内容关键字,理由,批准人,有效期至"

  /// Whether a rule guards these tables and so cannot be changed by them.
  static func isGuard(_ rule: Rule) -> Bool { Catalog.isGuard(rule) }
}

extension Rule.Check {
  /// How it looks at a ledger, in words.
  fileprivate var way: String {
    switch self {
    case .cell, .columnCell: "逐格检查"
    case .file: "整份文件检查"
    case .row, .remembering, .everyRow: "逐行检查"
    case .settings: "逐行检查"
    case .table, .telling: "各行之间检查"
    case .books: Self.ofBooks
    case .texts: "逐句检查 文字/ 里自己写的文字"
    }
  }

  fileprivate static let ofBooks = "与其他台账和整个学期对照"
}

/// Examples of rules as documentation shows them, and as the program reads them.
enum RuleExampleText {
  /// The files as indented blocks, the offending cells marked.
  static func lines(_ example: Example) -> [String] {
    example.files.flatMap { name, text in
      ["    " + name] + text.split(separator: "\n").map { "    " + plain(String($0)) } + [""]
    }
  }

  /// Control characters as a sign that can be seen, long lines cut.
  static func plain(_ text: String) -> String {
    let shown = String(
      text.map { character in character.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F } ? "�" : character })
    return shown.count > 160 ? shown.prefix(160) + "…" : shown
  }

  /// The example without its marks, read and judged as a work folder of a school that says nothing else of itself.
  static func examination(_ example: Example) -> Examination {
    let settings = "项目,内容\n单位名称,春芽幼儿园\n学段,幼儿园\n学年,2022-2023\n学期,第二学期\n统计截止日,2023-06-30\n"
    let own = example.files.map { (name: $0.name, text: $0.text.replacing("↓", with: "")) }
    let files = own.contains { $0.name == "设置.csv" } ? own : own + [(name: "设置.csv", text: settings)]
    let tables = files.filter { !$0.name.hasSuffix(".md") }.sorted { $0.name < $1.name }
    let passages = files.filter { $0.name.hasSuffix(".md") }.map { (FileName.stem(of: $0.name), $0.text) }
    return Examination(
      Workbook(
        inputs: InputReader.settled(tables.map { InputReader.input($0.name, Array($0.text.utf8)) }),
        passages: Dictionary(passages) { first, _ in first }, asOf: nil))
  }
}
