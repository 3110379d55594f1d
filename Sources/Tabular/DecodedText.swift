/// The encodings in which ledgers are exported.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  case utf8BOM = "UTF-8-BOM"
  case utf16LE = "UTF-16LE"
  case utf16BE = "UTF-16BE"
  case gb18030 = "GB18030"
}

/// A file's content as UTF-8.
public struct DecodedText: Sendable {
  /// The encoding the bytes were read in.
  public let encoding: TextEncoding
  /// Well-formed UTF-8 without a byte order mark.
  public let utf8: TextBytes
  /// Offsets in `utf8` where U+FFFD stands for source bytes that could not be decoded, ascending.
  public let damage: [Int]
  /// What the bytes probably are where they decode as GB18030, but not to plausible Chinese: then `utf8` is nonsense
  /// without damage, and the file should be saved anew as UTF-8. `nil` for every other text.
  public let suspectedEncoding: SuspectedEncoding?

  /// Text made by hand, as tests and embedders do: undamaged UTF-8.
  public init(_ string: String) {
    self.init(encoding: .utf8, utf8: TextBytes(Array(string.utf8)), damage: [])
  }

  init(encoding: TextEncoding, utf8: TextBytes, damage: [Int], suspectedEncoding: SuspectedEncoding? = nil) {
    self.encoding = encoding
    self.utf8 = utf8
    self.damage = damage
    self.suspectedEncoding = suspectedEncoding
  }
}

/// The outcome of reading bytes in one encoding, with what is needed to judge whether that encoding was right.
struct Reading {
  let utf8: [UInt8]
  let damage: [Int]
  /// Characters beyond ASCII that were read without damage.
  let foreignCharacters: Int

  /// Whether damage is isolated: a handful of places, or at most one in twenty of the characters beyond ASCII.
  var isPlausible: Bool {
    damage.count <= 5 || damage.count * 20 <= foreignCharacters
  }

  func text(_ encoding: TextEncoding, suspected: SuspectedEncoding? = nil) -> DecodedText {
    DecodedText(encoding: encoding, utf8: TextBytes(utf8), damage: damage, suspectedEncoding: suspected)
  }
}
