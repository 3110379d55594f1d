/// Text without characters that act on what surrounds them.
///
/// Data may hold anything. Line ends and tabs become one blank, marks that turn the reading direction and invisible
/// characters are dropped, and other control characters show as U+FFFD. Both renderers pass every text through here.
enum HarmlessText {
  /// The harmless text.
  static func text(_ text: String) -> String { unchanged.holds(for: text) ? text : String(scalars: scalars(text)) }

  /// Texts in which nothing is changed, at a glance.
  private static let unchanged = PlainText(without: "")

  /// The first harmless scalar of a text.
  static func first(_ text: String) -> Unicode.Scalar? {
    for scalar in text.unicodeScalars { if let harmless = harmless(scalar) { return harmless } }
    return nil
  }

  /// The last harmless scalar of a text.
  static func last(_ text: String) -> Unicode.Scalar? {
    for scalar in text.unicodeScalars.reversed() { if let harmless = harmless(scalar) { return harmless } }
    return nil
  }

  /// The harmless scalars of a text.
  static func scalars(_ text: String) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      if scalar == "\n" && previous == "\r" { continue }
      if let harmless = harmless(scalar) { result.append(harmless) }
    }
    return result
  }

  private static func harmless(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: " "
    case 0x00...0x1F, 0x7F...0x9F: "\u{FFFD}"
    case 0xAD, 0x61C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: nil
    case let value where value & 0xFFFE == 0xFFFE: "\u{FFFD}"
    default: scalar
    }
  }
}
