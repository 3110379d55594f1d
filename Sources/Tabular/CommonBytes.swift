/// What most ledgers are written with, byte by byte of UTF-8: ASCII that can be seen, and Chinese characters from U+4000 to U+9FFF.
public enum CommonBytes {
  /// Whether all bytes of a text are common, but for the commas 、 between names. Sixteen are looked at together, the last of them perhaps
  /// once more.
  public static func areAll(_ bytes: UnsafeRawBufferPointer) -> Bool {
    if bytes.count < 16 { return bytes.indices.allSatisfy { isCommon(bytes[$0]) || isComma(bytes, at: $0) } }
    var i = 0
    while i < bytes.count {
      let place = min(i, bytes.count &- 16)
      var others = Self.others(in: bytes, at: place)
      while others != 0 {
        guard isComma(bytes, at: place &+ others.trailingZeroBitCount) else { return false }
        others &= others &- 1
      }
      i &+= 16
    }
    return true
  }

  /// How many of the sixteen bytes at a place are common, before the first that is not.
  public static func count(in bytes: UnsafeRawBufferPointer, at place: Int) -> Int {
    (others(in: bytes, at: place) | 1 &<< 16).trailingZeroBitCount
  }

  @inline(__always)
  private static func others(in bytes: UnsafeRawBufferPointer, at place: Int) -> UInt64 {
    let group = ByteGroup(bytes, at: place)
    return 0xFFFF & ~(group.places(from: 0x21, through: 0x7E) | group.continuations | group.places(from: 0xE4, through: 0xE9))
  }

  /// Whether a comma 、 begins at a place: E3 80 81.
  private static func isComma(_ bytes: UnsafeRawBufferPointer, at place: Int) -> Bool {
    place &+ 2 < bytes.count && bytes[place] == 0xE3 && bytes[place &+ 1] == 0x80 && bytes[place &+ 2] == 0x81
  }

  private static func isCommon(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x7E, 0x80...0xBF, 0xE4...0xE9: true
    default: false
    }
  }
}
