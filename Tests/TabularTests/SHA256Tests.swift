import Testing

@testable import Tabular

/// Expected digests are FIPS 180-4's examples and coreutils' `sha256sum`.
@Suite("SHA-256")
struct SHA256Tests {
  @Test(arguments: ofLetters)
  func digests(count: Int, digest: String) {
    #expect(SHA256.hexDigest(letters(count)) == digest)
  }

  /// The digests of so many letters a.
  private static let ofLetters = [
    0: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    1: "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb",
    55: "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318",
    56: "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a",
    57: "f13b2d724659eb3bf47f2dd6af1accc87b81f09f59f2b75e5c0bed6589dfe8c6",
    63: "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34",
    64: "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb",
    65: "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0",
    119: "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb",
    120: "2f3d335432c70b580af0e8e1b3674a7c020d683aa5f73aaaedfdc55af904c21c",
    128: "6836cf13bac400e9105071cd6af47084dfacad4e5e302c94bfed24e013afb73e",
    1000000: "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
  ]

  @Test(
    "Two at a time, each message has its own digest",
    arguments: [
      [], [0], [0, 0], [64, 64], [1_000_000, 128], [128, 1_000_000], [1_000_000, 1_000_000, 1_000_000], [1_000_000, 65, 0, 120, 57, 1],
      [0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 128, 1_000_000], [1_000_000, 128, 120, 119, 65, 64, 63, 57, 56, 55, 1, 0],
    ], [[0, 0], [3, 3], [3, 0], [0, 3]])
  func together(counts: [Int], marks: [Int]) {
    let messages = counts.enumerated().map { place, count in
      let mark = min(count, marks[place % 2])
      return (mark: letters(mark), rest: TextBytes(letters(count - mark)))
    }
    #expect(SHA256.hexDigests(of: messages) == counts.map { Self.ofLetters[$0] })
  }

  @Test(
    "Of many short messages the first 64 bits of the digests",
    arguments: [
      [], [0], [0, 0], [64, 64, 64], [1, 128, 1, 128], [120, 1], [1, 120, 57, 56, 0],
      [1_000_000, 0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 128],
      Array(repeating: 57, count: 16), Array([0, 1, 65, 120, 57].map { Array(repeating: $0, count: 11) }.joined()),
    ])
  func prefixes(counts: [Int]) {
    var prefixes = SHA256Prefixes(count: counts.count)
    for count in counts {
      prefixes.append { $0 += letters(count / 2) }
      prefixes.append { $0 += letters(count - count / 2) }
      prefixes.endMessage()
    }
    #expect(prefixes.finish() == counts.map { Self.ofLetters[$0].flatMap { UInt64($0.prefix(16), radix: 16) } })
  }

  private func letters(_ count: Int) -> [UInt8] { Array(repeating: UInt8(ascii: "a"), count: count) }

  @Test(arguments: [
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
    ("学校后勤", "c0506fad8a260e688e7ef01c427420eb091ea2fb66b045b8eacc91cb515a9a6f"),
  ])
  func digests(text: String, digest: String) {
    #expect(SHA256.hexDigest(Array(text.utf8)) == digest)
  }

  @Test("Pieces of any length give the digest of the whole", arguments: [1, 3, 55, 63, 64, 65, 127, 200])
  func pieces(length: Int) {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var hash = SHA256()
    for start in stride(from: 0, to: bytes.count, by: length) {
      hash.update(Array(bytes[start..<min(start + length, bytes.count)]))
    }
    #expect(hash.hexDigest() == SHA256.hexDigest(bytes))
    #expect(hash.finalize().count == 32)
  }

  /// The tests above take whichever way the processor offers.
  @Test("Without the processor's instructions the digest is the same", arguments: [1, 2, 7, 40]) func plain(blocks count: Int) {
    let bytes = (0..<64 * count).map { UInt8(truncatingIfNeeded: $0 &* 197 &+ $0 >> 6) }
    var (plain, either) = (SHA256Block.State(), SHA256Block.State())
    bytes.withUnsafeBytes {
      SHA256Block.compressPlainly($0, into: &plain)
      SHA256Block.compress($0, into: &either)
    }
    #expect(plain.bytes == either.bytes)
  }

  @Test("Beside another message the digest is the same", arguments: [1, 2, 7, 40]) func beside(blocks count: Int) {
    let bytes = (0..<128 * count).map { UInt8(truncatingIfNeeded: $0 &* 197 &+ $0 >> 6) }
    var (alone, beside) = ([SHA256Block.State(), SHA256Block.State()], (SHA256Block.State(), SHA256Block.State()))
    bytes.withUnsafeBytes { bytes in
      let halves = [bytes[..<(64 * count)], bytes[(64 * count)...]].map(UnsafeRawBufferPointer.init(rebasing:))
      for place in 0..<2 { SHA256Block.compressPlainly(halves[place], into: &alone[place]) }
      SHA256Block.compress(halves[0], into: &beside.0, beside: halves[1], into: &beside.1)
    }
    #expect([beside.0.bytes, beside.1.bytes] == alone.map(\.bytes))
  }

  /// The digest of `abc` is FIPS 180-4's.
  @Test("The plain way alone gives the digest of abc") func plainDigest() {
    let block: [UInt8] = Array("abc".utf8) + [0x80] + Array(repeating: 0, count: 59) + [24]
    var state = SHA256Block.State()
    block.withUnsafeBytes { SHA256Block.compressPlainly($0, into: &state) }
    let digest: [UInt8] = [
      0xba, 0x78, 0x16, 0xbf, 0x8f, 0x01, 0xcf, 0xea, 0x41, 0x41, 0x40, 0xde, 0x5d, 0xae, 0x22, 0x23, 0xb0, 0x03, 0x61, 0xa3, 0x96, 0x17,
      0x7a, 0x9c, 0xb4, 0x10, 0xff, 0x61, 0xf2, 0x00, 0x15, 0xad,
    ]
    #expect(state.bytes == digest)
  }
}
