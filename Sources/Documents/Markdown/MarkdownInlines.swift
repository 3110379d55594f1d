/// Writes running text as Markdown.
struct MarkdownInlines {
  /// Where the text stands; it decides what a line break becomes.
  enum Place {
    /// Where a line may end.
    case paragraph
    /// Where all must stay on one line, such as a heading.
    case line
    /// As `line`, within a table.
    case cell
  }

  let place: Place

  /// Adds the text's Markdown: a paragraph, or the middle of a line.
  func add(_ inlines: [Inline], to markdown: inout MarkdownWriter) {
    if inlines.isEmpty || PlainInlines.add(inlines, place, to: &markdown) { return }
    markdown.add(markdown: place == .paragraph ? paragraph(inlines) : line(inlines))
  }

  /// The text's Markdown, on as many lines as it has line breaks, safe at the beginning of each.
  func paragraph(_ inlines: [Inline]) -> String {
    let text = markup(inlines.trimmed())
    guard text.utf8.contains(UInt8(ascii: "\n")) else { return MarkdownText.guardLine(text).trimmingTrailingBlanks() }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { MarkdownText.guardLine(String($0)).trimmingTrailingBlanks() }.joined(separator: "\n")
  }

  /// The text's Markdown for the middle of a line.
  func line(_ inlines: [Inline]) -> String {
    markup(inlines.trimmed())
  }

  private func markup(_ inlines: [Inline]) -> String {
    write(Self.merged(inlines), before: nil, after: nil)
  }

  private func write(_ inlines: [Inline], before: Unicode.Scalar?, after: Unicode.Scalar?) -> String {
    var result = ""
    for (index, inline) in inlines.enumerated() {
      let next = index + 1 < inlines.count ? Self.firstScalar(inlines[index + 1]) : after
      result += write(inline, before: result.unicodeScalars.last ?? before, after: next)
    }
    return result
  }

  private func write(_ inline: Inline, before: Unicode.Scalar?, after: Unicode.Scalar?) -> String {
    switch inline {
    case .text(let text), .figure(_, let text), .figureEntry(_, let text): MarkdownText.escape(text)
    case .code(let text): MarkdownText.code(text, inCell: place == .cell)
    case .link(let path, let text): RelativeAddress.text(path).map { "[\(MarkdownText.escape(text))](\($0))" } ?? MarkdownText.escape(text)
    case .lineBreak: place == .paragraph ? "\\\n" : " "
    case .strong(let content): emphasized(content, "**", before, after)
    case .emphasis(let content): emphasized(content, "*", before, after)
    }
  }

  /// Content between asterisks.
  ///
  /// Markdown ignores asterisks that stand between punctuation and a letter, as in `**注意：**请…`, so punctuation at an
  /// edge moves out where needed; if that is not enough, the emphasis is given up rather than the words.
  private func emphasized(_ content: [Inline], _ mark: String, _ before: Unicode.Scalar?, _ after: Unicode.Scalar?) -> String {
    var core = content
    let lead = peel(&core, last: false, outside: before)
    let tail = peel(&core, last: true, outside: after)
    let inside = write(core, before: nil, after: nil)
    let (outerLeft, outerRight) = (lead.unicodeScalars.last ?? before, tail.unicodeScalars.first ?? after)
    let flanks = Self.flanks(inside.unicodeScalars.first, outerLeft) && Self.flanks(inside.unicodeScalars.last, outerRight)
    let wrapped = flanks ? mark + inside + mark : inside
    return MarkdownText.escape(lead) + wrapped + MarkdownText.escape(tail)
  }

  /// Takes off the blanks, and the punctuation where it is in the way, at one end of an emphasis.
  private func peel(_ core: inout [Inline], last: Bool, outside: Unicode.Scalar?) -> String {
    let takesPunctuation = !Self.flanks("。", outside)
    let index = last ? core.count - 1 : 0
    guard core.indices.contains(index), case .text(let text) = core[index] else { return "" }
    let isPeeled: (Unicode.Scalar) -> Bool = { $0.isSpace || (takesPunctuation && $0.isPunctuation) }
    // Most emphasis begins and ends with words.
    guard let edge = last ? HarmlessText.last(text) : HarmlessText.first(text), isPeeled(edge) else { return "" }
    let scalars = HarmlessText.scalars(text)
    let count = last ? scalars.reversed().prefix(while: isPeeled).count : scalars.prefix(while: isPeeled).count
    core[index] = .text(String(scalars: last ? scalars.dropLast(count) : scalars.dropFirst(count)))
    return String(scalars: last ? scalars.suffix(count) : scalars.prefix(count))
  }

  /// Whether asterisks between these two count as emphasis of the inner one.
  private static func flanks(_ inner: Unicode.Scalar?, _ outer: Unicode.Scalar?) -> Bool {
    guard let inner, !inner.isSpace else { return false }
    guard inner.isPunctuation, let outer else { return true }
    return outer.isSpace || outer.isPunctuation
  }

  private static func firstScalar(_ inline: Inline) -> Unicode.Scalar? {
    switch inline {
    case .text(let text), .figure(_, let text), .figureEntry(_, let text): HarmlessText.first(text)
    case .code: "`"
    case .link: "["
    case .strong, .emphasis: "*"
    case .lineBreak: "\n"
    }
  }

  /// The same text with plain neighbors merged and emphasis within the same emphasis undone.
  private static func merged(_ inlines: [Inline], inStrong: Bool = false, inEmphasis: Bool = false) -> [Inline] {
    var result: [Inline] = []
    for inline in inlines {
      switch inline {
      case .text(let text), .figure(_, let text), .figureEntry(_, let text): result.add(.text(text))
      case .strong(let content):
        let inner = merged(content, inStrong: true, inEmphasis: inEmphasis)
        if inStrong { inner.forEach { result.add($0) } } else if !inner.isEmpty { result.append(.strong(inner)) }
      case .emphasis(let content):
        let inner = merged(content, inStrong: inStrong, inEmphasis: true)
        if inEmphasis { inner.forEach { result.add($0) } } else if !inner.isEmpty { result.append(.emphasis(inner)) }
      case .code, .link, .lineBreak: result.append(inline)
      }
    }
    return result
  }
}
