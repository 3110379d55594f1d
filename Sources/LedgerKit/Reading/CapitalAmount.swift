/// Sums of money in Chinese numerals: 壹仟贰佰元整, 一千二百元, 壹万贰仟叁佰肆拾伍元陆角; domain §5.1, 10 and 47.
enum CapitalAmount {
  private static let digits: [Character: Int64] = [
    "零": 0, "〇": 0, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
    "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]
  private static let tens: [Character: Int64] = ["拾": 10, "十": 10, "佰": 100, "百": 100, "仟": 1000, "千": 1000]
  private static let fen = Fixed.scale / 100

  /// The sum in millionths of a yuan; nil where the text is no such sum. A number without 元 needs a sign that it is written in full
  /// (壹佰, not 一).
  static func millionths(_ text: String) -> Int64? {
    var rest = Substring(text)
    for ending in ["整", "正"] where rest.hasSuffix(ending) { rest = rest.dropLast() }
    guard rest.contains(where: { tens[$0] != nil || "万亿元圆角分".contains($0) }), !rest.contains(where: { $0.isASCII }) else { return nil }
    var total: Int64 = 0
    if let yuan = rest.firstIndex(where: { "元圆".contains($0) }) {
      guard let value = number(rest[..<yuan]) else { return nil }
      total = value * Fixed.scale
      rest = rest[rest.index(after: yuan)...]
    } else if !rest.contains(where: { "角分".contains($0) }) {
      return number(rest).map { $0 * Fixed.scale }
    }
    for (mark, weight) in [("角" as Character, fen * 10), ("分", fen)] {
      guard let end = rest.firstIndex(of: mark) else { continue }
      guard let digit = rest[..<end].last.flatMap({ digits[$0] }), rest[..<end].count <= 2 else { return nil }
      total += digit * weight
      rest = rest[rest.index(after: end)...]
    }
    return rest.isEmpty ? total : nil
  }

  /// A whole number in Chinese numerals, below a million million.
  private static func number(_ text: Substring) -> Int64? {
    guard !text.isEmpty else { return nil }
    var (total, section): (Int64, Int64) = (0, 0)
    var digit: Int64?
    for c in text {
      if let d = digits[c] {
        guard digit == nil || digit == 0 else { return nil }
        digit = d
      } else if let ten = tens[c] {
        section += (digit ?? 1) * ten
        digit = nil
      } else if c == "万" || c == "亿" {
        section += digit ?? 0
        total = (total + section) * (c == "万" ? 10_000 : 100_000_000)
        (section, digit) = (0, nil)
      } else {
        return nil
      }
    }
    let value = total + section + (digit ?? 0)
    return value < 1_000_000_000_000 ? value : nil
  }
}
