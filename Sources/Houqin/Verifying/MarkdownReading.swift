/// Reads Markdown and plain text for its words: marks are dropped, code between fences and comments are passed over.
enum MarkdownReading {
  static func read(_ text: String, into builder: inout DocumentBuilder) {
    var fence: Substring?
    var isInComment = false
    for (number, full) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let line = full.trimmingPrefix { $0 == " " || $0 == "\u{3000}" || $0 == ">" || $0 == "\u{FEFF}" }
      if let open = fence {
        if line.hasPrefix(open) { fence = nil }
        continue
      }
      if isInComment || line.hasPrefix("<!--") {
        isInComment = !line.holds("-->")
        continue
      }
      if line.hasPrefix("```") || line.hasPrefix("~~~") {
        builder.finish()
        fence = line.prefix { $0 == line.first }
        continue
      }
      take(line, number + 1, &builder)
    }
  }

  private static func take(_ line: Substring, _ number: Int, _ builder: inout DocumentBuilder) {
    if let cells = cells(line) {
      builder.endPassage()
      if !isDelimiter(line) { builder.addRow(cells.map { FoldedText(plain($0)) }, line: number) }
      return
    }
    builder.endTable()
    let heading = line.prefix { $0 == "#" }.count
    let (body, isItem) = withoutMarker(line.dropFirst(heading))
    // A line that ends with a full stop ends its paragraph, in all that people paste.
    if heading > 0 || isItem || body.isEmpty || isNumbered(body) { builder.endPassage() }
    guard !body.isEmpty else { return }
    let breaks = body.hasSuffix("\\") || body.hasSuffix("  ")
    builder.add(plain(body.hasSuffix("\\") ? body.dropLast() : body), line: number, isHeading: heading > 0)
    if heading > 0 { builder.endPassage() } else if breaks || endsSentence(body) { builder.endPassage() }
  }

  /// 一、, （二）: what people number begins anew, whether or not the line before ended with a full stop.
  private static func isNumbered(_ line: Substring) -> Bool {
    let inner = line.drop { $0 == "（" || $0 == "(" }
    let digits = inner.prefix { "一二三四五六七八九十".contains($0) }
    return (1...3).contains(digits.count) && inner[digits.endIndex...].first.map { "、）).．".contains($0) } ?? false
  }

  private static func endsSentence(_ line: Substring) -> Bool {
    line.last { !$0.isWhitespace && $0 != "*" && $0 != "”" && $0 != "）" }.map { "。！？；：.!?;:".contains($0) } ?? true
  }

  /// The cells of a table's row: between bars, or between tabs as Excel and Word paste them.
  private static func cells(_ line: Substring) -> [Substring]? {
    if line.holds("\t") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      return cells.count(where: { !$0.isEmpty }) > 1 ? cells : nil
    }
    guard line.hasPrefix("|") else { return nil }
    var cells: [Substring] = []
    var start = line.index(after: line.startIndex)
    var i = start
    while i < line.endIndex {
      if line[i] == "\\", line.index(after: i) < line.endIndex {
        i = line.index(after: i)
      } else if line[i] == "|" {
        cells.append(line[start..<i])
        start = line.index(after: i)
      }
      i = line.index(after: i)
    }
    if line[start...].contains(where: { !$0.isWhitespace }) { cells.append(line[start...]) }
    return cells
  }

  private static func isDelimiter(_ line: Substring) -> Bool { line.holds("-") && line.allSatisfy { "|-: \t".contains($0) } }

  /// Without 1. or - before a list's item, and whether there was one.
  private static func withoutMarker(_ line: Substring) -> (Substring, Bool) {
    let text = line.drop { $0 == " " || $0 == "\t" }
    if let first = text.first, "-*+•·".contains(first), text.dropFirst().first == " " { return (text.dropFirst(2), true) }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text[digits.endIndex...]
    guard (1...2).contains(digits.count), let mark = rest.first, ".、)）．".contains(mark) else { return (text, false) }
    let body = rest.dropFirst()
    // 3.5% is no item.
    if mark == ".", body.first.map({ $0.isASCII && $0.isNumber }) ?? false { return (text, false) }
    return (body, true)
  }

  /// The words of a line: without emphasis and links, escaped marks as themselves.
  static func plain(_ line: Substring) -> String {
    var result = ""
    var i = line.startIndex
    while i < line.endIndex {
      let c = line[i]
      let next = line.index(after: i)
      if c == "\\", next < line.endIndex, line[next].isASCII, line[next].isPunctuation || line[next].isSymbol {
        result.append(line[next])
        i = line.index(after: next)
      } else if c == "*" || c == "`" {
        i = next
      } else if c == "<", next < line.endIndex, line[next].isLetter || line[next] == "/", let close = line[i...].firstIndex(of: ">") {
        i = line.index(after: close)
      } else if c == "]", next < line.endIndex, line[next] == "(", let close = line[next...].firstIndex(of: ")") {
        i = line.index(after: close)
      } else if c == "[" {
        i = next
      } else {
        result.append(c)
        i = next
      }
    }
    return Entities.decoded(result)
  }
}

/// Character references of HTML.
enum Entities {
  private static let named = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "mdash": "—", "hellip": "…"]

  static func decoded(_ text: String) -> String {
    guard text.holds("&") else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[start...]
      guard let end = rest.prefix(10).firstIndex(of: ";"), let text = character(rest[rest.index(after: start)..<end]) else {
        result.append("&")
        rest = rest.dropFirst()
        continue
      }
      result += text
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func character(_ name: Substring) -> String? {
    guard name.hasPrefix("#") else { return named[String(name)] }
    let digits = name.dropFirst()
    let value = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap(Unicode.Scalar.init).map(String.init)
  }
}
