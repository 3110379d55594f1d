/// Writes tables as HTML.
struct HTMLTable {
  let text: HTMLInlines

  /// The table in a frame that scrolls sideways and can be reached with the keyboard; nothing for a table without columns.
  func write(_ table: Table, label given: String? = nil, to html: inout HTMLWriter) {
    let all = table.allColumns
    let columns = zip(all, ShortColumns.flags(table)).enumerated().map { index, column in
      Column(column.0, isShort: column.1, isHead: index == 0 && all.count > 1)
    }
    guard !columns.isEmpty else { return }
    let label = given ?? table.label ?? "表格"
    html.add("<div class=\"table\" role=\"group\" aria-label=\"", text: label, "\" tabindex=\"0\">\n")
    html.add(table.shades.isEmpty ? "<table>\n" : "<table class=\"heat\">\n")
    if table.caption != nil { html.add("<caption>", text: label, "</caption>\n") }
    head(columns, to: &html)
    body(table, CellMarkup(columns, isShaded: !table.shades.isEmpty), to: &html)
    html.add("</table>\n</div>")
    if let note = table.note { html.add("\n<p class=\"note\">", text: note, "</p>") }
  }

  private func head(_ columns: [Column], to html: inout HTMLWriter) {
    html.add("<thead><tr>")
    for column in columns {
      html.add("<th scope=\"col\"")
      column.writeClasses(column.share.map { ("w", $0) }, to: &html)
      html.add(">", text: column.title, "</th>")
    }
    html.add("</tr></thead>\n")
  }

  private func body(_ table: Table, _ markup: CellMarkup, to html: inout HTMLWriter) {
    html.add("<tbody>\n")
    for (index, row) in table.rows.enumerated() {
      write(row, markup, shades: table.shades.indices.contains(index) ? table.shades[index] : [], to: &html)
      html.add("\n")
    }
    html.add("</tbody>\n")
    if let total = table.total {
      html.add("<tfoot>")
      write(total, markup, shades: [], to: &html)
      html.add("</tfoot>\n")
    }
  }

  /// A row whose first cell says what the row is about.
  private func write(_ cells: [[Inline]], _ markup: CellMarkup, shades: [Int], to html: inout HTMLWriter) {
    for column in 0..<markup.columns {
      markup.writeOpening(of: column, shade: column < shades.count ? shades[column] : 0, to: &html)
      if column < cells.count { text.write(cells[column], to: &html) }
    }
    html.add("</td></tr>")
  }
}

/// A column's title, and how its cells look.
private struct Column {
  let title: String
  /// The part of the table's width it takes, in steps of five percent.
  let share: Int?
  /// Whether its cells say what their rows are about.
  let isHead: Bool
  /// The `class` of all its cells.
  private let classes: StaticString?

  init(_ column: TableColumn, isShort: Bool, isHead: Bool) {
    title = column.title
    share = column.share.map { $0 / 5 * 5 }
    self.isHead = isHead
    classes =
      switch (column.alignment, isShort) {
      case (.start, false): nil
      case (.start, true): "short"
      case (.end, false): "end"
      case (.end, true): "end short"
      case (.center, false): "center"
      case (.center, true): "center short"
      }
  }

  /// ` class="end short w20"`, with one more class that has a number; nothing where there is none.
  func writeClasses(_ more: (name: StaticString, number: Int)?, to html: inout HTMLWriter) {
    guard classes != nil || more != nil else { return }
    html.add(" class=\"")
    if let classes { html.add(classes) }
    if classes != nil, more != nil { html.add(" ") }
    if let more { html.add(more.name, more.number) }
    html.add("\"")
  }
}

/// What stands before each cell of a row: the end of the cell before and its own beginning, made once a table and copied in one piece.
private struct CellMarkup {
  let columns: Int
  private var html = HTMLWriter()
  /// Column by column, and within it shade by shade.
  private var openings: [Range<Int>] = []
  /// How many shades a cell may have, none among them.
  private let shades: Int

  init(_ columns: [Column], isShaded: Bool) {
    self.columns = columns.count
    shades = isShaded ? 5 : 1
    for (index, column) in columns.enumerated() {
      for shade in 0..<shades {
        let start = html.count
        html.add(index == 0 ? "<tr>" : columns[index - 1].isHead ? "</th>" : "</td>")
        html.add(column.isHead ? "<th scope=\"row\"" : "<td")
        column.writeClasses(shade == 0 ? nil : ("shade-", shade), to: &html)
        html.add(">")
        openings.append(start..<html.count)
      }
    }
  }

  /// Writes what stands before a cell with a shade from 1 to 4, or with none.
  func writeOpening(of column: Int, shade: Int, to page: inout HTMLWriter) {
    page.add(html, openings[column * shades + max(0, min(shade, shades - 1))])
  }
}
