import LedgerKit

/// A number as it stands in a sentence: 4次, 三次, 98.5%, 17个班级.
struct SpokenNumber {
  /// In hundredths, so that 98.5 is whole.
  let hundredths: Int
  /// How many decimals were written.
  let decimals: Int
  /// What stands before it, nearest last; at most so many characters as the caller asks.
  let before: Substring
  /// What stands behind it.
  let after: Substring
  /// 约, 近, 余, 多: not meant exactly.
  let isApproximate: Bool

  /// The number where it is whole.
  var whole: Int? { hundredths % 100 == 0 ? hundredths / 100 : nil }

  /// Every number of a sentence; years and dates are among them.
  static func all(in sentence: String) -> [SpokenNumber] {
    var result: [SpokenNumber] = []
    var index = sentence.startIndex
    while index < sentence.endIndex {
      guard let (value, decimals, end) = arabic(sentence, index) ?? chinese(sentence, index) else {
        index = sentence.index(after: index)
        continue
      }
      let (before, after) = (sentence[..<index], sentence[end...])
      let isApproximate =
        ["约", "近", "超过", "不少于", "至少", "每", "第"].contains(where: before.hasSuffix)
        || ["余", "多", "左右", "几", "以上", "月", "日", "年", "、", "-", "—", "~", "至", ":"].contains(where: after.hasPrefix)
      result.append(SpokenNumber(hundredths: value, decimals: decimals, before: before, after: after, isApproximate: isApproximate))
      index = end
    }
    return result
  }

  private static func arabic(_ text: String, _ start: String.Index) -> (Int, Int, String.Index)? {
    let digits = text[start...].prefix { $0.isASCII && ($0.isNumber || $0 == "," || $0 == ".") }
    guard digits.first?.isNumber ?? false, digits.count <= 12 else { return nil }
    let parts = digits.filter { $0 != "," }.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first.flatMap({ Int($0) }), parts.count <= 2 else { return nil }
    let fraction = parts.count == 2 ? String(parts[1].prefix(2)) : ""
    let padded = Int(fraction + String(repeating: "0", count: 2 - fraction.count)) ?? 0
    return (whole * 100 + padded, fraction.count, digits.endIndex)
  }

  private static let digits: [Character: Int] = [
    "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]

  /// 三, 十二, 二十, 一百二十: only where a measure word follows, so that 一日生活 and 三个一 stay words.
  private static func chinese(_ text: String, _ start: String.Index) -> (Int, Int, String.Index)? {
    let run = text[start...].prefix { digits[$0] != nil || $0 == "十" || $0 == "百" }
    guard !run.isEmpty, run.count <= 5, ["次", "项", "个", "处", "种", "类", "场"].contains(where: text[run.endIndex...].hasPrefix) else {
      return nil
    }
    var (total, last) = (0, 0)
    for c in run {
      if let digit = digits[c] {
        last = digit
      } else {
        total += max(1, last) * (c == "十" ? 10 : 100)
        last = 0
      }
    }
    return ((total + last) * 100, 0, run.endIndex)
  }
}
