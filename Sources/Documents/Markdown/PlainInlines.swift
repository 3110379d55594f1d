/// Running text that is Markdown as it is, added piece by piece.
///
/// Nearly all text is such. To join it first, as the marks and blanks of the rest have to be seen together, took half the time of a
/// document.
enum PlainInlines {
  /// Adds text; adds nothing and returns false where some of it may have to be changed.
  static func add(_ inlines: [Inline], _ place: MarkdownInlines.Place, to markdown: inout MarkdownWriter) -> Bool {
    let start = markdown.count
    let isAdded =
      if case .strong(let content)? = inlines.first {
        addStrong(content, before: inlines.dropFirst(), place, to: &markdown)
      } else {
        addPieces(inlines[...], place, least: place == .paragraph ? 0x40 : 0x21, to: &markdown)
      }
    if !isAdded { markdown.cut(to: start) }
    return isAdded
  }

  /// Emphasis at the beginning: nothing before it can be in its way, nor can what follows where it ends with a Chinese character.
  private static func addStrong(
    _ content: [Inline], before rest: ArraySlice<Inline>, _ place: MarkdownInlines.Place, to markdown: inout MarkdownWriter
  ) -> Bool {
    markdown.add("**")
    guard addPieces(content[...], .paragraph, least: 0x21, to: &markdown) else { return false }
    let isClosed = rest.isEmpty || endsWithChinese(markdown)
    markdown.add("**")
    return isClosed && (rest.isEmpty || addPieces(rest, place, least: 0, to: &markdown))
  }

  /// Whether the last character is one from U+5000 to U+8FFF; most are.
  private static func endsWithChinese(_ markdown: MarkdownWriter) -> Bool {
    markdown.withBytes(from: max(0, markdown.count - 3)) { (0xE5...0xE8).contains($0.first ?? 0) }
  }

  /// `least` is the lowest byte they may begin with; what is below begins lists, quotes and the like.
  private static func addPieces(
    _ inlines: ArraySlice<Inline>, _ place: MarkdownInlines.Place, least: UInt8, to markdown: inout MarkdownWriter
  ) -> Bool {
    let start = markdown.count
    for inline in inlines { guard add(inline, place, to: &markdown) else { return false } }
    return markdown.withBytes(from: start) { areTrimmed($0, least) }
  }

  private static func add(_ inline: Inline, _ place: MarkdownInlines.Place, to markdown: inout MarkdownWriter) -> Bool {
    switch inline {
    case .text(let text), .figure(_, let text), .figureEntry(_, let text): return markdown.add(text, where: MarkdownText.plain)
    case .code(let text) where !text.isEmpty && text.utf8.first != 0x20:
      markdown.add("`")
      guard markdown.add(text, where: MarkdownText.plainCode) else { return false }
      markdown.add("`")
      return true
    case .lineBreak where place != .paragraph:
      markdown.add(" ")
      return true
    case .lineBreak, .code, .link, .strong, .emphasis: return false
    }
  }

  /// Whether pieces together have no blanks at the ends.
  private static func areTrimmed(_ text: UnsafeBufferPointer<UInt8>, _ least: UInt8) -> Bool {
    guard let first = text.first, let last = text.last, first >= least, last > 0x20 else { return false }
    return !isWideBlank(text, at: 0) && !isWideBlank(text, at: text.count - 3)
  }

  /// Whether U+3000 stands at a place.
  private static func isWideBlank(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    place >= 0 && place + 3 <= text.count && text[place] == 0xE3 && text[place + 1] == 0x80 && text[place + 2] == 0x80
  }
}
