import LedgerKit
import Testing

@Suite("Date cells, domain §5.1")
struct DateCellTests {
  @Test(
    "case 26: the usual forms",
    arguments: [
      "2023-03-06", "2023/3/6", "2023.3.6", "2023年3月6日", "20230306", "2023－03－06", "２０２３－０３－０６", "2023 年 3 月 6 日", "2023/03/06",
      "2023.03.06", "2023年03月06日", "2023年3月6号", "2023 - 3 - 6", "2023-3-06", "2023．3．6",
    ])
  func usual(text: String) {
    #expect(read(Day.self, text) == .on(2023, 3, 6))
  }

  @Test("case 27: the year comes from the semester", arguments: ["3月6日", "3.6", "3/6", "03-06", "3月6号", "３月６日", "3 月 6 日"])
  func withoutYear(text: String) {
    #expect(read(Day.self, text) == .inferred(2023, 3, 6))
  }

  @Test(
    "case 27, 95: only where the semester has the day exactly once",
    arguments: [
      ("12.28", Term.first, .inferred(2022, 12, 28)), ("1.3", Term.first, .inferred(2023, 1, 3)),
      ("8月25日", Term.first, .inferred(2022, 8, 25)),
      ("1月5日", Term.second, .yearUndecided), ("9月1日", Term.second, .yearUndecided), ("3月6日", nil, .yearUndecided),
      ("3月6日", DayRange(day(2022, 2, 1), day(2023, 7, 31)), .yearUndecided),
    ] as [(String, DayRange?, CellReading)])
  func yearOfSemester(text: String, window: DayRange?, reading: CellReading) {
    #expect(read(Day.self, text, window: window) == reading)
  }

  @Test(
    "case 28: the order of day and month is not guessed",
    arguments: [
      ("1/2/2023", .unusable(.undecided(.dateOrder))), ("06-03-23", .unusable(.undecided(.dateOrder))),
      ("6/3/2023", .unusable(.undecided(.dateOrder))), ("1/2/23", .unusable(.undecided(.dateOrder))), ("06-03-19", .unreadableDate),
      ("13/2/2023", .on(2023, 2, 13)), ("2/13/2023", .on(2023, 2, 13)), ("3/3/2023", .on(2023, 3, 3)), ("13/13/2023", .impossibleDate),
    ] as [(String, CellReading)])
  func order(text: String, reading: CellReading) {
    #expect(read(Day.self, text) == reading)
  }

  @Test("case 28: the settings may say it", arguments: [("月日年", 1, 2), ("日月年", 2, 1)])
  func answeredOrder(answer: String, month: Int, dayOfMonth: Int) {
    let frame = ReadingFrame(window: Term.second, answers: ["日期顺序": answer])
    var context = ReadingContext(lexicon: Lexicon(), frame: frame)
    let bytes = Array("1/2/2023".utf8)
    #expect(Day.read(bytes.span, &context) == .on(2023, month, dayOfMonth))
    #expect(context.repair == .answered)
  }

  @Test("case 29: a two-digit year must lie in the semester", arguments: ["23.3.6", "23/3/6", "'23-3-6", "23-03-06", "23年3月6日"])
  func twoDigitYear(text: String) {
    #expect(read(Day.self, text) == .inferred(2023, 3, 6))
    #expect(read(Day.self, text, window: Term.first) == .unreadableDate)
    #expect(read(Day.self, text, window: nil) == .unreadableDate)
  }

  @Test(
    "case 30: Excel's day numbers",
    arguments: [
      ("45000", .serial(2023, 3, 15)), ("45000.375", .serial(2023, 3, 15)), ("45107", .serial(2023, 6, 30)), ("36526", .implausibleYear),
      ("73051", .unreadableDate), ("4500", .unreadableDate), ("45000元", .unreadableDate),
    ] as [(String, CellReading)])
  func serial(text: String, reading: CellReading) {
    #expect(read(Day.self, text) == reading)
  }

  @Test(
    "cases 31, 32: with a time or weekday",
    arguments: [
      "2023-03-06 00:00:00", "2023/3/6 9:30", "2023-03-06T09:30", "2023年3月6日（星期一）上午9：30", "2023年3月6日 周一", "2023年3月6日9时30分",
      "2023.3.6 下午", "2023-03-06（补记）", "2023年3月6日星期一", "2023年3月6日上午9点半",
    ])
  func withTime(text: String) {
    #expect(read(Day.self, text) == .on(2023, 3, 6))
  }

  @Test("case 32: weekdays that end like a day", arguments: ["3月19日 周日", "3月19日（星期日）下午", "3月19日 星期日"])
  func sunday(text: String) {
    #expect(read(Day.self, text) == .inferred(2023, 3, 19))
  }

