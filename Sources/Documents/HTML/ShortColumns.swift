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
    func isShort(_ row: [[Inline]]) -> Bool {
      guard index < row.count, !row[index].isEmpty else { return true }
      let text = row[index].plainText
      // No text is wider than it has bytes.
      if text.utf8.count <= widest { return true }
      guard let width = width(text) else { return false }
      widest = max(widest, width)
      return true
    }
    return table.rows.allSatisfy(isShort) && isShort(table.total ?? []) ? widest : nil
  }

  /// nil where a text is not short.
  private static func width(_ text: String) -> Int? {
    // Every character has a width, and none takes more than four bytes.
    if text.utf8.count > 4 * limit { return nil }
    let whole = text.withBytes { $0.reduce(0) { $0 + width(ofCharacterFrom: $1) } }
    return whole > limit ? nil : whole
  }

  /// By the first byte of a character; below U+2000 it is narrow. The bytes that follow have no width.
  private static func width(ofCharacterFrom byte: UInt8) -> Int {
    switch byte {
    case 0x80..<0xC0: 0
    case 0xE2...: 2
    default: 1
    }
  }
}
