import Testing

@testable import LedgerKit

@Suite("Deadlines, domain §5.1 (62, 63)")
struct DeadlineCellTests {
  private static let traits: ColumnTraits = [.deadline, .relative]

  @Test(
    "case 62: counted from the day of finding",
    arguments: [
      ("立即", .days(0)), ("即时", .days(0)), ("当日", .days(0)), ("当天", .days(0)), ("3天内", .days(3)), ("三天内", .days(3)), ("3天", .days(3)),
      ("一周内", .days(7)), ("一周", .days(7)), ("两周内", .days(14)), ("十五天内", .days(15)), ("二十天之内", .days(20)), ("3日内", .days(3)),
      ("1个星期以内", .days(7)), ("月底前", .endOfMonth), ("本月底", .endOfMonth), ("本周内", .endOfWeek), (" 三 天 内 ", .days(3)),
    ] as [(String, RelativeDay)])
  func relative(text: String, deadline: RelativeDay) {
    #expect(read(Day.self, text, traits: Self.traits) == .relative(deadline))
  }

  @Test("Only where the column counts from another date", arguments: ["立即", "3天内", "一周内", "月底前"])
  func elsewhere(text: String) {
    #expect(read(Day.self, text) == .unreadableDate)
  }

  @Test("case 62: days that only a calendar knows", arguments: ["开学前", "暑假期间", "尽快", "下学期"])
  func unknown(text: String) {
    #expect(read(Day.self, text, traits: Self.traits) == .unreadableDate)
  }

  @Test("The end of a month", arguments: ["3月底", "3月底前", "三月底", "3月内"])
  func monthEnd(text: String) {
    let month = Month(year: 2023, month: 3)
    #expect(read(Day.self, text, traits: Self.traits) == .noted(Int64(day(2023, 3, 31).number), .dayUnknown(month)))
  }

  @Test("case 63: no deadline", arguments: ["长期", "持续", "日常"])
  func none(text: String) {
    #expect(read(Day.self, text, traits: Self.traits) == .noted(CellMark.empty, .noDeadline))
  }

  @Test(
    "A date; it may lie after the semester",
    arguments: [
      ("2023-03-20", .on(2023, 3, 20)), ("3.20", .inferred(2023, 3, 20)), ("9月1日", .inferred(2023, 9, 1)),
      ("1月10日", .inferred(2024, 1, 10)),
      ("6月30日前", .inferred(2023, 6, 30)), ("2023年6月30日之前", .on(2023, 6, 30)), ("2032-03-05", .on(2032, 3, 5)), ("2月30日", .impossibleDate),
      ("2023.6.30前", .on(2023, 6, 30)),
    ] as [(String, CellReading)])
  func dates(text: String, reading: CellReading) {
    #expect(read(Day.self, text, traits: Self.traits) == reading)
  }

  @Test(
    "Counted days, domain §1.2",
    arguments: [
      (.days(0), 3, 6, 3, 6), (.days(3), 3, 30, 4, 2), (.days(7), 2, 25, 3, 4), (.endOfMonth, 2, 3, 2, 28), (.endOfMonth, 3, 31, 3, 31),
      // 2023-03-08 is a Wednesday, the 12th the Sunday after it.
      (.endOfWeek, 3, 8, 3, 12), (.endOfWeek, 3, 12, 3, 12),
    ] as [(RelativeDay, Int, Int, Int, Int)])
  func resolved(deadline: RelativeDay, month: Int, dayOfMonth: Int, dueMonth: Int, dueDay: Int) {
    #expect(deadline.resolved(from: day(2023, month, dayOfMonth)) == day(2023, dueMonth, dueDay))
  }
}
