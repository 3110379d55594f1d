/// Reads a template's text into nodes.
struct TemplateParser {
  private let template: String
  private(set) var title: [Phrase]?
  private(set) var fileTitle: [Phrase]?
  private(set) var nodes: [TemplateNode] = []

  private static let rules = ChunkRules(
    sentenceEndsParagraph: false, headingNeedsBlank: false, bracesShieldPipes: true, standsAlone: VariantReader.standsAlone)

  /// Reads the whole text.
  init(_ text: String, template: String) throws(TemplateError) {
    self.template = template
    let lines = try CommentRemover.lines(SourceLine.split(text), template: template)
    for chunk in Chunker.chunks(of: lines, rules: Self.rules) {
      if let node = try node(chunk) { nodes.append(node) }
    }
  }

  private mutating func node(_ chunk: Chunk) throws(TemplateError) -> TemplateNode? {
    switch chunk {
    case .heading(let signs, let text): return try heading(signs, text)
    case .paragraph(let lines): return try paragraph(lines)
    case .list(let items, let ordered): return .list(try phrases(items), ordered: ordered)
    case .table(let header, let alignments, let rows): return try table(header, alignments, rows)
    case .quote(let lines):
      var quoted: [TemplateNode] = []
      for chunk in Chunker.chunks(of: lines, rules: Self.rules) {
        if let node = try node(chunk) { quoted.append(node) }
      }
      return .quote(quoted)
    }
  }

  private mutating func paragraph(_ lines: [SourceLine]) throws(TemplateError) -> TemplateNode? {
    guard let first = lines.first, let lead = Directive(first.scalars.trimmed(), at: 0) else {
      return try VariantReader.node(lines, template: template)
    }
    if lead.inside == "无数据时隐藏", lead.end == first.scalars.trimmed().count { return .hidesWithoutData }
    guard lead.inside == "题" else { return try VariantReader.node(lines, template: template) }
    let words = Chunk.Text(scalars: [Unicode.Scalar](first.scalars.trimmed()[lead.end...]).trimmed(), line: first.number)
    let written = String(scalars: first.scalars.trimmed())
    if words.scalars.isEmpty { throw TemplateError(template: template, line: first.number, written: written, reason: .emptyTitle) }
    if fileTitle != nil { throw TemplateError(template: template, line: first.number, written: written, reason: .secondTitle) }
    fileTitle = try PhraseParser.phrases(words, template: template)
    return nil
  }

  private mutating func heading(_ signs: Int, _ text: Chunk.Text) throws(TemplateError) -> TemplateNode? {
    let written = String(repeating: "#", count: signs) + " " + String(scalars: text.scalars)
    if signs > 5 { throw TemplateError(template: template, line: text.line, written: written, reason: .headingTooDeep) }
    let (style, words) = Self.style(text)
    let content = try PhraseParser.phrases(words, template: template)
    if signs > 1 { return .heading(level: signs - 1, style, content) }
    if title != nil { throw TemplateError(template: template, line: text.line, written: written, reason: .secondTitle) }
    title = content
    return nil
  }

  /// Takes off a leading `{-}` or `{附录}`.
  private static func style(_ text: Chunk.Text) -> (Heading.Style, Chunk.Text) {
    guard Braces.isOpen(text.scalars.first), let end = text.scalars.firstIndex(where: Braces.isClose) else { return (.numbered, text) }
    let mark = String(scalars: [Unicode.Scalar](text.scalars[1..<end]).trimmed())
    let words = Chunk.Text(scalars: [Unicode.Scalar](text.scalars[(end + 1)...]).trimmed(), line: text.line)
    switch mark {
    case "-", "－", "—": return (.plain, words)
    case "附录": return (.appendix, words)
    default: return (.numbered, text)
    }
  }

  private func table(_ header: [Chunk.Text], _ alignments: [TableColumn.Alignment], _ rows: [[Chunk.Text]]) throws(TemplateError)
    -> TemplateNode
  {
    var cells: [[[Phrase]]] = []
    for row in rows { cells.append(try phrases(row)) }
    return .table(header: try phrases(header), alignments: alignments, rows: cells)
  }

  private func phrases(_ texts: [Chunk.Text]) throws(TemplateError) -> [[Phrase]] {
    var result: [[Phrase]] = []
    for text in texts { result.append(try PhraseParser.phrases(text, template: template)) }
    return result
  }
}

/// Takes out comments `{{注 …}}` that begin a line, also over several lines.
private enum CommentRemover {
  static func lines(_ lines: [SourceLine], template: String) throws(TemplateError) -> [SourceLine] {
    var result: [SourceLine] = []
    var open: SourceLine?
    for line in lines {
      let text = line.scalars.trimmed()
      if open == nil, !opensComment(text) {
        result.append(line)
      } else if let end = closingBraces(text) {
        open = nil
        let rest = [Unicode.Scalar](text[end...]).trimmed()
        if !rest.isEmpty { result.append(SourceLine(number: line.number, scalars: rest)) }
      } else {
        open = open ?? line
      }
    }
    guard let open else { return result }
    let written = String(scalars: open.scalars.prefix(20))
    throw TemplateError(template: template, line: open.number, written: written, reason: .unclosedSlot)
  }

  private static func opensComment(_ text: [Unicode.Scalar]) -> Bool {
    guard Braces.isOpen(text[at: 0]), Braces.isOpen(text[at: 1]) else { return false }
    let inside = [Unicode.Scalar](text[2...]).trimmed()
    guard inside.first == "注" else { return false }
    guard let next = inside[at: 1] else { return true }
    return next.isBlank || next == "：" || next == ":" || Braces.isClose(next)
  }

  /// The position after the first closing braces.
  private static func closingBraces(_ text: [Unicode.Scalar]) -> Int? {
    text.indices.first { Braces.isClose(text[$0]) && Braces.isClose(text[at: $0 + 1]) }.map { $0 + 2 }
  }
}
