import LedgerKit
import Ledgers
import Tabular

/// A digest of what a run judges and counts by: every rule with its examples and the standards of its parameters, every figure as defined.
enum CatalogDigest {
  /// Of the whole catalogue.
  static let current = SHA256.hexDigest(
    Array((Catalog.rules.sorted { $0.id < $1.id }.map(text) + Catalog.figures.map { text($0.figure) }).joined(separator: "\n").utf8))

  /// Everything of a rule that can be written down; a changed standard is another rule.
  static func text(_ rule: Rule) -> String {
    let source = [rule.citation.text, rule.citation.certainty.rawValue, rule.citation.from?.iso, rule.citation.before?.text].map {
      $0 ?? ""
    }
    let parameters = rule.parameters.map { "\($0.name)=\($0.standard.plain)\($0.unit)" }
    let examples = (rule.triggers + rule.passes).flatMap { $0.files.map { $0.name + "\n" + $0.text } }
    let head = [rule.id, rule.title, rule.severity.rawValue, rule.kind.rawValue, rule.ledger ?? "", rule.applicability.title ?? ""]
    return (head + source + parameters + [rule.rationale] + examples).joined(separator: "\n")
  }

  private static func text(_ figure: Figure) -> String { "\(figure.code) \(figure.id) \(figure.title) \(figure.definition)" }
}