  @Test(
    "case 33: a period counts from its first day",
    arguments: ["3月6日-10日", "3.6～3.10", "2023.3.6至2023.3.10", "3月6日—3月10日", "2023年3月6日至10日"])
  func period(text: String) {
    #expect(read(Day.self, text) == .noted(Int64(day(2023, 3, 6).number), .period(day(2023, 3, 6))))
  }

  @Test("case 94: of several days none can be chosen", arguments: ["3.6/3.20", "3月5日、3月12日", "3月6日、10日", "2023-03-06、2023-03-20"])
  func several(text: String) {
    #expect(read(Day.self, text) == .unusable(.severalValues))
  }

  @Test(
    "cases 34, 89: a month is a month, and the day is not known",
    arguments: [
      ("3月", 3), ("3月份", 3), ("2023年3月", 3), ("三月份", 3), ("３月份", 3), ("2023-03", 3), ("2023.3", 3), ("2023/03", 3), ("五月中旬", 5),
    ])
  func month(text: String, month: Int) {
    #expect(read(Day.self, text) == .noted(Int64(day(2023, month, 1).number), .dayUnknown(Month(year: 2023, month: month))))
  }

  @Test("case 35: a week of term needs the calendar", arguments: [("第5周", nil), ("第五周周三", 3), ("第5周星期三", 3)] as [(String, Int?)])
  func week(text: String, weekday: Int?) {
    #expect(read(Day.self, text) == .unusable(.weekUnknown))
    // Week 1 is that of Monday 2023-02-06, so week 5 begins on 2023-03-06.
    var context = ReadingContext(lexicon: Lexicon(), frame: ReadingFrame(window: Term.second, firstWeek: day(2023, 2, 6)))
    let bytes = Array(text.utf8)
    let reading = Day.read(bytes.span, &context)
    let meant = day(2023, 3, 6).advanced(by: (weekday ?? 1) - 1)
    #expect(reading == .noted(Int64(meant.number), weekday == nil ? .period(meant) : .dayOfWeek(meant)))
  }

  @Test("case 93: a rule is no day", arguments: ["周三", "每天", "每周五", "星期五"])
  func recurring(text: String) {
    #expect(read(Day.self, text) == .unusable(.recurring))
  }

  @Test("case 36: Chinese numerals, and a letter O among digits")
  func words() {
    #expect(read(Day.self, "二〇二三年三月六日") == .on(2023, 3, 6))
    #expect(read(Day.self, "二○二三年十二月二十六日", window: nil) == .on(2023, 12, 26))
    #expect(read(Day.self, "三月六日") == .inferred(2023, 3, 6))
    #expect(read(Day.self, "2O23-03-06") == .noted(Int64(day(2023, 3, 6).number), .letterForDigit(day(2023, 3, 6))))
  }

  @Test("case 32: a weekday that is not the date's")
  func weekday() {
    #expect(read(Day.self, "2023年3月6日（星期二）") == .noted(Int64(day(2023, 3, 6).number), .weekdayMismatch("2023-03-06是星期一")))
  }

  @Test(
    "case 35: a part of a month or of the term is no day",
    arguments: ["三月上旬", "3月下旬", "月初", "开学初", "期末", "2023", "待补", "2023-03-06 2023-03-10"])
  func noDay(text: String) {
    #expect(read(Day.self, text) == .unreadableDate)
  }

  @Test(
    "case 37: days that do not exist",
    arguments: ["2023-2-30", "2023-02-30", "2023.4.31", "2023年2月29日", "20230230", "2月30日", "2023-13-06", "4/31", "2月29日"])
  func impossible(text: String) {
    #expect(read(Day.self, text) == .impossibleDate)
  }

  @Test("A leap day exists in its year") func leapDay() {
    #expect(read(Day.self, "2月29日", window: DayRange(day(2024, 2, 1), day(2024, 7, 31))) == .inferred(2024, 2, 29))
  }

  @Test(
    "Years far from the semester are slips of the pen (GEN-006)",
    arguments: [
      ("2032-03-05", .implausibleYear), ("2012-03-05", .implausibleYear), ("2013-03-05", .on(2013, 3, 5)), ("2024-03-05", .on(2024, 3, 5)),
      ("2025-03-05", .implausibleYear), ("0023-03-05", .implausibleYear),
    ] as [(String, CellReading)])
  func farYears(text: String, reading: CellReading) {
    #expect(read(Day.self, text) == reading)
  }

  @Test("Without a semester any year is taken") func unknownSemester() {
    #expect(read(Day.self, "2032-03-05", window: nil) == .on(2032, 3, 5))
    #expect(read(Day.self, "45000", window: nil) == .serial(2023, 3, 15))
  }

  @Test(
    "Long and odd texts are read to the end without harm",
    arguments: ["99999999999999999999", "2023-99999999999-6", "年月日", "-", ".", "'", "2023-3-"])
  func hostile(text: String) {
    #expect(read(Day.self, text) == .unreadableDate)
  }
}
