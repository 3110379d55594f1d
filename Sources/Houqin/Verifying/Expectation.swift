import Documents
import LedgerKit
import Ledgers

/// What the outlines would print of the data: sentences and tables whose numbers know what they are.
struct Expectation {
  struct Table {
    let head: [Sentence]
    let rows: [[Sentence]]
    /// The head's words, what tables are told by.
    let key: String
  }

  /// Before the labels of the cover box.
  static let cover = "封面·"

  /// The document's title; a plan's names the term to come.
  private(set) var title = ""
  private(set) var sentences: [Sentence] = []
  private(set) var tables: [Table] = []
  private var known = Set<[Unicode.Scalar]>()

  /// What a document of one outline says before anything else: neither cover nor title.
  init(only outline: Outline, of summary: Summary) throws(HouqinError) { try add(summary, outline, .archive, isFirst: true) }

  /// The outline that is meant first, then what other outlines and the posted edition say in other words.
  init(_ summary: Summary, outline: Outline) throws(HouqinError) {
    let report = try Composition(summary, outline: outline, edition: .archive)
    try add(summary, outline, .archive, isFirst: true)
    add(report.document)
    let others = try TemplateFiles.outlines.filter { $0 != outline.name }.map(Expectation.named)
    for other in others { try add(summary, other, .archive, isFirst: false) }
    try add(summary, outline, .public, isFirst: false)
  }

  private static func named(_ name: String) throws(HouqinError) -> Outline { try Outline.named(name, for: .kindergarten) }

  private mutating func add(_ summary: Summary, _ outline: Outline, _ edition: Edition, isFirst: Bool) throws(HouqinError) {
    let source = LabelledSource(
      base: SummarySource(summary: summary, cited: outline.template.figureNames, edition: edition), edition: edition)
    let blocks: [Block]
    do {
      blocks = try outline.template.compose(from: source)
    } catch {
      throw .badTemplate(error.description)
    }
    let before = known
    for block in blocks { add(block, unless: isFirst ? [] : before) }
  }

  /// What stands before the body.
  private mutating func add(_ document: Document) {
    title = document.title
    add(sentencesOf: [.figure(id: "学期", text: document.title)], unless: [])
    for line in document.byline + [document.byline.joined(separator: " · ")] {
      add(sentencesOf: [.figure(id: "统计截止日", text: line)], unless: [])
    }
    let cells = { (label: String, text: String) in Sentence(FoldedText(text, label: Self.cover + label)) }
    let rows = [document.cover.map { cells($0.label, $0.value) }, document.cover.map { cells($0.label, $0.note) }]
    append(head: document.cover.map { Sentence(FoldedText($0.label)) }, rows)
    if case .table(let table)? = document.blocks.first { add(table, unless: []) }
  }

  private mutating func add(_ block: Block, unless said: Set<[Unicode.Scalar]>) {
    switch block {
    case .heading(let heading): add(sentencesOf: heading.content, unless: said)
    case .paragraph(let inlines), .notice(let inlines): add(sentencesOf: inlines, unless: said)
    case .list(let items, _): for item in items { add(sentencesOf: item, unless: said) }
    case .table(let table): add(table, unless: said)
    case .chart(let chart):
      add(sentencesOf: [.text(chart.caption)], unless: said)
      add(LabelledSource.labelled(chart.table, "图 " + chart.caption), unless: said)
    case .signature(let lines): for line in lines { add(sentencesOf: [.figure(id: "统计截止日", text: line)], unless: said) }
    case .quote(let blocks), .group(_, let blocks): for block in blocks { add(block, unless: said) }
    case .gap: break
    }
  }

  private mutating func add(sentencesOf inlines: [Inline], unless said: Set<[Unicode.Scalar]>) {
    for text in FoldedText(inlines).sentences {
      let sentence = Sentence(text)
      guard !said.contains(sentence.key) else { continue }
      known.insert(sentence.key)
      sentences.append(sentence)
    }
  }

