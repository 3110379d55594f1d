/// Finds the sentence of the outline that a document's sentence once was.
struct SentenceAlignment {
  struct Line {
    let passage: ReadDocument.Passage
    let sentence: Sentence
    /// The mentions that were judged already.
    var judged = Set<Int>()

    var isHeading: Bool { passage.isHeading }
    /// The document's line on which a part of the sentence stands.
    func number(at range: Range<Int>) -> Int { passage.line(at: sentence.text.origin + range.lowerBound) }
  }

  private let yardstick: Yardstick
  private let expected: [Sentence]
  private var byKey: [[Unicode.Scalar]: [Int]] = [:]
  private let pairs: [Set<UInt64>]

  init(_ expectation: Expectation, _ yardstick: Yardstick) {
    self.yardstick = yardstick
    expected = expectation.sentences
    pairs = expected.map { $0.mentions.isEmpty ? [] : Self.pairs($0.key) }
    for (i, sentence) in expected.enumerated() { byKey[sentence.key, default: []].append(i) }
  }

  /// The judged numbers, and the lines that are not as the outline has them.
  func align(_ lines: [Line]) -> (statements: [Verification.Statement], rest: [Line]) {
    var statements: [Verification.Statement] = []
    var rest: [Line] = []
    var partners: [Int: Int] = [:]
    for (key, members) in Dictionary(grouping: lines.indices, by: { lines[$0].sentence.key }) {
      if let found = byKey[key] { pair(members, found, lines, &partners) }
    }
    for (i, line) in lines.enumerated() {
      if let partner = partners[i] {
        statements += compare(line, expected[partner])
      } else {
        var line = line
        statements += compareNear(&line)
        rest.append(line)
      }
    }
    return (statements, rest)
  }

  // MARK: The same words

  /// Equal numbers first, then in order; a sentence said once more is held against the likest.
  private func pair(_ members: [Int], _ found: [Int], _ lines: [Line], _ partners: inout [Int: Int]) {
    var free = found
    for i in members {
      if let at = free.firstIndex(where: { differences(lines[i].sentence, expected[$0]) == 0 }) { partners[i] = free.remove(at: at) }
    }
    for i in members where partners[i] == nil {
      let candidates = free.isEmpty ? found : free
      guard let best = candidates.min(by: { differences(lines[i].sentence, expected[$0]) < differences(lines[i].sentence, expected[$1]) })
      else { continue }
      // Said again elsewhere in so few words, it may be about anything.
      if free.isEmpty, lines[i].sentence.words < 6, differences(lines[i].sentence, expected[best]) > 0 { continue }
      partners[i] = best
      free.removeAll { $0 == best }
    }
  }

  private func differences(_ a: Sentence, _ b: Sentence) -> Int { zip(a.mentions, b.mentions).count { $0.value != $1.value } }

  private func compare(_ line: Line, _ partner: Sentence) -> [Verification.Statement] {
    zip(line.sentence.mentions, partner.mentions).compactMap { mention, expected in
      statement(line, mention, expected, of: partner.label(of: expected))
    }
  }

  private func statement(_ line: Line, _ mention: Mention, _ expected: Mention, of label: String?) -> Verification.Statement? {
    let verdict = yardstick.verdict(mention, against: expected, of: label)
    // A day that is right is no statement of its own.
    if mention.kind == .date, verdict == .confirmed { return nil }
    return Verification.Statement(
      line: line.number(at: mention.range), text: line.sentence.clause(around: mention.range), stated: mention.text, figure: label ?? "正文",
      actual: expected.text, verdict: verdict, reason: nil)
  }

  // MARK: Nearly the same words

