import Tabular

/// The cells that the findings of one origin name, as they stand in the sheet that its rows come from.
///
/// They are read as bytes into the text of whoever asks: a list of findings asks for two cells of each of its hundreds of thousands. A class,
/// so that who asks counts none of what it holds.
final class NamedCells: Sendable {
  private let table: Table
  private let sheet: LedgerSheet
  /// Whether there is a column in which the fault is; findings may be about whole rows.
  private let haveColumn: Bool
  /// Where its cells are in the sheet; nil where the sheet lacks the column.
  private let fault: Int?
  /// The same of the columns that may name who can mend it.
  private let names: [Int?]

  /// Those of the source that a row comes from.
  init(of row: Row, column: AnyColumn?) {
    table = row.table
    let (sheet, places) = (row.source.sheet, row.source.map.cells)
    self.sheet = sheet
    haveColumn = column != nil
    fault = column.flatMap { places[$0.slot] }
    names = row.table.ledger.responsible.map { places[$0.slot] }
  }

  /// Appends the cell as typed; false where findings are about whole rows. `row` is a place in the table, `read` has its cells where
  /// they are known.
  func appendValue(in row: Int, _ read: ReadRow?, to text: inout [UInt8]) -> Bool {
    let start = text.count
    append(fault, row, read, to: &text)
    PersonalData.mask(&text, from: start)
    return haveColumn
  }

  /// Appends the names in the first of some columns in which any are typed, in one line; false where there are none.
  func appendNames(in row: Int, _ read: ReadRow?, _ columns: CellSet, to text: inout [UInt8]) -> Bool {
    let start = text.count
    for place in names.indices where columns.contains(place) {
      append(names[place], row, read, to: &text)
      Self.joinLines(&text, from: start)
      if text.count == start { continue }
      PersonalData.mask(&text, from: start)
      return true
    }
    return false
  }

  private func append(_ cell: Int?, _ row: Int, _ read: ReadRow?, to text: inout [UInt8]) {
    guard let cell else { return }
    if let read { return read.append(cell, to: &text) }
    guard let field = sheet.sheet.field(cell, of: table.record(of: row)) else { return }
    sheet.sheet.withBytes(of: field) { text.append(contentsOf: $0) }
  }

  private static func mayHoldLines(_ bytes: Span<UInt8>) -> Bool {
    for place in bytes.indices where String.mayEndLine(bytes[place]) { return true }
    return false
  }

  private static func joinLines(_ text: inout [UInt8], from start: Int) {
    guard mayHoldLines(text.span.extracting(start...)) else { return }
    text.replaceSubrange(start..., with: String(decoding: text[start...], as: UTF8.self).joiningLines(with: "、").utf8)
  }
}

/// Some of a few cells, by their places in a list of columns.
struct CellSet: Sendable, Equatable {
  private var bits: UInt16 = 0

  init() {}

  /// Adds a place; no list has more than sixteen.
  mutating func insert(_ place: Int) { bits |= 1 << UInt16(truncatingIfNeeded: place) }
  func contains(_ place: Int) -> Bool { bits & 1 << UInt16(truncatingIfNeeded: place) != 0 }
}
