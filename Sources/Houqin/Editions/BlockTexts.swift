import Documents
import LedgerKit

extension [Block] {
  /// The same blocks with the numbers masked that name a person. Hardly any hold one, and to look costs half of making them anew.
  var masked: [Block] { contains { $0.holdsText(PersonalData.contains) } ? mapTexts(PersonalData.masked) : self }

  /// The same blocks with every text put through `change`; code, where digests stand, stays as it is.
  func mapTexts(_ change: (String) -> String) -> [Block] { map { $0.mapTexts(change) } }
}

extension Block {
  /// Whether one of the texts that ``mapTexts(_:)`` changes is such.
  fileprivate func holdsText(_ isSuch: (String) -> Bool) -> Bool {
    switch self {
    case .heading(let heading): heading.content.holdsText(isSuch)
    case .paragraph(let inlines), .notice(let inlines): inlines.holdsText(isSuch)
    case .list(let items, _): items.contains { $0.holdsText(isSuch) }
    case .table(let table):
      table.caption.map(isSuch) ?? false || table.note.map(isSuch) ?? false
        || table.rows.contains { $0.contains { $0.holdsText(isSuch) } } || (table.total ?? []).contains { $0.holdsText(isSuch) }
    case .chart(let chart): isSuch(chart.caption) || chart.categories.contains(where: isSuch)
    case .gap: false
    case .signature(let lines): lines.contains(where: isSuch)
    case .quote(let blocks), .group(_, let blocks): blocks.contains { $0.holdsText(isSuch) }
    }
  }

  fileprivate func mapTexts(_ change: (String) -> String) -> Block {
    switch self {
    case .heading(var heading):
      heading.content = heading.content.mapTexts(change)
      return .heading(heading)
    case .paragraph(let inlines): return .paragraph(inlines.mapTexts(change))
    case .notice(let inlines): return .notice(inlines.mapTexts(change))
    case .list(let items, let ordered): return .list(items.map { $0.mapTexts(change) }, ordered: ordered)
    case .table(let table): return .table(table.mapTexts(change))
    case .chart(var chart):
      chart.caption = change(chart.caption)
      chart.categories = chart.categories.map(change)
      return .chart(chart)
    case .gap: return self
    case .signature(let lines): return .signature(lines.map(change))
    case .quote(let blocks): return .quote(blocks.mapTexts(change))
    case .group(let labels, let blocks): return .group(labels: labels, blocks.mapTexts(change))
    }
  }
}

extension Documents.Table {
  fileprivate func mapTexts(_ change: (String) -> String) -> Documents.Table {
    var table = self
    table.caption = caption.map(change)
    table.note = note.map(change)
    table.rows = rows.map { $0.map { $0.mapTexts(change) } }
    table.total = total.map { $0.map { $0.mapTexts(change) } }
    return table
  }
}

extension [Inline] {
  fileprivate func holdsText(_ isSuch: (String) -> Bool) -> Bool {
    contains { inline in
      switch inline {
      case .text(let text), .figure(_, let text), .link(_, let text): isSuch(text)
      case .strong(let content), .emphasis(let content): content.holdsText(isSuch)
      case .code, .figureEntry, .lineBreak: false
      }
    }
  }

  fileprivate func mapTexts(_ change: (String) -> String) -> [Inline] {
    map { inline in
      switch inline {
      case .text(let text): .text(change(text))
      case .figure(let id, let text): .figure(id: id, text: change(text))
      case .strong(let content): .strong(content.mapTexts(change))
      case .emphasis(let content): .emphasis(content.mapTexts(change))
      case .link(let to, let text): .link(to: to, text: change(text))
      case .code, .figureEntry, .lineBreak: inline
      }
    }
  }
}