  /// In a sentence that was reworded, or put together from several, a number is known by the words on both sides.
  private func compareNear(_ line: inout Line) -> [Verification.Statement] {
    guard !line.sentence.mentions.isEmpty, line.sentence.words >= 4 else { return [] }
    let near = nearest(line.sentence)
    var statements: [Verification.Statement] = []
    for (i, mention) in line.sentence.mentions.enumerated() where mention.kind != .date {
      let found = near.compactMap { candidate($0, i, line.sentence) }
      // One that fits is the one that was meant.
      let best = found.first { $0.verdict != .contradicted } ?? found.first { $0.likeness >= 0.6 && $0.common >= 3 }
      guard let best, let statement = statement(line, mention, best.other, of: best.label) else { continue }
      statements.append(statement)
      line.judged.insert(i)
    }
    return statements
  }

  private struct Candidate {
    let other: Mention
    let label: String?
    let verdict: Verification.Verdict
    let likeness: Double
    /// How many words before the number agree.
    let common: Int
  }

  private func candidate(_ near: (index: Int, likeness: Double), _ i: Int, _ sentence: Sentence) -> Candidate? {
    let partner = expected[near.index]
    guard let (other, common) = counterpart(i, sentence, partner) else { return nil }
    let label = partner.label(of: other)
    let verdict = yardstick.verdict(sentence.mentions[i], against: other, of: label)
    return Candidate(other: other, label: label, verdict: verdict, likeness: near.likeness, common: common)
  }

  private static func pairs(_ key: [Unicode.Scalar]) -> Set<UInt64> {
    Set(zip(key, key.dropFirst()).map { UInt64($0.value) << 32 | UInt64($1.value) })
  }

  /// The likest sentences, the likest first.
  private func nearest(_ sentence: Sentence) -> [(index: Int, likeness: Double)] {
    let own = Self.pairs(sentence.key)
    var found: [(index: Int, likeness: Double)] = []
    for (i, other) in pairs.enumerated() where !other.isEmpty {
      let common = Double(own.intersection(other).count)
      // A long sentence may be a part of what it was: clauses were cut out.
      let whole = min(own.count, other.count) < 6 ? Double(own.count + other.count) / 2 : Double(min(own.count, other.count))
      if common / whole >= 0.45 { found.append((i, common / whole)) }
    }
    return Array(found.sorted { ($1.likeness, $0.index) < ($0.likeness, $1.index) }.prefix(6))
  }

  /// The number of the other sentence with the same words around it, and how many words before it agree.
  private func counterpart(_ i: Int, _ sentence: Sentence, _ partner: Sentence) -> (Mention, Int)? {
    let (left, right) = Self.context(i, sentence)
    var best: (mention: Mention, common: Int, isEqual: Bool)?
    for (j, other) in partner.mentions.enumerated() where other.kind == sentence.mentions[i].kind {
      let (otherLeft, otherRight) = Self.context(j, partner)
      let common = zip(left.reversed(), otherLeft.reversed()).prefix { $0 == $1 }.count
      let isWhole = common == left.count && common == otherLeft.count
      let isEqual = other.value == sentence.mentions[i].value
      let isAtStart = left.isEmpty && otherLeft.isEmpty && right == otherRight && isEqual
      guard right.first == otherRight.first, common >= 2 || (isWhole && common > 0) || isAtStart else { continue }
      if best.map({ (common, isEqual ? 1 : 0) > ($0.common, $0.isEqual ? 1 : 0) }) ?? true { best = (other, common, isEqual) }
    }
    return best.map { ($0.mention, $0.common) }
  }

  /// The Chinese characters before a number, up to the number before it, and those behind it.
  private static func context(_ i: Int, _ sentence: Sentence) -> (left: [Unicode.Scalar], right: [Unicode.Scalar]) {
    let text = sentence.text.scalars
    let mentions = sentence.mentions
    let start = i > 0 ? mentions[i - 1].range.upperBound : 0
    let end = i + 1 < mentions.count ? mentions[i + 1].range.lowerBound : text.count
    return (
      text[start..<mentions[i].range.lowerBound].filter { $0.isHan && !"约近达为有共由".unicodeScalars.contains($0) }.suffix(6),
      Array(text[mentions[i].range.upperBound..<end].filter(\.isHan).prefix(2))
    )
  }
}
