/// Reads a date as people write it; domain §5.1, 26–37, 62, 66, 89–95.
struct DayReader {
  private let text: String
  private let scalars: [Unicode.Scalar]
  private let context: ReadingContext
  /// What had to be done to the text.
  private(set) var repair: Repair?
  /// Whether the day itself is known.
  private(set) var precision: Precision?

  init(text: String, context: ReadingContext) {
    self.text = text
    self.context = context
    scalars = Array(text.unicodeScalars)
  }

  mutating func read() -> CellReading {
    if context.traits.contains(.relative), let relative = DeadlineWords.reading(of: Folding.compact(text)) { return relative }
    let reading = figures()
    guard reading == .unusable(.unreadableDate) else { return reading }
    return month() ?? week() ?? inWords() ?? withLetters() ?? (DayWords.isRecurring(text) ? .unusable(.recurring) : reading)
  }

  /// A date in digits.
  private mutating func figures() -> CellReading {
    var i = 0
    guard let first = number(&i) else { return .unusable(.unreadableDate) }
    if first.length == 8 { return full(first.value / 10_000, first.value / 100 % 100, first.value % 100, rest: i) }
    if first.length == 5, let day = serial(first.value, rest: i) { return day }
    guard let separator = separator(&i) else { return .unusable(.unreadableDate) }
    guard let second = number(&i), second.length <= 2 else { return .unusable(.unreadableDate) }
    if separator == "月" { return monthAndDay(first.value, second.value, rest: i) }
    var j = i
    guard let next = self.separator(&j), next != "日", next != "号", let third = number(&j) else {
      return separator == "年" || first.length == 4 ? .unusable(.unreadableDate) : monthAndDay(first.value, second.value, rest: i)
    }
    // 3.6-3.10, 3.6/3.20: what follows another sign is another date.
    if first.length <= 2, third.length <= 2, next != separator, separator != "年" { return monthAndDay(first.value, second.value, rest: i) }
    switch (first.length, third.length) {
    case (4, 1...2): return full(first.value, second.value, third.value, rest: j)
    case (1...2, 4): return yearLast(first.value, second.value, third.value, rest: j)
    case (2, 1...2): return twoDigitYear(first.value, second.value, third.value, rest: j)
    case (1, 2) where next == separator: return shortYearLast(first.value, second.value, third.value, rest: j)
    default: return .unusable(.unreadableDate)
    }
  }

  // MARK: Forms

  private mutating func full(_ y: Int, _ m: Int, _ d: Int, rest: Int) -> CellReading {
    guard (1900...2199).contains(y) || Day(year: y, month: m, day: d) != nil else { return .unusable(.unreadableDate) }
    guard let day = Day(year: y, month: m, day: d) else {
      return tail(from: rest) == .foreign ? .unusable(.unreadableDate) : .unusable(.impossibleDate)
    }
    let checked = Day.checked(day, context)
    guard case .value = checked else { return tail(from: rest) == .foreign ? .unusable(.unreadableDate) : checked }
    return finish(day, rest: rest)
  }

  /// `6/3/2023` is two days: only a part above twelve, or the settings, decide.
  private mutating func yearLast(_ a: Int, _ b: Int, _ y: Int, rest: Int) -> CellReading {
    if a > 12, b <= 12 { return full(y, b, a, rest: rest) }
    if b > 12 || a == b { return full(y, a, b, rest: rest) }
    guard let answer = context.frame.answer(.dateOrder) else { return .unusable(.undecided(.dateOrder)) }
    repair = .answered
    return answer == "月日年" ? full(y, a, b, rest: rest) : full(y, b, a, rest: rest)
  }

  /// `06-03-23`: the year may stand last where the semester has such a day.
  private mutating func shortYearLast(_ a: Int, _ b: Int, _ y: Int, rest: Int) -> CellReading {
    guard let window = context.window else { return .unusable(.unreadableDate) }
    let days = [Day(year: 2000 + y, month: a, day: b), Day(year: 2000 + y, month: b, day: a)].compactMap { $0 }
    return days.contains(where: window.contains) ? yearLast(a, b, 2000 + y, rest: rest) : .unusable(.unreadableDate)
  }

