extension Day: CellValue {
  /// `2023-03-06`
  public var plainText: String { iso }

  /// Restores a day from days since 1970-01-01.
  @inlinable
  public init(stored: Int64, in lexicon: Lexicon) { self.init(number: Int32(truncatingIfNeeded: stored)) }

  /// Reads `2023-03-06`, 3月6日, Excel's day numbers and relative deadlines; domain §5.1, 26–37, 62, 89–95.
  public static func read(_ cell: Span<UInt8>, _ context: inout ReadingContext) -> CellReading {
    if let day = iso(cell) {
      context.isPlain = true
      return checked(day, context)
    }
    var reader = DayReader(text: Folding.trimmed(cell.text), context: context)
    let reading = reader.read()
    (context.repair, context.precision) = (reader.repair, reader.precision)
    return reading
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
  static func checked(_ day: Day, _ context: ReadingContext) -> CellReading {
    plausible(context).contains(Int64(day.number)) ? .value(Int64(day.number)) : .unusable(.implausibleYear)
  }

  /// The numbers that a column's days may have.
  static func plausible(_ context: ReadingContext) -> Range<Int64> {
    guard let window = context.window, !context.traits.contains(.deadline) else { return .min..<(.max) }
    let (first, last) = (window.first.parts.year - 10, (context.asOf ?? window.last).parts.year + 1)
    func newYear(_ year: Int) -> Int64 { Day(year: year, month: 1, day: 1).map { Int64($0.number) } ?? (year < 1 ? .min : .max) }
    return newYear(first)..<max(newYear(first), newYear(last + 1))
  }
}
