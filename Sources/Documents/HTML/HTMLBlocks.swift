/// Writes the body's blocks as HTML.
struct HTMLBlocks {
  let text: HTMLInlines

  func markup(_ blocks: [Block]) -> String {
    blocks.chartsWithTables.map(markup).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func markup(_ block: Block, showsTable: Bool) -> String {
    switch block {
    case .heading(let heading): self.heading(heading)
    case .paragraph(let inlines): "<p>" + text.markup(inlines) + "</p>"
    case .notice(let inlines): #"<p class="notice">"# + text.markup(inlines) + "</p>"
    case .list(let items, let ordered): list(items, ordered ? "ol" : "ul")
    case .table(let table): HTMLTable(text: text).render(table)
    case .chart(let chart): HTMLChart(text: text).render(chart, showsTable: showsTable)
    case .gap(let topic, let file): #"<p class="gap">"# + text.markup(Gap.sentence(topic: topic, file: file)) + "</p>"
    case .signature(let lines): signature(lines)
    case .quote(let quoted): "<blockquote>\n" + markup(quoted) + "\n</blockquote>"
    case .group(let labels, let blocks): "<div class=\"group\"" + attributes(labels) + ">\n" + markup(blocks) + "\n</div>"
    }
  }

  private func heading(_ heading: Heading) -> String {
    let tag = "h\(heading.level + 1)"
    let id = heading.id.isEmpty ? "" : #" id="\#(HTMLText.escape(heading.id))""#
    let style = heading.style == .appendix ? #" class="appendix""# : ""
    return "<\(tag)\(id)\(style)>" + HTMLText.escape(heading.prefix) + text.markup(heading.content) + "</\(tag)>"
  }

  /// `data-title-1="级别" data-value-1="错误"` and so on: what the page's filters offer.
  private func attributes(_ labels: [GroupLabel]) -> String {
    labels.enumerated().map { index, label in
      #" data-title-\#(index + 1)="\#(HTMLText.escape(label.title))" data-value-\#(index + 1)="\#(HTMLText.escape(label.value))""#
    }.joined()
  }

  private func list(_ items: [[Inline]], _ tag: String) -> String {
    let lines = items.map { "<li>" + text.markup($0) + "</li>" }
    return (["<\(tag)>"] + lines + ["</\(tag)>"]).joined(separator: "\n")
  }

  private func signature(_ lines: [String]) -> String {
    let paragraphs = lines.map { "<p>" + HTMLText.escape($0) + "</p>" }
    return ([#"<div class="signature">"#] + paragraphs + ["</div>"]).joined(separator: "\n")
  }
}
