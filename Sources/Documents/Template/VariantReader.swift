/// Reads paragraphs: plain ones, block slots, notices and sentences with variants.
enum VariantReader {
  /// Whether a line is a block by itself: only a block slot, 题 or 无数据时隐藏.
  static func standsAlone(_ line: SourceLine) -> Bool {
    let text = line.scalars.trimmed()
    if let lead = Directive(text, at: 0), ["题", "无数据时隐藏"].contains(lead.inside) { return true }
    return blockSlot(Chunk.Text(scalars: text, line: line.number)) != nil
  }

  /// The node a paragraph's lines make.
  static func node(_ lines: [SourceLine], template: String) throws(TemplateError) -> TemplateNode? {
    guard let first = lines.first, case .some = lead(first) else {
      if let stray = lines.first(where: { lead($0) != nil }) { throw error(.mixedVariants, lines.first ?? stray, template) }
      return .body(try body(lines.text, template: template))
    }
    var variants: [TemplateVariant] = []
    for group in groups(lines) {
      if variants.last?.tests.isEmpty == true { throw error(.otherwiseNotLast, group[0], template) }
      variants.append(try variant(group, template: template))
    }
    return .variants(variants)
  }

  /// The lines of each variant: one line, and those joined to it by a `\` at the end.
  private static func groups(_ lines: [SourceLine]) -> [[SourceLine]] {
    var groups: [[SourceLine]] = []
    var goesOn = false
    for line in lines {
      let text = line.scalars.trimmed()
      let body = text.last == "\\" ? [Unicode.Scalar](text.dropLast()) : text
      let part = SourceLine(number: line.number, scalars: body)
      if goesOn { groups[groups.count - 1].append(part) } else { groups.append([part]) }
      goesOn = text.last == "\\"
    }
    return groups
  }

  private static func variant(_ lines: [SourceLine], template: String) throws(TemplateError) -> TemplateVariant {
    guard let lead = lead(lines[0]) else { throw error(.mixedVariants, lines[0], template) }
    var rest = lines
    rest[0].scalars = [Unicode.Scalar](lines[0].scalars.trimmed()[lead.end...])
    let tests = lead.leadingWord == "否则" ? [] : try ConditionTest.tests(lead.rest, line: lines[0].number, template: template)
    return TemplateVariant(tests: tests, body: try body(rest.text, template: template))
  }

  /// The `{{当 …}}` or `{{否则}}` that begins a line.
  private static func lead(_ line: SourceLine) -> Directive? {
    guard let directive = Directive(line.scalars.trimmed(), at: 0) else { return nil }
    return directive.leadingWord == "当" || directive.inside == "否则" ? directive : nil
  }

  /// What a text prints: a block slot, a notice or a sentence.
  private static func body(_ text: Chunk.Text, template: String) throws(TemplateError) -> TemplateBody {
    if let slot = blockSlot(text) { return .slot(slot) }
    guard let directive = Directive(text.scalars, at: 0), directive.inside == "提示" else {
      return .sentence(try PhraseParser.phrases(text, template: template))
    }
    let rest = Chunk.Text(scalars: [Unicode.Scalar](text.scalars[directive.end...]), line: text.line)
    return .notice(try PhraseParser.phrases(rest, template: template))
  }

  private static func blockSlot(_ text: Chunk.Text) -> Slot? {
    guard let directive = Directive(text.scalars, at: 0), directive.end == text.scalars.count, !directive.runsOn else { return nil }
    let slot = directive.slot(line: text.line)
    return slot.isBlock ? slot : nil
  }

  private static func error(_ reason: TemplateError.Reason, _ line: SourceLine, _ template: String) -> TemplateError {
    let written = String(scalars: line.scalars.trimmed().prefix(20))
    return TemplateError(template: template, line: line.number, written: written, reason: reason)
  }
}
