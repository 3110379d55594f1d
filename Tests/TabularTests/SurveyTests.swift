import Testing

@testable import Tabular

@Suite("How well bytes fit UTF-8")
struct SurveyTests {
  /// Bytes, sequences of three or four bytes among them, bad sequences.
  static let cases: [([UInt8], Int, Int)] = [
    ([], 0, 0),
    (Array("2023-03-06,ok,1\r\n".utf8), 0, 0),
    (Array("大米,5,食堂\r\n".utf8), 4, 0),
    (Array("é大😀a".utf8), 2, 0),
    (Array("大米".utf8.dropLast()), 1, 1),
    (Array("a".utf8) + [0xFF] + Array("大".utf8), 1, 1),
    ([0xE0, 0x80, 0x80] + Array("大米油盐".utf8), 4, 3),
    ([0xED, 0xA0, 0x80, 0x41], 0, 3),
    ([0xE0, 0xA4, 0x85, 0xED, 0x9F, 0xBF, 0x2C], 2, 0),
  ]

  private static func isWellFormed(_ bytes: TextBytes) -> Bool {
    if case .wellFormed(let hasNuls) = UTF8Reading.look(at: bytes) { !hasNuls } else { false }
  }

  @Test(arguments: cases)
  func survey(bytes: [UInt8], longSequences: Int, damaged: Int) {
    let survey = UTF8Reading.survey(TextBytes(bytes))
    #expect(survey.longSequences == longSequences)
    #expect(survey.damaged == damaged)
    #expect(Self.isWellFormed(TextBytes(bytes)) == (damaged == 0))
  }

  /// 64 bytes are looked at together, so a text is surveyed at every distance from where that begins and ends: behind Chinese characters and
  /// up to 66 letters, before both.
  @Test("The same wherever it stands in a long text", arguments: cases)
  func surroundings(bytes: [UInt8], longSequences: Int, damaged: Int) {
    for letters in 0...66 {
      let before = Array(("食品安全" + String(repeating: "a", count: letters)).utf8)
      let after = Array(("," + String(repeating: "大", count: 30) + String(repeating: "b", count: 64)).utf8)
      let text = TextBytes(before + bytes + after)
      let survey = UTF8Reading.survey(text)
      #expect(survey.longSequences == 4 + longSequences + 30, "\(letters)")
      #expect(survey.damaged == damaged, "\(letters)")
      #expect(Self.isWellFormed(text) == (damaged == 0), "\(letters)")
    }
  }

  /// The first and last bytes of all that UTF-8 tells apart, so that each may stand behind each.
  private static let bytes: [UInt8] = [
    0x2C, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF,
    0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
  ]

  @Test("Any four bytes in a long text are well-formed where the standard library says so", arguments: bytes)
  func validity(first: UInt8) {
    var wrong: [[UInt8]] = []
    for letters in [1, 60, 61, 62, 63] {
      var text = [UInt8](repeating: 0x61, count: letters + 70)
      text[letters] = first
      for second in Self.bytes {
        for third in Self.bytes {
          for fourth in [0x2C, 0x80, 0xC2, 0xE5] as [UInt8] {
            (text[letters + 1], text[letters + 2], text[letters + 3]) = (second, third, fourth)
            let isWellFormed = Self.isWellFormed(TextBytes(text))
            if isWellFormed != (String(validating: text, as: UTF8.self) != nil) { wrong.append([first, second, third, fourth]) }
          }
        }
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test("NULs are counted in whole groups of bytes and behind them", arguments: [1, 15, 16, 17, 40])
  func nuls(count: Int) {
    let text = Array(String(repeating: "大米,5,食堂\r\n", count: 4000).utf8)
    let decoded = TextDecoder.decode(text + [UInt8](repeating: 0, count: count))
    #expect(decoded?.damage.count == count)
  }

  /// 64 bytes are asked together, those at the end and those around a character of two bytes one by one.
  @Test("A NUL is seen wherever it stands", arguments: ["大米,5,食堂\r\n", "café,5\r\n", "CG0000012,"])
  func anyNul(line: String) {
    let text = Array(String(repeating: line, count: 30).utf8)
    let boundaries = text.indices.filter { text[$0] & 0xC0 != 0x80 }
    for place in boundaries + [text.count] {
      let bytes = text[..<place] + [0] + text[place...]
      if case .wellFormed(hasNuls: true) = UTF8Reading.look(at: TextBytes(Array(bytes))) { continue }
      Issue.record("\(place)")
    }
  }
}
