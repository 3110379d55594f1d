import LedgerKit
import Ledgers

/// Compares a stated number with the data.
struct Yardstick {
  private var exact: [String: (value: Int128, text: String)] = [:]
  private let summary: Summary

  init(_ summary: Summary) {
    self.summary = summary
    for value in summary.figures {
      if let number = value.exact { exact[value.figure.code] = (Self.millionths(number, value.figure.unit), value.inline) }
    }
  }

  /// A figure's exact value in the terms of mentions: of a count one is a million, of money a yuan.
  private static func millionths(_ exact: Exact, _ unit: LedgerKit.Unit) -> Int128 {
    switch unit {
    case .money: exact.numerator / exact.denominator
    case .percent: rounded(exact.numerator * 100 * Mention.one, exact.denominator)
    default: rounded(exact.numerator * Mention.one, exact.denominator)
    }
  }

  private static func rounded(_ numerator: Int128, _ denominator: Int128) -> Int128 {
    let half = (numerator.magnitude * 2 + denominator.magnitude) / (denominator.magnitude * 2)
    return numerator < 0 ? -Int128(half) : Int128(half)
  }

  private static func rounded(_ value: Int128, to step: Int128) -> Int128 { rounded(value, step) * step }

  /// A number against the one that the program would print in its place.
  func verdict(_ mention: Mention, against expected: Mention, of label: String?) -> Verification.Verdict {
    if mention.value == expected.value { return .confirmed }
    // Passages written since leave fewer to be written: no ledger tells how many.
    if label == Expectation.cover + "待补写", mention.value < expected.value { return .unregistered }
    guard mention.kind != .date, mention.kind == expected.kind else { return .contradicted }
    var value = expected.value
    if let figure = label.flatMap({ exact[$0] }), figure.text == expected.text || Self.rounded(figure.value, to: expected.step) == value {
      value = figure.value
    }
    return verdict(mention, value)
  }

  /// A number against an exact value.
  func verdict(_ mention: Mention, _ value: Int128) -> Verification.Verdict {
    if mention.value == value { return .confirmed }
    // All and nothing are said only of all and nothing: 99.8 % is no 100 % (domain §4.0).
    if isAbsolute(mention), !mention.isApproximate { return .contradicted }
    if mention.step > 1, Self.rounded(value, to: mention.step) == mention.value { return .rounded }
    guard mention.isApproximate else { return .contradicted }
    var unit = mention.step
    while unit > 0, mention.value != 0, mention.value % (unit * 10) == 0 { unit *= 10 }
    // 约620: to the nearest ten; 200多: up to 300.
    let excess = value - mention.value
    return excess * 2 >= -unit && excess < unit ? .rounded : .contradicted
  }

  private func isAbsolute(_ mention: Mention) -> Bool {
    mention.value == 0 || (mention.kind == .percent && mention.value == 100 * Mention.one)
  }

  /// A number against a figure by its code; what is printed of it counts as the figure itself.
  func verdict(_ mention: Mention, figure code: String) -> Verification.Verdict? {
    guard let figure = summary.figure(code), let printed = figure.exact.map({ $0.text(in: figure.figure.unit) }), let value = exact[code]
    else { return nil }
    let numbers = MentionScanner(FoldedText(printed).scalars).mentions
    if let first = numbers.first, first.kind == mention.kind, first.value == mention.value { return .confirmed }
    guard let kind = numbers.first?.kind, kind == mention.kind else { return nil }
    return verdict(mention, value.value)
  }

  /// What the data say of a figure, for people.
  func text(_ code: String) -> String? { summary.figure(code)?.text }
}
