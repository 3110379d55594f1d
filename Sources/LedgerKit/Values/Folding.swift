/// The forms of a text that are compared; what is printed is always the raw text.
public enum Folding {
  /// NFKC without any blank or invisible character: `１２．５ ％` and `12.5%` are one. For parsing only.
  public static func compact(_ text: String) -> String {
    if isCompact(text.utf8) { return text }
    let plain = isStable(text) ? text : NormalForm.nfkc(text)
    guard plain.unicodeScalars.contains(where: isBlank) else { return plain }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: plain.unicodeScalars.lazy.filter { !isBlank($0) })
    return String(scalars)
  }

  /// Whether a text in UTF-8 is compact at a glance: ASCII without blanks and common Chinese characters. Most cells are such.
  public static func isCompact(_ utf8: some Sequence<UInt8>) -> Bool {
    utf8.allSatisfy { ($0 > 0x20 && $0 < 0x7F) || ($0 >= 0x80 && $0 < 0xC0) || ($0 >= 0xE4 && $0 <= 0xE9) }
  }

  /// NFKC with the ends trimmed; inner blanks kept (they separate names).
  public static func trimmed(_ text: String) -> String {
    let plain = isStable(text) ? text : NormalForm.nfkc(text)
    let scalars = plain.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }), let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(scalars[first...last])
  }

  /// Whether a cell says nothing: blank, or a word for nothing such as 无 and /.
  public static func isNothing(_ text: String) -> Bool {
    let bytes = Array(compact(text).utf8)
    return bytes.isEmpty || CellText.isNil(bytes.span)
  }

  /// A header as it is matched: compact, without `*`, `:` and a bracketed suffix such as （元） or `/天`; lower case.
  public static func header(_ text: String) -> String {
    if isPlainHeader(text) { return text }
    var result = compact(text).lowercased()
    result.removeAll { $0 == "*" || $0 == ":" }
    if result.contains(where: { variants[$0] != nil }) { result = String(result.map { variants[$0] ?? $0 }) }
    while let open = result.lastIndex(of: "("), result.hasSuffix(")"), open != result.startIndex {
      result = String(result[..<open])
    }
    if let slash = result.lastIndex(of: "/"), slash != result.startIndex, result[slash...].count <= 3 {
      result = String(result[..<slash])
    }
    return result
  }

  /// Whether a header is nothing but common Chinese characters, none of them one that stands for another: it is matched as it is.
  private static func isPlainHeader(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { text in
      var i = 0
      while i + 2 < text.count {
        let c = UInt32(text[i]) << 16 | UInt32(text[i + 1]) << 8 | UInt32(text[i + 2])
        // 帐, 旳, 査, 検
        guard (0xE4B880...0xE9BEA5).contains(c), c != 0xE5B890, c != 0xE697B3, c != 0xE69FBB, c != 0xE6A49C else { return false }
        i += 3
      }
      return i == text.count
    }
  }

  /// Characters people write for others in headers (domain §5.1, 91).
  private static let variants: [Character: Character] = ["帐": "账", "旳": "的", "査": "查", "検": "检"]

  /// The suffix of a header that its name is matched without: `元` of `金额（元）` and `单价/元`; nil where there is none.
  public static func headerUnit(_ text: String) -> String? {
    var plain = compact(text)
    while let last = plain.last, last == "*" || last == ":" { plain.removeLast() }
    if plain.hasSuffix(")"), let open = plain.lastIndex(of: "(") {
      return String(plain[plain.index(after: open)..<plain.index(before: plain.endIndex)])
    }
    guard let slash = plain.lastIndex(of: "/"), slash != plain.startIndex, plain[slash...].count <= 3 else { return nil }
    return String(plain[plain.index(after: slash)...])
  }

  static func isBlank(_ s: Unicode.Scalar) -> Bool {
    switch s.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200F, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF: true
    default: false
    }
  }

  /// Whether a text holds one part. As bytes: whole characters are found as bytes too, at a tenth of the cost.
  public static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    text.withUnsafeBytes { CellBytes.contains($0, part) }
  }

  /// Whether NFKC leaves a text as it is, at a glance: ASCII, common Chinese characters and their marks 、。《》“”—. Most texts are such.
  private static func isStable(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { s in
      switch s.value {
      case 0..<0x80, 0x4E00...0x9FFF, 0x3001...0x3003, 0x300A...0x3011, 0x2014, 0x201C, 0x201D: true
      default: false
      }
    }
  }
}

extension String {
  /// Whether the text holds a part, which is not empty. As bytes, not by `contains(_:)`: that one compares whole characters, at fifty
  /// times the cost, and the standard library's and Foundation's differ over an empty part and joined characters. A text that is not in
  /// normal form is brought into it.
  public func holds(_ part: String) -> Bool { self[...].holds(part) }
}

extension Substring {
  /// Whether the text holds a part; see ``Swift/String/holds(_:)``.
  public func holds(_ part: String) -> Bool {
    var (text, part) = (self, part)
    return text.withUTF8 { text in
      part.withUTF8 { part in
        CellBytes.contains(UnsafeRawBufferPointer(text), UnsafeRawBufferPointer(part))
          || !NormalForm.isNFC(text) && Folding.contains(Array(NormalForm.nfc(String(decoding: text, as: UTF8.self)).utf8), Array(part))
      }
    }
  }
}

extension String {
  /// The text on one line, its lines parted by a separator. A text without a byte that can begin a line end is one already.
  func joiningLines(with separator: String) -> String {
    guard utf8.contains(where: { $0 < 0x20 || $0 == 0xC2 || $0 == 0xE2 }) else { return self }
    return split(whereSeparator: \.isNewline).joined(separator: separator)
  }
}
