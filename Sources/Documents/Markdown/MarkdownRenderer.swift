/// Writes a document as GitHub-flavored Markdown that a person can also read as it is.
public struct MarkdownRenderer: Sendable {
  /// Creates a renderer.
  public init() {}

  /// The document's Markdown: LF line ends, one at the end.
  public func render(_ document: Document) -> String {
    let parts = front(document) + blocks(document.blocks)
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private let text = MarkdownInlines(place: .paragraph)
  private let line = MarkdownInlines(place: .line)

  private func front(_ document: Document) -> [String] {
    let head = [
      text.paragraph([.text(document.organization)]),
      document.slogan.map { text.paragraph([.text($0)]) } ?? "",
      "# " + line.line([.text(document.title)]),
      text.paragraph([.text(document.byline.joined(separator: " · "))]),
    ]
    return head + MarkdownTable.render(document.cover)
  }

  private func blocks(_ blocks: [Block]) -> [String] {
    var parts: [String] = []
    var previous: Block?
    for (block, showsTable) in blocks.chartsWithTables {
      if let previous, Self.runTogether(previous, block) { parts.append("<!-- -->") }
      parts += self.block(block)
      if showsTable, case .chart(let chart) = block { parts += MarkdownTable.render(chart.table) }
      previous = block
    }
    return parts
  }

  private func block(_ block: Block) -> [String] {
    switch block {
    case .heading(let heading): [self.heading(heading)]
    case .paragraph(let inlines), .notice(let inlines): [text.paragraph(inlines)]
    case .list(let items, let ordered): [list(items, ordered)]
    case .table(let table): MarkdownTable.render(table)
    case .chart(let chart): self.chart(chart)
    case .gap(let topic, let file): ["> " + line.line(Gap.sentence(topic: topic, file: file))]
    case .signature(let lines): [signature(lines)]
    case .quote(let quoted): [quote(quoted)]
    case .group(_, let blocks): self.blocks(blocks)
    }
  }

  /// The caption and the numbers as bars; the table, where one is needed, follows.
  private func chart(_ chart: Chart) -> [String] {
    let lines = TextBars.lines(chart)
    let longest = lines.joined(separator: "\n").split { $0 != "`" }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return [text.paragraph([.strong([.text(chart.label)])]), ([fence + "text"] + lines + [fence]).joined(separator: "\n")]
  }

  private func heading(_ heading: Heading) -> String {
    let words = line.line([.text(heading.prefix)] + heading.content)
    return String(repeating: "#", count: heading.level + 1) + " " + words
  }

  private func list(_ items: [[Inline]], _ ordered: Bool) -> String {
    let lines = items.enumerated().map { index, item in
      let marker = ordered ? "\(index + 1). " : "- "
      return (marker + indented(text.paragraph(item), by: marker.count)).trimmingTrailingBlanks()
    }
    return lines.joined(separator: "\n")
  }

  private func signature(_ lines: [String]) -> String {
    var inlines: [Inline] = []
    for line in lines { inlines += (inlines.isEmpty ? [] : [.lineBreak]) + [.text(line)] }
    return text.paragraph(inlines)
  }

  private func quote(_ quoted: [Block]) -> String {
    let inner = blocks(quoted).filter { !$0.isEmpty }.joined(separator: "\n\n")
    return inner.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? ">" : "> " + $0 }.joined(separator: "\n")
  }

  private func indented(_ text: String, by width: Int) -> String {
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
