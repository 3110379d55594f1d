/// Finds the figures a document defines, so that no number links to nowhere.
enum FigureEntries {
  /// The figures that have an entry among these blocks.
  static func ids(_ blocks: [Block]) -> Set<String> {
    // As many as the built-in ledgers have figures and tables.
    var found = Set<String>(minimumCapacity: 128)
    for block in blocks { add(block, to: &found) }
    return found
  }

  private static func add(_ block: Block, to found: inout Set<String>) {
    switch block {
    case .heading(let heading): add(heading.content, to: &found)
    case .paragraph(let inlines), .notice(let inlines): add(inlines, to: &found)
    case .list(let items, _): for item in items { add(item, to: &found) }
    case .table(let table):
      for row in table.rows { for cell in row { add(cell, to: &found) } }
      for cell in table.total ?? [] { add(cell, to: &found) }
    case .quote(let blocks), .group(_, let blocks): for block in blocks { add(block, to: &found) }
    case .gap, .signature, .chart: break
    }
  }

  private static func add(_ inlines: [Inline], to found: inout Set<String>) {
    for inline in inlines where inline.mayHoldEntry {
      switch inline {
      case .figureEntry(let id, _): found.insert(id)
      case .strong(let content), .emphasis(let content): add(content, to: &found)
      case .text, .code, .figure, .link, .lineBreak: break
      }
    }
  }
}

extension Inline {
  /// Told without taking hold of its texts, of which a document has thousands.
  fileprivate var mayHoldEntry: Bool {
    switch self {
    case .figureEntry, .strong, .emphasis: true
    case .text, .code, .figure, .link, .lineBreak: false
    }
  }
}
