import Tabular

/// Compact forms of texts of characters that NFKC keeps, and of full-width letters and signs, which become half-width ones; none of them
/// joins with its neighbors.
///
/// Sixteen bytes are looked at and copied together, and only characters that are not common one by one: in a list of 133,000 findings, that
/// takes two fifths of the time that going from character to character does.
enum CommonFolding {
  /// How many bytes are copied together: there is room for as many behind what is written.
  static let width = 16

  /// Writes the compact form of a text in UTF-8 into room for it and ``width`` bytes more; returns how many bytes it has, which are no more
  /// than the text's. nil where the text has another character.
  static func write(_ text: UnsafeRawBufferPointer, to room: UnsafeMutableRawBufferPointer) -> Int? {
    precondition(room.count >= text.count + width, "less room than the form may take")
    var (read, written) = (0, 0)
    guard fold(text, from: &read, before: text.count - width + 1, to: room, at: &written) else { return nil }
    let rest = UnsafeRawBufferPointer(rebasing: text[read...])
    return withUnsafeTemporaryAllocation(byteCount: 2 * width, alignment: width) { end in
      _ = end.initializeMemory(as: UInt8.self, repeating: 0)
      end.copyMemory(from: rest)
      var read = 0
      let isDone = fold(UnsafeRawBufferPointer(end), from: &read, before: rest.count, to: room, at: &written)
      return isDone && read == rest.count ? written : nil
    }
  }

  /// Writes the forms of the characters that begin before `end`.
  @inline(__always)
  private static func fold(
    _ text: UnsafeRawBufferPointer, from read: inout Int, before end: Int, to room: UnsafeMutableRawBufferPointer, at written: inout Int
  ) -> Bool {
    while read < end {
      room.storeBytes(of: text.loadUnaligned(fromByteOffset: read, as: SIMD16<UInt8>.self), toByteOffset: written, as: SIMD16<UInt8>.self)
      let common = CommonBytes.count(in: text, at: read)
      (read, written) = (read &+ common, written &+ common)
      guard common == width || read >= end || foldCharacter(text, from: &read, to: room, at: &written) else { return false }
    }
    return true
  }

  /// Writes the form of a character that is not common.
  @inline(__always)
  private static func foldCharacter(
    _ text: UnsafeRawBufferPointer, from read: inout Int, to room: UnsafeMutableRawBufferPointer, at written: inout Int
  ) -> Bool {
    let first = text[read]
    if first < 0x80 {
      room[written] = first
      (read, written) = (read &+ 1, written &+ (Folding.isBlank(Unicode.Scalar(first)) ? 0 : 1))
      return true
    }
    // 数量×单价
    if first == 0xC3, read &+ 1 < text.count, text[read &+ 1] == 0x97 {
      room.storeBytes(of: text.loadUnaligned(fromByteOffset: read, as: UInt16.self), toByteOffset: written, as: UInt16.self)
      (read, written) = (read &+ 2, written &+ 2)
      return true
    }
    guard first >= 0xE0, first < 0xF0, read &+ 2 < text.count else { return false }
    let value = UInt32(first & 0x0F) &<< 12 | UInt32(text[read &+ 1] & 0x3F) &<< 6 | UInt32(text[read &+ 2] & 0x3F)
    if Folding.isStable(value) {
      for place in 0..<3 { room[written &+ place] = text[read &+ place] }
      written &+= 3
    } else if (0xFF01...0xFF5E).contains(value) {
      room[written] = UInt8(truncatingIfNeeded: value &- 0xFEE0)
      written &+= 1
    } else if value != 0x3000 {
      return false
    }
    read &+= 3
    return true
  }
}
