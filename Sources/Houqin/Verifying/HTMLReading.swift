/// Reads HTML for its words, as browsers show them: drawings, scripts and styles are passed over.
struct HTMLReading {
  private static let silent: Set<String> = ["script", "style", "svg", "head", "template", "noscript", "nav", "title"]
  private static let blocks: Set<String> = [
    "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "header", "footer", "main", "blockquote",
    "figcaption", "caption", "summary", "details", "figure", "pre", "dl", "table", "tbody", "thead", "tfoot", "body", "html", "aside",
  ]

  private var line = 1
  private var cell: FoldedText?
  private var cells: [FoldedText] = []
  private var isHeading = false
  /// The cover box: heads, values, remarks.
  private var box: [[FoldedText]] = []
  private var boxPart = 0

  static func read(_ text: String, into builder: inout DocumentBuilder) {
    var reading = HTMLReading()
    reading.read(text[...], into: &builder)
  }

  private mutating func read(_ text: Substring, into builder: inout DocumentBuilder) {
    var rest = text
    while let open = rest.firstIndex(of: "<") {
      take(rest[..<open], &builder)
      rest = rest[open...]
      if rest.hasPrefix("<!--") {
        rest = skip(rest, past: "-->")
        continue
      }
      guard rest.dropFirst().first.map({ $0.isLetter || $0 == "/" || $0 == "!" || $0 == "?" }) ?? false else {
        take(rest.prefix(1), &builder)
        rest = rest.dropFirst()
        continue
      }
      let end = rest.firstIndex(of: ">") ?? rest.endIndex
      let tag = rest[rest.index(after: open)..<end]
      count(tag)
      rest = end < rest.endIndex ? rest[rest.index(after: end)...] : rest[end...]
      let closes = tag.hasPrefix("/")
      let name = (closes ? tag.dropFirst() : tag).prefix { $0.isLetter || $0.isNumber }.lowercased()
      if !closes, Self.silent.contains(name), !tag.hasSuffix("/") {
        rest = skip(rest, past: "</" + name)
        rest = rest.firstIndex(of: ">").map { rest[rest.index(after: $0)...] } ?? rest[rest.endIndex...]
        continue
      }
      apply(name, closes: closes, &builder)
    }
    take(rest, &builder)
  }

  private mutating func count(_ text: Substring) { line += text.utf8.count { $0 == 0x0A } }

  private mutating func skip(_ text: Substring, past word: String) -> Substring {
    guard let end = text.firstRange(of: word)?.upperBound ?? text.firstRange(of: word.uppercased())?.upperBound else {
      return text[text.endIndex...]
    }
    count(text[..<end])
    return text[end...]
  }

  private mutating func take(_ text: Substring, _ builder: inout DocumentBuilder) {
    let words = Entities.decoded(String(text))
    if cell != nil {
      cell?.append(words)
    } else if words.contains(where: { !$0.isWhitespace }) {
      builder.add(words, line: line, isHeading: isHeading)
    }
    count(text)
  }

  private mutating func apply(_ name: String, closes: Bool, _ builder: inout DocumentBuilder) {
    switch name {
    case "br": if cell == nil { builder.breakLine() } else { cell?.append(" ") }
    case "td", "th":
      endCell()
      if !closes { cell = FoldedText() }
    case "tr":
      endCell()
      if !cells.isEmpty { builder.addRow(cells, line: line) }
      cells = []
    case "dt", "dd": applyBox(name, closes: closes, &builder)
    case "dl" where closes: endBox(&builder)
    case _ where Self.blocks.contains(name):
      // Paragraphs within a cell are one cell.
      guard cell == nil else { break }
      builder.endPassage()
      isHeading = !closes && name.count == 2 && name.hasPrefix("h")
      if name == "table" { builder.endTable() }
    default: break
    }
  }

  private mutating func endCell() {
    if let cell { cells.append(cell) }
    cell = nil
  }

  private mutating func applyBox(_ name: String, closes: Bool, _ builder: inout DocumentBuilder) {
    builder.endPassage()
    if closes {
      while box.count <= boxPart { box.append([]) }
      // A cell without a remark keeps its place.
      if let cell { box[boxPart].append(cell) }
      cell = nil
      boxPart += 1
    } else {
      if name == "dt" {
        boxPart = 0
        for part in box.indices.dropFirst() { while box[part].count < box[0].count { box[part].append(FoldedText()) } }
      }
      cell = FoldedText()
    }
  }

  private mutating func endBox(_ builder: inout DocumentBuilder) {
    builder.endTable()
    for row in box where !row.isEmpty { builder.addRow(row, line: line) }
    builder.endTable()
    box = []
    boxPart = 0
  }
}
