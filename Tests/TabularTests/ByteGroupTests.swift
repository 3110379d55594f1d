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

  @Test(
    "Where what is not common begins",
    arguments: [
      ("", []), ("检查记录的采购台账及整改情况X", []), ("检查、记录", [6]), ("“整改” 中", [0, 9, 12]), ("é😀", [0, 2]), ("检查记录采购台账及整改情况（甲）\u{7F}", [39, 45, 48]),
      ("0123456789abcde\t, 检\n", [15, 17, 21]), ("㐀ꀀ\u{1F}", [0, 3, 6]),
    ] as [(String, [Int])])
  func others(text: String, places: [Int]) {
    var (found, first): ([Int], [Int]) = ([], [])
    Array(text.utf8).withUnsafeBytes { bytes in
      CommonBytes.forEachOther(of: bytes) { place in
        found.append(place)
        return true
      }
      CommonBytes.forEachOther(of: bytes) { place in
        first.append(place)
        return false
      }
    }
    #expect(found == places)
    #expect(first == Array(places.prefix(1)))
  }
}
