/// Names that need no closer look: two to four Chinese characters each, parted by 、.
enum PlainNames {
  /// Where the names of a text lie, in its bytes; nil where anything else stands in it, or a character that may mean more than a name.
  static func places(in text: Span<UInt8>) -> [Range<Int>]? {
    text.withUnsafeBufferPointer { places(in: UnsafeRawBufferPointer($0)) }
  }

  static func places(in text: UnsafeRawBufferPointer) -> [Range<Int>]? {
    var places: [Range<Int>] = []
    places.reserveCapacity(2)
    var (start, i) = (0, 0)
    while i < text.count {
      guard i + 2 < text.count else { return nil }
      let c = UInt32(text[i]) << 16 | UInt32(text[i + 1]) << 8 | UInt32(text[i + 2])
      if c == 0xE38081 {
        guard isName(start..<i) else { return nil }
        places.append(start..<i)
        start = i + 3
      } else if !isPlain(c) {
        return nil
      }
      i += 3
    }
    guard isName(start..<i) else { return nil }
    places.append(start..<i)
    return places
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
