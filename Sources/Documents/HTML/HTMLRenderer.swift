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

  /// Creates a renderer.
  /// - Parameters:
  ///   - page: The shell: an HTML page that holds each ``Placeholder`` once.
  ///   - sha256: How the shell's style and script are made known to browsers; they obey no other.
  public init(page: String, sha256: Digest) {
    pieces = PagePiece.pieces(of: page)
    policy = ContentPolicy.text(shell: pieces.map(\.literal).joined(), sha256: sha256)
  }

  /// The placeholders a shell lacks; what belongs there would not be printed.
  public static func missingPlaceholders(in page: String) -> [Placeholder] {
    let present = PagePiece.pieces(of: page).compactMap(\.placeholder)
    return Placeholder.allCases.filter { !present.contains($0) }
  }

  /// The document's page: LF line ends, one at the end.
  public func render(_ document: Document) -> String {
    let filled = pieces.map { piece in
      switch piece {
      case .literal(let text): text
      case .placeholder(let placeholder): markup(placeholder, document)
      }
    }
    return filled.joined()
  }

  private func markup(_ placeholder: Placeholder, _ document: Document) -> String {
    switch placeholder {
    case .policy: policy
    case .title: HTMLText.escape(document.title)
    case .contents: HTMLFront.contents(document.blocks)
    case .header: brief(HTMLFront.header(document), document)
    case .body: brief(HTMLBlocks(text: HTMLInlines(entries: FigureEntries.anchors(document.blocks))).markup(document.blocks), document)
    }
  }

  /// Marks the parts of a brief document, which is printed small.
  private func brief(_ markup: String, _ document: Document) -> String {
    document.isBrief ? "<div class=\"brief\">\n" + markup + "\n</div>" : markup
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
    let lines = SourceLine.split(page).map { String(scalars: $0.scalars) }
    var rest = lines.joined(separator: "\n")[...]
    while rest.hasSuffix("\n") { rest.removeLast() }
    var pieces: [PagePiece] = []
    while let (range, placeholder) = firstPlaceholder(in: rest) {
      pieces += [.literal(String(rest[..<range.lowerBound])), .placeholder(placeholder)]
      rest = rest[range.upperBound...]
    }
    return pieces + [.literal(rest + "\n")]
  }

  private static func firstPlaceholder(in text: Substring) -> (Range<Substring.Index>, HTMLRenderer.Placeholder)? {
    let found = HTMLRenderer.Placeholder.allCases.compactMap { placeholder in
      text.firstRange(of: placeholder.rawValue).map { ($0, placeholder) }
    }
    return found.min { $0.0.lowerBound < $1.0.lowerBound }
  }
}
