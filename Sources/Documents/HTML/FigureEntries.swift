/// Finds the figures a document defines, so that no number links to nowhere.
enum FigureEntries {
  /// The anchors of all entries among these blocks.
  static func anchors(_ blocks: [Block]) -> Set<String> {
    blocks.reduce(into: []) { $0.formUnion(anchors($1)) }
  }

  private static func anchors(_ block: Block) -> Set<String> {
    switch block {
    case .heading(let heading): anchors(heading.content)
    case .paragraph(let inlines), .notice(let inlines): anchors(inlines)
    case .list(let items, _): anchors(items.joined())
    case .table(let table): anchors(table.rows.joined().joined()).union(anchors(table.total?.joined().map { $0 } ?? []))
    case .quote(let blocks), .group(_, let blocks): anchors(blocks)
    case .gap, .signature, .chart: []
    }
  }

  private static func anchors(_ inlines: some Sequence<Inline>) -> Set<String> {
    inlines.reduce(into: []) { found, inline in
      switch inline {
      case .figureEntry(let id, _): found.insert(HTMLText.anchor(figure: id))
      case .strong(let content), .emphasis(let content): found.formUnion(anchors(content))
      case .text, .code, .figure, .link, .lineBreak: break
      }
    }
  }
}
