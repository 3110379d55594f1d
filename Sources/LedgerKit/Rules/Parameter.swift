/// A number a rule judges by that a school may set otherwise in 规则.csv: 金额上限, 提前天数.
public struct Parameter: Sendable {
  /// As 规则.csv calls it; unique within its rule.
  public let name: String
  /// What holds where the school says nothing.
  public let `default`: Fixed
  /// 元, 天, %; empty for a bare number.
  public let unit: String

  /// Creates a parameter.
  public init(name: String, default: Fixed, unit: String = "") {
    self.name = name
    self.default = `default`
    self.unit = unit
  }

  /// Creates a parameter that is a whole number unless the school says otherwise.
  public init(name: String, default: Int, unit: String = "") { self.init(name: name, default: Fixed(`default`), unit: unit) }

  /// The number a person writes for it: 500, 5,000元, 0.5万元, 2%; nil where it is none or negative.
  public func value(of text: String) -> Fixed? {
    var body = Folding.compact(text)
    let unit = Folding.compact(unit)
    if !unit.isEmpty, body.hasSuffix(unit) { body.removeLast(unit.count) }
    let isTenThousands = body.hasSuffix("万")
    if isTenThousands { body.removeLast() }
    guard let (millionths, isWellGrouped) = Digits.millionths(body), isWellGrouped, millionths >= 0 else { return nil }
    return Digits.times(millionths, isTenThousands ? 10_000 : 1).map(Fixed.init(millionths:))
  }

  /// A value with its unit: `500元`.
  public func text(_ value: Fixed) -> String { value.plain + unit }
}

extension Scope {
  /// What a rule judges by: the school's number from 规则.csv, else the default.
  public func parameter(_ rule: Rule, _ name: String) -> Fixed {
    overrides[rule.id]?[name] ?? rule.parameters.first { $0.name == name }?.default ?? .zero
  }

  /// The same for a rule that is only known by its id.
  public func parameter(_ rule: String, _ parameter: Parameter) -> Fixed { overrides[rule]?[parameter.name] ?? parameter.default }
}
