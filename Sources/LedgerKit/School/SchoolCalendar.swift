/// Which days are school days. Without a calendar of its own the school's days are estimated as Monday to Friday, and every
/// statement that rests on it says so (domain §2.6).
public struct SchoolCalendar: Sendable {
  /// The teaching window.
  public let teaching: DayRange
  /// True where no 校历 was supplied.
  public let isEstimated: Bool
  private let schoolDays: Set<Day>
  private let mealDays: Set<Day>

  /// A calendar as supplied: the school days and the days meals are served.
  public init(teaching: DayRange, schoolDays: Set<Day>, mealDays: Set<Day>) {
    self.teaching = teaching
    self.schoolDays = schoolDays
    self.mealDays = mealDays
    isEstimated = false
  }

  /// Monday to Friday of the teaching window, holidays not known.
  public init(estimated teaching: DayRange) {
    self.teaching = teaching
    schoolDays = Set(teaching.days.filter { !$0.isWeekend })
    mealDays = schoolDays
    isEstimated = true
  }

  /// Whether school is held.
  public func isSchoolDay(_ day: Day) -> Bool { schoolDays.contains(day) }
  /// Whether meals are served.
  public func isMealDay(_ day: Day) -> Bool { mealDays.contains(day) }

  /// School days in a range.
  public func schoolDays(in range: DayRange) -> Int { schoolDays.reduce(0) { $0 + (range.contains($1) ? 1 : 0) } }

  /// Months with at least ten school days up to a day (domain §3.8), in order.
  public func schoolMonths(until asOf: Day) -> [Month] {
    let counts = schoolDays(until: asOf) { $0.monthNumber }
    return counts.filter { $0.value >= 10 }.keys.sorted().map(Month.init(number:))
  }

  /// Calendar quarters with at least `minimum` school days up to a day, as (year, quarter).
  public func schoolQuarters(until asOf: Day, minimum: Int) -> [Quarter] {
    let counts = schoolDays(until: asOf) { $0.monthNumber / 3 }
    return counts.filter { $0.value >= minimum }.keys.sorted().map { Quarter(year: Int($0) / 4, quarter: Int($0) % 4 + 1) }
  }

  /// How many school days of the teaching time up to a day each period has, by its number.
  private func schoolDays(until asOf: Day, by period: (Day) -> Int32) -> [Int32: Int] {
    var counts: [Int32: Int] = [:]
    for day in schoolDays where day <= asOf && teaching.contains(day) { counts[period(day), default: 0] += 1 }
    return counts
  }
}

/// A quarter of a calendar year.
public struct Quarter: Hashable, Comparable, Sendable {
  /// Calendar year, not school year.
  public let year: Int
  /// 1…4
  public let quarter: Int

  fileprivate init(year: Int, quarter: Int) { (self.year, self.quarter) = (year, quarter) }

  /// The quarter a day lies in.
  public init(_ day: Day) {
    let month = day.month
    (year, quarter) = (month.year, month.quarter)
  }

  /// `2023年第二季度`
  public var chinese: String { "\(year)年第\(["一", "二", "三", "四"][(quarter - 1) % 4])季度" }
  public static func < (a: Quarter, b: Quarter) -> Bool { (a.year, a.quarter) < (b.year, b.quarter) }
}
