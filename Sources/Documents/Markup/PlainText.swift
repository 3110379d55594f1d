/// Texts that both renderers copy as they are. Nearly all are such, and a look at their bytes costs a twentieth of going over characters.
struct PlainText {
  /// What a byte says: 0 plain, 1 not plain, 5 the beginning of a plain character of three bytes, as most are; else the beginning of a
  /// character that the next bytes decide.
  private let kinds: [UInt8]

  /// Texts without any of these ASCII characters, and without what ``HarmlessText`` changes.
  init(without special: String) {
    var kinds = [UInt8](repeating: 1, count: 256)
    for byte in 0x20..<0x7F { kinds[byte] = 0 }
    // Continuation bytes, and the first bytes of U+3000 to U+9FFF.
    for byte in 0x80..<0xC0 { kinds[byte] = 0 }
    for byte in 0xE3...0xE9 { kinds[byte] = 5 }
    (kinds[0xC2], kinds[0xC3], kinds[0xE2], kinds[0xEF]) = (2, 0, 3, 4)
    for byte in special.utf8 { kinds[Int(byte)] = 1 }
    self.kinds = kinds
  }

  /// Whether a text is plain.
  func holds(for text: String) -> Bool { text.withBytes(holds) }

  /// Whether a text in UTF-8 is plain.
  func holds(for text: UnsafeBufferPointer<UInt8>) -> Bool {
    kinds.withUnsafeBufferPointer { kinds in
      var i = 0
      while i < text.count {
        let kind = kinds[Int(text[i])]
        switch kind {
        case 0: break
        case 5: i &+= 2
        default: guard kind != 1, Self.isPlain(text, at: i, kind) else { return false }
        }
        i &+= 1
      }
      return true
    }
  }

  /// Whether the character at a place is plain, whose first byte does not decide.
  private static func isPlain(_ text: UnsafeBufferPointer<UInt8>, at i: Int, _ kind: UInt8) -> Bool {
    guard i + 1 < text.count else { return false }
    switch kind {
    // U+00A1 and above without the soft hyphen
    case 2: return text[i + 1] > 0xA0 && text[i + 1] != 0xAD
    // – to … without marks of direction; U+2190 and above
    case 3: return text[i + 1] == 0x80 ? i + 2 < text.count && (0x93...0xA7).contains(text[i + 2]) : text[i + 1] >= 0x86
    // Full-width forms
    default: return text[i + 1] == 0xBC || text[i + 1] == 0xBD
    }
  }
}
