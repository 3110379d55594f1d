/// How wide words are in a chart, and how they are made to fit.
///
/// The font is not known when the page is written, so widths are upper bounds: a wide character is one em, a digit 0.6 em.
enum ChartText {
  /// The size of all words, in the drawing's units.
  static let size = 13
  /// From one line of words to the next.
  static let lineHeight = 18

  /// The words' width, rounded up.
  static func width(_ text: some StringProtocol) -> Int {
    (text.unicodeScalars.reduce(0) { $0 + tenths($1) } * size + 9) / 10
  }

  private static func tenths(_ scalar: Unicode.Scalar) -> Int {
    switch scalar {
    case "0"..."9", " ", ".", ",", "-": 6
    case "a"..."z" where scalar != "m" && scalar != "w": 6
    default: scalar.value < 0x300 && scalar.properties.isLowercase ? 8 : 10
    }
  }

  /// The words on as many lines of this width as needed, at most `limit`; what is cut off is marked by …
  static func lines(_ text: String, width limitWidth: Int, limit: Int) -> [String] {
    let text = HarmlessText.text(text)
    if width(text) <= limitWidth { return [text] }
    var lines: [String] = []
    var line = ""
    for character in text {
      if width(line + String(character)) > limitWidth, !line.isEmpty {
        lines.append(line)
        line = ""
        if lines.count == limit { break }
      }
      line.append(character)
    }
    if lines.count < limit { return line.isEmpty && !lines.isEmpty ? lines : lines + [line] }
    lines[limit - 1] = ellipsized(lines[limit - 1], width: limitWidth)
    return lines
  }

  /// The words on one line of this width.
  static func line(_ text: String, width: Int) -> String { lines(text, width: width, limit: 1).first ?? "" }

  private static func ellipsized(_ line: String, width limit: Int) -> String {
    var kept = line
    while !kept.isEmpty, width(kept) + size > limit { kept.removeLast() }
    return kept + "…"
  }
}
