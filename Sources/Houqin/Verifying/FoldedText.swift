/// Text folded for comparison: full-width digits and letters as half-width ones, blanks dropped where they mean nothing. Each character
/// may carry the label of the number it is part of.
struct FoldedText {
  private(set) var scalars: [Unicode.Scalar] = []
  private(set) var labels: [String?] = []
  /// Where a sentence begins in the text it was cut from.
  private(set) var origin = 0
  private var pendingBlank = false

  init() {}

  init(_ text: String, label: String? = nil) { append(text, label: label) }

  private init(scalars: ArraySlice<Unicode.Scalar>, labels: ArraySlice<String?>) {
    origin = scalars.startIndex
    self.scalars = Array(scalars)
    self.labels = Array(labels)
  }

  var isEmpty: Bool { scalars.isEmpty }
  var string: String { Self.string(scalars[...]) }

  static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  mutating func append(_ text: String, label: String? = nil) {
    for scalar in text.unicodeScalars {
      let folded = Self.folded(scalar)
      if Self.isBlank(folded) {
        pendingBlank = true
        continue
      }
      // Only between two words or numbers does a blank separate anything.
      if pendingBlank, let last = scalars.last, last.isWordlike, folded.isWordlike {
        scalars.append(" ")
        labels.append(nil)
      }
      pendingBlank = false
      scalars.append(folded)
      labels.append(label)
    }
  }

  /// A place where a line ended: no number runs over it.
  mutating func breakLine() {
    scalars.append("\n")
    labels.append(nil)
    pendingBlank = false
  }

  /// The sentences, each without the mark that ends it.
  var sentences: [FoldedText] {
    var result: [FoldedText] = []
    var start = 0
    for (i, scalar) in scalars.enumerated() where Self.endsSentence(scalar) {
      if i > start { result.append(FoldedText(scalars: scalars[start..<i], labels: labels[start..<i])) }
      start = i + 1
    }
    if start < scalars.count { result.append(FoldedText(scalars: scalars[start...], labels: labels[start...])) }
    return result
  }

  static func endsSentence(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "！", "？", "；", "!", "?", ";", "\n": true
    default: false
    }
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xFF05, 0xFF0E, 0xFF0B: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x2212, 0xFF0D: "-"
    case 0x2013: "—"
    default: scalar
    }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{3000}" || scalar == "\u{200B}" || scalar == "\u{FEFF}" || scalar.properties.isWhitespace
  }
}

extension Unicode.Scalar {
  /// An ASCII digit.
  var isDigit: Bool { value &- 0x30 <= 9 }
  /// An ASCII letter.
  var isLetter: Bool { (value | 0x20) &- 0x61 < 26 }
  var isWordlike: Bool { isDigit || isLetter }
  /// A Chinese character.
  var isHan: Bool { (0x4E00...0x9FFF).contains(value) || (0x3400...0x4DBF).contains(value) || self == "〇" }
}
