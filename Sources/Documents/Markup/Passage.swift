/// A passage written by hand, in Markdown, for one place of the report.
public enum Passage {
  private static let rules = ChunkRules(
    sentenceEndsParagraph: true, headingNeedsBlank: true, bracesShieldPipes: false, standsAlone: { _ in false })

  /// The blocks of a person's Markdown file.
  ///
  /// Knows paragraphs, lists, quotes, pipe tables, `**strong**`, `*emphasis*` and `` `code` ``. A heading becomes a strong
  /// paragraph, since the outline belongs to the template. A line that ends with a full stop ends its paragraph.
  /// HTML and `{{…}}` stay literal text. Any text gives blocks; nothing is an error.
  public static func blocks(fromMarkdown text: String) -> [Block] {
    Chunker.chunks(of: SourceLine.split(text), rules: rules).compactMap(block)
  }

  private static func block(_ chunk: Chunk) -> Block? {
    switch chunk {
    case .heading(_, let text): paragraph([.strong(inlines(text))], isEmpty: text.scalars.isEmpty)
    case .paragraph(let lines): paragraph(inlines(lines.text), isEmpty: lines.text.scalars.isEmpty)
    case .list(let items, let ordered): .list(items.map(inlines), ordered: ordered)
    case .table(let header, let alignments, let rows): .table(table(header, alignments, rows))
    case .quote(let lines): .quote(Chunker.chunks(of: lines, rules: rules).compactMap(block))
    }
  }

  private static func paragraph(_ inlines: [Inline], isEmpty: Bool) -> Block? {
    isEmpty ? nil : .paragraph(inlines)
  }

  private static func table(_ header: [Chunk.Text], _ alignments: [TableColumn.Alignment], _ rows: [[Chunk.Text]]) -> Table {
    let columns = zip(header, alignments).map { TableColumn(inlines($0).plainText, $1) }
    return Table(columns: columns, rows: rows.map { $0.map(inlines) })
  }

  private static func inlines(_ text: Chunk.Text) -> [Inline] {
    var scanner = MarkupScanner(text)
    while scanner.current != nil { scanner.step() }
    scanner.flush()
    return PhraseAssembler.phrases(scanner.tokens).map(inline)
  }

  private static func inline(_ phrase: Phrase) -> Inline {
    switch phrase {
    case .text(let text): .text(text)
    case .code(let text): .code(text)
    case .lineBreak: .lineBreak
    case .strong(let phrases): .strong(phrases.map(inline))
    case .emphasis(let phrases): .emphasis(phrases.map(inline))
    case .slot(let slot): .text(slot.name)
    case .clause(_, let phrases): .text(phrases.map(inline).plainText)
    }
  }
}