  /// `23.3.6` is taken only where 2023-03-06 lies in the semester.
  private mutating func twoDigitYear(_ y: Int, _ m: Int, _ d: Int, rest: Int) -> CellReading {
    guard let day = Day(year: 2000 + y, month: m, day: d), let window = context.window, window.contains(day) else {
      return shortYearLast(y, m, d, rest: rest)
    }
    return finish(day, rest: rest, as: .yearInferred(day), repair: .year)
  }

  /// `3月6日`, `3.6`.
  private mutating func monthAndDay(_ m: Int, _ d: Int, rest: Int) -> CellReading {
    guard m < 100, tail(from: rest) != .foreign else { return .unusable(.unreadableDate) }
    guard Day(year: 2000, month: m, day: d) != nil else { return .unusable(.impossibleDate) }
    guard let years else { return .unusable(.yearUndecided) }
    let days = years.compactMap { Day(year: $0, month: m, day: d) }
    if days.isEmpty { return .unusable(.impossibleDate) }
    guard let day = only(days) else { return .unusable(.yearUndecided) }
    return finish(day, rest: rest, as: .yearInferred(day), repair: .year)
  }

  /// The years in which a date without one may lie.
  private var years: ClosedRange<Int>? {
    guard let window = context.window else { return nil }
    let (past, deadline) = (context.traits.contains(.past), context.traits.contains(.deadline))
    return (window.first.parts.year - (past ? 1 : 0))...(window.last.parts.year + (deadline ? 1 : 0))
  }

  /// The one of some days that is meant; nil where the semester has none of them or several. A deadline may lie after the semester: the
  /// first such day from its beginning on is meant; of a production date the last one.
  private func only(_ days: [Day]) -> Day? {
    guard let window = context.window else { return nil }
    if context.traits.contains(.past) { return days.last { $0 <= context.asOf ?? window.last } }
    if context.traits.contains(.deadline) { return days.first { $0 >= window.first } }
    let inside = days.filter(window.contains)
    return inside.count == 1 ? inside.first : nil
  }

  /// Excel's day number in the 1900 system; a time of day behind the point is dropped.
  private mutating func serial(_ n: Int, rest: Int) -> CellReading? {
    guard (36_526...73_050).contains(n) else { return nil }
    let tail = scalars[rest...]
    guard tail.isEmpty || (tail.first == "." && tail.dropFirst().allSatisfy { ("0"..."9").contains($0) }) else { return nil }
    let day = Day(number: Int32(n - 25_569))
    guard case .value(let number) = Day.checked(day, context) else { return .unusable(.implausibleYear) }
    repair = .serialDate
    return .noted(number, .serialDate(day))
  }

  /// `3月份`, `2023年3月`, `五月中旬`: some day of the month. Of a deadline the last one is meant, else the first.
  private mutating func month() -> CellReading? {
    guard let (year, number) = DayWords.month(text, isDeadline: context.traits.contains(.relative)) else { return nil }
    guard let years = year.map({ $0...$0 }) ?? years else { return .unusable(.yearUndecided) }
    let isDeadline = context.traits.contains(.deadline) && !context.traits.contains(.past)
    let days = years.compactMap { year in
      Day(year: year, month: number, day: isDeadline ? Day.length(ofMonth: number, year: year) : 1)
    }
    guard let day = year == nil ? only(days) : days.first else { return .unusable(.yearUndecided) }
    guard case .value(let value) = Day.checked(day, context) else { return .unusable(.implausibleYear) }
    (repair, precision) = (.dayChosen, .month)
    return .noted(value, .dayUnknown(day.month))
  }

