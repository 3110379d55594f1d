/// SHA-256's rounds by the instructions x86 processors have for them: 1.8 gigabytes a second where plain Swift reaches 0.3 (AMD EPYC).
/// Every round of a message waits for the one before it; the rounds of two messages in turn wait half as long: 3.5 gigabytes a second.
///
/// Only this target is compiled with those instructions allowed (Package.swift), so nothing here may run before
/// the processor was asked; whoever calls keeps the plain way for every other processor.
public enum SHA256Instructions {
  /// Compresses whole blocks of 64 bytes into the eight words of the hash so far.
  @inline(never)
  public static func compress(_ blocks: UnsafeRawBufferPointer, into state: inout SIMD8<UInt32>, constants: UnsafeRawBufferPointer) {
    #if arch(x86_64) && os(Linux)
      var lanes: InlineArray<1, Lane> = [Lane(blocks, state)]
      compress(blocks.count, of: &lanes, constants)
      state = lanes[0].state
    #endif
  }

  /// Compresses whole blocks of one message and as many of another.
  @inline(never)
  public static func compress(
    _ blocks: UnsafeRawBufferPointer, into state: inout SIMD8<UInt32>, beside others: UnsafeRawBufferPointer,
    into otherState: inout SIMD8<UInt32>, constants: UnsafeRawBufferPointer
  ) {
    #if arch(x86_64) && os(Linux)
      var lanes: InlineArray<2, Lane> = [Lane(blocks, state), Lane(others, otherState)]
      compress(min(blocks.count, others.count), of: &lanes, constants)
      (state, otherState) = (lanes[0].state, lanes[1].state)
    #endif
  }
}

#if arch(x86_64) && os(Linux)
  import _Builtin_intrinsics.intel

  private typealias Four = SIMD4<UInt32>

  extension SHA256Instructions {
    /// The 64 rounds of each block, four at a time, of each message in turn. Two messages still fit into the registers.
    ///
    /// Source: Intel 64 and IA-32 Architectures Software Developer's Manual, volume 2, SHA256RNDS2, SHA256MSG1 and SHA256MSG2.
    @inline(__always)
    private static func compress<let count: Int>(
      _ length: Int, of lanes: inout InlineArray<count, Lane>, _ constants: UnsafeRawBufferPointer
    ) {
      for start in stride(from: 0, to: length, by: 64) {
        for lane in 0..<count { lanes[lane].begin(at: start) }
        for group in 0..<12 {
          for lane in 0..<count { lanes[lane].mix(constants, group) }
          for lane in 0..<count { lanes[lane].advance() }
        }
        for group in 12..<16 {
          for lane in 0..<count { lanes[lane].mix(constants, group) }
          for lane in 0..<count { lanes[lane].drop() }
        }
        for lane in 0..<count { lanes[lane].end() }
      }
    }
  }

  /// A message whose blocks are compressed in step with those of others.
  private struct Lane {
    private let blocks: UnsafeRawBufferPointer
    private var hash: Halves
    private var before: Halves
    private var words = Words()

    @inline(__always)
    init(_ blocks: UnsafeRawBufferPointer, _ state: SIMD8<UInt32>) {
      self.blocks = blocks
      hash = Halves(state)
      before = hash
    }

    var state: SIMD8<UInt32> { hash.words }

    @inline(__always)
    mutating func begin(at start: Int) {
      before = hash
      words = Words(blocks, at: start)
    }

    @inline(__always)
    mutating func mix(_ constants: UnsafeRawBufferPointer, _ group: Int) { hash.mix(words.first, constants, group) }

    /// The schedule goes on by four words.
    @inline(__always)
    mutating func advance() { words.advance() }

    /// The schedule goes on by four words, near its end.
    @inline(__always)
    mutating func drop() { words.drop() }

    @inline(__always)
    mutating func end() { hash.add(before) }
  }

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
    var first = Four()
    private var second = Four()
    private var third = Four()
    private var fourth = Four()

    init() {}

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

    /// The first four make room for the four words after these.
    @inline(__always)
    mutating func advance() {
      let sevenBefore = Four(third[1], third[2], third[3], fourth[0])
      let sum = Four(_mm_sha256msg1_epu32(first.register, second.register)) &+ sevenBefore
      let next = Four(_mm_sha256msg2_epu32(sum.register, fourth.register))
      drop()
      fourth = next
    }

    /// The first four make room for those after them; nothing follows these any more.
    @inline(__always)
    mutating func drop() { (first, second, third) = (second, third, fourth) }
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
