extension Day: CellValue {
  /// Restores a day from days since 1970-01-01.
  public init(stored: Int64, in lexicon: Lexicon) { self.init(number: Int32(truncatingIfNeeded: stored)) }

  /// Reads `2023-03-06`, 3月6日, Excel's day numbers and relative deadlines; domain §5.1, 26–32 and 62.
  public static func read(_ cell: Span<UInt8>, _ context: inout ReadingContext) -> CellReading {
    if let day = iso(cell) { return checked(day, context) }
    return DayReader(text: Folding.trimmed(cell.text), context: context).read()
  }

  /// The fast path: `2023-03-06`, also with `/` or `.`.
  private static func iso(_ c: Span<UInt8>) -> Day? {
    guard c.count == 10, c[4] == c[7], c[4] == 0x2D || c[4] == 0x2F || c[4] == 0x2E else { return nil }
    guard let y = digits(c, 0, 4), let m = digits(c, 5, 7), let d = digits(c, 8, 10) else { return nil }
    return Day(year: y, month: m, day: d)
  }

  private static func digits(_ c: Span<UInt8>, _ from: Int, _ to: Int) -> Int? {
    var n = 0
    for i in from..<to {
      let digit = c[i] &- 0x30
      guard digit <= 9 else { return nil }
      n = n * 10 + Int(digit)
    }
    return n
  }

  /// GEN-006: a fact dated ten years before the semester or later than the year after the as-of date is a slip of the pen.
  fileprivate static func checked(_ day: Day, _ context: ReadingContext) -> CellReading {
    guard let window = context.window, !context.traits.contains(.deadline) else { return .value(Int64(day.number)) }
    let last = (context.asOf ?? window.last).parts.year + 1
    let year = day.parts.year
    return year < window.first.parts.year - 10 || year > last ? .unusable(.implausibleYear) : .value(Int64(day.number))
  }
}

/// Reads a date as people write it; domain §5.1, 26–32 and 62.
struct DayReader {
  private let scalars: [Unicode.Scalar]
  private let context: ReadingContext
  private let text: String

  init(text: String, context: ReadingContext) {
    self.text = text
    scalars = Array(text.unicodeScalars)
    self.context = context
  }

  func read() -> CellReading {
    if let relative = relativeDay() { return relative }
    var i = 0
    guard let first = number(&i) else { return .unusable(.unreadableDate) }
    if first.length == 8 { return full(first.value / 10_000, first.value / 100 % 100, first.value % 100, rest: i) }
    if first.length == 5, let day = serial(first.value, rest: i) { return day }
    guard let separator = separator(&i) else { return .unusable(.unreadableDate) }
    guard let second = number(&i), second.length <= 2 else { return .unusable(.unreadableDate) }
    if separator == "月" { return monthAndDay(first.value, second.value, rest: i) }
    var j = i
    guard let next = self.separator(&j), next != "日", next != "号", let third = number(&j) else {
      return separator == "年" ? .unusable(.unreadableDate) : monthAndDay(first.value, second.value, rest: i)
    }
    switch (first.length, third.length) {
    case (4, 1...2): return full(first.value, second.value, third.value, rest: j)
    case (1...2, 4): return yearLast(first.value, second.value, third.value, rest: j)
    case (2, 1...2): return twoDigitYear(first.value, second.value, third.value, rest: j)
    default: return .unusable(.unreadableDate)
    }
  }

  // MARK: Forms

  private func full(_ y: Int, _ m: Int, _ d: Int, rest: Int) -> CellReading {
    guard isTimeOrRemark(from: rest), (1900...2199).contains(y) || Day(year: y, month: m, day: d) != nil else {
      return .unusable(.unreadableDate)
    }
    guard let day = Day(year: y, month: m, day: d) else { return .unusable(.impossibleDate) }
    return Day.checked(day, context)
  }

  /// `6/3/2023` is two days; only a part above twelve decides.
  private func yearLast(_ a: Int, _ b: Int, _ y: Int, rest: Int) -> CellReading {
    if a > 12, b <= 12 { return full(y, b, a, rest: rest) }
    if b > 12, a <= 12 { return full(y, a, b, rest: rest) }
    return a == b ? full(y, a, b, rest: rest) : .unusable(.unreadableDate)
  }

  /// `23.3.6` is taken only where 2023-03-06 lies in the semester.
  private func twoDigitYear(_ y: Int, _ m: Int, _ d: Int, rest: Int) -> CellReading {
    guard let day = Day(year: 2000 + y, month: m, day: d), let window = context.window, window.contains(day), isTimeOrRemark(from: rest)
    else { return .unusable(.unreadableDate) }
    return .noted(Int64(day.number), .yearInferred(day))
  }