  /// `第5周`, `第五周周三`, counted from the first week of teaching.
  private mutating func week() -> CellReading? {
    guard let (week, weekday) = DayWords.week(text) else { return nil }
    guard let first = context.frame.firstWeek else { return .unusable(.weekUnknown) }
    let day = first.advanced(by: (week - 1) * 7 + (weekday ?? 1) - 1)
    repair = .wordedDate
    if weekday == nil { precision = .month }
    return .noted(Int64(day.number), weekday == nil ? .period(day) : .dayOfWeek(day))
  }

  /// 二〇二三年三月六日.
  private mutating func inWords() -> CellReading? {
    guard let plain = DayWords.digits(for: text) else { return nil }
    var reader = DayReader(text: plain, context: context)
    let reading = reader.read()
    (repair, precision) = (reader.precision == nil ? .wordedDate : reader.repair, reader.precision)
    return reading
  }

  /// `2O23-03-06` with a letter O.
  private mutating func withLetters() -> CellReading? {
    guard let plain = DayWords.withoutLetters(text) else { return nil }
    var reader = DayReader(text: plain, context: context)
    switch reader.figures() {
    case .value(let n), .noted(let n, .yearInferred):
      repair = .wordedDate
      return .noted(n, .letterForDigit(Day(number: Int32(truncatingIfNeeded: n))))
    default: return nil
    }
  }

  // MARK: Behind the day

  private enum Tail: Equatable { case fine(weekday: Int?), batch, period, several, foreign }

  private mutating func finish(_ day: Day, rest: Int, as trouble: CellTrouble? = nil, repair: Repair? = nil) -> CellReading {
    let number = Int64(day.number)
    self.repair = repair ?? self.repair
    switch tail(from: rest) {
    case .foreign: return .unusable(.unreadableDate)
    case .several: return .unusable(.severalValues)
    case .period:
      self.repair = .dayChosen
      return .noted(number, .period(day))
    case .fine(let weekday?) where weekday != day.weekday:
      return .noted(number, .weekdayMismatch("\(day.iso)是星期\(DayWords.weekdays[day.weekday - 1])"))
    case .batch:
      self.repair = self.repair ?? .trimmed
      return trouble.map { .noted(number, $0) } ?? .value(number)
    case .fine: return trouble.map { .noted(number, $0) } ?? .value(number)
    }
  }

  /// After the day there may be 日, a weekday, a time, a remark in brackets, 前 after a deadline; another date makes a period or several.
  private func tail(from start: Int) -> Tail {
    var i = start
    skipBlanks(&i)
    if i < scalars.count, scalars[i] == "日" || scalars[i] == "号" { i += 1 }
    skipBlanks(&i)
    guard i < scalars.count else { return .fine(weekday: nil) }
    let rest = String(String.UnicodeScalarView(scalars[i...]))
    if context.traits.contains(.deadline), ["前", "之前", "以前", "止"].contains(rest) { return .fine(weekday: nil) }
    if let other = another(rest) { return other }
    let weekday = DayWords.weekday(in: rest)
    if ["(", "星期", "周", "礼拜", "上午", "下午", "中午", "早", "晚", "T"].contains(where: rest.hasPrefix), !rest.holds("月") {
      return .fine(weekday: weekday)
    }
    if context.traits.contains(.lenient), rest.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }) { return .batch }
    guard i > start, let first = rest.unicodeScalars.first, ("0"..."9").contains(first), !rest.holds("月"), !rest.holds("日") else {
      return .foreign
    }
    return rest.holds(":") || rest.holds("点") || rest.holds("时") ? .fine(weekday: weekday) : .foreign
  }

  /// `-10日`, `～3.10`, `至2023.3.10` end a period; `、3月12日`, `/3.20` is another day.
  private func another(_ rest: String) -> Tail? {
    guard let sign = rest.first, let next = rest.dropFirst().first(where: { $0 != " " }), next.isASCII, next.isNumber else { return nil }
    let isDate = rest.dropFirst().allSatisfy { $0.isASCII && $0.isNumber || " -/.年月日号、,和及".contains($0) }
    guard isDate else { return nil }
    if "-–—~至到".contains(sign) { return .period }
    return "、,;和及/".contains(sign) ? .several : nil
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
}
