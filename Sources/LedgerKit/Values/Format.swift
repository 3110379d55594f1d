/// How exact numbers are written. Half is rounded up (四舍五入), once, from the exact value, as Excel's ROUND does; domain §4.0.
public enum Format {
  /// `numerator / denominator` with `decimals` decimals, half away from zero. The denominator must be positive.
  public static func decimal(_ numerator: Int128, over denominator: Int128 = 1, decimals: Int) -> String {
    if decimals == 0, denominator == 1, let whole = UInt64(exactly: numerator.magnitude) {
      return text(of: whole, decimals: 0, isNegative: numerator < 0)
    }
    let power = powerOfTen(decimals)
    let magnitude = (numerator.magnitude * power.magnitude * 2 + denominator.magnitude) / (denominator.magnitude * 2)
    let isNegative = numerator < 0 && magnitude > 0
    // Nearly all numbers are so small; of texts joined from parts they cost three times as much.
    if let small = UInt64(exactly: magnitude) { return text(of: small, decimals: decimals, isNegative: isNegative) }
    let whole = magnitude / power.magnitude
    let sign = isNegative ? "-" : ""
    guard decimals > 0 else { return sign + String(whole) }
    let fraction = String(magnitude % power.magnitude)
    return sign + "\(whole)." + String(repeating: "0", count: decimals - fraction.count) + fraction
  }

  /// A number whose last digits are decimals, written from the last digit to the first.
  private static func text(of number: UInt64, decimals: Int, isNegative: Bool) -> String {
    let digits = max(digitCount(number), decimals + 1)
    let length = digits + (decimals > 0 ? 1 : 0) + (isNegative ? 1 : 0)
    return String(unsafeUninitializedCapacity: length) { text in
      var (rest, place) = (number, length)
      for written in 0..<digits {
        if written == decimals, decimals > 0 {
          place -= 1
          text[place] = UInt8(ascii: ".")
        }
        place -= 1
        text[place] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
      }
      if isNegative { text[0] = UInt8(ascii: "-") }
      return length
    }
  }

  private static func digitCount(_ number: UInt64) -> Int {
    var (count, rest) = (1, number / 10)
    while rest > 0 { (count, rest) = (count + 1, rest / 10) }
    return count
  }

  /// A share in per cent with one decimal, without the sign: `83.3`. Never a false 100.0 or 0.0 (domain §4.0).
  public static func percent(_ numerator: Int128, of denominator: Int128) -> String {
    let text = decimal(numerator * 100, over: denominator, decimals: 1)
    if text == "100.0", numerator < denominator { return "99.9" }
    if text == "0.0", numerator > 0 { return "<0.1" }
    return text
  }

  /// Yuan with two decimals, without separators: `1234.50`.
  public static func yuan(_ amount: Int128) -> String {
    decimal(amount, over: Int128(Fixed.scale), decimals: 2)
  }

  /// Yuan with two decimals, without separators: `1234.50`.
  public static func yuan(_ amount: Fixed) -> String { yuan(Int128(amount.millionths)) }

  /// Ten thousands of yuan with two decimals: `12.35`.
  public static func tenThousandYuan(_ amount: Int128) -> String {
    decimal(amount, over: Int128(Fixed.scale) * 10_000, decimals: 2)
  }

  /// `3分20秒`, `45秒`, `2分`; the sign is kept.
  public static func duration(seconds: Int) -> String {
    let (minutes, rest) = (seconds.magnitude / 60, seconds.magnitude % 60)
    let text = minutes == 0 ? "\(rest)秒" : rest == 0 ? "\(minutes)分" : "\(minutes)分\(rest)秒"
    return seconds < 0 ? "-" + text : text
  }

  /// Thousands separators in the whole part of a decimal string: `12,345.60`.
  public static func grouped(_ number: String) -> String {
    // Most numbers have three digits at most.
    if number.utf8.count <= 3 { return number }
    let utf8 = Array(number.utf8)
    let start = utf8.firstIndex(where: isDigit) ?? utf8.count
    let end = utf8[start...].firstIndex { !isDigit($0) } ?? utf8.count
    guard end - start > 3 else { return number }
    var result = Array(utf8[..<start])
    for i in start..<end {
      if i > start, (end - i) % 3 == 0 { result.append(UInt8(ascii: ",")) }
      result.append(utf8[i])
    }
    return String(decoding: result + utf8[end...], as: UTF8.self)
  }

  /// Thousands separators in a whole number: `12,345`.
  public static func grouped(_ number: Int) -> String { grouped(String(number)) }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  private static func powerOfTen(_ exponent: Int) -> Int128 {
    (0..<exponent).reduce(Int128(1)) { power, _ in power * 10 }
  }
}
