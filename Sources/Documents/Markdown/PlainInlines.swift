/// Running text that is Markdown as it is, added piece by piece.
///
/// Nearly all text is such. To join it first, as the marks and blanks of the rest have to be seen together, took half the time of a
/// document.
enum PlainInlines {
  /// Adds text after a mark such as `## `; adds nothing and returns false where some of it may have to be changed.
  static func add(_ inlines: [Inline], _ place: MarkdownInlines.Place, after mark: String = "", to markdown: inout MarkdownWriter) -> Bool {
    let start = markdown.bytes.count
    markdown.add(mark)
    let isAdded =
      if inlines.count == 1, case .strong(let content) = inlines[0] {
        addStrong(content, to: &markdown)
      } else {
        addPieces(inlines, place, least: place == .paragraph ? 0x40 : 0x21, to: &markdown)
      }
    if !isAdded { markdown.cut(to: start) }
    return isAdded
  }

  /// Emphasis that stands alone: nothing around it can be in its way.
  private static func addStrong(_ content: [Inline], to markdown: inout MarkdownWriter) -> Bool {
    markdown.add("**")
    guard addPieces(content, .paragraph, least: 0x21, to: &markdown) else { return false }
    markdown.add("**")
    return true
  }

  /// `least` is the lowest byte they may begin with; what is below begins lists, quotes and the like.
  private static func addPieces(
    _ inlines: [Inline], _ place: MarkdownInlines.Place, least: UInt8, to markdown: inout MarkdownWriter
  ) -> Bool {
    let start = markdown.bytes.count
    guard inlines.allSatisfy({ add($0, place, to: &markdown) }) else { return false }
    return markdown.bytes.withUnsafeBufferPointer { isPlain(UnsafeBufferPointer(rebasing: $0[start...]), least) }
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

  /// Whether pieces are as they should be together: without blanks at the ends, and without what may be an address.
  private static func isPlain(_ text: UnsafeBufferPointer<UInt8>, _ least: UInt8) -> Bool {
    guard let first = text.first, let last = text.last, first >= least, last > 0x20 else { return false }
    guard !isWideBlank(text, at: 0), !isWideBlank(text, at: text.count - 3) else { return false }
    return !(text.contains(UInt8(ascii: ".")) && text.contains { $0 | 0x20 == UInt8(ascii: "w") })
  }

  /// Whether U+3000 stands at a place.
  private static func isWideBlank(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    place >= 0 && place + 3 <= text.count && text[place] == 0xE3 && text[place + 1] == 0x80 && text[place + 2] == 0x80
  }
}
