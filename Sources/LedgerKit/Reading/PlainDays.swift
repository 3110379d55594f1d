/// Days written as `2023-03-06`, read at a glance. The rows of a term name few months, so what each means is worked out once.
struct PlainDays {
  /// What a year and a month mean, as they are written.
  private struct WrittenMonth {
    /// The eight bytes of `2023-03-`; 0 where the place is free.
    var bytes: UInt64 = 0
    /// The number of the day before the first.
    var before: Int64 = 0
    /// 0 where it is no month.
    var length = 0
  }

  /// By the digits of the month.
  private var months = InlineArray<16, WrittenMonth>(repeating: WrittenMonth())

  /// The number of the day that `range` of a text is; nil where it is none, or not written that way.
  @inline(__always)
  mutating func read(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int64? {
    guard range.count == 10 else { return nil }
    let start = range.lowerBound
    let written = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: start, as: UInt64.self))
    let place = Int(truncatingIfNeeded: (written &>> 40 & 1) &* 10 &+ (written &>> 48)) & 15
    if months[place].bytes != written { months[place] = understood(written) }
    let month = months[place]
    let (tens, ones) = (text[start &+ 8] &- 0x30, text[start &+ 9] &- 0x30)
    let day = Int(tens) &* 10 &+ Int(ones)
    guard ones <= 9, tens <= 3, day >= 1, day <= month.length else { return nil }
    return month.before &+ Int64(day)
  }

  private func understood(_ written: UInt64) -> WrittenMonth {
    let bytes = (0..<8).map { UInt8(truncatingIfNeeded: written >> (8 * UInt64($0))) }
    let digits = [0, 1, 2, 3, 5, 6].map { bytes[$0] &- 0x30 }
    var month = WrittenMonth(bytes: written)
    guard bytes[4] == 0x2D, bytes[7] == 0x2D, digits.allSatisfy({ $0 <= 9 }) else { return month }
    let (y, m) = (digits[..<4].reduce(0) { $0 * 10 + Int($1) }, Int(digits[4]) * 10 + Int(digits[5]))
    guard let first = Day(year: y, month: m, day: 1) else { return month }
    (month.before, month.length) = (Int64(first.number) - 1, Day.length(ofMonth: m, year: y))
    return month
  }
}
