/// Matches up asterisks and clause brackets. What finds no partner stays the text it is.
struct PhraseAssembler {
  private enum Kind: Equatable {
    case root
    case strong
    case emphasis
    case clause([ConditionTest]?)
  }

  private struct Frame {
    var kind: Kind
    var phrases: [Phrase] = []
  }

  private var frames = [Frame(kind: .root)]

  /// The running text these tokens make.
  static func phrases(_ tokens: [MarkupToken]) -> [Phrase] {
    var assembler = PhraseAssembler()
    for token in tokens { assembler.take(token) }
    while assembler.frames.count > 1 { assembler.abandonTop() }
    return assembler.frames[0].phrases
  }

  private mutating func take(_ token: MarkupToken) {
    switch token {
    case .text(let text): add(.text(text))
    case .code(let text): add(.code(text))
    case .lineBreak: add(.lineBreak)
    case .slot(let slot): add(.slot(slot))
    case .stars(let count, let opens, let closes): takeStars(count, opens, closes)
    case .openClause(let tests): frames.append(Frame(kind: .clause(tests)))
    case .closeClause: closeClause()
    }
  }

  private mutating func add(_ phrase: Phrase) {
    frames[frames.count - 1].phrases.add(phrase)
  }

  private mutating func takeStars(_ count: Int, _ opens: Bool, _ closes: Bool) {
    guard count < 4 else { return add(.text(String(repeating: "*", count: count))) }
    var left = count
    while left > 0 {
      if closes, let depth = closable(left) {
        left -= close(depth)
      } else if opens, let kind = openable(left) {
        frames.append(Frame(kind: kind))
        left -= Self.width(kind)
      } else {
        add(.text(String(repeating: "*", count: left)))
        left = 0
      }
    }
  }

  /// The innermost open emphasis that `left` asterisks can close, without leaving a clause.
  private func closable(_ left: Int) -> Int? {
    for depth in frames.indices.reversed() {
      switch frames[depth].kind {
      case .root, .clause: return nil
      case .strong where left >= 2, .emphasis where left != 2: return frames[depth].phrases.isEmpty && isTop(depth) ? nil : depth
      default: continue
      }
    }
    return nil
  }

  private func isTop(_ depth: Int) -> Bool { depth == frames.count - 1 }

  private func openable(_ left: Int) -> Kind? {
    let kind: Kind = left >= 2 ? .strong : .emphasis
    return frames.contains { $0.kind == kind } ? nil : kind
  }

  /// Closes the frame at `depth`; returns the asterisks used.
  private mutating func close(_ depth: Int) -> Int {
    while frames.count - 1 > depth { abandonTop() }
    let frame = frames.removeLast()
    add(frame.kind == .strong ? .strong(frame.phrases) : .emphasis(frame.phrases))
    return Self.width(frame.kind)
  }

  private mutating func closeClause() {
    while frames.count > 1 {
      if case .clause(let tests) = frames[frames.count - 1].kind {
        let phrases = frames.removeLast().phrases
        return add(.clause(tests, phrases))
      }
      abandonTop()
    }
  }

  /// Turns an emphasis that was never closed back into its asterisks.
  private mutating func abandonTop() {
    let frame = frames.removeLast()
    add(.text(String(repeating: "*", count: Self.width(frame.kind))))
    for phrase in frame.phrases { add(phrase) }
  }

  private static func width(_ kind: Kind) -> Int {
    switch kind {
    case .strong: 2
    case .emphasis: 1
    case .root, .clause: 0
    }
  }
}
