/// Finds the columns whose cells are never broken: days, states, codes and numbers.
///
/// A cell such as 3月10日 or ST-HAZ-03 reads badly when broken, but a table that breaks nowhere does not fit on paper.
/// So columns are kept whole only if they are short, and from left to right only as many as the paper has room for.
enum ShortColumns {
  /// The width up to which a column is short, in halves of a Chinese character, the width of a Latin one.
  private static let limit = 14
  /// The width all short columns may take together; A4 holds about 42 Chinese characters of a table's size.
  private static let budget = 60

  /// Whether each of the table's columns is kept whole.
  static func flags(_ table: Table) -> [Bool] {
    var left = budget
    return table.allColumns.enumerated().map { index, column in
      guard let widest = widest(index, column, table), widest + 2 <= left else { return false }
      left -= widest + 2
      return true
    }
  }

  /// The width of a column's widest cell; nil where one is not short.
  private static func widest(_ index: Int, _ column: TableColumn, _ table: Table) -> Int? {
    guard var widest = width(column.title) else { return nil }
    for row in table.rows + (table.total.map { [$0] } ?? []) where index < row.count {
      guard let width = width(row[index]) else { return nil }
      widest = max(widest, width)
    }
    return widest
  }

  private static func width(_ cell: [Inline]) -> Int? {
    if cell.count == 1, case .text(let text) = cell[0] { return width(text) }
    return cell.isEmpty ? 0 : width(cell.plainText)
  }

  /// nil where a text is not short.
  private static func width(_ text: String) -> Int? {
    var width = 0
    for scalar in text.unicodeScalars {
      width += scalar.value < 0x2000 ? 1 : 2
      if width > limit { return nil }
    }
    return width
  }
}
