/// A number a school may set for itself: so many days, such a limit.
public struct Parameter: Sendable, Hashable {
  /// `PUR-101`
  public let rule: String
  /// As the school writes it: 天数.
  public let name: String
  /// What holds where the school says nothing.
  public let standard: Fixed
  /// 天, 元, 倍.
  public let unit: String

  /// Creates a number of a rule.
  public init(_ rule: String, _ name: String, _ standard: Fixed, _ unit: String) {
    self.rule = rule
    self.name = name
    self.standard = standard
    self.unit = unit
  }

  /// Creates a whole number of a rule.
  public init(_ rule: String, _ name: String, _ standard: Int, _ unit: String) {
    self.init(rule, name, Fixed(standard), unit)
  }
}

extension Scope {
  /// The number as the school set it, else its standard.
  public subscript(parameter: Parameter) -> Fixed { overrides[parameter.rule]?[parameter.name] ?? parameter.standard }
  /// The same without its decimals.
  public func whole(_ parameter: Parameter) -> Int { Int(self[parameter].millionths / Fixed.scale) }
}
