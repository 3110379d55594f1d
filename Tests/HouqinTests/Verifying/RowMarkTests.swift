import Testing

@testable import Houqin

@Suite("Which rows of a table changed")
struct RowMarkTests {
  @Test(
    "Told by the rows seen in Excel",
    arguments: [
      ("abcd", "abcd", nil), ("abcd", "abcde", "新增第5行"), ("abcd", "xabcd", "新增第1行"), ("abcd", "abxyd", "新增第4行、第3行有改动"),
      ("abcd", "abxd", "第3行有改动"),
      ("abcd", "ad", "删去原第2至3行"), ("abcdefgh", "xbcxefgx", "第1、4、8行有改动"), ("abcdefghi", "xbxdxfxhx", "第1、3、5等5行有改动"),
    ] as [(String, String, String?)])
  func changes(_ it: (before: String, now: String, told: String?)) throws {
    #expect(try Self.marks(it.now).changes(since: try Self.marks(it.before)) == it.told)
  }

  /// FNV-1a as its authors list it, its first eight bits laid over the rest.
  static let known: [(String, UInt32)] = [
    ("", 0x1C_9DC5 ^ 0x81), ("a", 0x0C_292C ^ 0xE4), ("b", 0x0C_2DE5 ^ 0xE7), ("fo", 0x22_E842 ^ 0x62), ("foo", 0xF3_7ED7 ^ 0xA9),
    ("foob", 0x50_76EF ^ 0x3F), ("fooba", 0xAA_A18A ^ 0x39), ("foobar", 0x9C_F968 ^ 0xBF), ("foobar", 0x9C_F968 ^ 0xBF),
  ]

  @Test("However many records are hashed side by side, of whatever length", arguments: 0...9) func sideBySide(_ count: Int) {
    for turn in 0..<Self.known.count {
      let records = (Self.known[turn...] + Self.known[..<turn]).prefix(count)
      let texts = records.map { Array($0.0.utf8) }
      let marks = Array(texts.joined()).withUnsafeBytes { bytes in
        RowMarks.marks(of: count) { record in
          let start = texts[..<record].joined().count
          return UnsafeRawBufferPointer(rebasing: bytes[start..<start + texts[record].count])
        }
      }
      #expect(marks == records.map(\.1))
    }
  }

  /// The same algorithm in 64 bits.
  static let known64: [(String, UInt64)] = [
    ("", 0xCBF2_9CE4_8422_2325), ("a", 0xAF63_DC4C_8601_EC8C), ("b", 0xAF63_DF4C_8601_F1A5), ("fo", 0x0898_5907_B541_D342),
    ("foo", 0xDCB2_7518_FED9_D577), ("foobar", 0x8594_4171_F739_67E8),
  ]

  @Test("And from whatever they were begun with", arguments: 0...6) func begun(_ count: Int) {
    let texts = Self.known64.prefix(count)
    let (openings, ends) = (texts.map { $0.0.prefix(2) }, texts.map { Array($0.0.utf8.dropFirst(2)) })
    let hashes = Array(ends.joined()).withUnsafeBytes { bytes in
      FNV1a.hashes(of: count, prime: 0x0000_0100_0000_01B3) { place in
        Self.known64.first { $0.0 == openings[place] }?.1 ?? 0
      } _: { place in
        let start = ends[..<place].joined().count
        return UnsafeRawBufferPointer(rebasing: bytes[start..<start + ends[place].count])
      }
    }
    #expect(hashes == texts.map(\.1))
  }

  /// A mark a letter.
  private static func marks(_ letters: String) throws -> RowMarks {
    try #require(RowMarks(letters.utf8.map { String(repeating: "0", count: 4) + String($0, radix: 16) }.joined()))
  }

  @Test("A table that is another one is not compared row by row") func many() throws {
    let (before, now) = (String(repeating: "a", count: 2000), "b" + String(repeating: "c", count: 1999))
    #expect(try Self.marks(now).changes(since: try Self.marks(before)) == "第1行起有较多改动")
  }

  @Test("What is no list of marks is none") func damaged() { #expect(RowMarks("12345") == nil) }
}
