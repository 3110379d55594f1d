/// Chinese counting words for headings.
public enum ChineseNumeral {
  private static let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

  /// 一 … 九十九; numbers beyond are written with Arabic digits.
  public static func string(_ number: Int) -> String {
    guard (1...99).contains(number) else { return String(number) }
    let (tens, ones) = number.quotientAndRemainder(dividingBy: 10)
    let head = tens == 0 ? "" : (tens == 1 ? "十" : digits[tens] + "十")
    return head + (ones == 0 ? "" : digits[ones])
  }
}
