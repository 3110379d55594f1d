import Tabular

/// How large a cell and a row may be: what Excel and WPS allow, so that nothing they export is refused.
enum SheetLimits {
  /// Cells of a row, and bytes of a cell (32,767 characters of up to four bytes, each quote doubled).
  static let (cells, bytes) = (16_384, 262_144)

  /// What is too large, with its row in Excel; nil where nothing is.
  static func excess(of sheet: Sheet) -> Refusal? {
    var fields: [Field] = []
    for record in sheet.records(ofAtLeast: cells) {
      // A row of delimiters only is not cut into its cells before they are counted.
      let delimiter = sheet.dialect.delimiter
      let row = sheet.range(of: record)
      if sheet.text.utf8[row].count(where: { $0 == delimiter }) > 64 * cells { return .wideRow(row: record + 1) }
      sheet.readFields(of: record, into: &fields)
      if fields.count > cells { return .wideRow(row: record + 1) }
      if fields.contains(where: { $0.end - $0.start > bytes }) {
        return .longCell(row: record + 1)
      }
    }
    return nil
  }
}
