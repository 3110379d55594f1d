import Tabular

/// A form: items in the first column, contents beside them, one record a file (domain §5.1, 83); also two pairs a line.
struct FormSheet {
  /// Item, content, and the line both stand on.
  private(set) var items: [(item: String, content: String, line: Int)] = []
  /// What each line is.
  private(set) var classes: [RowClass] = []

  /// Reads a sheet as a form; nil where fewer than three lines begin with a known item, or a line has more than two of them.
  init?(_ sheet: Sheet, isKnown: (String) -> Bool) {
    guard sheet.recordCount <= 200 else { return nil }
    var lines = 0
    for record in 0..<sheet.recordCount {
      let cells = sheet.cells(of: record)
      let pairs = stride(from: 0, to: cells.count, by: 2).compactMap { i -> (String, String)? in
        isKnown(Folding.header(cells[i])) ? (cells[i], i + 1 < cells.count ? cells[i + 1] : "") : nil
      }
      let filled = cells.count { !Folding.compact($0).isEmpty }
      guard filled <= 4 else { return nil }
      if filled == 0 {
        classes.append(.blank)
      } else if let first = cells.first, isKnown(Folding.header(first)), filled <= pairs.count * 2 {
        classes.append(.data)
        lines += 1
        for (item, content) in pairs { items.append((item, content, record)) }
      } else {
        classes.append(items.isEmpty ? .title : .note)
      }
    }
    // A header and a row below each other are no form: the contents of a form are no items themselves.
    guard lines >= 3, items.count(where: { isKnown(Folding.header($0.content)) }) * 3 < items.count else { return nil }
  }

  /// The items as a header and the contents as its one row.
  var table: Sheet {
    let lines = [items.map(\.item), items.map(\.content)].map { $0.map(Self.quoted).joined(separator: ",") }
    return Sheet(DecodedText(lines.joined(separator: "\n") + "\n"), dialect: .comma)
  }

  private static func quoted(_ cell: String) -> String { "\"" + cell.replacing("\"", with: "\"\"") + "\"" }
}
