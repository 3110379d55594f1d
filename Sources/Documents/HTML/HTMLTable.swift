/// Writes tables as HTML.
struct HTMLTable {
  let text: HTMLInlines

  /// The table in a frame that scrolls sideways and can be reached with the keyboard.
  func render(_ table: Table, label given: String? = nil) -> String {
    let columns = zip(table.allColumns, ShortColumns.flags(table)).map(Column.init)
    guard !columns.isEmpty else { return "" }
    let label = HTMLText.escape(given ?? table.label ?? "表格")
    let opening = table.shades.isEmpty ? "<table>" : #"<table class="heat">"#
    var lines = [#"<div class="table" role="group" aria-label="\#(label)" tabindex="0">"#, opening]
    if table.caption != nil { lines.append("<caption>\(label)</caption>") }
    lines.append("<thead>" + head(columns) + "</thead>")
    lines.append("<tbody>")
    lines += table.rows.enumerated().map { row($1, columns, shades: table.shades.indices.contains($0) ? table.shades[$0] : []) }
    lines.append("</tbody>")
    if let total = table.total { lines.append("<tfoot>" + row(total, columns) + "</tfoot>") }
    lines += ["</table>", "</div>"]
    if let note = table.note { lines.append(#"<p class="note">"# + HTMLText.escape(note) + "</p>") }
    return lines.joined(separator: "\n")
  }

  private func head(_ columns: [Column]) -> String {
    let cells = columns.map { #"<th scope="col"\#($0.head)>"# + HTMLText.escape($0.title) + "</th>" }
    return "<tr>" + cells.joined() + "</tr>"
  }

  /// A row whose first cell says what the row is about.
  private func row(_ cells: [[Inline]], _ columns: [Column], shades: [Int] = []) -> String {
    let padded = zip(cells.padded(to: columns.count), columns)
    let markup = padded.enumerated().map { index, pair in
      let (cell, column) = pair
      let tag = index == 0 && columns.count > 1 ? #"th scope="row""# : "td"
      let shade = shades.indices.contains(index) ? shades[index] : 0
      return "<\(tag)\(column.attribute(shade: shade))>" + text.markup(cell) + "</\(tag.prefix(2))>"
    }
    return "<tr>" + markup.joined() + "</tr>"
  }
}

/// A column's title and the classes all its cells carry.
private struct Column {
  let title: String
  private let names: [String]
  private let share: Int?

  init(_ column: TableColumn, isShort: Bool) {
    title = column.title
    share = column.share
    let side: String? =
      switch column.alignment {
      case .start: nil
      case .end: "end"
      case .center: "center"
      }
    names = [side, isShort ? "short" : nil].compactMap { $0 }
  }

  /// The `class` of the head, with its part of the width in steps of five percent.
  var head: String { attribute(names + (share.map { ["w\($0 / 5 * 5)"] } ?? [])) }

  /// The `class` of a cell, with its shade from 1 to 4.
  func attribute(shade: Int) -> String {
    attribute(names + (shade > 0 ? ["shade-\(min(shade, 4))"] : []))
  }

  private func attribute(_ all: [String]) -> String {
    all.isEmpty ? "" : #" class="\#(all.joined(separator: " "))""#
  }
}
