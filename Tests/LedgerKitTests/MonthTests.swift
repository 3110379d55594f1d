import LedgerKit
import Testing

@Suite("Months, ranges of days and quarters")
struct MonthTests {
  @Test(
    arguments: [
      (2023, 2, 28, 1), (2024, 2, 29, 1), (2100, 2, 28, 1), (2023, 3, 31, 1), (2023, 4, 30, 2), (2023, 6, 30, 2), (2023, 7, 31, 3),
      (2023, 9, 30, 3), (2023, 10, 31, 4), (2023, 12, 31, 4),
    ])
  func lastDayAndQuarter(year: Int, month: Int, length: Int, quarter: Int) {
    let found = Month(year: year, month: month)
    #expect(found.lastDay == day(year, month, length))
    #expect(found.quarter == quarter)
    #expect(found.number == day(year, month, 1).monthNumber && found.number == day(year, month, length).monthNumber)
  }

  @Test func order() {
    #expect(Month(year: 2022, month: 12).next == Month(year: 2023, month: 1))
    #expect(Month(year: 2023, month: 2).next == Month(year: 2023, month: 3))
    #expect(Month(year: 2022, month: 12) < Month(year: 2023, month: 1))
    #expect(day(2023, 3, 31).month == Month(year: 2023, month: 3))
  }

  @Test func written() {
    #expect(Month(year: 2023, month: 3).iso == "2023-03")
    #expect(Month(year: 2023, month: 3).chinese == "2023年3月")
  }

  @Test func range() {
    let range = DayRange(day(2022, 9, 15), day(2023, 1, 10))
    #expect(range.count == 16 + 31 + 30 + 31 + 10)
    #expect(Array(range.days).count == 118)
    #expect(range.months.map(\.iso) == ["2022-09", "2022-10", "2022-11", "2022-12", "2023-01"])
    #expect(range.contains(day(2022, 9, 15)) && range.contains(day(2023, 1, 10)))
    #expect(!range.contains(day(2022, 9, 14)) && !range.contains(day(2023, 1, 11)))
  }

  @Test("A range whose end lies before its beginning is its first day")
  func reversedRange() {
    let range = DayRange(day(2023, 3, 6), day(2023, 3, 1))
    #expect(range.last == day(2023, 3, 6))
    #expect(range.count == 1)
    #expect(range.months.map(\.iso) == ["2023-03"])
  }

  @Test(arguments: [(2023, 3, 31, "2023年第一季度"), (2023, 4, 1, "2023年第二季度"), (2022, 9, 30, "2022年第三季度"), (2022, 12, 1, "2022年第四季度")])
  func quarters(year: Int, month: Int, dayOfMonth: Int, chinese: String) {
    #expect(Quarter(day(year, month, dayOfMonth)).chinese == chinese)
  }

  @Test func quarterOrder() {
    #expect(Quarter(day(2022, 12, 31)) < Quarter(day(2023, 1, 1)))
    #expect(Quarter(day(2023, 1, 1)) == Quarter(day(2023, 3, 31)))
  }
}
