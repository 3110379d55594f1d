/// Plain text as HTML that shows exactly that text.
enum HTMLText {
  /// The text for element content and quoted attributes alike.
  static func escape(_ text: String) -> String {
    if plain.holds(for: text) { return text }
    var result = String.UnicodeScalarView()
    for scalar in HarmlessText.scalars(text) {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// What is copied as it is.
  static let plain = PlainText(without: "&<>\"'")

  /// The anchor of a figure's entry, f-ST-HAZ-03: letters and digits of any script, dots, hyphens and underscores.
  static func anchor(figure id: String) -> String {
    var id = id
    if id.withUTF8({ $0.allSatisfy(isOfPlainAnchor) }) { return "f-" + id }
    return "f-"
      + String(
        scalars: id.unicodeScalars.map { scalar in
          scalar.properties.isAlphabetic || scalar.isDigit || scalar == "." || scalar == "_" ? scalar : "-"
        })
  }

  private static func isOfPlainAnchor(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  /// A figure's text for machines: 2,658 without its separator.
  static func machineValue(_ text: String) -> String {
    var text = text
    if !text.withUTF8({ $0.contains(UInt8(ascii: ",")) }) { return text }
    let scalars = HarmlessText.scalars(text)
    let kept = scalars.indices.filter { scalars[$0] != "," || !isBetweenDigits(scalars, $0) }
    return String(scalars: kept.map { scalars[$0] })
  }

  private static func isBetweenDigits(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    text[at: index - 1]?.isDigit == true && text[at: index + 1]?.isDigit == true
  }
}
