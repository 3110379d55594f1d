/// Writes tables as HTML.
struct HTMLTable {
  let text: HTMLInlines

  /// The table in a frame that scrolls sideways and can be reached with the keyboard; nothing for a table without columns.
  func write(_ table: Table, label given: String? = nil, to html: inout HTMLWriter) {
    let columns = zip(table.allColumns, ShortColumns.flags(table)).map(Column.init)
    guard !columns.isEmpty else { return }
    let label = given ?? table.label ?? "表格"
    html.add(filled: "<div class=\"table\" role=\"group\" aria-label=\"\(label)\" tabindex=\"0\">\n")
    html.add(table.shades.isEmpty ? "<table>\n" : "<table class=\"heat\">\n")
    if table.caption != nil { html.add(filled: "<caption>\(label)</caption>\n") }
    head(columns, to: &html)
    html.add("<tbody>\n")
    for (index, row) in table.rows.enumerated() {
      write(row, columns, shades: table.shades.indices.contains(index) ? table.shades[index] : [], to: &html)
      html.add("\n")
    }
    html.add("</tbody>\n")
    if let total = table.total {
      html.add("<tfoot>")
      write(total, columns, to: &html)
      html.add("</tfoot>\n")
    }
    html.add("</table>\n</div>")
    if let note = table.note { html.add(filled: "\n<p class=\"note\">\(note)</p>") }
  }

  private func head(_ columns: [Column], to html: inout HTMLWriter) {
    html.add("<thead><tr>")
    for column in columns {
      html.add("<th scope=\"col\"")
      html.add(column.head)
      html.add(filled: ">\(column.title)</th>")
    }
    html.add("</tr></thead>\n")
  }

  /// A row whose first cell says what the row is about.
  private func write(_ cells: [[Inline]], _ columns: [Column], shades: [Int] = [], to html: inout HTMLWriter) {
    html.add("<tr>")
    for (index, column) in columns.enumerated() {
      let isHead = index == 0 && columns.count > 1
      html.add(isHead ? "<th scope=\"row\"" : "<td")
      html.add(column.attribute(shade: shades.indices.contains(index) ? shades[index] : 0))
      html.add(">")
      if index < cells.count { text.write(cells[index], to: &html) }
      html.add(isHead ? "</th>" : "</td>")
    }
    html.add("</tr>")
  }
}

/// A column's title and the classes all its cells carry.
private struct Column {
  let title: String
  /// The `class` of the head, with its part of the width in steps of five percent.
  let head: String
  private let names: [String]
  /// The `class` of a cell without a shade.
  private let plain: String

  init(_ column: TableColumn, isShort: Bool) {
    title = column.title
    let side: String? =
      switch column.alignment {
      case .start: nil
      case .end: "end"
      case .center: "center"
      }
    names = [side, isShort ? "short" : nil].compactMap { $0 }
    head = Self.attribute(names + (column.share.map { ["w\($0 / 5 * 5)"] } ?? []))
    plain = Self.attribute(names)
  }

  /// The `class` of a cell, with its shade from 1 to 4.
  func attribute(shade: Int) -> String {
    shade > 0 ? Self.attribute(names + ["shade-\(min(shade, 4))"]) : plain
  }

  private static func attribute(_ all: [String]) -> String {
    all.isEmpty ? "" : #" class="\#(all.joined(separator: " "))""#
  }
}
