/// The order of sentences that name months and quarters: 9月 before 10月, 第二季度 before 第三季度.
///
/// Runs of digits, and Chinese numerals after 第, compare as numbers; everything else as text. Sentences that differ only in leading zeros
/// are told apart as text, so that the order is the same whatever order they come in.
public enum TimeOrder {
  /// Whether a sentence stands before another.
  public static func isBefore(_ a: String, _ b: String) -> Bool {
    let (x, y) = (parts(a), parts(b))
    return x == y ? a < b : x.lexicographicallyPrecedes(y)
  }

  /// A number or a character; numbers come first.
  private enum Part: Comparable {
    case number(Int)
    case other(Unicode.Scalar)
  }

  private static func parts(_ text: String) -> [Part] {
    var parts: [Part] = []
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if let digit = digit(scalar) {
        if case .number(let value) = parts.last, let before = last, self.digit(before) != nil {
          parts[parts.count - 1] = .number(value > Int.max / 100 ? value : value * 10 + digit)
        } else {
          parts.append(.number(digit))
        }
      } else if last == "第", let place = numerals.firstIndex(of: scalar) {
        parts.append(.number(place + 1))
      } else {
        parts.append(.other(scalar))
      }
      last = scalar
    }
    return parts
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    (0x30...0x39).contains(scalar.value) ? Int(scalar.value) - 0x30 : nil
  }

  private static let numerals: [Unicode.Scalar] = ["一", "二", "三", "四", "五", "六", "七", "八", "九"]
}
