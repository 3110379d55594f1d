import Testing

@testable import Tabular

@Suite("Bytes asked sixteen and sixty-four at a time")
struct ByteGroupTests {
  /// `大` is E5 A4 A7, `é` C3 A9, `😀` F0 9F 98 80, `ࠀ` E0 A0 80; the lowest bit stands for the first byte.
  static let text: [UInt8] = Array("大,é\"😀,ࠀ".utf8)

  private func check<Group: ByteGrouping>(_: Group.Type, sourceLocation: SourceLocation = #_sourceLocation) {
    // 15 bytes and one more: E5 A4 A7 2C  C3 A9 22 F0  9F 98 80 2C  E0 A0 80 2C
    let group = (Self.text + [0x2C]).withUnsafeBytes { Group($0, at: 0) }
    #expect(group.places(of: 0x2C) == 0b1000_1000_0000_1000, sourceLocation: sourceLocation)
    #expect(group.places(of: 0x22) == 0b0000_0000_0100_0000, sourceLocation: sourceLocation)
    #expect(group.places(of: 0x41) == 0, sourceLocation: sourceLocation)
    #expect(group.places(from: 0x22, through: 0x2C) == 0b1000_1000_0100_1000, sourceLocation: sourceLocation)
    #expect(group.beyondASCII == 0b0111_0111_1011_0111, sourceLocation: sourceLocation)
    #expect(group.continuations == 0b0110_0111_0010_0110, sourceLocation: sourceLocation)
    #expect(group.plainLeadsOfThree == 0b0000_0000_0000_0001, sourceLocation: sourceLocation)
  }

  @Test("What a group answers, in registers and in words") func answers() {
    check(ByteGroup.self)
    check(WordGroup.self)
  }

  /// Of each of the 256 bytes, wherever it stands among others that are next to it in value.
  private func checkEveryByte<Group: ByteGrouping>(_: Group.Type) {
    for byte in UInt8.min...UInt8.max {
      for place in 0..<16 {
        var bytes = [UInt8](repeating: byte &+ 1, count: 16)
        bytes[place] = byte
        let group = bytes.withUnsafeBytes { Group($0, at: 0) }
        let (here, one) = ("\(byte) at \(place)", UInt64(1) << UInt64(place))
        #expect(group.places(of: byte) == one, "\(here)")
        #expect(group.places(from: 0x21, through: 0x7E) & one == (0x21...0x7E ~= byte ? one : 0), "\(here)")
        #expect(group.places(from: 0xE4, through: 0xE9) & one == (0xE4...0xE9 ~= byte ? one : 0), "\(here)")
        #expect(group.beyondASCII & one == (byte >= 0x80 ? one : 0), "\(here)")
        #expect(group.continuations & one == (0x80...0xBF ~= byte ? one : 0), "\(here)")
        let leadsPlainly = 0xE1...0xEF ~= byte && byte != 0xED
        #expect(group.plainLeadsOfThree & one == (leadsPlainly ? one : 0), "\(here)")
      }
    }
  }

  @Test("Every byte at every place") func everyByte() {
    checkEveryByte(ByteGroup.self)
    checkEveryByte(WordGroup.self)
  }

  @Test("A block's groups stand one behind the other", arguments: [0, 15, 16, 31, 32, 47, 48, 63])
  func block(place: Int) {
    var bytes = [UInt8](repeating: 0x20, count: 70)
    bytes[3 + place] = 0x2C
    let block = bytes.withUnsafeBytes { ByteBlock<ByteGroup>($0, at: 3) }
    #expect(block.places { $0.places(of: 0x2C) } == 1 << UInt64(place))
  }

  private func checkNul<Group: ByteGrouping>(_: Group.Type, _ byte: UInt8) {
    for place in 0..<64 {
      var bytes = [UInt8](repeating: 0xE5, count: 66)
      (bytes[0], bytes[65], bytes[1 + place]) = (0, 0, byte)
      #expect(bytes.withUnsafeBytes { ByteBlock<Group>($0, at: 1) }.hasNul == (byte == 0), "\(byte) at \(place)")
    }
  }

  @Test("A block has a NUL wherever it stands, not what is like one or stands beside", arguments: [0, 1, 0x7F, 0x80, 0xFF] as [UInt8])
  func nul(byte: UInt8) {
    checkNul(ByteGroup.self, byte)
    checkNul(WordGroup.self, byte)
  }

  @Test(
    "Whether all is common but for commas between names, and how much is up to what is not",
    arguments: [
      ("", true, 0), ("检", true, 3), ("甲、乙", true, 3), ("检查记录采购X", true, 16), ("检查记录的采购台账及整改情况X", true, 16), ("检查记录、采购、情况、", true, 12),
      ("李建国、周海燕、王某", true, 9), ("检查 记录", false, 6), ("“整改”", false, 0), ("é", false, 0), ("检查记录采购台账及整改情况（甲）", false, 16),
      ("0123456789abcde\t", false, 15),
      ("0123456789abcdef\u{7F}", false, 16), ("检查记录采购台账。", false, 16), ("检查记录采购台账、。", false, 16), ("㐀ꀀ", false, 0),
      ("0123456789abcdefghijklmnopqrstu 、", false, 16),
    ] as [(String, Bool, Int)])
  func common(text: String, isAll: Bool, count: Int) {
    Array(text.utf8).withUnsafeBytes { bytes in #expect(CommonBytes.areAll(bytes) == isAll) }
    (Array(text.utf8) + [UInt8](repeating: 0, count: 16)).withUnsafeBytes { bytes in #expect(CommonBytes.count(in: bytes, at: 0) == count) }
  }
}
