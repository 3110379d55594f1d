/// Markdown as it grows.
struct MarkdownWriter {
  private var page = GrowingText()

  /// Gives the Markdown away, in UTF-8.
  mutating func take() -> [UInt8] { page.take() }
  /// How many bytes it has.
  var count: Int { page.count }

  /// The Markdown so far, as a text.
  var text: String { page.withBytes { String(decoding: $0, as: UTF8.self) } }

  /// Adds Markdown as it is.
  mutating func add(_ markdown: StaticString) { page.append(markdown) }

  /// Adds Markdown as it is.
  mutating func add(markdown: String) { page.append(markdown) }

  /// Adds so many blanks; none for less than one.
  mutating func add(blanks: Int) { page.append(UInt8(ascii: " "), count: max(0, blanks)) }

  /// Takes back what was added after so many bytes.
  mutating func cut(to count: Int) { page.cut(to: count) }

  /// Adds a text that is Markdown as it is where `isPlain` holds for it; else adds nothing.
  mutating func add(_ text: String, where isPlain: PlainText) -> Bool {
    text.withBytes { utf8 in
      guard isPlain.holds(for: utf8) else { return false }
      page.append(utf8)
      return true
    }
  }

  /// Calls `body` with what was added after so many bytes; they are valid only during the call.
  func withBytes<R>(from start: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R { page.withBytes(from: start, body) }

  /// Makes room for so many more bytes.
  mutating func reserve(_ count: Int) { page.reserve(count) }

  /// Adds a block, parted from the one before by a blank line; a block without words is none.
  mutating func addBlock(_ write: (inout MarkdownWriter) -> Void) {
    let end = count
    if end > 0 { add("\n\n") }
    let start = count
    write(&self)
    if count == start { cut(to: end) }
  }

  /// Adds a block that is written already.
  mutating func addBlock(_ markdown: String) { addBlock { $0.add(markdown: markdown) } }
}
