/// Finds the columns whose cells are never broken: days, states, codes and numbers.
///
/// A cell such as 3月10日 or ST-HAZ-03 reads badly when broken, but a table that breaks nowhere does not fit on paper.
/// So columns are kept whole only if they are short, and from left to right only as many as the paper has room for.
enum ShortColumns {
  /// The width up to which a column is short, in Chinese characters.
  private static let limit = 7.0
  /// The width all short columns may take together; A4 holds about 42 characters of a table's size.
  private static let budget = 30.0

  /// Whether each of the table's columns is kept whole.
  static func flags(_ table: Table) -> [Bool] {
    let rows = table.rows + (table.total.map { [$0] } ?? [])
    var left = budget
    return table.allColumns.enumerated().map { index, column in
      let cells = rows.map { $0.indices.contains(index) ? width($0[index].plainText) : 0 }
      let widest = cells.reduce(width(column.title), max)
      guard widest <= limit, widest + 1 <= left else { return false }
      left -= widest + 1
      return true
    }
  }

  /// The width in Chinese characters; Latin ones take half.
  private static func width(_ text: String) -> Double {
    text.unicodeScalars.prefix(20).reduce(0) { $0 + ($1.value < 0x2000 ? 0.5 : 1) }
  }
}
