/// Reading bytes as UTF-16.
enum UTF16Reading {
  /// Reads `bytes` from `start` on, after the byte order mark; lone surrogates, NULs and an odd last byte are damage.
  static func read(_ bytes: TextBytes, bigEndian: Bool, from start: Int = 2) -> Reading {
    // Two bytes make at most three, as does an odd last byte.
    Reading.writing(capacity: bytes.count / 2 * 3 + 3) { writer in
      bytes.withUnsafeBytes { read($0, bigEndian: bigEndian, from: start, into: &writer) }
    }
  }

  /// Reads `bytes` without a byte order mark if their NULs leave no doubt that they are UTF-16.
  ///
  /// Every NUL must stand where ASCII has its high byte; ASCII must separate cells or end lines; nothing may be damaged
  /// but an odd last byte; and all but a twentieth must be characters that ledgers are made of.
  static func readUnmarked(_ bytes: TextBytes) -> DecodedText? {
    var (nulsAtEven, nulsAtOdd) = (0, 0)
    for index in bytes.indices where bytes[index] == 0 {
      if index % 2 == 0 { nulsAtEven += 1 } else { nulsAtOdd += 1 }
    }
    guard bytes.count >= 8, (nulsAtEven == 0) != (nulsAtOdd == 0) else { return nil }
    let reading = read(bytes, bigEndian: nulsAtEven > 0, from: 0)
    guard reading.damage.count == bytes.count % 2, isLikeLedger(reading.utf8) else { return nil }
    return reading.text(nulsAtEven > 0 ? .utf16BE : .utf16LE)
  }

  private static func isLikeLedger(_ utf8: [UInt8]) -> Bool {
    var (scalars, strange, separators) = (0, 0, 0)
    for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
      scalars += 1
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x2C, 0x3B: separators += 1
      case 0x20...0x7E, 0xA0...0xFF, 0x2000...0x27BF, 0x3000...0x33FF, 0x3400...0x9FFF, 0xFE30...0xFE4F, 0xFF00...0xFFFD, 0x20000...0x3FFFF:
        break
      default: strange += 1
      }
    }
    return separators > 0 && strange * 20 <= scalars
  }

  private static func read(
    _ source: UnsafeRawBufferPointer, bigEndian: Bool, from start: Int, into writer: inout UTF8Writer
  ) -> Int {
    var foreignCharacters = 0
    var index = start
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
