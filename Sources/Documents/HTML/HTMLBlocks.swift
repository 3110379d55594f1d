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
    case .list(let items, let ordered): list(items, ordered ? "ol" : "ul", to: &html)
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

  private func write(_ opening: String, _ blocks: [Block], _ closing: String, to html: inout HTMLWriter) {
    html.add(opening)
    write(blocks, to: &html)
    html.add(closing)
  }

  private func paragraph(_ opening: String, _ inlines: [Inline], to html: inout HTMLWriter) {
    html.add(opening)
    text.write(inlines, to: &html)
    html.add("</p>")
  }

  private func heading(_ heading: Heading, to html: inout HTMLWriter) {
    html.add(filled: "<h\(heading.level + 1)")
    if !heading.id.isEmpty { html.add(filled: " id=\"\(heading.id)\"") }
    html.add(heading.style == .appendix ? " class=\"appendix\">" : ">")
    html.add(text: heading.prefix)
    text.write(heading.content, to: &html)
    html.add(filled: "</h\(heading.level + 1)>")
  }

  /// `data-title-1="级别" data-value-1="错误"` and so on: what the page's filters offer.
  private func attributes(_ labels: [GroupLabel], to html: inout HTMLWriter) {
    for (index, label) in labels.enumerated() {
      html.add(filled: " data-title-\(index + 1)=\"\(label.title)\" data-value-\(index + 1)=\"\(label.value)\"")
    }
  }

  private func list(_ items: [[Inline]], _ tag: String, to html: inout HTMLWriter) {
    html.add(filled: "<\(tag)>\n")
    for item in items {
      html.add("<li>")
      text.write(item, to: &html)
      html.add("</li>\n")
    }
    html.add(filled: "</\(tag)>")
  }

  private func signature(_ lines: [String], to html: inout HTMLWriter) {
    html.add("<div class=\"signature\">\n")
    for line in lines { html.add(filled: "<p>\(line)</p>\n") }
    html.add("</div>")
  }
}
