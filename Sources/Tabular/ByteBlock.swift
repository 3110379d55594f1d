#if arch(x86_64)
  import _Builtin_intrinsics.intel
#endif

/// Sixteen bytes of a text, asked at once which of them are this or that: the answer's lowest bit is about the first byte.
///
/// Every byte of every file is looked at four times before its cells are read (is it UTF-8, has it NULs, where do records end, where
/// do cells), which in steps of one or eight bytes took a twelfth of a district's instructions. The registers are those that every x86-64
/// processor has; other processors take eight bytes at a time (``WordGroup``).
protocol ByteGrouping {
  /// The bytes from `offset`, all sixteen of which must be there.
  init(_ bytes: UnsafeRawBufferPointer, at offset: Int)
  /// Those equal to `byte`.
  func places(of byte: UInt8) -> UInt64
  /// Those between two bytes, both among them.
  func places(from low: UInt8, through high: UInt8) -> UInt64
  /// Those beyond ASCII.
  var beyondASCII: UInt64 { get }
  /// Those that go on with a character of UTF-8: 80 to BF.
  var continuations: UInt64 { get }
  /// Those that begin one of three bytes and may be followed by any that goes on with it: E1 to EF without ED.
  var plainLeadsOfThree: UInt64 { get }
  /// Whether one of four groups holds a NUL.
  static func haveNul(_ a: Self, _ b: Self, _ c: Self, _ d: Self) -> Bool
}

#if arch(x86_64)
  typealias ByteGroup = RegisterGroup

  /// Sixteen bytes in a register.
  struct RegisterGroup: ByteGrouping {
    private let register: SIMD2<Int64>

    @inline(__always)
    init(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
      register = bytes.loadUnaligned(fromByteOffset: offset, as: SIMD2<Int64>.self)
    }

    @inline(__always)
    private static func all(_ byte: UInt8) -> SIMD2<Int64> {
      SIMD2(repeating: Int64(bitPattern: UInt64(byte) &* 0x0101_0101_0101_0101))
    }

    @inline(__always)
    private static func bits(_ register: SIMD2<Int64>) -> UInt64 {
      UInt64(UInt32(bitPattern: _mm_movemask_epi8(register)))
    }

    @inline(__always)
    func places(of byte: UInt8) -> UInt64 { Self.bits(_mm_cmpeq_epi8(register, Self.all(byte))) }

    /// Those from which, less the lower bound, nothing is left but what lies between the bounds; without signs.
    @inline(__always)
    func places(from low: UInt8, through high: UInt8) -> UInt64 {
      let beyond = _mm_subs_epu8(_mm_sub_epi8(register, Self.all(low)), Self.all(high &- low))
      return Self.bits(_mm_cmpeq_epi8(beyond, SIMD2()))
    }

    var beyondASCII: UInt64 { @inline(__always) get { Self.bits(register) } }

    /// As signed numbers, 80 to BF are those below C0.
    var continuations: UInt64 { @inline(__always) get { Self.bits(_mm_cmpgt_epi8(Self.all(0xC0), register)) } }

    var plainLeadsOfThree: UInt64 {
      @inline(__always) get {
        let leads = _mm_cmpeq_epi8(register & Self.all(0xF0), Self.all(0xE0))
        let others = _mm_cmpeq_epi8(register, Self.all(0xE0)) | _mm_cmpeq_epi8(register, Self.all(0xED))
        return Self.bits(leads & ~others)
      }
    }

    /// The least of the bytes at each place: one of them is 0.
    @inline(__always)
    static func haveNul(_ a: Self, _ b: Self, _ c: Self, _ d: Self) -> Bool {
      let least = _mm_min_epu8(_mm_min_epu8(a.register, b.register), _mm_min_epu8(c.register, d.register))
      return bits(_mm_cmpeq_epi8(least, SIMD2())) != 0
    }
  }
#else
  typealias ByteGroup = WordGroup
#endif

/// Sixteen bytes in two words.
struct WordGroup: ByteGrouping {
  private let low: UInt64
  private let high: UInt64

  @inline(__always)
  init(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
    (low, high) = (bytes.word(at: offset), bytes.word(at: offset &+ 8))
  }

  /// The high bits of both words' bytes, drawn together.
  @inline(__always)
  private static func bits(_ low: UInt64, _ high: UInt64) -> UInt64 { bits(low) | bits(high) &<< 8 }

  @inline(__always)
  private static func bits(_ word: UInt64) -> UInt64 { (((word & highBits) &>> 7) &* 0x0102_0408_1020_4080) &>> 56 }

  /// The high bit of each byte that is zero.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 { ~(((word & ~highBits) &+ ~highBits) | word) & highBits }

  @inline(__always)
  func places(of byte: UInt8) -> UInt64 {
    let all = UInt64(byte) &* 0x0101_0101_0101_0101
    return Self.bits(Self.zeros(low ^ all), Self.zeros(high ^ all))
  }

  @inline(__always)
  func places(from first: UInt8, through last: UInt8) -> UInt64 {
    var found: UInt64 = 0
    for place in 0..<16 {
      let byte = UInt8(truncatingIfNeeded: (place < 8 ? low : high) &>> UInt64(8 &* (place & 7)))
      if byte >= first, byte <= last { found |= 1 &<< UInt64(place) }
    }
    return found
  }

  var beyondASCII: UInt64 { @inline(__always) get { Self.bits(low, high) } }

  var continuations: UInt64 { @inline(__always) get { Self.bits(low & ~(low &<< 1), high & ~(high &<< 1)) } }

  var plainLeadsOfThree: UInt64 {
    @inline(__always) get {
      let (high4, leads): (UInt64, UInt64) = (0xF0F0_F0F0_F0F0_F0F0, 0xE0E0_E0E0_E0E0_E0E0)
      let found = Self.bits(Self.zeros(low & high4 ^ leads), Self.zeros(high & high4 ^ leads))
      return found & ~(places(of: 0xE0) | places(of: 0xED))
    }
  }

  @inline(__always)
  static func haveNul(_ a: Self, _ b: Self, _ c: Self, _ d: Self) -> Bool {
    (zeros(a.low) | zeros(a.high) | zeros(b.low) | zeros(b.high) | zeros(c.low) | zeros(c.high) | zeros(d.low) | zeros(d.high)) != 0
  }
}

/// Four groups: as many bytes as a word has bits.
struct ByteBlock<Group: ByteGrouping> {
  static var size: Int { 64 }

  private let groups: (Group, Group, Group, Group)

  /// The bytes from `offset`, all sixty-four of which must be there.
  @inline(__always)
  init(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
    groups = (Group(bytes, at: offset), Group(bytes, at: offset &+ 16), Group(bytes, at: offset &+ 32), Group(bytes, at: offset &+ 48))
  }

  /// What the groups answer, one behind the other.
  @inline(__always)
  func places(_ answer: (Group) -> UInt64) -> UInt64 {
    answer(groups.0) | answer(groups.1) &<< 16 | answer(groups.2) &<< 32 | answer(groups.3) &<< 48
  }

  /// Whether a byte is 0.
  var hasNul: Bool { @inline(__always) get { Group.haveNul(groups.0, groups.1, groups.2, groups.3) } }
}
