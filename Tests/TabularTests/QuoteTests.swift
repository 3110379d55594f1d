import Tabular
import Testing

@Suite("Quotes")
struct QuoteTests {
  @Test(arguments: [
    SheetCase("quoted delimiter", "\"a,b\",c", [["a,b", "c"]]),
    SheetCase("quoted line ends", "\"a\nb\",\"c\r\nd\",\"e\rf\"\n1", [["a\nb", "c\r\nd", "e\rf"], ["1"]]),
    SheetCase("doubled quotes", "\"\"\"a\"\"\",\"\"\"\"\n", [["\"a\"", "\""]]),
    SheetCase("empty quotes", "\"\",\"\"\n\"\"\n", [["", ""], [""]]),
    SheetCase("quote within an unquoted cell", "5\"管,a\"b\"\n", [["5\"管", "a\"b\""]]),
    SheetCase("blanks after the closing quote", "\"a\" ,b\n", [["a ", "b"]]),
    SheetCase("last cell quoted, no line end", "a,\"b\nc\"", [["a", "b\nc"]]),
  ])
  func wellFormed(_ example: SheetCase) { example.check() }

  @Test(arguments: [
    SheetCase("text after the closing quote", "\"a\"b,c\nd\n", [["ab", "c"], ["d"]], [(0, .strayQuote)]),
    SheetCase("text with quotes after it", "\"优秀\"学生\"奖\",c\n", [["优秀学生\"奖\"", "c"]], [(0, .strayQuote)]),
    SheetCase("doubled quotes and text", "\"a\"\"b\"c\"\"d,e\n", [["a\"bc\"\"d", "e"]], [(0, .strayQuote)]),
    SheetCase("blanks before the quote", "a, \"b,c\"\n", [["a", " \"b", "c\""]], [(0, .strayQuote)]),
    SheetCase("blanks before the first quote", "\t \"b\"\n", [["\t \"b\""]], [(0, .strayQuote)]),
    SheetCase("twice in one record, reported once", "\"a\"b,\"c\"d\n", [["ab", "cd"]], [(0, .strayQuote)]),
  ])
  func stray(_ example: SheetCase) { example.check() }

  @Test(arguments: [
    SheetCase("at the end", "a,b\n1,\"2\n3,4\n", [["a", "b"], ["1", "\"2"], ["3", "4"]], [(1, .unclosedQuote)]),
    SheetCase("as the last byte", "a,\"", [["a", "\""]], [(0, .unclosedQuote)]),
    SheetCase("then doubled quotes", "\"a\nb,\"\"\nc\n", [["\"a"], ["b", ""], ["c"]], [(0, .unclosedQuote)]),
    SheetCase("after a quoted cell", "\"x\ny\",\"a\nb\n", [["x\ny", "\"a"], ["b"]], [(0, .unclosedQuote)]),
    SheetCase("three quotes", "\"\"\"\na\n", [["\"\"\""], ["a"]], [(0, .unclosedQuote)]),
    SheetCase(
      "before a line of quoted cells", "1,\"a\n2,\"b\"\n3,\"c\"\n", [["1", "\"a"], ["2", "b"], ["3", "c"]], [(0, .unclosedQuote)]),
    SheetCase("many lines before the next", "\"a\nb\nc\nd,\"e,f\"\n", [["\"a"], ["b"], ["c"], ["d", "e,f"]], [(0, .unclosedQuote)]),
    SheetCase(
      "twice", "\"a\n\"b\n\"c\"\n", [["\"a"], ["\"b"], ["c"]], [(0, .unclosedQuote), (1, .unclosedQuote)]),
  ])
  func unclosed(_ example: SheetCase) { example.check() }

  @Test("An unclosed quote in each of many lines", arguments: ["\"a,\"\"b\n", "x,\"\n", "\"\"\"\n", "\"a\n,\"\"x\n"])
  func manyUnclosed(line: String) {
    let count = 20_000
    let sheet = Sheet(DecodedText(String(repeating: line, count: count)), dialect: .comma)
    #expect(sheet.recordCount <= 2 * count)
    #expect(sheet.recordCount >= count / 2)
  }
}
