import LedgerKit
import Testing

@Suite("Days of the calendar")
struct DayTests {
  @Test(
    "Day numbers count from 1970-01-01",
    arguments: [
      (1970, 1, 1, 0), (1969, 12, 31, -1), (1900, 1, 1, -25_567), (2000, 3, 1, 11_017), (2023, 1, 1, 19_358), (2023, 3, 6, 19_422),
      (2024, 2, 29, 19_782),
    ])
  func numbers(year: Int, month: Int, dayOfMonth: Int, number: Int32) {
    #expect(Day(year: year, month: month, day: dayOfMonth)?.number == number)
    #expect(Day(number: number).parts == (year, month, dayOfMonth))
    #expect(Day(number: number).monthNumber == year * 12 + month - 1)
  }

  /// An odometer that knows only the lengths of months is right about every day of three centuries.
  @Test("Every day from 1890 to 2210 is its own parts, one weekday after the day before")
  func odometer() {
    var (year, month, dayOfMonth) = (1890, 1, 1)
    var number = day(1890, 1, 1).number
    var weekday = 3  // 1890-01-01 was a Wednesday.
    var wrong = 0
    while year <= 2210 {
      let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      let found = Day(number: number)
      if found.parts != (year, month, dayOfMonth) || found.weekday != weekday { wrong += 1 }
      if Int(found.monthNumber) != year * 12 + month - 1 { wrong += 1 }
      if Day(year: year, month: month, day: dayOfMonth) != found { wrong += 1 }
      (number, weekday, dayOfMonth) = (number + 1, weekday % 7 + 1, dayOfMonth + 1)
      if dayOfMonth > lengths[month - 1] { (month, dayOfMonth) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    #expect(wrong == 0)
    #expect(number == day(2211, 1, 1).number)
  }

  @Test(
    "Months count from January of the year 0, also before it and far ahead",
    arguments: [
      (-719_528, 0), (-719_469, 1), (-719_468, 2), (-719_529, -1), (2_999_999, 122_204), (3_000_000, 122_204), (19_448, 24_279),
      (19_447, 24_278),
    ])
  func monthNumbers(number: Int32, month: Int32) {
    #expect(Day(number: number).monthNumber == month)
  }

  @Test(
    "Monday is 1, Sunday is 7",
    arguments: [
      (2023, 3, 6, 1), (2023, 3, 12, 7), (2023, 3, 11, 6), (2024, 2, 29, 4), (2000, 1, 1, 6), (1970, 1, 1, 4), (1969, 12, 31, 3),
      (2100, 3, 1, 1), (1600, 2, 29, 2),
    ])
  func weekdays(year: Int, month: Int, dayOfMonth: Int, weekday: Int) {
    let found = day(year, month, dayOfMonth)
    #expect(found.weekday == weekday)
    #expect(found.isWeekend == (weekday == 6 || weekday == 7))
  }

  @Test(
    "No such day",
    arguments: [
      (2023, 2, 29), (2023, 2, 30), (2100, 2, 29), (1900, 2, 29), (2023, 4, 31), (2023, 6, 31), (2023, 13, 1), (2023, 0, 1),
      (2023, 1, 0), (2023, 1, 32), (0, 1, 1), (10_000, 1, 1), (2023, -1, 5),
    ])
  func impossible(year: Int, month: Int, dayOfMonth: Int) {
    #expect(Day(year: year, month: month, day: dayOfMonth) == nil)
  }

  @Test(arguments: [(2000, 2, 29), (2024, 2, 29), (2400, 2, 29), (2023, 12, 31)])
  func possible(year: Int, month: Int, dayOfMonth: Int) {
    #expect(Day(year: year, month: month, day: dayOfMonth)?.parts ?? (0, 0, 0) == (year, month, dayOfMonth))
  }

  @Test func written() {
    let date = day(2023, 3, 6)
    #expect(date.iso == "2023-03-06")
    #expect(date.chinese == "2023年3月6日")
    #expect(date.monthAndDay == "3月6日")
    #expect(day(987, 11, 20).iso == "0987-11-20")
  }

  @Test func arithmetic() {
    #expect(day(2023, 2, 25).advanced(by: 7) == day(2023, 3, 4))
    #expect(day(2024, 2, 25).advanced(by: 7) == day(2024, 3, 3))
    #expect(day(2023, 1, 3).advanced(by: -7) == day(2022, 12, 27))
    #expect(day(2023, 3, 10).days(since: day(2023, 3, 6)) == 4)
    #expect(day(2023, 3, 6).days(since: day(2023, 3, 10)) == -4)
    #expect(day(2023, 1, 1).days(since: day(2022, 1, 1)) == 365)
    #expect(day(2025, 1, 1).days(since: day(2024, 1, 1)) == 366)
    #expect(day(2022, 12, 31) < day(2023, 1, 1))
  }
}
