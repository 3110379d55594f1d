import Testing

@testable import Houqin

/// Values written by hand, what the program itself writes, and what is no JSON.
@Suite("JSON read back") struct JSONReaderTests {
  private func read(_ text: String) -> JSON? { JSONReader.value(Array(text.utf8)) }

  static let values: [(String, String)] = [
    (" {\"a\" : [1,-2, 0 ] ,\n\t\"b\":{}}\r\n", #"{"a": [1, -2, 0], "b": {}}"#), ("[]", "[]"), ("[true,false,null]", "[true, false, null]"),
    ("\u{FEFF}\"甲\"", #""甲""#), (#""\"\\\/\n\r\t""#, #""\"\\/\n\r\t""#), (#""\u7532\ud83d\ude00\u202E""#, #""甲😀\u202e""#),
    (#""\b\f""#, #""\u0008\u000c""#), ("1.5", "null"), ("-1e3", "null"), ("99999999999999999999", "null"),
    (#"{"a":1,"a":2}"#, #"{"a": 1, "a": 2}"#),
  ]

  @Test("What it says", arguments: values) func said(text: String, written: String) {
    #expect(read(text)?.serialized() == written)
  }

  @Test(
    "What is none",
    arguments: [
      "", " ", "{", "[1", "[1,]", "[,1]", "{\"a\"}", "{\"a\":}", "{a:1}", "{\"a\":1,}", "tru", "nul", "\"a", "\"\\x\"",
      "\"\\u12\"", "\"\\ud83d\"",
      "\"\\ude00\"", "\"\\ud83d\\u0041\"", "\"a\nb\"", "1 2", "{} x", "+1", ".5", "1-1", "NaN",
    ])
  func none(_ text: String) { #expect(read(text) == nil) }

  @Test("A text nested without end is none") func deep() {
    let (open, close) = (String(repeating: "[", count: 100_000), String(repeating: "]", count: 100_000))
    #expect(read(open) == nil && read(open + close) == nil)
  }

  @Test("A text that is no UTF-8 is none") func damaged() {
    #expect(JSONReader.value([0x22, 0xE7, 0x22]) == nil)
    #expect(JSONReader.value([0x22, 0x5C, 0x6E, 0xFF, 0x22]) == nil)
  }

  @Test("What was cut short anywhere is none") func cut() {
    let whole = Array(#"{"schema": "houqin.manifest/1", "outputs": [{"file": "甲\n", "size": 12}], "x": [true, null]}"#.utf8)
    for end in 0..<whole.count { #expect(JSONReader.value(Array(whole[..<end])) == nil) }
    #expect(ManifestText(whole)?.outputs?.first?.size == 12)
  }

  @Test("Members of another kind are as though they were not there") func kinds() throws {
    let text = """
      {"schema": 1, "asOf": "2023-06-30", "program": [], "inputs": [{"file": "a", "size": "1"}, 2], "outputs": [{"file": 3}], "schools": {}}
      """
    let manifest = try #require(ManifestText(Array(text.utf8)))
    #expect(manifest.schema == nil && manifest.asOf == "2023-06-30" && manifest.version == nil && manifest.inputs == nil)
    #expect(manifest.outputs?.count == 1 && manifest.outputs?.first?.file == nil && manifest.schools == nil)
    #expect(ManifestText(Array("[]".utf8)) == nil)
  }
}
