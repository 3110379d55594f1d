/// Reading bytes as GB18030, of which GBK and GB2312 are parts.
enum GB18030Reading {
  /// Reads `bytes`; a byte that begins no character, a NUL, and a truncated tail are damage.
  static func read(_ bytes: TextBytes) -> Reading {
    // One byte makes at most three: U+FFFD, and U+20AC for 0x80. Two make at most three, so that there is room for a fourth behind them.
    Reading.writing(capacity: bytes.count * 3) { writer in
      bytes.withUnsafeBytes { source in
        GB18030Table.twoByteInUTF8.withUnsafeBufferPointer { read(source, table: $0, into: &writer) }
      }
    }
  }

  private static func read(
    _ source: UnsafeRawBufferPointer, table: UnsafeBufferPointer<UInt32>, into writer: inout UTF8Writer
  ) -> Int {
    var foreignCharacters = 0
    var index = 0
    while index < source.count {
      let lead = source[index]
      if lead < 0x80 {
        index = readASCII(source, at: index, into: &writer)
      } else if let pointer = twoBytePointer(source, at: index) {
        writer.put(encoded: table[pointer])
        foreignCharacters &+= 1
        index &+= 2
      } else {
        let length = readRarity(source, at: index, into: &writer)
        if length > 0 { foreignCharacters &+= 1 }
        index &+= abs(length)
      }
    }
    return foreignCharacters
  }

  @inline(__always)
  private static func readASCII(_ source: UnsafeRawBufferPointer, at index: Int, into writer: inout UTF8Writer) -> Int {
    if source[index] == 0 {
      writer.putDamage()
      return index &+ 1
    }
    guard index &+ 8 <= source.count, isPlainASCII(source.word(at: index)) else {
      writer.put(byte: source[index])
      return index &+ 1
    }
    writer.copy(source, index..<index &+ 8)
    return index &+ 8
  }

  @inline(__always)
  private static func isPlainASCII(_ word: UInt64) -> Bool {
    word & highBits == 0 && BytePattern(0).matches(in: word) == 0
  }

  /// The place in the table of the two-byte code at `index`, if there is one.
  @inline(__always)
  private static func twoBytePointer(_ source: UnsafeRawBufferPointer, at index: Int) -> Int? {
    guard index &+ 1 < source.count else { return nil }
    return GB18030Table.pointer(lead: source[index], trail: source[index &+ 1])
  }

  /// Reads what is neither ASCII nor a two-byte code; returns its length, negative if it was damage.
  private static func readRarity(_ source: UnsafeRawBufferPointer, at index: Int, into writer: inout UTF8Writer) -> Int {
    if source[index] == 0x80 {
      writer.put(0x20AC)
      return 1
    }
    let code = fourByteCode(source, at: index)
    if code.count == 4, let scalar = GB18030Table.scalar(source[index], source[index + 1], source[index + 2], source[index + 3]) {
      writer.put(scalar)
      return 4
    }
    writer.putDamage()
    // A four-byte code without character, or cut off by the file's end, goes whole. Else only the lead is dropped,
    // for what follows may be a delimiter or a line end.
    return code.count == 4 || code.upperBound == source.count ? -code.count : -1
  }

  /// As many of the bytes from `index` on as look like a four-byte code; at least one.
  private static func fourByteCode(_ source: UnsafeRawBufferPointer, at index: Int) -> Range<Int> {
    guard 0x81...0xFE ~= source[index] else { return index..<index + 1 }
    var end = index + 1
    while end < min(index + 4, source.count), ((end - index) % 2 == 0 ? 0x81...0xFE : 0x30...0x39) ~= source[end] { end += 1 }
    return index..<end
  }
}
