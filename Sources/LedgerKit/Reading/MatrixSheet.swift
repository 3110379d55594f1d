import Tabular

/// A check sheet with a day or a place in each column and ticks below (FIL-012; domain §5.1, 81). It is refused: what a tick there means, and of which
/// day an empty cell speaks, the sheet does not say.
enum MatrixSheet {
  /// The record of the days or places, if a sheet is such a matrix.
  static func header(of sheet: Sheet, places: PlaceNames) -> Int? {
    (0..<min(sheet.recordCount, Recognizer.searchDepth)).first { isMatrix(sheet, header: $0, places) }
  }

  private static func isMatrix(_ sheet: Sheet, header record: Int, _ places: PlaceNames) -> Bool {
    let headers = sheet.cells(of: record)
    guard headers.count >= 4 else { return false }
    if let named = named(places, in: headers) { return isTicked(sheet, below: record, named) }
    // Six in ten must be days: most records have not so many cells that can be one.
    let maybe = headers.indices.dropFirst().filter { mayBeDay(headers[$0]) }
    guard maybe.count * 10 >= (headers.count - 1) * 6, maybe.count >= 5 else { return false }
    let days = maybe.filter { isDay(headers[$0]) }
    guard days.count * 10 >= (headers.count - 1) * 6, days.count >= 5 else { return false }
    return isTicked(sheet, below: record, days)
  }

  /// The cells that name places, if at least three and half of all but the first do. Most records are data, whose first few cells settle it.
  private static func named(_ places: PlaceNames, in headers: [String]) -> [Int]? {
    if places.isEmpty { return nil }
    var (named, others) = ([Int](), 0)
    let needed = max(3, headers.count / 2)
    for index in headers.indices.dropFirst() {
      if places.holds(headers[index]) { named.append(index) } else { others += 1 }
      if headers.count - 1 - others < needed { return nil }
    }
    return named
  }

  private static func isTicked(_ sheet: Sheet, below record: Int, _ days: [Int]) -> Bool {
    var (ticks, filled) = (0, 0)
    for below in (record + 1)..<min(sheet.recordCount, record + 11) {
      let cells = sheet.cells(of: below)
      for day in days where day < cells.count && !Folding.compact(cells[day]).isEmpty {
        filled += 1
        if isTick(cells[day]) { ticks += 1 }
      }
    }
    return ticks * 10 >= filled * 6 && (filled > 0 || days.count >= 20)
  }

  /// Whether a text has a digit, in whatever width, or a word for a weekday; no more than the longest day.
  private static func mayBeDay(_ text: String) -> Bool {
    guard text.utf8.count <= 60 else { return false }
    return text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x30...0x39, 0xFF10...0xFF19: true
      case 0x5468, 0x661F, 0x793C, 0x6BCF: true
      default: !(0x20...0x9FFF).contains(scalar.value) || (0x2000..<0x2E00).contains(scalar.value)
      }
    }
  }

  /// 1…31, 3日, 3月6日, 2023-03-06, 周一.
  private static func isDay(_ text: String) -> Bool {
    let word = Folding.compact(text)
    if let n = Int(word.hasSuffix("日") || word.hasSuffix("号") ? String(word.dropLast()) : word) { return (1...31).contains(n) }
    if DayWords.isRecurring(word) { return true }
    guard word.count <= 12, word.contains(where: { $0.isASCII && $0.isNumber }) else { return false }
    var context = ReadingContext(lexicon: Lexicon(), window: DayRange(Day(number: 0), Day(number: 364)))
    let bytes = Array(word.utf8)
    switch Day.read(bytes.span, &context) {
    case .value, .noted: return context.precision == nil
    case .unusable(.implausibleYear), .unusable(.yearUndecided): return true
    default: return false
    }
  }

  private static func isTick(_ text: String) -> Bool {
    ["√", "✓", "✔", "v", "V", "×", "x", "X", "✗", "○", "●", "■", "□", "☑", "☐", "△", "/", "正常", "是", "否", "1", "0", "有", "无"].contains(
      Folding.compact(text))
  }
}
