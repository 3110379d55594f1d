import Tabular

/// The forms of a text that are compared; what is printed is always the raw text.
public enum Folding {
  /// NFKC without any blank or invisible character: `１２．５ ％` and `12.5%` are one. For parsing only.
  public static func compact(_ text: String) -> String {
    let folded = text.withBytes { utf8 -> String? in
      if isCompact(utf8) { return nil }
      var bytes: [UInt8] = []
      appendCompact(utf8, to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
    return folded ?? text
  }

  /// Appends the compact form of a text in UTF-8.
  public static func appendCompact(_ utf8: UnsafeBufferPointer<UInt8>, to result: inout [UInt8]) {
    let start = result.count
    result += [UInt8](repeating: 0, count: utf8.count + compactMargin)
    let count = result.withUnsafeMutableBytes { writeCompact(utf8, to: UnsafeMutableRawBufferPointer(rebasing: $0[start...])) }
    result.removeLast(utf8.count + compactMargin - (count ?? 0))
    if count == nil { result += compactBytes(utf8) }
  }

  /// How much more room than a text ``writeCompact(_:to:)`` is given, in bytes.
  public static var compactMargin: Int { CommonFolding.width }

  /// Writes the compact form of a text in UTF-8 into room for the text and ``compactMargin``; returns how many bytes it has. nil where it has
  /// characters whose form only ``compactBytes(_:)`` knows.
  public static func writeCompact(_ utf8: UnsafeBufferPointer<UInt8>, to room: UnsafeMutableRawBufferPointer) -> Int? {
    CommonFolding.write(UnsafeRawBufferPointer(utf8), to: room)
  }

  /// The compact form of any text in UTF-8.
  public static func compactBytes(_ utf8: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let plain = NormalForm.nfkc(String(decoding: utf8, as: UTF8.self))
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: plain.unicodeScalars.lazy.filter { !isBlank($0) })
    return Array(String(scalars).utf8)
  }

  /// Whether a text in UTF-8 is compact at a glance: ASCII without blanks, common Chinese characters and the commas 、 between names. Most
  /// cells are such, and most rows.
  public static func isCompact(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    CommonBytes.areAll(UnsafeRawBufferPointer(utf8))
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
    var result = [Unicode.Scalar]()
    for scalar in compact(text).lowercased().unicodeScalars where scalar != "*" && scalar != ":" {
      result.append(scalar.value < 0x80 ? scalar : variants[scalar] ?? scalar)
    }
    while result.last == ")", let open = result.lastIndex(of: "("), open != 0 { result.removeSubrange(open...) }
    if let slash = result.lastIndex(of: "/"), slash != 0, result.count - slash <= 3 { result.removeSubrange(slash...) }
    var header = String.UnicodeScalarView()
    for scalar in result { header.append(scalar) }
    return String(header)
  }

  /// Whether a header is nothing but common Chinese characters, none of them one that stands for another: it is matched as it is.
  private static func isPlainHeader(_ text: String) -> Bool {
    text.withBytes { text in
      var i = 0
      while i + 2 < text.count {
        guard keptCharacter(text, at: i) != nil else { return false }
        i += 3
      }
      return i == text.count
    }
  }

  /// The first character of a header, by its bytes, if it is a common Chinese one that does not stand for another; nil else.
  static func keptOpening(_ header: UnsafeBufferPointer<UInt8>) -> UInt32? {
    header.count < 3 ? nil : keptCharacter(header, at: 0)
  }

  private static func keptCharacter(_ text: UnsafeBufferPointer<UInt8>, at i: Int) -> UInt32? {
    let c = UInt32(text[i]) << 16 | UInt32(text[i + 1]) << 8 | UInt32(text[i + 2])
    // 帐, 旳, 査, 検
    guard (0xE4B880...0xE9BEA5).contains(c), c != 0xE5B890, c != 0xE697B3, c != 0xE69FBB, c != 0xE6A49C else { return nil }
    return c
  }

  /// Characters people write for others in headers (domain §5.1, 91).
  private static let variants: [Unicode.Scalar: Unicode.Scalar] = ["帐": "账", "旳": "的", "査": "查", "検": "检"]

  /// The suffix of a header that its name is matched without: `元` of `金额（元）` and `单价/元`; nil where there is none.
  public static func headerUnit(_ text: String) -> String? {
    var plain = compact(text)
    guard plain.utf8.contains(where: { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "/") }) else { return nil }
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

  /// Whether NFKC leaves a text as it is, at a glance: ASCII, common Chinese characters and their marks 、。《》〔〕‘’“”–—. Most texts are such.
  private static func isStable(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { isStable($0.value) }
  }

  static func isStable(_ value: UInt32) -> Bool {
    switch value {
    case 0..<0x80, 0x4E00...0x9FFF, 0x3001...0x3003, 0x300A...0x3011, 0x3014, 0x3015, 0x2013, 0x2014, 0x2018...0x201D: true
    default: false
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
  public func joiningLines(with separator: String) -> String {
    guard withBytes({ $0.contains { Self.mayEndLine($0) } }) else { return self }
    return split(whereSeparator: \.isNewline).joined(separator: separator)
  }

  /// Whether a byte can begin a line end.
  static func mayEndLine(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0xC2 || byte == 0xE2 }
}
