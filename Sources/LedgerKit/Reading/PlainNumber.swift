/// The fast path of every number: an optional sign, digits, a point and up to six digits.
enum PlainNumber {
  static func read(_ c: Span<UInt8>) -> Fixed? { c.withUnsafeBytes { read($0, 0..<c.count) } }

  /// Reads `range` of a text. At most 12 digits before the point and 6 behind it, so that nothing overflows.
  static func read(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) -> Fixed? {
    let end = range.upperBound
    let isNegative = range.count > 1 && text[range.lowerBound] == 0x2D
    let start = range.lowerBound &+ (isNegative ? 1 : 0)
    var (value, i): (Int64, Int) = (0, start)
    while i < end, i &- start < 13, text[i] &- 0x30 <= 9 {
      value = value &* 10 &+ Int64(text[i] &- 0x30)
      i &+= 1
    }
    guard i > start, i &- start <= 12 else { return nil }
    var places = 6
    if i < end {
      guard text[i] == 0x2E, end &- i &- 1 <= 6, end &- i > 1 else { return nil }
      i &+= 1
      while i < end {
        let digit = text[i] &- 0x30
        guard digit <= 9 else { return nil }
        value = value &* 10 &+ Int64(digit)
        (i, places) = (i &+ 1, places &- 1)
      }
    }
    for _ in 0..<places { value = value &* 10 }
    return Fixed(millionths: isNegative ? 0 &- value : value)
  }

  /// The same of up to eight digits, perhaps with a point between them; nil where it is another number, or none. All bytes are looked at
  /// together, for a loop over as many as there are is guessed wrong at every other cell.
  @inline(__always)
  static func short(_ cell: NearCell) -> Fixed? {
    guard cell.count <= 8 else { return nil }
    let (word, bits) = (cell.word, UInt64(cell.count &* 8))
    let noughts: UInt64 = 0x3030_3030_3030_3030
    // The last byte highest, and noughts before the first; then each byte a digit, or more than nine.
    let digits = (word &<< (64 &- bits) | (noughts &>> (bits &- 8)) &>> 8) ^ noughts
    let others = (digits &+ 0x7676_7676_7676_7676 | digits) & 0x8080_8080_8080_8080
    if others == 0 { return Fixed(millionths: eightDigits(digits) &* Fixed.scale) }
    let place = UInt64(others.trailingZeroBitCount &- 7)
    // One other, a point, neither first nor last.
    guard others & (others &- 1) == 0, digits &>> place & 0xFF == 0x2E ^ 0x30, place > (64 &- bits), place < 56 else { return nil }
    let before = digits & (1 &<< place &- 1)
    let behind = (digits &>> (place &+ 8)) &<< (place &+ 8)
    return Fixed(millionths: eightDigits(before &<< 8 | behind) &* powerOfTen(Int(place) / 8 &- 1))
  }

  /// The number of eight digits, the first of them in the lowest byte: pairs, then fours, then all.
  private static func eightDigits(_ digits: UInt64) -> Int64 {
    let pairs = digits &* 10 &+ digits &>> 8
    let first = (pairs & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
    let second = (pairs &>> 16 & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
    return Int64(truncatingIfNeeded: (first &+ second) &>> 32)
  }

  /// 10 to the power of 0 to 7.
  private static func powerOfTen(_ exponent: Int) -> Int64 {
    (exponent & 1 == 0 ? 1 : 10) &* (exponent & 2 == 0 ? 1 : 100) &* (exponent & 4 == 0 ? 1 : 10_000)
  }
}
