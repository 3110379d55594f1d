/// Markdown as it grows, in UTF-8.
struct MarkdownWriter {
  /// The Markdown so far.
  private(set) var bytes: [UInt8] = []

  /// The Markdown so far, as a text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Adds Markdown as it is.
  mutating func add(_ markdown: String) {
    var markdown = markdown
    markdown.withUTF8 { bytes.append(contentsOf: $0) }
  }

  /// Takes back what was added after so many bytes.
  mutating func cut(to count: Int) { bytes.removeSubrange(count...) }

  /// Adds a text that is Markdown as it is where `isPlain` holds for it; else adds nothing.
  mutating func add(_ text: String, where isPlain: PlainText) -> Bool {
    var text = text
    return text.withUTF8 { utf8 in
      guard isPlain.holds(for: utf8) else { return false }
      bytes.append(contentsOf: utf8)
      return true
    }
  }

  /// Makes room for so many more bytes.
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

  /// Adds a block, parted from the one before by a blank line; a block without words is none.
  mutating func addBlock(_ write: (inout MarkdownWriter) -> Void) {
    let end = bytes.count
    if end > 0 { add("\n\n") }
    let start = bytes.count
    write(&self)
    if bytes.count == start { bytes.removeSubrange(end...) }
  }

  /// Adds a block that is written already.
  mutating func addBlock(_ markdown: String) { addBlock { $0.add(markdown) } }
}
