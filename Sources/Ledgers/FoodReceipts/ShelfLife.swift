import LedgerKit

/// How long food keeps: so many months or days from its production, or until a day; domain §5.1, 65.
public enum ShelfLife: CellValue, Hashable {
  case months(Int), days(Int)
  case until(Day)

  /// Keeping times repeat from row to row.
  public static let allowsDitto = true

  /// Restores a keeping time from one number: two bits for the kind, the number above them.
  public init(stored: Int64, in lexicon: Lexicon) { self.init(stored: stored) }

  /// The same; it needs no text.
  init(stored: Int64) {
    let number = Int(stored >> 2)
    switch stored & 3 {
    case 0: self = .months(number)
    case 1: self = .days(number)
    default: self = .until(Day(number: Int32(truncatingIfNeeded: number)))
    }
  }

  private var stored: Int64 {
    switch self {
    case .months(let n): Int64(n) << 2
    case .days(let n): Int64(n) << 2 | 1
    case .until(let day): Int64(day.number) << 2 | 2
    }
  }

  /// 12个月, 180天, 2023-12-31.
  public var plainText: String {
    switch self {
    case .months(let n): "\(n)个月"
    case .days(let n): "\(n)天"
    case .until(let day): day.iso
    }
  }

  /// No day after `lastDay`: a month counts as 28 days. Of most rows it says enough, without the arithmetic of the calendar.
  func earliestLastDay(producedOn day: Day?) -> Day? {
    switch self {
    case .until(let last): last
    case .days(let n): day?.advanced(by: n)
    case .months(let n): day?.advanced(by: 28 * n)
    }
  }

  /// The last day it may be used, counted from its production; nil where that is not known.
  public func lastDay(producedOn day: Day?) -> Day? {
    switch self {
    case .until(let last): return last
    case .days(let n): return day?.advanced(by: n)
    case .months(let n):
      guard let (year, month, of) = day?.parts else { return nil }
      let months = year * 12 + month - 1 + n
      let (y, m) = (months / 12, months % 12 + 1)
      return Day(year: y, month: m, day: min(of, Day.length(ofMonth: m, year: y)))
    }
  }

  /// Reads 12个月, 1年, 常温6个月, 2023.12.01前, 至23.12; 见包装 and what cannot be understood are unknown, which is no mistake.
  public static func read(_ cell: Span<UInt8>, _ context: inout ReadingContext) -> CellReading {
    context.recalling(cell) { text, context in
      let word = Folding.compact(text)
      if let length = length(word) { return .value(length.stored) }
      return until(word, &context) ?? .empty
    }
  }

  private static func length(_ word: String) -> ShelfLife? {
    for (unit, factor, isDays) in [("个月", 1, false), ("月", 1, false), ("年", 12, false), ("天", 1, true), ("日", 1, true), ("小时", 0, true)] {
      guard let range = word.firstRange(of: unit) else { continue }
      let digits = word[..<range.lowerBound].reversed().prefix { $0.isASCII && $0.isNumber }
      let rest = word[range.upperBound...] + word[..<range.lowerBound].dropLast(digits.count)
      guard let n = Int(String(digits.reversed())), n > 0, n <= 3650, !rest.contains(where: \.isNumber) else { continue }
      if unit == "小时" { return .days((n + 23) / 24) }
      return isDays ? .days(n) : .months(n * factor)
    }
    return nil
  }

  /// A day, or a month whose last day is meant.
  private static func until(_ word: String, _ context: inout ReadingContext) -> CellReading? {
    var text = word
    for mark in ["有效期至", "保质期至", "至", "到"] where text.hasPrefix(mark) { text = String(text.dropFirst(mark.count)) }
    for mark in ["前", "之前", "止", "以前"] where text.hasSuffix(mark) { text = String(text.dropLast(mark.count)) }
    // 23.12: a year of two digits and a month.
    let parts = text.split { ".-/年月".contains($0) }.map(String.init)
    if parts.count == 2, parts[0].count == 2, let year = Int(parts[0]), let month = Int(parts[1]), (20...60).contains(year) {
      text = "\(2000 + year)年\(month)月"
    }
    var inner = ReadingContext(lexicon: context.lexicon, frame: ReadingFrame(), traits: [.deadline])
    let bytes = Array(text.utf8)
    switch Day.read(bytes.span, &inner) {
    case .value(let n): return .value(ShelfLife.until(Day(number: Int32(truncatingIfNeeded: n))).stored)
    case .noted(let n, _):
      let day = Day(number: Int32(truncatingIfNeeded: n))
      context.repair = inner.precision == .month ? .dayChosen : inner.repair
      guard inner.precision == .month else { return .value(ShelfLife.until(day).stored) }
      let (y, m, _) = day.parts
      let last = Day(year: y, month: m, day: Day.length(ofMonth: m, year: y)) ?? day
      return .value(ShelfLife.until(last).stored)
    default: return nil
    }
  }
}
