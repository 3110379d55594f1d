import LedgerKit
import Testing

@testable import Ledgers

/// The bound that lets most rows pass without calendar arithmetic never lies after the day itself (FOD-002, FOD-004).
@Suite("How long food keeps") struct ShelfLifeTests {
  private static let produced = Day(number: 19_358)  // 2023-01-01

  @Test("Counted in months, the earliest last day is not after the last day", arguments: [1, 2, 3, 6, 11, 12, 13, 18, 24, 36, 120])
  func months(count: Int) throws {
    // Four years have a day of every kind, 2024-02-29 too.
    for offset in 0..<1461 {
      let day = Self.produced.advanced(by: offset)
      let earliest = try #require(ShelfLife.months(count).earliestLastDay(producedOn: day))
      let last = try #require(ShelfLife.months(count).lastDay(producedOn: day))
      #expect(earliest <= last && last.days(since: earliest) <= 3 * count, "\(day.iso)")
    }
  }

  @Test("Counted in days, or until a day, it is the last day", arguments: [ShelfLife.days(1), .days(180), .until(Day(number: 19_400))])
  func exact(life: ShelfLife) {
    #expect(life.earliestLastDay(producedOn: Self.produced) == life.lastDay(producedOn: Self.produced))
    #expect(life.earliestLastDay(producedOn: nil) == life.lastDay(producedOn: nil))
  }

  @Test("Of months without a day of production nothing is known") func unknown() {
    #expect(ShelfLife.months(6).earliestLastDay(producedOn: nil) == nil)
  }
}
