/// Writes tables as GitHub's pipe tables.
enum MarkdownTable {
  /// The table with its caption above and its note below, as separate paragraphs.
  static func render(_ table: Table) -> [String] {
    let columns = table.allColumns
    guard !columns.isEmpty else { return [] }
    var rows = table.rows
    if let total = table.total { rows.append(total.map { [.strong($0)] }) }
    let head = [row(columns.map { [.text($0.title)] }), delimiter(columns)]
    let grid = head + rows.map { row($0.padded(to: columns.count)) }
    let text = MarkdownInlines(place: .paragraph)
    let caption = table.label.map { text.paragraph([.strong([.text($0)])]) }
    let note = table.note.map { text.paragraph([.text($0)]) }
    return [caption, grid.joined(separator: "\n"), note].compactMap { $0 }
  }

  /// The cover box: labels, values, remarks.
  static func render(_ cover: [CoverItem]) -> [String] {
    guard !cover.isEmpty else { return [] }
    let notes = cover.map(\.note)
    let table = Table(
      columns: cover.map { TableColumn($0.label, .center) },
      rows: [cover.map { [.strong([.text($0.value)])] }] + (notes.allSatisfy(\.isEmpty) ? [] : [notes.map { [.text($0)] }]))
    return render(table)
  }

  private static func row(_ cells: [[Inline]]) -> String {
    let writer = MarkdownInlines(place: .cell)
    return "| " + cells.map(writer.line).joined(separator: " | ") + " |"
  }

  private static func delimiter(_ columns: [TableColumn]) -> String {
    let marks = columns.map { column in
      switch column.alignment {
      case .start: "---"
      case .end: "---:"
      case .center: ":---:"
      }
    }
    return "| " + marks.joined(separator: " | ") + " |"
  }
}
