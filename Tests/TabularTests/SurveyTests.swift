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

  @Test(arguments: cases)
  func survey(bytes: [UInt8], longSequences: Int, damaged: Int) {
    let survey = UTF8Reading.survey(TextBytes(bytes))
    #expect(survey.longSequences == longSequences)
    #expect(survey.damaged == damaged)
  }

  /// 64 bytes are looked at together, so a text is surveyed at every distance from where that begins and ends: behind Chinese characters and
  /// up to 66 letters, before both.
  @Test("The same wherever it stands in a long text", arguments: cases)
  func surroundings(bytes: [UInt8], longSequences: Int, damaged: Int) {
    for letters in 0...66 {
      let before = Array(("食品安全" + String(repeating: "a", count: letters)).utf8)
      let after = Array(("," + String(repeating: "大", count: 30) + String(repeating: "b", count: 64)).utf8)
      let survey = UTF8Reading.survey(TextBytes(before + bytes + after))
      #expect(survey.longSequences == 4 + longSequences + 30, "\(letters)")
      #expect(survey.damaged == damaged, "\(letters)")
    }
  }

  @Test("NULs are counted in whole groups of bytes and behind them", arguments: [1, 15, 16, 17, 40])
  func nuls(count: Int) {
    let text = Array(String(repeating: "大米,5,食堂\r\n", count: 4000).utf8)
    let decoded = TextDecoder.decode(text + [UInt8](repeating: 0, count: count))
    #expect(decoded?.damage.count == count)
  }
}
