/// Names that need no closer look: two to four Chinese characters each, parted by 、.
enum PlainNames {
  /// Puts into `places` where the names of a part of a text lie; false where anything else stands in it, or a character that may mean more
  /// than a name.
  static func find(in text: UnsafeRawBufferPointer, _ part: Range<Int>, _ places: inout [Range<Int>]) -> Bool {
    places.removeAll(keepingCapacity: true)
    var (start, i) = (part.lowerBound, part.lowerBound)
    while i < part.upperBound {
      guard i + 2 < part.upperBound else { return false }
      let c = UInt32(text[i]) << 16 | UInt32(text[i + 1]) << 8 | UInt32(text[i + 2])
      if c == 0xE38081 {
        guard isName(start..<i) else { return false }
        places.append(start..<i)
        start = i + 3
      } else if !isPlain(c) {
        return false
      }
      i += 3
    }
    guard isName(start..<i) else { return false }
    places.append(start..<i)
    return true
  }

  private static func isName(_ range: Range<Int>) -> Bool { (6...12).contains(range.count) }

  /// A common Chinese character, but for 代 (signed for somebody), 和 (parts two names), and those of words that stand for a signature.
  private static func isPlain(_ c: UInt32) -> Bool {
    switch c {
    // 代, 和, 已, 签, 见
    case 0xE4BBA3, 0xE5928C, 0xE5B7B2, 0xE7ADBE, 0xE8A781: false
    default: (0xE4B880...0xE9BEA5).contains(c)
    }
  }
}
