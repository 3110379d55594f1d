/// A calendar day of the proleptic Gregorian calendar, as days since 1970-01-01. No clock, no time zone.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01, negative before.
  public let number: Int32

  /// Creates a day from days since 1970-01-01.
  @inlinable
  public init(number: Int32) { self.number = number }

  /// The day with these parts, or nil where the calendar has no such day (2023-02-30).
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    // Civil calendar arithmetic: years start in March, so that the leap day ends a year.
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Year, month 1…12 and day 1…31.
  public var parts: (year: Int, month: Int, day: Int) {
    let z = Int(number) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// The month it lies in.
  public var month: Month {
    let (year, month, _) = parts
    return Month(year: year, month: month)
  }

  /// The month it lies in, counted from January of the year 0. Groups of rows by month ask for it, which need neither year nor day: a
  /// quarter of the work of `parts` (C. Neri and L. Schneider, Euclidean affine functions and their application to calendar algorithms,
  /// 2022). Years begin in March here, so that January and February are months 13 and 14.
  public var monthNumber: Int32 {
    guard (-719_468..<3_000_000).contains(number) else { return self.month.number }
    let quarters = 4 * UInt32(number + 719_468) + 3
    let (century, inCentury) = (quarters / 146_097, quarters % 146_097 / 4)
    let scaled = 2_939_745 * UInt64(4 * inCentury + 3)
    let year = 100 * century + UInt32(truncatingIfNeeded: scaled >> 32)
    let dayOfYear = UInt32(truncatingIfNeeded: scaled) / 2_939_745 / 4
    let month = (2141 * dayOfYear + 197_913) >> 16
    return Int32(bitPattern: year * 12 + month - 1)
  }

  /// 1 = Monday … 7 = Sunday.
  public var weekday: Int { (Int(number) % 7 + 7 + 3) % 7 + 1 }
  /// Saturday or Sunday; a 调休 day counts as such too.
  public var isWeekend: Bool { weekday >= 6 }

  /// `2023-03-06`
  public var iso: String {
    let (year, month, day) = parts
    return Day.iso(year, month, day)
  }

  /// `2023年3月6日`, as Chinese documents write a date.
  public var chinese: String {
    let (y, m, d) = parts
    return "\(y)年\(m)月\(d)日"
  }

  /// `3月6日`
  public var monthAndDay: String {
    let (_, month, day) = parts
    return ShortText.text { text in
      text.add(month)
      text.add("月")
      text.add(day)
      text.add("日")
    }
  }

  /// So many calendar days later, or earlier if negative.
  public func advanced(by days: Int) -> Day { Day(number: number &+ Int32(truncatingIfNeeded: days)) }
  /// Calendar days from another day, negative if that is later.
  public func days(since other: Day) -> Int { Int(number) - Int(other.number) }

  @inlinable
  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }

  /// Days in a month, leap years minded.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// `2023-03` or `2023-03-06`.
  static func iso(_ year: Int, _ month: Int, _ day: Int? = nil) -> String {
    guard (0...9999).contains(year) else { return padded(year, 4) + iso(0, month, day).dropFirst(4) }
    return ShortText.text { text in
      text.add(year / 100, digits: 2)
      text.add(year % 100, digits: 2)
      text.add("-")
      text.add(month, digits: 2)
      guard let day else { return }
      text.add("-")
      text.add(day, digits: 2)
    }
  }

  static func padded(_ n: Int, _ width: Int) -> String {
    let digits = String(n)
    let lacking = width - digits.utf8.count
    return lacking > 0 ? String(repeating: "0", count: lacking) + digits : digits
  }
}

/// A text of at most fifteen bytes, written at once: such a text needs no memory of its own, and put together from parts it takes ten times
/// as long.
private struct ShortText {
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private var count = 0

  static func text(_ write: (inout ShortText) -> Void) -> String {
    String(unsafeUninitializedCapacity: 15) { bytes in
      var text = ShortText(bytes: bytes)
      write(&text)
      return text.count
    }
  }

  private init(bytes: UnsafeMutableBufferPointer<UInt8>) { self.bytes = bytes }

  private mutating func add(byte: UInt8) {
    bytes[count] = byte
    count += 1
  }

  /// Adds a number from 0 to 99, with at least so many digits.
  mutating func add(_ number: Int, digits: Int = 1) {
    if digits == 2 || number > 9 { add(byte: 0x30 + UInt8(truncatingIfNeeded: number / 10)) }
    add(byte: 0x30 + UInt8(truncatingIfNeeded: number % 10))
  }

  mutating func add(_ word: StaticString) { word.withUTF8Buffer { $0.forEach { add(byte: $0) } } }
}

/// A month of a year.
public struct Month: Hashable, Comparable, Sendable {
  /// Calendar year.
  public let year: Int
  /// 1…12
  public let month: Int

  /// Creates a month; 1…12 is not checked.
  public init(year: Int, month: Int) {
    self.year = year
    self.month = month
  }

  /// The month of a number.
  public init(number: Int32) { self.init(year: Int(number) / 12, month: Int(number) % 12 + 1) }

  /// `2023-03`
  public var iso: String { Day.iso(year, month) }
  /// `2023年3月`
  public var chinese: String { "\(year)年\(month)月" }
  /// As ``Day/monthNumber`` of its days.
  public var number: Int32 { Int32(clamping: year * 12 + month - 1) }
  /// 1…4
  public var quarter: Int { (month - 1) / 3 + 1 }
  /// One month later, across the year's end.
  public var next: Month { month == 12 ? Month(year: year + 1, month: 1) : Month(year: year, month: month + 1) }
  /// The 28th to 31st; nil where the month is none.
  public var lastDay: Day? { Day(year: year, month: month, day: Day.length(ofMonth: month, year: year)) }

  public static func < (a: Month, b: Month) -> Bool { (a.year, a.month) < (b.year, b.month) }
}

/// The days from `first` to `last`, both included.
public struct DayRange: Hashable, Sendable {
  /// Included.
  public let first: Day
  /// Included; never before `first`.
  public let last: Day

  /// Creates a range; a `last` before `first` gives that one day.
  public init(_ first: Day, _ last: Day) {
    self.first = first
    self.last = max(first, last)
  }

  /// Whether a day lies in it, ends included.
  @inlinable
  public func contains(_ day: Day) -> Bool { first <= day && day <= last }
  /// Calendar days, at least 1.
  public var count: Int { last.days(since: first) + 1 }
  /// Each day, in order.
  public var days: some Sequence<Day> { (first.number...last.number).lazy.map(Day.init(number:)) }

  /// The months the range touches, in order.
  public var months: [Month] {
    var result = [first.month]
    while let m = result.last, m < last.month { result.append(m.next) }
    return result
  }
}
