/// Reading bytes as UTF-16 after a byte order mark.
enum UTF16Reading {
  /// Reads `bytes` from the third on; lone surrogates, NULs and an odd last byte are damage.
  static func read(_ bytes: [UInt8], bigEndian: Bool) -> Reading {
    // Two bytes make at most three, as does an odd last byte.
    Reading.writing(capacity: bytes.count / 2 * 3 + 3) { writer in
      bytes.withUnsafeBytes { read($0, bigEndian: bigEndian, into: &writer) }
    }
  }

  private static func read(_ source: UnsafeRawBufferPointer, bigEndian: Bool, into writer: inout UTF8Writer) -> Int {
    var foreignCharacters = 0
    var index = 2
    while index &+ 1 < source.count {
      let (scalar, length) = scalar(source, at: index, bigEndian: bigEndian)
      if scalar == 0 { writer.putDamage() } else { writer.put(scalar) }
      if scalar >= 0x80 { foreignCharacters &+= 1 }
      index &+= length
    }
    if index < source.count { writer.putDamage() }
    return foreignCharacters
  }

  /// The code point at `index` and its length in bytes; code point 0 for what is damage.
  @inline(__always)
  private static func scalar(_ source: UnsafeRawBufferPointer, at index: Int, bigEndian: Bool) -> (UInt32, Int) {
    let first = unit(source, at: index, bigEndian: bigEndian)
    guard first & 0xF800 == 0xD800 else { return (first, 2) }
    guard first < 0xDC00, index &+ 3 < source.count else { return (0, 2) }
    let second = unit(source, at: index &+ 2, bigEndian: bigEndian)
    guard second & 0xFC00 == 0xDC00 else { return (0, 2) }
    return (0x10000 &+ (first & 0x3FF) << 10 &+ (second & 0x3FF), 4)
  }

  @inline(__always)
  private static func unit(_ source: UnsafeRawBufferPointer, at index: Int, bigEndian: Bool) -> UInt32 {
    let (first, second) = (UInt32(source[index]), UInt32(source[index &+ 1]))
    return bigEndian ? first << 8 | second : second << 8 | first
  }
}
