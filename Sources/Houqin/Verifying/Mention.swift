/// A number that a sentence states.
struct Mention: Equatable {
  enum Kind: Equatable { case number, percent, duration, date }

  /// Where it stands in its sentence, with 万, % and the words of a duration.
  let range: Range<Int>
  let kind: Kind
  /// In millionths; of a date its digits.
  let value: Int128
  /// What one of its last digit is worth, in millionths: 10,000 yuan in 35万元.
  let step: Int128
  /// 约, 近, 多, 余, 左右: only about right.
  let isApproximate: Bool
  /// As written.
  let text: String

  static let one: Int128 = 1_000_000

  /// What stands for it where only the words around are compared.
  var mask: Unicode.Scalar {
    switch kind {
    case .number: "#"
    case .percent: "%"
    case .duration: "&"
    case .date: "@"
    }
  }
}

/// A sentence with the numbers it states.
struct Sentence {
  let text: FoldedText
  let mentions: [Mention]
  /// The words without the numbers, punctuation and blanks: what two sentences have in common whatever their numbers.
  let key: [Unicode.Scalar]
  /// How many Chinese characters the key holds: one of few says nothing.
  let words: Int

  init(_ text: FoldedText) {
    self.text = text
    mentions = MentionScanner(text.scalars).mentions
    var key: [Unicode.Scalar] = []
    var index = 0
    for mention in mentions {
      key += text.scalars[index..<mention.range.lowerBound].filter { $0.isWordlike || $0.isHan || $0 == "<" }
      key.append(mention.mask)
      index = mention.range.upperBound
    }
    key += text.scalars[index...].filter { $0.isWordlike || $0.isHan || $0 == "<" }
    self.key = key
    words = key.count(where: \.isHan)
  }

  func label(of mention: Mention) -> String? { text.labels[mention.range].lazy.compactMap { $0 }.first }

  /// The clause around a mention, for people.
  func clause(around range: Range<Int>) -> String {
    let scalars = text.scalars
    let start = scalars[..<range.lowerBound].lastIndex { Self.endsClause($0) }.map { $0 + 1 } ?? 0
    let end = scalars[range.upperBound...].firstIndex { Self.endsClause($0) } ?? scalars.count
    return FoldedText.string(scalars[start..<end])
  }

  static func endsClause(_ scalar: Unicode.Scalar) -> Bool { scalar == "，" || scalar == "," || scalar == "：" || scalar == "。" }
}
