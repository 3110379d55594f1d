import Tabular

/// A check sheet with a day or a place in each column and ticks below (FIL-012; domain §5.1, 81). It is refused: what a tick there means, and of which
/// day an empty cell speaks, the sheet does not say.
enum MatrixSheet {
  /// The record of the days or places, if a sheet is such a matrix.
  static func header(of sheet: Sheet, places: PlaceNames) -> Int? {
    var fields: [Field] = []
    return (0..<min(sheet.recordCount, Recognizer.searchDepth)).first { record in
      sheet.readFields(of: record, into: &fields)
      return fields.count >= 4 && isMatrix(sheet, header: record, fields, places)
    }
  }

  private static func isMatrix(_ sheet: Sheet, header record: Int, _ fields: [Field], _ places: PlaceNames) -> Bool {
    // The first cell heads the names below.
    var (named, days): ([Int], [Int]) = ([], [])
    sheet.forEach(of: fields) { index, cell in
      if index > 0, places.holds(cell) { named.append(index) }
      if index > 0, mayBeDay(cell) { days.append(index) }
    }
    if named.count >= max(3, fields.count / 2) { return isTicked(sheet, below: record, named) }
    // Six in ten must be days: most records have not so many cells that can be one.
    let needed = max(5, ((fields.count - 1) * 6 + 9) / 10)
    var found: [Int] = []
    for (place, day) in days.enumerated() where found.count + days.count - place >= needed {
      if isDay(sheet.string(fields[day])) { found.append(day) }
    }
    return found.count >= needed && isTicked(sheet, below: record, found)
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
  private static func mayBeDay(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count <= 60 else { return false }
    var i = 0
    while i < text.count {
      switch text[i] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): return true
      case 0x20..<0x80: i += 1
      // From U+3000 to U+9FFF only 周, 星, 礼 and 每.
      case 0xE3...0xE9 where i + 2 < text.count:
        switch (text[i], text[i + 1], text[i + 2]) {
        case (0xE5, 0x91, 0xA8), (0xE6, 0x98, 0x9F), (0xE7, 0xA4, 0xBC), (0xE6, 0xAF, 0x8F): return true
        default: i += 3
        }
      // Few cells hold others: full-width digits, numbers in circles.
      default: return true
      }
    }
    return false
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
