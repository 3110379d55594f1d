/// Numbers of papers such as CG0000001 and 23000001, which no reader finds anything odd about.
enum PlainCode {
  /// Three to ten ASCII digits and capital letters, a digit last: neither a word for nothing, a telephone number, a placeholder nor `3.2E+11`.
  @inline(__always)
  static func isOne(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    guard range.count >= 3, range.count <= 10, text[range.upperBound &- 1] &- 0x30 <= 9 else { return false }
    for i in range {
      let byte = text[i]
      // Digits, and A to Z without E and X.
      guard byte &- 0x30 <= 9 || (byte &- 0x41 < 26 && byte != 0x45 && byte != 0x58) else { return false }
    }
    return true
  }
}
