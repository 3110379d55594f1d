/// Writes tables as HTML.
struct HTMLTable {
  let text: HTMLInlines

  /// The table in a frame that scrolls sideways and can be reached with the keyboard; nothing for a table without columns.
  func write(_ table: Table, label given: String? = nil, to html: inout HTMLWriter) {
    let all = table.allColumns
    let columns = zip(all, ShortColumns.flags(table)).enumerated().map { index, column in
      Column(column.0, isShort: column.1, isHead: index == 0 && all.count > 1, isShaded: !table.shades.isEmpty)
    }
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
    for index in columns.indices {
      let shade = index < shades.count ? shades[index] : 0
      html.add(columns[index].opening(shade: shade))
      if index < cells.count { text.write(cells[index], to: &html) }
      html.add(columns[index].closing)
    }
    html.add("</tr>")
  }
}

/// A column's title and the markup around all its cells.
private struct Column {
  let title: String
  /// The `class` of the head, with its part of the width in steps of five percent.
  let head: String
  /// What stands before a cell, by its shade.
  private let openings: [[UInt8]]
  /// What stands after a cell.
  let closing: [UInt8]

  init(_ column: TableColumn, isShort: Bool, isHead: Bool, isShaded: Bool) {
    title = column.title
    let side: String? =
      switch column.alignment {
      case .start: nil
      case .end: "end"
      case .center: "center"
      }
    let names = [side, isShort ? "short" : nil].compactMap { $0 }
    head = Self.attribute(names + (column.share.map { ["w\($0 / 5 * 5)"] } ?? []))
    let shades: [String?] = isShaded ? [nil, "shade-1", "shade-2", "shade-3", "shade-4"] : [nil]
    openings = shades.map { Self.opening(names + ($0.map { [$0] } ?? []), isHead) }
    closing = Array((isHead ? "</th>" : "</td>").utf8)
  }

  /// What stands before a cell with a shade from 1 to 4, or with none.
  func opening(shade: Int) -> [UInt8] { openings[max(0, min(shade, openings.count - 1))] }

  private static func opening(_ names: [String], _ isHead: Bool) -> [UInt8] {
    Array(((isHead ? "<th scope=\"row\"" : "<td") + attribute(names) + ">").utf8)
  }

  private static func attribute(_ all: [String]) -> String {
    all.isEmpty ? "" : #" class="\#(all.joined(separator: " "))""#
  }
}
