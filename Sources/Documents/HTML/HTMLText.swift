/// Plain text as HTML that shows exactly that text.
enum HTMLText {
  /// The text for element content and quoted attributes alike.
  static func escape(_ text: String) -> String {
    if plain.holds(for: text) { return text }
    var result: [Unicode.Scalar] = []
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
    return String(scalars: result)
  }

  /// What is copied as it is.
  static let plain = PlainText(without: "&<>\"'")

  /// What follows `f-` in the anchor of a figure's entry, ST-HAZ-03: letters and digits of any script, dots, hyphens and underscores.
  static func anchor(figure id: String) -> String {
    if id.withBytes({ $0.allSatisfy { isOfPlainAnchor($0) } }) { return id }
    return String(
      scalars: id.unicodeScalars.map { scalar in
        scalar.properties.isAlphabetic || scalar.isDigit || scalar == "." || scalar == "_" ? scalar : "-"
      })
  }

  @inline(__always)
  private static func isOfPlainAnchor(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  /// A figure's text for machines: 2,658 without its separator.
  static func machineValue(_ text: String) -> String {
    let text = HarmlessText.text(text)
    return text.withBytes { text -> String? in
      guard text.contains(UInt8(ascii: ",")) else { return nil }
      let kept = text.indices.filter { text[$0] != UInt8(ascii: ",") || !isBetweenDigits(text, $0) }
      return String(decoding: kept.map { text[$0] }, as: UTF8.self)
    } ?? text
  }

  private static func isBetweenDigits(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    place > 0 && place + 1 < text.count && text[place - 1] &- 0x30 < 10 && text[place + 1] &- 0x30 < 10
  }
}
