import LedgerKit
import Tabular

/// Finds out which semester a folder is about: from its settings, else from the sheets' titles, else from where most dates fall
/// (domain §0.5, 19).
enum TermFinder {
  enum Source: Sendable { case settings, titles, dates, unknown }

  static func semester(_ profile: Profile, _ inputs: [Input]) -> (Semester?, Source) {
    if let stated = profile.semester { return (stated, .settings) }
    let sheets = inputs.flatMap(\.sheets).filter { $0.ledger.role == .record }
    if let titled = mostCommon(sheets.compactMap { Semester(parsing: $0.titleText) }) { return (titled, .titles) }
    if let dated = mostCommon(sheets.flatMap(semesters)) { return (dated, .dates) }
    return (nil, .unknown)
  }

  /// The semester named most often; a tie decides nothing.
  private static func mostCommon(_ all: [Semester]) -> Semester? {
    let counts = Dictionary(all.map { ($0, 1) }, uniquingKeysWith: +).sorted { $0.value > $1.value }
    guard let first = counts.first, counts.count == 1 || counts[1].value < first.value else { return nil }
    return first.key
  }

  private static func semesters(in sheet: LedgerSheet) -> [Semester] {
    guard let date = sheet.ledger.date, let cell = sheet.map.cells[date.slot] else { return [] }
    var context = ReadingContext(lexicon: Lexicon())
    return sheet.records.filter { sheet.classes[$0] == .data }.compactMap { record in
      let bytes = Array(sheet.raw(record: record, cell: cell).utf8)
      guard case .value(let n) = Day.read(bytes.span, &context) else { return nil }
      return Semester(containing: Day(number: Int32(truncatingIfNeeded: n)))
    }
  }
}
