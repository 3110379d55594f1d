/// Fills a template from a source.
///
/// Everything is asked for, also what is not printed, so that a misspelled name is found at once; of a proven template only what is
/// printed.
struct Composer<Source: TemplateSource> {
  let template: String
  let source: Source
  var asksForAll = true

  func blocks(_ nodes: [TemplateNode]) throws(TemplateError) -> [Block] {
    var blocks: [Block] = []
    var hidesAll = false
    for node in nodes {
      if case .hidesWithoutData = node {
        let section = blocks.lastIndex(where: \.isHeading)
        if let section { blocks[section].hideWithoutData() } else { hidesAll = true }
      }
      blocks += try self.blocks(node)
    }
    if hidesAll { for i in blocks.indices { blocks[i].hideWithoutData() } }
    return blocks
  }

  private func blocks(_ node: TemplateNode) throws(TemplateError) -> [Block] {
    switch node {
    case .heading(let level, let style, let phrases):
      return [.heading(Heading(level: level, style: style, content: try line(phrases)))]
    case .body(let body): return try blocks(body)
    case .variants(let variants): return try blocks(variants)
    case .list(let items, let ordered):
      let printed = try cells(items).filter { !$0.isEmpty }
      return printed.isEmpty ? [] : [.list(printed, ordered: ordered)]
    case .table(let header, let alignments, let rows): return [.table(try table(header, alignments, rows))]
    case .quote(let nodes):
      let quoted = try blocks(nodes)
      return quoted.isEmpty ? [] : [.quote(quoted)]
    case .hidesWithoutData: return []
    }
  }

  private func blocks(_ body: TemplateBody) throws(TemplateError) -> [Block] {
    switch body {
    case .sentence(let phrases):
      let content = try line(phrases)
      return content.isEmpty ? [] : [.paragraph(content)]
    case .notice(let phrases):
      let content = try line(phrases)
      return content.isEmpty ? [] : [.notice(content)]
    case .slot(let slot):
      guard let blocks = source.blocks(for: slot) else { throw unknown(slot) }
      return blocks
    }
  }

  /// The first variant whose conditions hold; the others are only checked.
  private func blocks(_ variants: [TemplateVariant]) throws(TemplateError) -> [Block] {
    var chosen: [Block]?
    for variant in variants where asksForAll || chosen == nil {
      let holds = try holds(variant.tests)
      guard asksForAll || holds else { continue }
      let blocks = try blocks(variant.body)
      if holds, chosen == nil { chosen = blocks }
    }
    return chosen ?? []
  }

  private func table(_ header: [[Phrase]], _ alignments: [TableColumn.Alignment], _ rows: [[[Phrase]]]) throws(TemplateError) -> Table {
    var filled: [[[Inline]]] = []
    for row in rows { filled.append(try cells(row)) }
    return Table(columns: zip(try cells(header), alignments).map { TableColumn($0.plainText, $1) }, rows: filled)
  }

  private func cells(_ texts: [[Phrase]]) throws(TemplateError) -> [[Inline]] {
    var cells: [[Inline]] = []
    for text in texts { cells.append(try line(text)) }
    return cells
  }
}

// MARK: Running text

extension Composer {
  func line(_ phrases: [Phrase]) throws(TemplateError) -> [Inline] {
    try fill(phrases).inlines.trimmed()
  }

  private func fill(_ phrases: [Phrase]) throws(TemplateError) -> Filled {
    var result = Filled()
    for phrase in phrases { try fill(phrase, into: &result) }
    return result
  }

  private func fill(_ phrase: Phrase, into result: inout Filled) throws(TemplateError) {
    switch phrase {
    case .text(let text): result.inlines.add(.text(text))
    case .code(let text): result.inlines.add(.code(text))
    case .lineBreak: result.inlines.add(.lineBreak)
    case .strong(let phrases): result.add(try fill(phrases)) { .strong($0) }
    case .emphasis(let phrases): result.add(try fill(phrases)) { .emphasis($0) }
    case .slot(let slot): try fill(slot, into: &result)
    case .clause(let tests, let phrases): for inline in try clause(tests, phrases) { result.inlines.add(inline) }
    }
  }

  /// What is printed of a clause: all or nothing.
  private func clause(_ tests: [ConditionTest]?, _ phrases: [Phrase]) throws(TemplateError) -> [Inline] {
    if let tests, !asksForAll { return try holds(tests) ? fill(phrases).inlines : [] }
    let filled = try fill(phrases)
    return try tests.map(holds) ?? filled.isComplete ? filled.inlines : []
  }

  private func fill(_ slot: Slot, into result: inout Filled) throws(TemplateError) {
    switch source.value(of: slot) {
    case .text(let text)?: result.add(.text(text), isComplete: !text.isEmpty)
    case .figure(let id, let text, let isZero)?: result.add(.figure(id: id, text: text), isComplete: !isZero)
    case .absent(let text)?: result.add(.text(text), isComplete: false)
    case nil: throw unknown(slot)
    }
  }

  private func holds(_ tests: [ConditionTest]) throws(TemplateError) -> Bool {
    var all = true
    for test in tests {
      guard let holds = source.holds(test.condition) else {
        let reason = Misnamed(source: source).reason(for: test.condition)
        throw TemplateError(template: template, line: test.line, written: test.written, reason: reason)
      }
      all = all && holds
      if !all, !asksForAll { return false }
    }
    return all
  }

  private func unknown(_ slot: Slot) -> TemplateError {
    TemplateError(template: template, line: slot.line, written: slot.written, reason: Misnamed(source: source).reason(for: slot))
  }
}

/// Running text and whether all its slots have a value other than zero.
private struct Filled {
  var inlines: [Inline] = []
  var isComplete = true

  mutating func add(_ inline: Inline, isComplete: Bool) {
    inlines.add(inline)
    self.isComplete = self.isComplete && isComplete
  }

  /// Adds other text in emphasis; nothing where it has no words.
  mutating func add(_ other: Filled, as wrap: ([Inline]) -> Inline) {
    if !other.inlines.isEmpty { inlines.add(wrap(other.inlines)) }
    isComplete = isComplete && other.isComplete
  }
}
