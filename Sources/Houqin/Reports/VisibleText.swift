import Tabular

/// Text in which nothing is hidden: characters that command a terminal, or that make what is read differ from what is written.
public enum VisibleText {
  /// Each such character as U+FFFD, but for line ends.
  ///
  /// They are the control characters, and those that reverse or isolate the direction of text (U+202E and its like).
  public static func harmless(_ text: String) -> String { replaced(text) { $0 == 0x0A } }

  /// The same for a cell of a table, whose tabs and line ends are its own.
  public static func cell(_ text: String) -> String { replaced(text) { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D } }

  /// The same of a cell in UTF-8, in place.
  static func makeCell(_ text: inout [UInt8]) {
    if text.withUnsafeBufferPointer(mayHide) { text = Array(cell(String(decoding: text, as: UTF8.self)).utf8) }
  }

  /// Calls `body` with the same of a cell in UTF-8; the bytes are valid only during the call.
  static func withCell<R>(_ text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    mayHide(text) ? cell(String(decoding: text, as: UTF8.self)).withBytes(body) : body(text)
  }

  private static func replaced(_ text: String, but isKept: (UInt32) -> Bool) -> String {
    // Most texts hold no byte that can begin such a character.
    guard text.withBytes(mayHide), text.unicodeScalars.contains(where: { isHidden($0.value) && !isKept($0.value) }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(isHidden(scalar.value) && !isKept(scalar.value) ? "\u{FFFD}" : scalar) }
    return String(result)
  }

  /// Whether a text holds a control character, or the first two bytes of one beyond ASCII or of a mark of direction. Of the marks that
  /// begin with E2, as quotes and dashes do, only a few are those. Goes from character to character: most take three bytes.
  private static func mayHide(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var i = 0
    while i < bytes.count {
      switch bytes[i] {
      case 0xE3...: i &+= 3
      case 0xE2:
        guard i + 2 < bytes.count else { return true }
        if bytes[i + 1] == 0x80, !(0x90...0xA7).contains(bytes[i + 2]) { return true }
        if bytes[i + 1] == 0x81 { return true }
        i &+= 3
      case ..<0x20, 0x7F, 0xC2, 0xD8: return true
      default: i &+= 1
      }
    }
    return false
  }

  private static func isHidden(_ value: UInt32) -> Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
