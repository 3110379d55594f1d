/// What most ledgers are written with, byte by byte of UTF-8: ASCII that can be seen, and Chinese characters from U+4000 to U+9FFF.
public enum CommonBytes {
  /// Calls `body` with the place of each byte that is no such, but of a character only with that of its first; until it says that the rest
  /// does not matter. Sixteen are looked at together: most are common.
  public static func forEachOther(of bytes: UnsafeRawBufferPointer, _ body: (Int) -> Bool) {
    var i = 0
    while i &+ 16 <= bytes.count {
      var others = Self.others(in: bytes, at: i)
      while others != 0 {
        guard body(i &+ others.trailingZeroBitCount) else { return }
        others &= others &- 1
      }
      i &+= 16
    }
    while i < bytes.count {
      guard isCommon(bytes[i]) || body(i) else { return }
      i &+= 1
    }
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

  private static func isCommon(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x7E, 0x80...0xBF, 0xE4...0xE9: true
    default: false
    }
  }
}