  /// `3月6日`, `3.6`; a year and month (`2023.3`) are no day.
  private func monthAndDay(_ m: Int, _ d: Int, rest: Int) -> CellReading {
    guard m < 100, isTimeOrRemark(from: rest) else { return .unusable(.unreadableDate) }
    guard Day(year: 2000, month: m, day: d) != nil else { return .unusable(.impossibleDate) }
    guard let window = context.window else { return .unusable(.yearUndecided) }
    let deadline = context.traits.contains(.deadline)
    let past = context.traits.contains(.past)
    let years = (window.first.parts.year - (past ? 1 : 0))...(window.last.parts.year + (deadline ? 1 : 0))
    let days = years.compactMap { Day(year: $0, month: m, day: d) }
    if days.isEmpty { return .unusable(.impossibleDate) }
    // A deadline may lie after the semester: the first such day from its beginning on is meant; of a production date the last one.
    let candidates =
      past
      ? Array(days.filter { $0 <= context.asOf ?? window.last }.suffix(1))
      : deadline ? Array(days.filter { $0 >= window.first }.prefix(1)) : days.filter(window.contains)
    guard candidates.count == 1, let day = candidates.first else { return .unusable(.yearUndecided) }
    return .noted(Int64(day.number), .yearInferred(day))
  }

  /// Excel's day number in the 1900 system; a time of day behind the point is dropped.
  private func serial(_ n: Int, rest: Int) -> CellReading? {
    guard (36_526...73_050).contains(n) else { return nil }
    let tail = scalars[rest...]
    guard tail.isEmpty || (tail.first == "." && tail.dropFirst().allSatisfy { ("0"..."9").contains($0) }) else { return nil }
    let day = Day(number: Int32(n - 25_569))
    guard case .value(let number) = Day.checked(day, context) else { return .unusable(.implausibleYear) }
    return .noted(number, .serialDate(day))
  }

  /// 立即, 三天内, 一周, 月底前; only in columns that count from another date.
  private func relativeDay() -> CellReading? {
    guard context.traits.contains(.relative) else { return nil }
    let word = Folding.compact(text)
    switch word {
    case "立即", "即时", "当日", "当天", "立即整改", "当场", "立刻", "马上", "即刻": return .relative(.days(0))
    case "本周内", "本周", "周末前": return .relative(.endOfWeek)
    case "月底前", "本月底", "月底", "本月内", "本月": return .relative(.endOfMonth)
    case "长期", "持续", "日常": return .empty
    default: break
    }
    for (unit, days) in [("天", 1), ("日", 1), ("个工作日", 1), ("周", 7), ("个星期", 7), ("星期", 7)] {
      for suffix in ["内", "之内", "以内", ""] where word.hasSuffix(unit + suffix) {
        if let n = SmallNumeral.value(String(word.dropLast((unit + suffix).count))) { return .relative(.days(n * days)) }
      }
    }
    return nil
  }

  // MARK: Scanning

  private func skipBlanks(_ i: inout Int) {
    while i < scalars.count, Folding.isBlank(scalars[i]) { i += 1 }
  }

  private func number(_ i: inout Int) -> (value: Int, length: Int)? {
    skipBlanks(&i)
    if i < scalars.count, scalars[i] == "'" { i += 1 }
    let start = i
    var value = 0
    while i < scalars.count, i - start < 9, ("0"..."9").contains(scalars[i]) {
      value = value * 10 + Int(scalars[i].value - 0x30)
      i += 1
    }
    return i == start ? nil : (value, i - start)
  }

  private func separator(_ i: inout Int) -> Unicode.Scalar? {
    var j = i
    skipBlanks(&j)
    guard j < scalars.count, "-/.年月–—日号".unicodeScalars.contains(scalars[j]) else { return nil }
    i = j + 1
    return scalars[j]
  }

  /// After the day there may be 日, a weekday, a time, a remark in brackets, 前 after a deadline; never another date.
  private func isTimeOrRemark(from start: Int) -> Bool {
    var i = start
    skipBlanks(&i)
    if i < scalars.count, scalars[i] == "日" || scalars[i] == "号" { i += 1 }
    skipBlanks(&i)
    guard i < scalars.count else { return true }
    let rest = String(String.UnicodeScalarView(scalars[i...]))
    if context.traits.contains(.deadline), ["前", "之前", "以前", "止"].contains(rest) { return true }
    if rest.contains("月") || rest.contains("日") && !rest.contains("星期日") && !rest.contains("周日") { return false }
    if ["(", "星期", "周", "上午", "下午", "中午", "早", "晚", "T"].contains(where: rest.hasPrefix) { return true }
    guard i > start, let first = rest.unicodeScalars.first, ("0"..."9").contains(first) else { return false }
    return rest.contains(":") || rest.contains("点") || rest.contains("时")
  }
}

/// Small numbers as digits or Chinese numerals: 三, 十五, 两.
enum SmallNumeral {
  static func value(_ text: String) -> Int? {
    if let n = Int(text), n >= 0, n < 1000 { return n }
    let digits: [Character: Int] = [
      "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    let parts = text.split(separator: "十", omittingEmptySubsequences: false)
    func digit(_ part: Substring) -> Int? { part.count == 1 ? part.first.flatMap { digits[$0] } : nil }
    switch parts.count {
    case 1: return digit(parts[0])
    case 2:
      guard let tens = parts[0].isEmpty ? 1 : digit(parts[0]), let ones = parts[1].isEmpty ? 0 : digit(parts[1]) else { return nil }
      return tens * 10 + ones
    default: return nil
    }
  }
}