  private mutating func add(_ table: Documents.Table, unless said: Set<[Unicode.Scalar]>) {
    let name = table.caption ?? "表"
    if let caption = table.caption { add(sentencesOf: [.figure(id: name, text: caption)], unless: said) }
    if let note = table.note { add(sentencesOf: [.figure(id: name, text: note)], unless: said) }
    let rows = (table.rows + (table.total.map { [$0] } ?? [])).map { row in row.map { Sentence(FoldedText($0)) } }
    let head = table.columns.map { Sentence(FoldedText($0.title)) }
    let mark = ["\n"] + head.flatMap(\.key) + rows.flatMap { $0.flatMap(\.key) }
    guard !said.contains(mark) else { return }
    known.insert(mark)
    append(head: head, rows)
  }

  private mutating func append(head: [Sentence], _ rows: [[Sentence]]) {
    guard !rows.isEmpty else { return }
    tables.append(Table(head: head, rows: rows, key: Self.key(head)))
  }

  static func key(_ head: [Sentence]) -> String { head.map { FoldedText.string($0.key[...]) }.joined(separator: "|") }
}

extension FoldedText {
  /// Running text with the labels of its figures.
  init(_ inlines: [Inline]) {
    self.init()
    append(inlines)
  }

  private mutating func append(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .text(let text), .code(let text), .figureEntry(_, let text), .link(_, let text): append(text)
      case .figure(let id, let text): append(text, label: id)
      case .strong(let content), .emphasis(let content): append(content)
      case .lineBreak: breakLine()
      }
    }
  }
}

/// A summary's source that tells of every number what it is: also of settings, rows left out and the cells of tables.
struct LabelledSource: TemplateSource {
  let base: SummarySource
  let edition: Edition

  func value(of slot: Slot) -> SlotValue? {
    guard case .text(let text)? = base.value(of: slot) else { return base.value(of: slot) }
    return .figure(id: slot.name + (slot.style.map { "|" + $0 } ?? ""), text: text, isZero: false)
  }

  /// What people write by hand is judged, not expected.
  func blocks(for slot: Slot) -> [Block]? {
    guard slot.keyword != "文字" else { return [] }
    let name = [slot.keyword == "表" || slot.keyword == "图" ? nil : slot.keyword, slot.name].compactMap { $0 }.joined(separator: " ")
    return base.blocks(for: slot).map { $0.map { Self.labelled($0, name) } }
  }

  func holds(_ condition: Condition) -> Bool? { base.holds(condition) }
  func names(after words: String?) -> [String] { base.names(after: words) }

  private static func labelled(_ block: Block, _ name: String) -> Block {
    switch block {
    case .paragraph(let inlines): .paragraph(labelled(inlines, name))
    case .notice(let inlines): .notice(labelled(inlines, name))
    case .list(let items, let ordered): .list(items.map { labelled($0, name) }, ordered: ordered)
    case .table(let table): .table(labelled(table, name))
    case .group(let labels, let blocks): .group(labels: labels, blocks.map { labelled($0, name) })
    case .quote(let blocks): .quote(blocks.map { labelled($0, name) })
    case .chart, .heading, .gap, .signature: block
    }
  }

  static func labelled(_ table: Documents.Table, _ name: String) -> Documents.Table {
    var table = table
    // A row that defines a figure is about that figure.
    table.rows = table.rows.map { row in
      let entry = row.first?.lazy.compactMap { if case .figureEntry(let id, _) = $0 { id } else { nil } }.first
      return row.map { labelled($0, entry ?? name) }
    }
    table.total = table.total.map { $0.map { labelled($0, name) } }
    return table
  }

  private static func labelled(_ inlines: [Inline], _ name: String) -> [Inline] {
    inlines.map { inline in
      switch inline {
      case .text(let text), .code(let text): .figure(id: name, text: text)
      case .strong(let content): .strong(labelled(content, name))
      case .emphasis(let content): .emphasis(labelled(content, name))
      case .figure, .figureEntry, .link, .lineBreak: inline
      }
    }
  }
}
