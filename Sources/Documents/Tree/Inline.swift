/// A piece of running text. A report has thousands: they lie in the arrays that hold them, not each in memory of its own.
public enum Inline: Sendable, Equatable {
  /// Literal text; never markup, whatever it holds.
  case text(String)
  /// Strongly emphasized text.
  case strong([Inline])
  /// Emphasized text.
  case emphasis([Inline])
  /// Literal text in a fixed-width face.
  case code(String)
  /// A number taken from the data, linked to its ``figureEntry(id:text:)`` if the document has one.
  case figure(id: String, text: String)
  /// The entry that defines a figure (appendix A): the place its numbers link to.
  case figureEntry(id: String, text: String)
  /// A link to another file of the same results, by the names of its folders and its own, as seen from the document's folder.
  case link(to: [String], text: String)
  /// A forced new line.
  case lineBreak

  /// The words alone, without emphasis; a line break counts as a blank.
  public var plainText: String {
    switch self {
    case .text(let text), .code(let text), .figure(_, let text), .figureEntry(_, let text), .link(_, let text): text
    case .strong(let inlines), .emphasis(let inlines): inlines.plainText
    case .lineBreak: " "
    }
  }
}

extension [Inline] {
  /// The words alone, without emphasis; a line break counts as a blank.
  public var plainText: String {
    count == 1 ? self[0].plainText : reduce(into: "") { $0 += $1.plainText }
  }

  /// Appends, merging neighboring texts into one.
  mutating func add(_ inline: Inline) {
    guard case .text(let next) = inline else { return append(inline) }
    if case .text(let last)? = self.last {
      self[count - 1] = .text(last + next)
    } else if !next.isEmpty {
      append(inline)
    }
  }

  /// The same text without blanks and line breaks at either end.
  func trimmed() -> [Inline] {
    guard first?.beginsBlank ?? false || last?.endsBlank ?? false else { return self }
    var result = self
    while let first = result.first, first.isBlank { result.removeFirst() }
    while let last = result.last, last.isBlank { result.removeLast() }
    if case .text(let text)? = result.first { result[0] = .text(text.trimmingLeadingBlanks()) }
    if case .text(let text)? = result.last { result[result.count - 1] = .text(text.trimmingTrailingBlanks()) }
    return result
  }
}

extension Inline {
  /// Whether there is a blank, or no word at all, at its beginning.
  fileprivate var beginsBlank: Bool {
    if case .text(let text) = self { text.unicodeScalars.first?.isBlank ?? true } else { isBlank }
  }

  /// Whether there is a blank, or no word at all, at its end.
  fileprivate var endsBlank: Bool {
    if case .text(let text) = self { text.unicodeScalars.last?.isBlank ?? true } else { isBlank }
  }

  fileprivate var isBlank: Bool {
    switch self {
    case .lineBreak: true
    case .text(let text): text.unicodeScalars.allSatisfy(\.isBlank)
    default: false
    }
  }
}
