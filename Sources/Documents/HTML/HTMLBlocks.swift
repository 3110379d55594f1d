/// Writes the body's blocks as HTML.
struct HTMLBlocks {
  let text: HTMLInlines

  /// A block a line; a table without columns is none.
  func write(_ blocks: [Block], to html: inout HTMLWriter) {
    var isFirst = true
    for (block, showsTable) in blocks.chartsWithTables {
      if case .table(let table) = block, table.width == 0 { continue }
      if !isFirst { html.add("\n") }
      isFirst = false
      write(block, showsTable: showsTable, to: &html)
    }
  }

  private func write(_ block: Block, showsTable: Bool, to html: inout HTMLWriter) {
    switch block {
    case .heading(let heading): self.heading(heading, to: &html)
    case .paragraph(let inlines): paragraph("<p>", inlines, to: &html)
    case .notice(let inlines): paragraph(#"<p class="notice">"#, inlines, to: &html)
    case .list(let items, let ordered): list(items, ordered: ordered, to: &html)
    case .table(let table): HTMLTable(text: text).write(table, to: &html)
    case .chart(let chart): HTMLChart(text: text).write(chart, showsTable: showsTable, to: &html)
    case .gap(let topic, let file): paragraph(#"<p class="gap">"#, Gap.sentence(topic: topic, file: file), to: &html)
    case .signature(let lines): signature(lines, to: &html)
    case .quote(let quoted): write("<blockquote>\n", quoted, "\n</blockquote>", to: &html)
    case .group(let labels, let blocks):
      html.add("<div class=\"group\"")
      attributes(labels, to: &html)
      write(">\n", blocks, "\n</div>", to: &html)
    }
  }

  private func write(_ opening: StaticString, _ blocks: [Block], _ closing: StaticString, to html: inout HTMLWriter) {
    html.add(opening)
    write(blocks, to: &html)
    html.add(closing)
  }

  private func paragraph(_ opening: StaticString, _ inlines: [Inline], to html: inout HTMLWriter) {
    html.add(opening)
    text.write(inlines, to: &html)
    html.add("</p>")
  }

  private func heading(_ heading: Heading, to html: inout HTMLWriter) {
    html.add("<h", heading.level + 1)
    if !heading.id.isEmpty { html.add(" id=\"", text: heading.id, "\"") }
    html.add(heading.style == .appendix ? " class=\"appendix\">" : ">")
    html.add(text: heading.prefix)
    text.write(heading.content, to: &html)
    html.add("</h", heading.level + 1)
    html.add(">")
  }

  /// `data-title-1="级别" data-value-1="错误"` and so on: what the page's filters offer.
  private func attributes(_ labels: [GroupLabel], to html: inout HTMLWriter) {
    for (index, label) in labels.enumerated() {
      html.add(" data-title-", index + 1)
      html.add("=\"", text: label.title, "\"")
      html.add(" data-value-", index + 1)
      html.add("=\"", text: label.value, "\"")
    }
  }

  private func list(_ items: [[Inline]], ordered: Bool, to html: inout HTMLWriter) {
    html.add(ordered ? "<ol>\n" : "<ul>\n")
    for item in items {
      html.add("<li>")
      text.write(item, to: &html)
      html.add("</li>\n")
    }
    html.add(ordered ? "</ol>" : "</ul>")
  }

  private func signature(_ lines: [String], to html: inout HTMLWriter) {
    html.add("<div class=\"signature\">\n")
    for line in lines { html.add("<p>", text: line, "</p>\n") }
    html.add("</div>")
  }
}
