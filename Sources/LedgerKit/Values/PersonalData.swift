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
    var copy = text
    return copy.withUTF8 { contains($0.span) }
  }

  /// Whether bytes of text hold such a number: a run of 11 digits that begins as mobile numbers do, or of 18, the last perhaps an X.
  static func contains(_ bytes: Span<UInt8>) -> Bool {
    // Eleven digits in a row cover one of every eleven bytes; most texts have no digit there.
    var last = 10
    while last < bytes.count, bytes[last] &- 0x30 > 9 { last += 11 }
    if last >= bytes.count { return false }
    var start = 0
    for i in 0...bytes.count {
      if i < bytes.count, bytes[i] &- 0x30 <= 9 { continue }
      let length = i - start
      if length == 11, isMobile(bytes[start], bytes[start + 1]) { return true }
      if length == 18 { return true }
      if length == 17, i < bytes.count, bytes[i] | 0x20 == 0x78 { return true }
      start = i + 1
    }
    return false
  }

  private static func isPersonal(_ run: String) -> Bool {
    let digits = Array(run.utf8)
    return digits.count == 18 || (digits.count == 11 && isMobile(digits[0], digits[1]))
  }

  private static func isMobile(_ first: UInt8, _ second: UInt8) -> Bool { first == 0x31 && second >= 0x33 && second <= 0x39 }
}
