import LedgerKit
import Ledgers
import Tabular

/// A digest of what a run judges and counts by: every rule with its examples and the standards of its parameters, every figure as defined.
enum CatalogDigest {
  /// Of the whole catalogue. Its examples are long, and every run needs it: they are copied once.
  static let current: String = {
    var text: [UInt8] = []
    for rule in Catalog.rules.sorted(by: { $0.id < $1.id }) { append(rule, to: &text) }
    for (_, figure) in Catalog.figures { append("\(figure.code) \(figure.id) \(figure.title) \(figure.definition)", to: &text) }
    return SHA256.hexDigest(text)
  }()

  /// Everything of a rule that can be written down; a changed standard is another rule.
  static func text(_ rule: Rule) -> String {
    var text: [UInt8] = []
    append(rule, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  private static func append(_ rule: Rule, to text: inout [UInt8]) {
    for line in [rule.id, rule.title, rule.severity.rawValue, rule.kind.rawValue, rule.ledger, rule.applicability.title] {
      append(line ?? "", to: &text)
    }
    let source = rule.citation
    for line in [source.text, source.certainty.rawValue, source.from?.iso, source.before?.text] { append(line ?? "", to: &text) }
    for parameter in rule.parameters { append("\(parameter.name)=\(parameter.standard.plain)\(parameter.unit)", to: &text) }
    append(rule.rationale, to: &text)
    for example in rule.triggers + rule.passes {
      for file in example.files {
        append(file.name, to: &text)
        append(file.text, to: &text)
      }
    }
  }

  /// Appends a line, parted from the one before.
  private static func append(_ line: String, to text: inout [UInt8]) {
    if !text.isEmpty { text.append(UInt8(ascii: "\n")) }
    text.append(contentsOf: line.utf8)
  }
}
