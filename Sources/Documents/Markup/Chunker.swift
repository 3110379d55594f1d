/// Splits lines of Markdown into chunks. Any text gives chunks; nothing is an error here.
struct Chunker {
  let lines: [SourceLine]
  let rules: ChunkRules
  var next = 0
  var chunks: [Chunk] = []

  private init(_ lines: [SourceLine], _ rules: ChunkRules) {
    self.lines = lines
    self.rules = rules
  }

  /// The chunks of these lines.
  static func chunks(of lines: [SourceLine], rules: ChunkRules) -> [Chunk] {
    var chunker = Chunker(lines, rules)
    while chunker.next < lines.count { chunker.step() }
    return chunker.chunks
  }

  private mutating func step() {
    let line = lines[next]
    if line.isBlank {
      next += 1
    } else if let heading = heading(line) {
      chunks.append(heading)
      next += 1
    } else if let marker = ListMarker(line), marker.startsList {
      takeList(ordered: marker.isOrdered)
    } else if isQuote(line) {
      takeQuote()
    } else if let alignments = tableAlignments(at: next) {
      takeTable(alignments)
    } else {
      takeParagraph()
    }
  }

  private func heading(_ line: SourceLine) -> Chunk? {
    let text = line.scalars.trimmed()
    let signs = text.prefix { $0 == "#" }.count
    guard signs > 0, line.indent < 4 else { return nil }
    let rest = [Unicode.Scalar](text[signs...])
    let blankMayLack = signs > 1 && !rules.headingNeedsBlank
    guard blankMayLack || rest.first.map(\.isBlank) ?? true else { return nil }
    return .heading(signs: signs, Chunk.Text(scalars: rest.trimmed(), line: line.number))
  }

  private func isQuote(_ line: SourceLine) -> Bool {
    line.scalars.first { !$0.isBlank } == ">"
  }

  private mutating func takeQuote() {
    var quoted: [SourceLine] = []
    while next < lines.count, isQuote(lines[next]) {
      let inner = lines[next].scalars.drop { $0 == ">" || $0.isBlank }
      quoted.append(SourceLine(number: lines[next].number, scalars: [Unicode.Scalar](inner)))
      next += 1
    }
    chunks.append(.quote(quoted))
  }

  private mutating func takeParagraph() {
    let start = next
    next += 1
    guard !rules.standsAlone(lines[start]) else { return chunks.append(.paragraph([lines[start]])) }
    while next < lines.count, continuesParagraph(lines[next]) { next += 1 }
    chunks.append(.paragraph([SourceLine](lines[start..<next])))
  }

  private func continuesParagraph(_ line: SourceLine) -> Bool {
    if line.isBlank || heading(line) != nil || isQuote(line) || rules.standsAlone(line) { return false }
    if let marker = ListMarker(line), marker.startsList { return false }
    if tableAlignments(at: next) != nil { return false }
    return !(rules.sentenceEndsParagraph && (endsSentence(lines[next - 1]) || isIndented(line)))
  }

  private func endsSentence(_ line: SourceLine) -> Bool {
    guard let last = line.scalars.last(where: { !$0.isBlank }) else { return false }
    return "。！？；：…”）】!?;:".unicodeScalars.contains(last)
  }

  private func isIndented(_ line: SourceLine) -> Bool {
    line.scalars.first == "\u{3000}"
  }
}
