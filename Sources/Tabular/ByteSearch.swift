// Searches that look at eight or sixteen bytes at a time: most of a ledger is neither quote nor line end,
// and much of it is ASCII.

/// The bytes that structure delimited text.
enum Byte {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let quote = UInt8(ascii: "\"")
}

/// One byte repeated eight times, to be compared with eight bytes at once.
struct BytePattern {
  private let word: UInt64

  @inline(__always)
  init(_ byte: UInt8) { word = UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// The high bit of each byte of `other` that equals the pattern's byte.
  ///
  /// Bits above the lowest one may be false (borrows carry upwards); the lowest is exact.
  @inline(__always)
  func matches(in other: UInt64) -> UInt64 {
    let difference = word ^ other
    return (difference &- 0x0101_0101_0101_0101) & ~difference & highBits
  }
}

/// The high bit of each of eight bytes; clear throughout in ASCII.
let highBits: UInt64 = 0x8080_8080_8080_8080

extension UnsafeRawBufferPointer {
  /// Eight bytes from `offset`, the first of them lowest.
  @inline(__always)
  func word(at offset: Int) -> UInt64 {
    UInt64(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The offset of the first `byte` in `offset..<end`, or `end`.
  @inline(__always)
  func first(_ byte: UInt8, from offset: Int, to end: Int) -> Int {
    let pattern = BytePattern(byte)
    var index = offset
    while index &+ 8 <= end {
      let found = pattern.matches(in: word(at: index))
      if found != 0 { return index &+ found.trailingZeroBitCount / 8 }
      index &+= 8
    }
    while index < end, self[index] != byte { index &+= 1 }
    return index
  }

  /// The offset of the first line feed or carriage return in `offset..<end`, or `end`.
  ///
  /// One pass for both: in a file whose lines end in CR, a search for LF alone would run to the file's end every time.
  @inline(__always)
  func firstLineEnd(from offset: Int, to end: Int) -> Int {
    let (feeds, returns) = (BytePattern(Byte.lineFeed), BytePattern(Byte.carriageReturn))
    var index = offset
    while index &+ 8 <= end {
      let bytes = word(at: index)
      let found = feeds.matches(in: bytes) | returns.matches(in: bytes)
      if found != 0 { return index &+ found.trailingZeroBitCount / 8 }
      index &+= 8
    }
    while index < end, self[index] != Byte.lineFeed, self[index] != Byte.carriageReturn { index &+= 1 }
    return index
  }

  /// The offset after the line end at `offset`: LF, CR, or CRLF as one.
  @inline(__always)
  func endOfLineEnd(at offset: Int) -> Int {
    let isPair = self[offset] == Byte.carriageReturn && offset &+ 1 < count && self[offset &+ 1] == Byte.lineFeed
    return offset &+ (isPair ? 2 : 1)
  }

  /// The offset after a byte order mark at `offset`, or `offset`; files joined end to end carry one mid-file.
  @inline(__always)
  func skippingByteOrderMark(at offset: Int, to end: Int) -> Int {
    guard offset &+ 3 <= end, self[offset] == 0xEF else { return offset }
    return self[offset &+ 1] == 0xBB && self[offset &+ 2] == 0xBF ? offset &+ 3 : offset
  }
}

/// Looks for quotes and line ends, sixty-four bytes at a time, and goes on in those that were looked at last: most records end within two or
/// three such blocks, and begin within one that is known.
struct StructureSearch {
  private let bytes: UnsafeRawBufferPointer
  /// Where the block begins that was looked at last, and which of its bytes may be what is looked for.
  private var start = 0
  private var found: UInt64 = 0
  /// Whether there was one.
  private var isKnown = false

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// The offset of the first quote, line feed or carriage return at or after `offset`, or the end.
  @inline(__always)
  mutating func first(from offset: Int) -> Int {
    var index = offset
    if isKnown, offset >= start, offset &- start < ByteBlock<ByteGroup>.size {
      if let place = place(in: found & (~0 &<< UInt64(offset &- start))) { return place }
      index = start &+ ByteBlock<ByteGroup>.size
    }
    while index &+ ByteBlock<ByteGroup>.size <= bytes.count {
      // Nearly nothing else in a ledger lies below the quote: blanks, tabs and exclamation marks.
      (start, found) = (index, ByteBlock<ByteGroup>(bytes, at: index).places { $0.places(from: 0, through: Byte.quote) })
      isKnown = true
      if let place = place(in: found) { return place }
      index &+= ByteBlock<ByteGroup>.size
    }
    while index < bytes.count, !isOne(bytes[index]) { index &+= 1 }
    return index
  }

  /// The first of some bytes of the block that is what is looked for.
  @inline(__always)
  private func place(in candidates: UInt64) -> Int? {
    var candidates = candidates
    while candidates != 0 {
      let place = start &+ candidates.trailingZeroBitCount
      if isOne(bytes[place]) { return place }
      candidates &= candidates &- 1
    }
    return nil
  }

  @inline(__always)
  private func isOne(_ byte: UInt8) -> Bool { byte == Byte.quote || byte == Byte.lineFeed || byte == Byte.carriageReturn }
}
