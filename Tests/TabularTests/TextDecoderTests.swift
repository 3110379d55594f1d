import TestSupport
import Testing

@testable import Tabular

@Suite("Bytes become UTF-8")
struct TextDecoderTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let bytes: [UInt8]
    let encoding: TextEncoding
    let string: String
    var damage: [Int] = []

    init(_ description: String, _ bytes: [UInt8], _ encoding: TextEncoding, _ string: String, damage: [Int] = []) {
      (testDescription, self.bytes, self.encoding, self.string, self.damage) = (description, bytes, encoding, string, damage)
    }
  }

  @Test(arguments: [
    Case("empty", [], .utf8, ""),
    Case("ASCII", Array("id,name\r\n1,Li\r\n".utf8), .utf8, "id,name\r\n1,Li\r\n"),
    Case("UTF-8", Array("食堂,采购\n".utf8), .utf8, "食堂,采购\n"),
    Case("UTF-8, supplementary", Array("𠮷,é,中".utf8), .utf8, "𠮷,é,中"),
    Case("only a UTF-8 BOM", [0xEF, 0xBB, 0xBF], .utf8BOM, ""),
    Case("UTF-8 BOM", [0xEF, 0xBB, 0xBF] + Array("学校".utf8), .utf8BOM, "学校"),
    Case("UTF-16LE", [0xFF, 0xFE, 0x66, 0x5B, 0x21, 0x68, 0x2C, 0x00, 0x42, 0xD8, 0xB7, 0xDF], .utf16LE, "学校,𠮷"),
    Case("UTF-16BE", [0xFE, 0xFF, 0x5B, 0x66, 0x68, 0x21, 0x00, 0x2C, 0xD8, 0x42, 0xDF, 0xB7], .utf16BE, "学校,𠮷"),
    Case("only a UTF-16 BOM", [0xFF, 0xFE], .utf16LE, ""),
    Case("GB2312", [0xD1, 0xA7, 0xD0, 0xA3, 0xBA, 0xF3, 0xC7, 0xDA, 0x2C, 0x31, 0x0A], .gb18030, "学校后勤,1\n"),
    Case("GBK, trail byte in ASCII", [0x81, 0x40, 0x81, 0x5C, 0x81, 0x7E], .gb18030, "丂乗亊"),
    Case("GB18030, four bytes, BMP", [0x81, 0x39, 0xEF, 0x31, 0x2C, 0xCA, 0xB3], .gb18030, "㐂,食"),
    Case("GB18030, four bytes, supplementary", [0x95, 0x34, 0xB2, 0x35, 0x2C, 0xCC, 0xC3], .gb18030, "𠮷,堂"),
    Case("code page 936's euro sign", [0x80, 0x31, 0x2C, 0xCA, 0xB3], .gb18030, "€1,食"),
  ])
  func decodesUndamaged(_ example: Case) throws { try check(example) }

  @Test(arguments: [
    Case("UTF-8, truncated tail", Array("食堂,采".utf8.dropLast()), .utf8, "食堂,\u{FFFD}", damage: [7]),
    Case("UTF-8, damaged byte", Array("食堂".utf8) + [0xFF] + Array(",采购\n".utf8), .utf8, "食堂\u{FFFD},采购\n", damage: [6]),
    Case("UTF-8, lost byte", Array("食堂采".utf8) + [0xE8, 0xB4] + Array(",后勤".utf8), .utf8, "食堂采\u{FFFD},后勤", damage: [9]),
    Case("UTF-8 BOM, damaged", [0xEF, 0xBB, 0xBF, 0x61, 0xFF, 0xFE], .utf8BOM, "a\u{FFFD}\u{FFFD}", damage: [1, 4]),
    Case("UTF-16LE, odd tail", [0xFF, 0xFE, 0x66, 0x5B, 0x21], .utf16LE, "学\u{FFFD}", damage: [3]),
    Case("UTF-16LE, lone surrogates", [0xFF, 0xFE, 0x42, 0xD8, 0x61, 0x00, 0xB7, 0xDF], .utf16LE, "\u{FFFD}a\u{FFFD}", damage: [0, 4]),
    Case("UTF-16BE, high surrogate at end", [0xFE, 0xFF, 0x00, 0x61, 0xD8, 0x42], .utf16BE, "a\u{FFFD}", damage: [1]),
    Case("GBK, truncated tail", [0xCA, 0xB3, 0xCC, 0xC3, 0xB2], .gb18030, "食堂\u{FFFD}", damage: [6]),
    Case("GBK, damaged byte", [0xCA, 0xB3, 0xFF, 0xCC, 0xC3, 0x2C, 0x31], .gb18030, "食\u{FFFD}堂,1", damage: [3]),
    Case("GBK, lone lead keeps the comma", [0xCA, 0xB3, 0xCC, 0x2C, 0xB2, 0xC9], .gb18030, "食\u{FFFD},采", damage: [3]),
    Case("GB18030, truncated four bytes", [0xCA, 0xB3, 0x95, 0x34, 0xB2], .gb18030, "食\u{FFFD}", damage: [3]),
    Case("GB18030, four bytes without character", [0xCA, 0xB3, 0x85, 0x30, 0x81, 0x30], .gb18030, "食\u{FFFD}", damage: [3]),
    Case("one NUL in a long file", long + [0], .utf8, String(decoding: long, as: UTF8.self) + "\u{FFFD}", damage: [999]),
  ])
  func marksDamage(_ example: Case) throws { try check(example) }

  private static let long = [UInt8](repeating: 0x61, count: 999)

  private func check(_ example: Case) throws {
    let text = try #require(TextDecoder.decode(example.bytes))
    #expect(text.encoding == example.encoding)
    #expect(String(decoding: text.utf8, as: UTF8.self).unicodeScalars.elementsEqual(example.string.unicodeScalars))
    #expect(text.damage == example.damage)
  }

  @Test(
    arguments: [
      [0x00, 0x01, 0x02, 0x03],
      Array(repeating: 0xFF, count: 100),
      Array(repeating: [0xFE, 0x20], count: 50).flatMap(\.self),
      [0xFF, 0xFE] + Array(repeating: [0x00, 0xDC], count: 50).flatMap(\.self),
      [0x66, 0x00, 0x2C, 0x00],
    ] as [[UInt8]])
  func refusesWhatIsImplausibleInEveryEncoding(_ bytes: [UInt8]) {
    #expect(TextDecoder.decode(bytes) == nil)
  }

  @Test("A few damaged places do not refuse a long file, nor change its encoding")
  func isolatedDamage() throws {
    let line = Array("2024年3月,食堂采购,张三,合格\n".utf8)
    var bytes = Array(repeating: line, count: 200).flatMap(\.self)
    for position in stride(from: 100, to: bytes.count, by: 1000) { bytes[position] = 0xFF }
    let text = try #require(TextDecoder.decode(bytes))
    #expect(text.encoding == .utf8)
    #expect(String(decoding: text.utf8, as: UTF8.self) == String(decoding: bytes, as: UTF8.self))
    #expect(text.damage.count >= 9)
    #expect(text.damage.allSatisfy { text.utf8[$0...].starts(with: [0xEF, 0xBF, 0xBD]) })
  }

  @Test("Every truncation of UTF-8 text stays UTF-8")
  func truncations() {
    let bytes = Array("编号,姓名,班级\n1,张三,一年级\n".utf8)
    // Four bytes and fewer may as well be two characters of GBK.
    for length in 5...bytes.count {
      #expect(TextDecoder.decode(Array(bytes[..<length]))?.encoding == .utf8)
    }
  }

  @Test("Repairs replace what the standard library replaces")
  func repairsLikeStandardLibrary() {
    let borderBytes: [UInt8] = [0x41, 0x80, 0x90, 0xA0, 0xBF, 0xC2, 0xE0, 0xE4, 0xED, 0xF0, 0xF4, 0xFF]
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<2000 {
      let bytes = (0..<12).map { _ in borderBytes.randomElement(using: &generator) ?? 0x41 }
      #expect(UTF8Reading.repair(TextBytes(bytes)).utf8 == Array(String(decoding: bytes, as: UTF8.self).utf8))
    }
  }
}
