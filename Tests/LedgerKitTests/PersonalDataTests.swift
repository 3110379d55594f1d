import Testing

@testable import LedgerKit

@Suite("Numbers that name a person are masked") struct PersonalDataTests {
  static let texts = [
    ("", ""), ("1381234567", "1381234567"), ("13812345678", "138****5678"), ("电话13812345678。", "电话138****5678。"),
    ("12812345678", "12812345678"), ("138123456789", "138123456789"), ("320404198506061234", "320***********1234"),
    ("32040419850606123X", "320***********123X"), ("32040419850606123x号", "320***********123x号"),
    ("32040419850606123", "32040419850606123"),
    ("1234567890123456789", "1234567890123456789"), ("第1号、2023-03-08，13912345678", "第1号、2023-03-08，139****5678"),
    ("00000000000 13812345678", "00000000000 138****5678"), ("123456789012 13812345678", "123456789012 138****5678"),
    ("a13812345678b13912345678", "a138****5678b139****5678"), ("12345678901234567 13812345678", "12345678901234567 138****5678"),
  ]

  @Test("In texts and in bytes, wherever they stand", arguments: texts) func masked(text: String, expected: String) {
    #expect(PersonalData.masked(text) == expected)
    #expect(PersonalData.contains(text) == (text != expected))
    for shift in 0..<12 {
      var bytes = Array((String(repeating: "，", count: shift) + text).utf8)
      PersonalData.mask(&bytes)
      #expect(String(decoding: bytes, as: UTF8.self) == String(repeating: "，", count: shift) + expected)
    }
  }

  @Test("What stands before the place is not looked at") func from() {
    var bytes = Array("13812345678 13912345678".utf8)
    PersonalData.mask(&bytes, from: 12)
    #expect(String(decoding: bytes, as: UTF8.self) == "13812345678 139****5678")
    PersonalData.mask(&bytes, from: 3)
    #expect(String(decoding: bytes, as: UTF8.self) == "13812345678 139****5678")
  }
}
