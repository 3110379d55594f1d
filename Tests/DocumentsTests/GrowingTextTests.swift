import Testing

@testable import Documents

@Suite("Text that grows piece by piece") struct GrowingTextTests {
  /// What is appended, and what the text then is.
  static let cases: [(@Sendable (inout GrowingText) -> Void, String)] = [
    ({ _ in }, ""),
    ({ $0.append("表1" as StaticString) }, "表1"),
    ({ $0.append("消防" as String) }, "消防"),
    ({ $0.append(0) }, "0"),
    ({ $0.append(-1203) }, "-1203"),
    ({ $0.append(Int.min) }, "-9223372036854775808"),
    ({ $0.append(UInt8(ascii: "."), count: 3) }, "..."),
    ({ $0.append(UInt8(ascii: "."), count: 0) }, ""),
    ({ $0.append("" as String) }, ""),
  ]

  private func text(_ growing: GrowingText) -> String {
    var growing = growing
    return String(decoding: growing.take(), as: UTF8.self)
  }

  @Test("Each kind of piece, at the beginning and behind another", arguments: cases.indices) func pieces(_ place: Int) {
    let (append, expected) = Self.cases[place]
    var text = GrowingText()
    append(&text)
    #expect(self.text(text) == expected)
    text.append("，" as String)
    append(&text)
    #expect(self.text(text) == expected + "，" + expected)
  }

  @Test("Room is made however much is appended") func room() {
    var (text, expected) = (GrowingText(), "")
    text.reserve(3)
    for number in 0..<2000 {
      text.append(number)
      expected += String(number)
    }
    text.append(expected)
    #expect(text.count == 2 * expected.utf8.count)
    #expect(self.text(text) == expected + expected)
  }

  @Test("What is taken back is written over, and what was given away is gone") func takenBack() {
    var text = GrowingText()
    text.append("甲乙丙" as String)
    text.cut(to: 6)
    text.append("丁" as String)
    #expect(text.withBytes(from: 3) { String(decoding: $0, as: UTF8.self) } == "乙丁")
    #expect(String(decoding: text.take(), as: UTF8.self) == "甲乙丁")
    #expect(text.count == 0 && text.take() == [])
  }

  @Test("Part of another text") func part() {
    var (text, other) = (GrowingText(), GrowingText())
    other.append("<td></td>" as StaticString)
    text.append(other, 4..<9)
    text.append(other, 0..<4)
    text.append(other, 4..<4)
    #expect(self.text(text) == "</td><td>")
  }
}
