import LedgerKit
import Ledgers

extension [RuleChange] {
  /// Whether a rule is switched off.
  func isOff(_ rule: Rule) -> Bool { contains { $0.isOff && $0.rule.id == rule.id } }

  /// The levels the school sets, by rule.
  var levels: [String: Rule.Severity] {
    Dictionary(compactMap { change in change.level.map { (change.rule.id, $0) } }, uniquingKeysWith: { first, _ in first })
  }

  /// The parameters the school sets, by rule and name.
  var overrides: [String: [String: Fixed]] {
    var result: [String: [String: Fixed]] = [:]
    for change in self { if let (parameter, value) = change.value { result[parameter.rule, default: [:]][parameter.name] = value } }
    return result
  }
}
