/// A pattern of a claim, ready to be held against sentences.
struct ClaimPattern {
  private enum Part {
    /// Any of these words.
    case words([[Unicode.Scalar]])
    /// Up to so many characters, none of them of a number.
    case gap
    /// The number; of the kind its sign asks for.
    case number
  }

  private var parts: [Part] = []
  /// How much the pattern says: of two that fit, the longer is meant.
  private(set) var weight = 0

  private static let longestGap = 10

  /// Reads a pattern; `group` is what `K` stands for.
  init(_ pattern: String, group: String? = nil) {
    var literal: [Unicode.Scalar] = []
    var alternatives: [[Unicode.Scalar]]?
    func closed() -> [Part] { literal.isEmpty ? [] : [.words([literal])] }
    for scalar in pattern.unicodeScalars {
      switch scalar {
      case "(":
        parts += closed()
        (literal, alternatives) = ([], [])
      case "/" where alternatives != nil:
        alternatives?.append(literal)
        literal = []
      case ")":
        parts.append(.words((alternatives ?? []) + [literal]))
        (literal, alternatives) = ([], nil)
      case "…", "N":
        parts += closed()
        literal = []
        parts.append(scalar == "N" ? .number : .gap)
      case "K": literal += (group ?? "").unicodeScalars
      default: literal.append(scalar)
      }
    }
    parts += closed()
    weight = parts.reduce(0) { sum, part in
      if case .words(let words) = part { sum + (words.map(\.count).min() ?? 0) } else { sum }
    }
  }

  /// A match: where it stands and the number in it.
  struct Match {
    let range: Range<Int>
    let mention: Int?
  }

  /// Whether a text of these characters may hold the pattern: most do not, which is cheaper to tell than to search.
  func mayMatch(_ characters: Set<Unicode.Scalar>) -> Bool {
    parts.allSatisfy { part in
      // 百分之百 has no sign behind it.
      guard case .words(let words) = part, words != [["%"]] else { return true }
      return words.contains { $0.first.map(characters.contains) ?? true }
    }
  }

  /// All matches in a sentence.
  func matches(in sentence: Sentence) -> [Match] {
    let text = sentence.text.scalars
    var starts: [Int: Int] = [:]
    for (i, mention) in sentence.mentions.enumerated() { starts[mention.range.lowerBound] = i }
    var result: [Match] = []
    var i = 0
    while i < text.count {
      if let (end, mention) = match(0, at: i, text, sentence.mentions, starts, nil), end > i {
        result.append(Match(range: i..<end, mention: mention))
      }
      i += 1
    }
    return result
  }

  private func match(
    _ part: Int, at i: Int, _ text: [Unicode.Scalar], _ mentions: [Mention], _ starts: [Int: Int], _ found: Int?
  ) -> (Int, Int?)? {
    guard part < parts.count else { return (i, found) }
    switch parts[part] {
    case .words(let words):
      for word in words where Self.has(word, text, i) {
        if let end = match(part + 1, at: i + word.count, text, mentions, starts, found) { return end }
      }
      return nil
    case .number:
      // 约, 为, 达: said before the number in any sentence.
      var i = i
      while starts[i] == nil, i < text.count, "约近共达为有了到".unicodeScalars.contains(text[i]) { i += 1 }
      guard let n = starts[i] else { return nil }
      // The sign is part of the number.
      let isPercent = mentions[n].kind == .percent
      let sign = isPercent || mentions[n].kind == .duration ? 1 : 0
      let end = mentions[n].range.upperBound - sign
      // 1350余人次, 620多人.
      let more = end < text.count && (text[end] == "余" || text[end] == "多") ? end + 1 : end
      return match(part + 1, at: end, text, mentions, starts, n)
        ?? (more > end ? match(part + 1, at: more, text, mentions, starts, n) : nil)
        ?? (isPercent ? percentWithoutSign(part, mentions[n], text, mentions, starts, n) : nil)
    case .gap:
      var end = i
      while true {
        if let result = match(part + 1, at: end, text, mentions, starts, found) { return result }
        guard end < text.count, end - i < Self.longestGap, starts[end] == nil, !text[end].isDigit, text[end] != "，" else { return nil }
        end += 1
      }
    }
  }

  /// 百分之百 has no sign behind it.
  private func percentWithoutSign(
    _ part: Int, _ mention: Mention, _ text: [Unicode.Scalar], _ mentions: [Mention], _ starts: [Int: Int], _ found: Int
  ) -> (Int, Int?)? {
    guard part + 1 < parts.count, case .words(let words) = parts[part + 1], words.contains(["%"]) else { return nil }
    return match(part + 2, at: mention.range.upperBound, text, mentions, starts, found)
  }

  private static func has(_ word: [Unicode.Scalar], _ text: [Unicode.Scalar], _ i: Int) -> Bool {
    guard i + word.count <= text.count else { return false }
    for (k, scalar) in word.enumerated() where text[i + k] != scalar { return false }
    return true
  }
}
