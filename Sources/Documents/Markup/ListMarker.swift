/// The `- ` or `1. ` that begins a list's item.
struct ListMarker {
  var number: Int?
  var content: SourceLine

  var isOrdered: Bool { number != nil }
  /// A numbered list begins at 1; a lone `3. …` stays the text it is, so that no number changes.
  var startsList: Bool { number ?? 1 == 1 && indent < 4 }
  private var indent: Int

  init?(_ line: SourceLine) {
    let text = line.scalars.trimmed()
    let digits = text.prefix(while: \.isDigit)
    let sign = text[at: digits.count]
    let after = text[at: digits.count + 1]
    guard let sign, after.map(\.isBlank) ?? false else { return nil }
    guard digits.isEmpty ? "-*+".unicodeScalars.contains(sign) : (digits.count < 10 && (sign == "." || sign == ")")) else { return nil }
    number = digits.isEmpty ? nil : Int(String(scalars: digits))
    indent = line.indent
    content = SourceLine(number: line.number, scalars: [Unicode.Scalar](text[(digits.count + 1)...]).trimmed())
  }

  /// An item within an item: a new line of the outer one, led by a dot or its number.
  var asNestedLine: SourceLine {
    let lead = number.map { "\($0). " } ?? "· "
    return SourceLine(number: content.number, scalars: [Self.hardBreak] + Array(lead.unicodeScalars) + content.scalars)
  }

  /// Marks a new line for the running text's scanner.
  private static let hardBreak: Unicode.Scalar = "\u{2028}"
}
