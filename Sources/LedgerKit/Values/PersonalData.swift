import Tabular

/// Numbers that name a person: mobile telephone (11 digits) and identity card (18). They are masked in every output (GEN-018; 个人信息保护法
/// 第二十八条、第三十一条).
public enum PersonalData {
  /// `138****5678`, `320***********1234`; any other text as it is.
  public static func masked(_ text: String) -> String {
    guard contains(text) else { return text }
    var result = ""
    var run = ""
    for c in text + "\n" {
      if c.isASCII, c.isNumber || (run.count == 17 && (c == "X" || c == "x")) {
        run.append(c)
        continue
      }
      result += isPersonal(run) ? String(run.prefix(3)) + String(repeating: "*", count: run.count - 7) + String(run.suffix(4)) : run
      run = ""
      result.append(c)
    }
    result.removeLast()
    return result
  }

  /// The same of bytes of text from a place on, where they stand.
  public static func mask(_ text: inout [UInt8], from start: Int = 0) {
    guard contains(text.span.extracting(start...)) else { return }
    text.replaceSubrange(start..., with: masked(String(decoding: text[start...], as: UTF8.self)).utf8)
  }

  /// Whether a text holds such a number.
  public static func contains(_ text: String) -> Bool {
    if text.utf8.count < 11 { return false }
    return text.withBytes { contains($0.span) }
  }

  /// Whether bytes of text hold such a number: a run of 11 digits that begins as mobile numbers do, or of 18, the last perhaps an X.
  static func contains(_ bytes: Span<UInt8>) -> Bool {
    // Eleven digits in a row cover one of every eleven bytes; most texts have no digit there, and most digits are of short numbers.
    var last = 10
    while last < bytes.count {
      guard isDigit(bytes[last]) else {
        last += 11
        continue
      }
      var (start, end) = (last, last + 1)
      while start > 0, isDigit(bytes[start - 1]) { start -= 1 }
      while end < bytes.count, isDigit(bytes[end]) { end += 1 }
      switch end - start {
      case 11: if isMobile(bytes[start], bytes[start + 1]) { return true }
      case 17: if end < bytes.count, bytes[end] | 0x20 == UInt8(ascii: "x") { return true }
      case 18: return true
      default: break
      }
      last = end + 11
    }
    return false
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  private static func isPersonal(_ run: String) -> Bool {
    let digits = Array(run.utf8)
    return digits.count == 18 || (digits.count == 11 && isMobile(digits[0], digits[1]))
  }

  private static func isMobile(_ first: UInt8, _ second: UInt8) -> Bool { first == 0x31 && second >= 0x33 && second <= 0x39 }
}
