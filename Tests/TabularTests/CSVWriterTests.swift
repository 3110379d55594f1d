import Tabular
import Testing

@Suite("Writing CSV")
struct CSVWriterTests {
  @Test(arguments: [
    ("", ""), ("食堂", "食堂"), ("a b", "a b"), ("a,b", "\"a,b\""), ("a;b", "a;b"), ("a\tb", "a\tb"),
    ("say \"hi\"", "\"say \"\"hi\"\"\""), ("\"", "\"\"\"\""), ("a\nb", "\"a\nb\""), ("a\r\nb", "\"a\r\nb\""), ("a\rb", "\"a\rb\""),
    ("a,\u{301}b", "\"a,\u{301}b\""),
  ])
  func quotesOnlyWhereNeeded(value: String, field: String) {
    #expect(CSVWriter.field(value).unicodeScalars.elementsEqual(field.unicodeScalars))
  }

  @Test(arguments: [("a;b", Character(";"), "\"a;b\""), ("a,b", ";", "a,b"), ("a\tb", "\t", "\"a\tb\"")])
  func quotesTheDelimiter(value: String, delimiter: Character, field: String) {
    #expect(CSVWriter.field(value, delimiter: delimiter) == field)
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+86 10", "'+86 10"), ("-", "'-"), ("@sum", "'@sum"), ("\t1", "'\t1"), ("\r1", "'\r1"), ("\r\n1", "'\r\n1"),
    ("-1.5", "-1.5"), ("+8", "+8"), ("-.5", "-.5"), ("-1.2.3", "'-1.2.3"), ("-1-1", "'-1-1"), ("+.", "'+."), ("-a", "'-a"),
    ("", ""), ("1=1", "1=1"), ("采购", "采购"), ("12", "12"), (" =1", " =1"),
  ])
  func defusesFormulas(value: String, defused: String) {
    #expect(CSVWriter.defused(value) == defused)
  }

  @Test func document() {
    let rows = [["编号", "备注"], ["1", "=A1"], ["2", "a,\"b\""], []]
    #expect(CSVWriter.document(rows) == "\u{FEFF}编号,备注\r\n1,'=A1\r\n2,\"a,\"\"b\"\"\"\r\n\r\n")
    #expect(CSVWriter.document([["=1"]], lineEnd: "\n", bom: false, defuse: false) == "=1\n")
    #expect(CSVWriter.document([], bom: false) == "")
  }

  @Test("What is written is read back")
  func roundTrip() {
    let rows = [["a,b", "\"", ""], ["", "x\r\ny", "\n"], ["学校", " ", "\"\""]]
    let sheet = Sheet(DecodedText(CSVWriter.document(rows, bom: false, defuse: false)), dialect: .comma)
    #expect((0..<sheet.recordCount).map(sheet.cells) == rows)
    #expect(sheet.anomalies.isEmpty)
  }
}
