import ProcessorInstructions

#if arch(x86_64) && os(Linux)
  import _Builtin_intrinsics.intel.cpuid
#endif

/// What SHA-256 does with one block of 64 bytes.
enum SHA256Block {
  /// The eight words of the hash so far.
  struct State: Sendable {
    fileprivate var words = SIMD8<UInt32>(
      0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19)

    /// The first 64 bits.
    var prefix: UInt64 { UInt64(words[0]) << 32 | UInt64(words[1]) }

    /// As 32 bytes.
    var bytes: [UInt8] {
      [UInt8](unsafeUninitializedCapacity: 32) { bytes, count in
        for place in 0..<32 { bytes[place] = UInt8(truncatingIfNeeded: words[place >> 2] >> UInt32(24 - 8 * (place & 3))) }
        count = 32
      }
    }
  }

  /// Compresses whole blocks, by the processor's own instructions where it has them.
  static func compress(_ blocks: UnsafeRawBufferPointer, into state: inout State) {
    if hasInstructions {
      constants.withUnsafeBytes { SHA256Instructions.compress(blocks, into: &state.words, constants: $0) }
    } else {
      compressPlainly(blocks, into: &state)
    }
  }

  /// Compresses whole blocks of one message and as many of another, which the processor's own instructions do in little more time than those
  /// of one.
  static func compress(
    _ blocks: UnsafeRawBufferPointer, into state: inout State, beside others: UnsafeRawBufferPointer, into otherState: inout State
  ) {
    if hasInstructions {
      constants.withUnsafeBytes {
        SHA256Instructions.compress(blocks, into: &state.words, beside: others, into: &otherState.words, constants: $0)
      }
    } else {
      compressPlainly(blocks, into: &state)
      compressPlainly(others, into: &otherState)
    }
  }

  /// Whether the processor has the instructions for SHA-256, and those of SSSE3 and SSE4.1 that they are used with.
  static let hasInstructions: Bool = {
    #if arch(x86_64) && os(Linux)
      var (a, b, c, d) = (UInt32(0), UInt32(0), UInt32(0), UInt32(0))
      guard __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0, b & 1 << 29 != 0 else { return false }
      return __get_cpuid(1, &a, &b, &c, &d) != 0 && c & 1 << 9 != 0 && c & 1 << 19 != 0
    #else
      return false
    #endif
  }()

  /// Compresses whole blocks on any processor.
  static func compressPlainly(_ blocks: UnsafeRawBufferPointer, into state: inout State) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
      constants.withUnsafeBufferPointer { constants in
        for start in stride(from: 0, to: blocks.count, by: 64) {
          expand(blocks, at: start, constants, into: schedule)
          mix(schedule, into: &state.words)
        }
      }
    }
  }

  /// Fills `schedule` with the block's 64 words, to each of which its round's constant is already added.
  @inline(__always)
  private static func expand(
    _ bytes: UnsafeRawBufferPointer, at start: Int, _ constants: UnsafeBufferPointer<UInt32>,
    into schedule: UnsafeMutableBufferPointer<UInt32>
  ) {
    var t = 0
    while t < 16 {
      schedule[t] = UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: start &+ 4 &* t, as: UInt32.self))
      t &+= 1
    }
    while t < 64 {
      let (w15, w2) = (schedule[t &- 15], schedule[t &- 2])
      let sigma0 = rotate(w15, 7) ^ rotate(w15, 18) ^ w15 &>> 3
      let sigma1 = rotate(w2, 17) ^ rotate(w2, 19) ^ w2 &>> 10
      schedule[t] = schedule[t &- 16] &+ sigma0 &+ schedule[t &- 7] &+ sigma1
      t &+= 1
    }
    t = 0
    while t < 64 {
      schedule[t] &+= constants[t]
      t &+= 1
    }
  }

  /// The 64 rounds, eight at a time: after eight the variables are back in their places, so none need be moved.
  @inline(__always)
  private static func mix(_ schedule: UnsafeMutableBufferPointer<UInt32>, into state: inout SIMD8<UInt32>) {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    var t = 0
    while t < 64 {
      round(a, b, c, &d, e, f, g, &h, schedule[t])
      round(h, a, b, &c, d, e, f, &g, schedule[t &+ 1])
      round(g, h, a, &b, c, d, e, &f, schedule[t &+ 2])
      round(f, g, h, &a, b, c, d, &e, schedule[t &+ 3])
      round(e, f, g, &h, a, b, c, &d, schedule[t &+ 4])
      round(d, e, f, &g, h, a, b, &c, schedule[t &+ 5])
      round(c, d, e, &f, g, h, a, &b, schedule[t &+ 6])
      round(b, c, d, &e, f, g, h, &a, schedule[t &+ 7])
      t &+= 8
    }
    state &+= SIMD8(a, b, c, d, e, f, g, h)
  }

  @inline(__always)
  private static func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32,
    _ scheduled: UInt32
  ) {
    let sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    let choice = g ^ (e & (f ^ g))
    let sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    let majority = (a & b) | (c & (a | b))
    let mixed = h &+ sum1 &+ choice &+ scheduled
    d = d &+ mixed
    h = mixed &+ sum0 &+ majority
  }

  @inline(__always)
  private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word &>> count | word &<< (32 &- count)
  }

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}
