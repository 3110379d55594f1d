/// The unit of a figure: part of its identity (处, 次, 人次, 批次 are not the same thing), and how its exact value is written.
public enum Unit: Sendable, Hashable {
  /// A whole number of something: 次, 处, 项.
  case count(String)
  /// A share, one decimal.
  case percent
  /// Yuan, two decimals; the exact value is in millionths of a yuan.
  case money
  /// Calendar days, one decimal.
  case days
  /// Whole seconds, written 3分20秒.
  case duration
  /// A difference of two lengths of time.
  case durationChange

  /// As machine formats give it; durations are in 秒.
  public var symbol: String {
    switch self {
    case .count(let word): word
    case .percent: "%"
    case .money: "元"
    case .days: "天"
    case .duration, .durationChange: "秒"
    }
  }
}

/// An exact value: a whole number, or a fraction that is rounded only when it is written.
public struct Exact: Sendable, Hashable {
  /// In the unit's smallest measure: one, a millionth of a yuan, a second.
  public var numerator: Int128
  /// Positive; 1 for whole values.
  public var denominator: Int128

  /// Creates a value; `denominator` must be positive.
  public init(_ numerator: Int128, over denominator: Int128 = 1) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The decimal string of machine formats, without unit and separators.
  public func value(in unit: Unit) -> String {
    switch unit {
    case .count: Format.decimal(numerator, over: denominator, decimals: 0)
    case .percent: plainPercent
    case .money: Format.decimal(numerator, over: denominator * Int128(Fixed.scale), decimals: 2)
    case .days: Format.decimal(numerator, over: denominator, decimals: 1)
    case .duration, .durationChange: Format.decimal(numerator, over: denominator, decimals: 0)
    }
  }

  /// A rate above nothing that rounds to nothing is printed as <0.1; a machine is given the number.
  private var plainPercent: String {
    let text = Format.percent(numerator, of: denominator)
    return text.hasPrefix("<") ? "0.0" : text
  }

  /// As a sentence prints it before its unit: counts and money bare, rates with their sign, durations in full.
  public func inline(in unit: Unit) -> String { inline(value(in: unit), unit) }

  /// ``inline(in:)`` by the number that machine formats give.
  private func inline(_ value: String, _ unit: Unit) -> String {
    switch unit {
    case .count, .money, .days: Format.grouped(value)
    case .percent: Format.percent(numerator, of: denominator) + "%"
    case .duration: Format.duration(seconds: Int(value) ?? 0)
    case .durationChange: Self.change(Int(value) ?? 0)
    }
  }

  /// With its unit, to stand alone.
  public func text(in unit: Unit) -> String { written(in: unit).text }

  /// ``value(in:)`` and ``text(in:)``, rounded once for both.
  public func written(in unit: Unit) -> (value: String, text: String) {
    let value = value(in: unit)
    let text = inline(value, unit)
    switch unit {
    case .count, .money, .days: return (value, text + unit.symbol)
    default: return (value, text)
    }
  }

  private static func change(_ seconds: Int) -> String {
    seconds == 0 ? "持平" : (seconds > 0 ? "增加" : "减少") + Format.duration(seconds: abs(seconds))
  }
}
