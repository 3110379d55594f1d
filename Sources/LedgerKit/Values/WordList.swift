import Synchronization

/// Words sought in texts. Compared as bytes: whole characters are found as bytes too, at a tenth of the cost of comparing characters.
public final class WordList: Sendable, ExpressibleByArrayLiteral {
  /// As given, in the order they are tried.
  public let words: [String]
  /// Known by a small number, so that a lexicon can keep what it found of each text.
  let number: Int
  private let bytes: [[UInt8]]

  private static let numbers = Mutex(0)

  /// Creates a list; the first word found counts.
  public init(_ words: [String]) {
    self.words = words
    bytes = words.map { Array($0.utf8) }
    number = Self.numbers.withLock { next in
      defer { next += 1 }
      return next
    }
  }

  /// Creates a list; the first word found counts.
  public convenience init(arrayLiteral words: String...) { self.init(words) }

  /// Whether a text holds one of the words.
  public func isIn(_ text: String) -> Bool { place(in: text) != nil }
  /// The first of the words that a text holds.
  public func first(in text: String) -> String? { place(in: text).map { words[$0] } }
  /// Whether a text ends with one of the words.
  func ends(_ text: UnsafeRawBufferPointer) -> Bool {
    bytes.contains { text.count >= $0.count && text[(text.count - $0.count)...].elementsEqual($0) }
  }

  private func place(in text: String) -> Int? {
    var text = text
    return text.withUTF8 { place(in: UnsafeRawBufferPointer($0)) }
  }

  /// The place of the first of the words that a text holds.
  func place(in text: UnsafeRawBufferPointer) -> Int? { bytes.firstIndex { CellBytes.contains(text, $0) } }
  /// Whether a text holds one of the words.
  func isIn(_ text: UnsafeRawBufferPointer) -> Bool { place(in: text) != nil }
}

extension Text {
  /// The first of the words that the text holds; looked for once for each distinct text.
  public func word(of list: WordList) -> String? { lexicon.ask { $0.place(of: list, in: id) }.map { list.words[$0] } }
  /// Whether the text holds one of the words; looked for once for each distinct text.
  public func holds(_ list: WordList) -> Bool { lexicon.ask { $0.place(of: list, in: id) } != nil }
}
