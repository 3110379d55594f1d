extension Unicode.Scalar {
  /// A blank within a line, the wide one (U+3000) included.
  var isBlank: Bool {
    self == " " || self == "\t" || self == "\u{3000}" || self == "\u{A0}"
  }

  /// A character Markdown lets a backslash escape.
  var isASCIIPunctuation: Bool {
    switch value {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  /// 0 to 9.
  var isDigit: Bool { (0x30...0x39).contains(value) }

  /// A letter or digit of ASCII.
  var isASCIIWord: Bool {
    isDigit || (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value)
  }

  /// Punctuation or a symbol, in CommonMark's sense of what may flank emphasis.
  var isPunctuation: Bool {
    if isASCII { return isASCIIPunctuation }
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
      .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      return true
    default: return false
    }
  }

  /// White space, in CommonMark's sense of what may flank emphasis.
  var isSpace: Bool { properties.isWhitespace }
}

extension String {
  /// The text made of these scalars.
  init(scalars: some Sequence<Unicode.Scalar>) {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(3 * scalars.underestimatedCount)
    for scalar in scalars { utf8.append(scalar) }
    self.init(decoding: utf8, as: UTF8.self)
  }

  func trimmingLeadingBlanks() -> String {
    guard unicodeScalars.first?.isBlank ?? false else { return self }
    return String(scalars: unicodeScalars.drop(while: \.isBlank))
  }

  func trimmingTrailingBlanks() -> String {
    guard unicodeScalars.last?.isBlank ?? false else { return self }
    var view = unicodeScalars
    while let last = view.last, last.isBlank { view.removeLast() }
    return String(view)
  }

  func trimmingBlanks() -> String {
    trimmingLeadingBlanks().trimmingTrailingBlanks()
  }
}

extension [Unicode.Scalar] {
  /// The scalar there, or nothing outside.
  subscript(at index: Int) -> Unicode.Scalar? {
    indices.contains(index) ? self[index] : nil
  }

  /// The text without blanks at either end.
  func trimmed() -> [Unicode.Scalar] {
    var slice = drop(while: \.isBlank)
    while let last = slice.last, last.isBlank { slice.removeLast() }
    return [Unicode.Scalar](slice)
  }
}

extension [UInt8] {
  /// Appends a scalar in UTF-8. Appending to a view of a string costs four times as much.
  fileprivate mutating func append(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value < 0x80 { return append(UInt8(value)) }
    if value < 0x800 {
      append(UInt8(0xC0 | value >> 6))
    } else {
      if value < 0x10000 {
        append(UInt8(0xE0 | value >> 12))
      } else {
        append(UInt8(0xF0 | value >> 18))
        append(UInt8(0x80 | value >> 12 & 0x3F))
      }
      append(UInt8(0x80 | value >> 6 & 0x3F))
    }
    append(UInt8(0x80 | value & 0x3F))
  }
}
