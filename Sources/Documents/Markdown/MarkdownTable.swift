/// Writes tables as GitHub's pipe tables.
enum MarkdownTable {
  /// The table with its caption above and its note below, as separate blocks.
  static func write(_ table: Table, to markdown: inout MarkdownWriter) {
    let columns = table.allColumns
    guard !columns.isEmpty else { return }
    let text = MarkdownInlines(place: .paragraph)
    if let label = table.label { markdown.addBlock { text.add([.strong([.text(label)])], to: &$0) } }
    markdown.addBlock { markdown in
      row(columns.map { [.text($0.title)] }, columns.count, to: &markdown)
      delimiter(columns, to: &markdown)
      for cells in table.rows {
        markdown.add("\n")
        row(cells, columns.count, to: &markdown)
      }
      guard let total = table.total else { return }
      markdown.add("\n")
      row(total.map { $0.isEmpty ? [] : [.strong($0)] }, columns.count, to: &markdown)
    }
    if let note = table.note { markdown.addBlock { text.add([.text(note)], to: &$0) } }
  }

  /// The cover box: labels, values, remarks.
  static func write(_ cover: [CoverItem], to markdown: inout MarkdownWriter) {
    guard !cover.isEmpty else { return }
    let notes = cover.map(\.note)
    let table = Table(
      columns: cover.map { TableColumn($0.label, .center) },
      rows: [cover.map { [.strong([.text($0.value)])] }] + (notes.allSatisfy(\.isEmpty) ? [] : [notes.map { [.text($0)] }]))
    write(table, to: &markdown)
  }

  /// A row with empty cells added up to `width`.
  private static func row(_ cells: [[Inline]], _ width: Int, to markdown: inout MarkdownWriter) {
    let writer = MarkdownInlines(place: .cell)
    for place in 0..<width {
      markdown.add(place == 0 ? "| " : " | ")
      if place < cells.count { writer.add(cells[place], to: &markdown) }
    }
    markdown.add(" |")
  }

  private static func delimiter(_ columns: [TableColumn], to markdown: inout MarkdownWriter) {
    markdown.add("\n|")
    for column in columns {
      switch column.alignment {
      case .start: markdown.add(" --- |")
      case .end: markdown.add(" ---: |")
      case .center: markdown.add(" :---: |")
      }
    }
  }
}
