/// Writes a document as GitHub-flavored Markdown that a person can also read as it is.
public struct MarkdownRenderer: Sendable {
  /// Creates a renderer.
  public init() {}

  /// The document's Markdown: LF line ends, one at the end.
  public func render(_ document: Document) -> String { String(decoding: utf8(document), as: UTF8.self) }

  /// The same in UTF-8.
  public func utf8(_ document: Document) -> [UInt8] {
    var markdown = MarkdownWriter()
    markdown.reserve(1 << 16)
    writeFront(document, to: &markdown)
    write(document.blocks, to: &markdown)
    markdown.add("\n")
    return markdown.take()
  }

  private let text = MarkdownInlines(place: .paragraph)
  private let line = MarkdownInlines(place: .line)

  private func writeFront(_ document: Document, to markdown: inout MarkdownWriter) {
    markdown.addBlock(text.paragraph([.text(document.organization)]))
    if let slogan = document.slogan { markdown.addBlock(text.paragraph([.text(slogan)])) }
    markdown.addBlock("# " + line.line([.text(document.title)]))
    markdown.addBlock(text.paragraph([.text(document.byline.joined(separator: " · "))]))
    MarkdownTable.write(document.cover, to: &markdown)
  }

  private func write(_ blocks: [Block], to markdown: inout MarkdownWriter) {
    var previous: Block?
    for (block, showsTable) in blocks.chartsWithTables {
      if let previous, Self.runTogether(previous, block) { markdown.addBlock("<!-- -->") }
      write(block, to: &markdown)
      if showsTable, case .chart(let chart) = block { MarkdownTable.write(chart.table, to: &markdown) }
      previous = block
    }
  }

  private func write(_ block: Block, to markdown: inout MarkdownWriter) {
    switch block {
    case .heading(let heading): markdown.addBlock { write(heading, to: &$0) }
    case .paragraph(let inlines), .notice(let inlines): markdown.addBlock { text.add(inlines, to: &$0) }
    case .list(let items, let ordered): markdown.addBlock { write(items, ordered, to: &$0) }
    case .table(let table): MarkdownTable.write(table, to: &markdown)
    case .chart(let chart): write(chart, to: &markdown)
    case .gap(let topic, let file): markdown.addBlock("> " + line.line(Gap.sentence(topic: topic, file: file)))
    case .signature(let lines): markdown.addBlock(signature(lines))
    case .quote(let quoted): markdown.addBlock { quote(quoted, to: &$0) }
    case .group(_, let blocks): write(blocks, to: &markdown)
    }
  }

  /// The caption and the numbers as bars; the table, where one is needed, follows.
  private func write(_ chart: Chart, to markdown: inout MarkdownWriter) {
    let bars = TextBars(chart)
    let fence = String(repeating: "`", count: max(3, bars.longestFence + 1))
    markdown.addBlock { text.add([.strong([.text(chart.label)])], to: &$0) }
    markdown.addBlock { markdown in
      markdown.add(markdown: fence)
      markdown.add("text\n")
      bars.write(to: &markdown)
      markdown.add(markdown: fence)
    }
  }

  private func write(_ heading: Heading, to markdown: inout MarkdownWriter) {
    markdown.add(markdown: String(repeating: "#", count: heading.level + 1))
    markdown.add(" ")
    line.add([.text(heading.prefix)] + heading.content, to: &markdown)
  }

  private func write(_ items: [[Inline]], _ ordered: Bool, to markdown: inout MarkdownWriter) {
    for (index, item) in items.enumerated() {
      if index > 0 { markdown.add("\n") }
      let (marker, start) = (ordered ? "\(index + 1). " : "- ", markdown.count)
      markdown.add(markdown: marker)
      if PlainInlines.add(item, .paragraph, to: &markdown) { continue }
      markdown.cut(to: start)
      markdown.add(markdown: (marker + indented(text.paragraph(item), by: marker.utf8.count)).trimmingTrailingBlanks())
    }
  }

  private func signature(_ lines: [String]) -> String {
    var inlines: [Inline] = []
    for line in lines { inlines += (inlines.isEmpty ? [] : [.lineBreak]) + [.text(line)] }
    return text.paragraph(inlines)
  }

  private func quote(_ quoted: [Block], to markdown: inout MarkdownWriter) {
    var inner = MarkdownWriter()
    write(quoted, to: &inner)
    let lines = inner.text.split(separator: "\n", omittingEmptySubsequences: false)
    markdown.add(markdown: lines.map { $0.isEmpty ? ">" : "> " + $0 }.joined(separator: "\n"))
  }

  private func indented(_ text: String, by width: Int) -> String {
    guard text.utf8.contains(UInt8(ascii: "\n")) else { return text }
    let margin = "\n" + String(repeating: " ", count: width)
    return text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: margin)
  }

  /// Whether Markdown would take two neighbors for one block.
  private static func runTogether(_ first: Block, _ second: Block) -> Bool {
    switch (first, second) {
    case (.list(_, let left), .list(_, let right)): left == right
    case (.quote, .quote), (.quote, .gap), (.gap, .quote), (.gap, .gap): true
    default: false
    }
  }
}
