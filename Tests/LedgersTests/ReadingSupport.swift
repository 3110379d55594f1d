import LedgerKit
import Ledgers
import Tabular

/// A sheet as the catalog understands it.
func recognize(_ lines: [String], file: String = "新建 Microsoft Excel 工作表.csv") -> Recognizer.Outcome {
  let sheet = Sheet(DecodedText(lines.joined(separator: "\n") + "\n"), dialect: .comma)
  return Catalog.recognizer.recognize(file: file, sheet: sheet)
}

extension Recognizer.Outcome {
  var sheet: LedgerSheet? {
    if case .ledger(let sheets, _, _) = self { return sheets.first }
    return nil
  }

  /// The ledger and what the file's name promised instead; or why there is none.
  var summary: String {
    switch self {
    case .ledger(let sheets, let named, _): sheets.map(\.ledger.id).joined(separator: ", ") + (named.map { ", named as \($0.id)" } ?? "")
    case .matrix: "matrix"
    case .unsupported(let title, _): "暂不支持：\(title)"
    case .unknown: "unknown"
    }
  }
}

/// The tables of one sheet in the second semester of 2022—2023.
struct SheetReading {
  let tables: [String: Table]
  let issues: [String: [CellIssue]]

  init(_ lines: [String], file: String = "新建 Microsoft Excel 工作表.csv") {
    let window = Semester(startYear: 2022, term: .second).window
    var builder = TableBuilder(lexicon: Lexicon(), window: window, asOf: Day(year: 2023, month: 6, day: 30))
    if let sheet = recognize(lines, file: file).sheet { builder.append(sheet) }
    (tables, issues) = (builder.tables, builder.issues)
    // Rows do not own their table; a test's rows outlive the sheet they were read from.
    for table in tables.values { _ = Unmanaged.passRetained(table) }
  }

  func rows(_ ledger: Ledger) -> [Row] { tables[ledger.id].map { Array($0.rows) } ?? [] }
}

func day(_ year: Int, _ month: Int, _ day: Int) -> Day { Day(year: year, month: month, day: day) ?? Day(number: .max) }
