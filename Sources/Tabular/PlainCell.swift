/// Cells that stand in a CSV file as they are and show all they hold.
enum PlainCell {
  /// Whether some bytes of UTF-8, behind which there are eighteen more, are such a cell for certain: without comma, quote and control
  /// character, without a mark that turns the direction of text, and not begun as a formula is.
  static func isPlain(_ bytes: UnsafeRawBufferPointer, _ cell: Range<Int>) -> Bool {
    var i = cell.lowerBound
    while i < cell.upperBound {
      var odd = odd(bytes, at: i)
      if odd != 0 { odd &= ~harmlessMarks(bytes, at: i) }
      let rest = cell.upperBound &- i
      if odd & (rest < 16 ? 1 &<< UInt64(rest) &- 1 : 0xFFFF) != 0 { return false }
      i &+= 16
    }
    return cell.isEmpty || !mayBeginFormula(bytes[cell.lowerBound])
  }

  /// Of sixteen bytes those that a plain cell has not, or which begin with the next ones what it may not have: of the characters beyond
  /// ASCII, U+0080 to U+00BF, U+0600 to U+2FFF are looked at more closely, or not at all.
  @inline(__always)
  private static func odd(_ bytes: UnsafeRawBufferPointer, at place: Int) -> UInt64 {
    let group = ByteGroup(bytes, at: place)
    let ascii = group.places(from: 0x20, through: 0x7E) & ~(group.places(of: UInt8(ascii: ",")) | group.places(of: Byte.quote))
    let leads = group.places(from: 0xC3, through: 0xD7) | group.places(from: 0xE3, through: 0xFF)
    return 0xFFFF & ~(ascii | group.continuations | leads)
  }

  /// Those that begin a dash, a quotation mark or a dot: U+2010 to U+2027.
  @inline(__always)
  private static func harmlessMarks(_ bytes: UnsafeRawBufferPointer, at place: Int) -> UInt64 {
    let (first, second, third) = (ByteGroup(bytes, at: place), ByteGroup(bytes, at: place &+ 1), ByteGroup(bytes, at: place &+ 2))
    return first.places(of: 0xE2) & second.places(of: 0x80) & third.places(from: 0x90, through: 0xA7)
  }

  private static func mayBeginFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): true
    default: false
    }
  }
}
