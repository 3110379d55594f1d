/// Writes a document as one self-contained HTML file by filling a page shell.
public struct HTMLRenderer: Sendable {
  /// A place in the shell that the renderer fills.
  public enum Placeholder: String, CaseIterable, Sendable {
    /// The Content-Security-Policy, within an attribute.
    case policy = "<!--policy-->"
    /// The title, as text.
    case title = "<!--title-->"
    /// The list of contents.
    case contents = "<!--contents-->"
    /// Letterhead, `h1`, byline and cover box.
    case header = "<!--header-->"
    /// The body.
    case body = "<!--body-->"
  }

  /// The SHA-256 of bytes, 32 of them.
  public typealias Digest = @Sendable ([UInt8]) -> [UInt8]

  private let pieces: [PagePiece]
  private let policy: String
  /// The shell's length and that of the rest as it mostly is, in bytes.
  private let usualSize: Int

  /// Creates a renderer.
  /// - Parameters:
  ///   - page: The shell: an HTML page that holds each ``Placeholder`` once.
  ///   - sha256: How the shell's style and script are made known to browsers; they obey no other.
  public init(page: String, sha256: Digest) {
    pieces = PagePiece.pieces(of: page)
    usualSize = pieces.reduce(1 << 17) { $0 + $1.literal.utf8.count }
    policy = ContentPolicy.text(shell: pieces.map(\.literal).joined(), sha256: sha256)
  }

  /// The placeholders a shell lacks; what belongs there would not be printed.
  public static func missingPlaceholders(in page: String) -> [Placeholder] {
    let present = PagePiece.pieces(of: page).compactMap(\.placeholder)
    return Placeholder.allCases.filter { !present.contains($0) }
  }

  /// The document's page: LF line ends, one at the end.
  public func render(_ document: Document) -> String { String(decoding: utf8(document), as: UTF8.self) }

  /// The same in UTF-8.
  public func utf8(_ document: Document) -> [UInt8] {
    var html = HTMLWriter()
    html.reserve(usualSize)
    for piece in pieces {
      switch piece {
      case .literal(let text): html.add(markup: text)
      case .placeholder(let placeholder): write(placeholder, document, to: &html)
      }
    }
    return html.take()
  }

  private func write(_ placeholder: Placeholder, _ document: Document, to html: inout HTMLWriter) {
    switch placeholder {
    case .policy: html.add(markup: policy)
    case .title: html.add(text: document.title)
    case .contents: HTMLFront.writeContents(document.blocks, to: &html)
    case .header: writeBrief(document, to: &html) { HTMLFront.writeHeader(document, to: &$0) }
    case .body:
      let blocks = HTMLBlocks(text: HTMLInlines(entries: FigureEntries.ids(document.blocks)))
      writeBrief(document, to: &html) { blocks.write(document.blocks, to: &$0) }
    }
  }

  /// Marks the parts of a brief document, which is printed small.
  private func writeBrief(_ document: Document, to html: inout HTMLWriter, _ write: (inout HTMLWriter) -> Void) {
    if document.isBrief { html.add("<div class=\"brief\">\n") }
    write(&html)
    if document.isBrief { html.add("\n</div>") }
  }
}

/// A piece of the shell: text to copy, or a place to fill.
private enum PagePiece: Sendable {
  case literal(String)
  case placeholder(HTMLRenderer.Placeholder)

  var placeholder: HTMLRenderer.Placeholder? {
    if case .placeholder(let placeholder) = self { placeholder } else { nil }
  }

  var literal: String {
    if case .literal(let text) = self { text } else { "" }
  }

  /// The shell cut at its placeholders, with LF line ends and exactly one at the end.
  static func pieces(of page: String) -> [PagePiece] {
    var text = lines(of: page)
    while text.last == UInt8(ascii: "\n") { text.removeLast() }
    var pieces: [PagePiece] = []
    var (start, i) = (0, 0)
    // Bytes: a page is a hundred kilobytes of mostly one-byte characters, and comments are few.
    while i < text.count {
      if text[i] == UInt8(ascii: "<"), let placeholder = placeholder(in: text[i...]) {
        pieces += [.literal(String(decoding: text[start..<i], as: UTF8.self)), .placeholder(placeholder)]
        i += placeholder.rawValue.utf8.count
        start = i
      } else {
        i += 1
      }
    }
    return pieces + [.literal(String(decoding: text[start...], as: UTF8.self) + "\n")]
  }

  /// The text with LF line ends, without a byte order mark.
  private static func lines(of page: String) -> [UInt8] {
    let page = Array(page.utf8)
    var text: [UInt8] = []
    text.reserveCapacity(page.count)
    for (i, byte) in page.enumerated() {
      guard byte == UInt8(ascii: "\r") else {
        text.append(byte)
        continue
      }
      if i + 1 == page.count || page[i + 1] != UInt8(ascii: "\n") { text.append(UInt8(ascii: "\n")) }
    }
    return text.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(text[3...]) : text
  }

  private static func placeholder(in text: ArraySlice<UInt8>) -> HTMLRenderer.Placeholder? {
    guard text.starts(with: "<!--".utf8) else { return nil }
    return HTMLRenderer.Placeholder.allCases.first { text.starts(with: $0.rawValue.utf8) }
  }
}
