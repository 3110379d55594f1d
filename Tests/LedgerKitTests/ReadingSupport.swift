import LedgerKit
import Tabular

/// A date of the tests' own calendar; a typing error in a test becomes a day no cell can mean.
func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
  Day(year: year, month: month, day: day) ?? Day(number: .max)
}

/// Reporting windows of the school year 2022—2023, domain §3.8.
enum Term {
  static let first = DayRange(day(2022, 8, 1), day(2023, 1, 31))
  static let second = DayRange(day(2023, 2, 1), day(2023, 7, 31))
}

/// Reads one cell as a column of the type would, in the second semester of 2022—2023 unless told otherwise.
func read<Value: CellValue>(
  _ type: Value.Type, _ text: String, window: DayRange? = Term.second, unit: String? = nil, traits: ColumnTraits = []
) -> CellReading {
  var context = ReadingContext(lexicon: Lexicon(), window: window, asOf: window?.last, headerUnit: unit, traits: traits)
  let bytes = Array(text.utf8)
  return Value.read(bytes.span, &context)
}

extension CellReading {
  static func on(_ year: Int, _ month: Int, _ day: Int) -> CellReading {
    .value(Int64(LedgerKitTests.day(year, month, day).number))
  }

  /// A date whose year was typed short or not at all (GEN-003).
  static func inferred(_ year: Int, _ month: Int, _ day: Int) -> CellReading {
    let day = LedgerKitTests.day(year, month, day)
    return .noted(Int64(day.number), .yearInferred(day))
  }

  /// A date that came as Excel's day number (GEN-012).
  static func serial(_ year: Int, _ month: Int, _ day: Int) -> CellReading {
    let day = LedgerKitTests.day(year, month, day)
    return .noted(Int64(day.number), .serialDate(day))
  }

  static func fen(_ fen: Int64) -> CellReading { .value(fen * 10_000) }
  static func thousandths(_ n: Int64) -> CellReading { .value(n * 1000) }

  static let unreadableDate = CellReading.unusable(.unreadableDate)
  static let impossibleDate = CellReading.unusable(.impossibleDate)
  static let yearUndecided = CellReading.unusable(.yearUndecided)
  static let implausibleYear = CellReading.unusable(.implausibleYear)
  static let unreadableNumber = CellReading.unusable(.unreadableNumber)
}

extension Sheet {
  /// A comma-separated sheet of the given lines.
  init(lines: [String]) { self.init(DecodedText(lines.joined(separator: "\n") + "\n"), dialect: .comma) }
}

extension Table {
  /// Says of each row where it lies in time: no day is in the term by itself.
  func setPeriods(_ period: (Row) -> RowPeriod) { setPeriods(inTermFrom: Day(number: 1), to: Day(number: 0), others: period) }
}
