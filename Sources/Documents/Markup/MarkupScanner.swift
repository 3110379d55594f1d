/// A piece of running text before emphasis and clauses are matched up.
enum MarkupToken {
  case text(String)
  /// A run of asterisks and what it may do.
  case stars(Int, opens: Bool, closes: Bool)
  case code(String)
  case lineBreak
  case slot(Slot)
  case openClause([ConditionTest]?)
  case closeClause
}

/// Reads plain Markdown's running text: escapes, code, asterisks and line ends. Nothing is an error.
struct MarkupScanner {
  let scalars: [Unicode.Scalar]
  private(set) var position = 0
  /// The number of the line being read.
  private(set) var line: Int
  private(set) var tokens: [MarkupToken] = []
  private var pending: [Unicode.Scalar] = []

  init(_ text: Chunk.Text) {
    scalars = text.scalars
    line = text.line
  }

  var current: Unicode.Scalar? { scalars[at: position] }

  /// Adds a token found by a richer scanner and moves on to `end`.
  mutating func emit(_ token: MarkupToken?, upTo end: Int) {
    flush()
    if let token { tokens.append(token) }
    position = end
  }

  /// Ends the text before the current position.
  mutating func flush() {
    if !pending.isEmpty { tokens.append(.text(String(scalars: pending))) }
    pending = []
  }

  /// Reads one piece at the current position.
  mutating func step() {
    guard let scalar = current else { return }
    switch scalar {
    case "\\": takeEscape()
    case "*": takeStars()
    case "`": takeCode()
    case "\n": takeLineEnd()
    case "\u{2028}": emit(.lineBreak, upTo: position + 1)
    default: take(scalar)
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar, width: Int = 1) {
    pending.append(scalar)
    position += width
  }

  private mutating func takeEscape() {
    switch scalars[at: position + 1] {
    case "\n"?:
      emit(.lineBreak, upTo: position + 2)
      line += 1
    case let next? where next.isASCIIPunctuation: take(next, width: 2)
    default: take("\\")
    }
  }

  private mutating func takeStars() {
    let count = scalars[position...].prefix { $0 == "*" }.count
    let opens = scalars[at: position + count].map { !$0.isSpace } ?? false
    let closes = scalars[at: position - 1].map { !$0.isSpace } ?? false
    emit(.stars(count, opens: opens, closes: closes), upTo: position + count)
  }

  private mutating func takeCode() {
    let fence = scalars[position...].prefix { $0 == "`" }.count
    guard let end = closingFence(fence, from: position + fence) else {
      for _ in 0..<fence { take("`") }
      return
    }
    var content = scalars[(position + fence)..<end].map { $0 == "\n" ? " " : $0 }
    line += scalars[position..<end].count { $0 == "\n" }
    if content.count > 2, content.first == " ", content.last == " " { content = [Unicode.Scalar](content.dropFirst().dropLast()) }
    emit(.code(String(scalars: content)), upTo: end + fence)
  }

  /// Where a run of exactly `fence` backticks begins. Only the next runs are looked at, so reading stays linear.
  private func closingFence(_ fence: Int, from start: Int) -> Int? {
    var index = start
    for _ in 0..<32 {
      guard let found = scalars[index...].firstIndex(of: "`") else { return nil }
      let length = scalars[found...].prefix { $0 == "`" }.count
      if length == fence { return found }
      index = found + length
    }
    return nil
  }

  /// A line's end within a paragraph joins Chinese text directly and Latin words with a blank.
  private mutating func takeLineEnd() {
    let blanks = pending.reversed().prefix { $0 == " " }.count
    pending.removeLast(blanks)
    line += 1
    if blanks >= 2 { return emit(.lineBreak, upTo: position + 1) }
    let joinsWords = isLatin(scalars[at: position - 1 - blanks]) && isLatin(scalars[at: position + 1])
    if joinsWords { take(" ") } else { position += 1 }
  }

  private func isLatin(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    return scalar.isASCIIWord || ",.;:!?)(".unicodeScalars.contains(scalar)
  }
}
