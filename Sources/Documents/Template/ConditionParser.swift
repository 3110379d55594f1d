/// Reads conditions: atoms joined by 且.
enum ConditionParser {
  private static let words: [(String, @Sendable (String) -> Condition)] = [
    ("有台账", { .supplied($0) }), ("无台账", { .missing($0) }), ("部分", { .partial($0) }),
    ("有值", { .hasValue($0) }), ("无值", { .lacksValue($0) }),
  ]

  /// The words a condition may begin with.
  static let keywords = words.map(\.0)

  /// The word or slot a text that cannot be read was probably meant to begin with.
  static func nearest(to text: String) -> String? {
    let text = halfWidth(text).trimmingBlanks()
    guard let first = text.split(whereSeparator: \.isWhitespace).first.map(String.init) else { return nil }
    let rest = text.dropFirst(first.count)
    return NearestName.nearest(to: first, among: keywords).flatMap { $0 == first ? nil : $0 + rest }
  }

  /// Longer spellings first, so that `>=` is not read as `>`.
  private static let comparisons: [(String, Comparison)] = [
    (">=", .greaterOrEqual), ("<=", .lessOrEqual), ("!=", .notEqual), ("==", .equal), ("≥", .greaterOrEqual), ("≤", .lessOrEqual),
    ("≠", .notEqual), (">", .greater), ("<", .less), ("=", .equal),
  ]

  /// The conditions, all of which must hold; `nil` if they cannot be read.
  static func conditions(_ text: String) -> [Condition]? {
    var conditions: [Condition] = []
    for part in text.split(separator: "且", omittingEmptySubsequences: false) {
      guard let condition = condition(halfWidth(String(part)).trimmingBlanks()) else { return nil }
      conditions.append(condition)
    }
    return conditions
  }

  /// Whether a text was meant as a condition, readable or not.
  static func looksLikeCondition(_ text: String) -> Bool {
    let text = halfWidth(text).trimmingBlanks()
    return words.contains { text.hasPrefix($0.0) } || text.unicodeScalars.contains(where: isSign)
  }

  private static func condition(_ text: String) -> Condition? {
    for (word, make) in words where text.hasPrefix(word) {
      let name = String(text.dropFirst(word.count)).trimmingBlanks()
      return isName(name) ? make(name) : nil
    }
    return comparison(text)
  }

  private static func comparison(_ text: String) -> Condition? {
    let scalars = Array(text.unicodeScalars)
    for index in scalars.indices where isSign(scalars[index]) || scalars[index] == "!" {
      guard let (sign, comparison) = comparisons.first(where: { scalars[index...].starts(with: $0.0.unicodeScalars) }) else { continue }
      let name = String(scalars: scalars[..<index]).trimmingBlanks()
      let number = String(scalars: scalars[(index + sign.unicodeScalars.count)...]).trimmingBlanks()
      guard isName(name), let value = Int(number) else { return nil }
      return .compares(name, comparison, value)
    }
    return nil
  }

  /// Whether a comparison may begin with a scalar; `!` does so only before `=`.
  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "<", ">", "=", "≠", "≥", "≤": true
    default: false
    }
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && !text.unicodeScalars.contains { $0.isBlank || Braces.isOpen($0) || Braces.isClose($0) }
  }

  /// Full-width signs and digits as half-width ones.
  private static func halfWidth(_ text: String) -> String {
    String(
      scalars: text.unicodeScalars.map { scalar in
        switch scalar.value {
        case 0xFF10...0xFF19, 0xFF1C...0xFF1E, 0xFF01: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0x2212, 0xFF0D: "-"
        default: scalar
        }
      })
  }
}
