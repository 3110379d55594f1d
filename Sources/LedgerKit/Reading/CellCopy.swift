/// Up to 32 bytes of a cell, with noughts behind a shorter one's, to be compared and hashed without asking how many they are: a loop over as
/// many as there are would be guessed wrong at every other cell.
struct CellCopy {
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// In bytes.
  static let length = NearCell.reach
  /// Most cells have no more: of these copies half of the words need not be looked at.
  static let shortLength = 16

  @inline(__always)
  private static func word(_ memory: UnsafeRawPointer, _ place: Int) -> UInt64 {
    memory.loadUnaligned(fromByteOffset: place &* 8, as: UInt64.self)
  }

  /// Of memory that has as many bytes as a copy, of which those count that have bits in `mask`.
  @inline(__always)
  init(_ memory: UnsafeRawPointer, mask: UnsafeRawPointer, isShort: Bool = false) {
    let (first, second) = (Self.word(memory, 0) & Self.word(mask, 0), Self.word(memory, 1) & Self.word(mask, 1))
    if isShort {
      words = (first, second, 0, 0)
    } else {
      words = (first, second, Self.word(memory, 2) & Self.word(mask, 2), Self.word(memory, 3) & Self.word(mask, 3))
    }
  }

  /// Of the first bytes of a cell that stands so near the end of a text that there is no copy's length of bytes.
  init(few text: UnsafeRawBufferPointer) {
    var words = SIMD4<UInt64>(repeating: 0)
    withUnsafeMutableBytes(of: &words) { $0.copyBytes(from: text.prefix(CellCopy.length)) }
    self.words = (words[0], words[1], words[2], words[3])
  }

  /// Whether a copy is the same, which of a short cell is one of a short cell as well.
  @inline(__always)
  func isSame(as other: UnsafeRawPointer, isShort: Bool = false) -> Bool {
    let first = (words.0 ^ Self.word(other, 0)) | (words.1 ^ Self.word(other, 1))
    return isShort ? first == 0 : first | (words.2 ^ Self.word(other, 2)) | (words.3 ^ Self.word(other, 3)) == 0
  }

  /// A number that equal copies share; its highest bits depend on all bytes.
  @inline(__always)
  var hash: UInt64 {
    let sum =
      words.0 &* 0xFF51_AFD7_ED55_8CCD &+ words.1 &* 0x9E37_79B9_7F4A_7C15 &+ words.2 &* 0xC4CE_B9FE_1A85_EC53
      &+ words.3 &* 0xD6E8_FEB8_6659_FD93
    return (sum ^ sum &>> 32) &* 0xFF51_AFD7_ED55_8CCD
  }
}
