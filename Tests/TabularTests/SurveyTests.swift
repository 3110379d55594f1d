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
}
