extension Parameter {
  /// The number a person writes for it: 500, 5,000元, 0.5万元, 2%; nil where it is none or negative.
  public func value(of text: String) -> Fixed? {
    var body = Folding.compact(text)
    let unit = Folding.compact(shortUnit)
    if !unit.isEmpty, body.hasSuffix(unit) { body.removeLast(unit.count) }
    let isTenThousands = body.hasSuffix("万")
    if isTenThousands { body.removeLast() }
    guard let (millionths, isWellGrouped) = Digits.millionths(body), isWellGrouped, millionths >= 0 else { return nil }
    return Digits.times(millionths, isTenThousands ? 10_000 : 1).map(Fixed.init(millionths:))
  }

  /// A value with its unit: `500元`.
  public func text(_ value: Fixed) -> String { value.plain + shortUnit }

  /// The unit without a remark in brackets.
  private var shortUnit: String { String(unit.prefix { $0 != "（" }) }
}
