import TestSupport
import Testing

@testable import Tabular

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

  @Test(
    "A cell in UTF-8 is written as its text is",
    arguments: [
      ("", ""), ("审批人", "审批人"), ("李秀英，周明", "李秀英，周明"), ("李秀英,周明", "\"李秀英,周明\""), ("“整改”\"中\"", "\"“整改”\"\"中\"\"\""),
      ("é,", "\"é,\""), ("😀,", "\"😀,\""), ("😀", "😀"), ("多\n行", "\"多\n行\""), ("=1,2", "\"'=1,2\""), ("=1+1", "'=1+1"), ("-12", "-12"),
    ])
  func bytes(cell: String, field: String) {
    var (document, other) = (CSVDocument(bom: false), CSVDocument(bom: false))
    Array(cell.utf8).withUnsafeBufferPointer { document.append($0) }
    other.append(cell)
    #expect(String(decoding: document.take(), as: UTF8.self) == field)
    #expect(String(decoding: other.take(), as: UTF8.self) == field)
  }

  @Test("Cells that were written before stand between others") func writtenBefore() {
    var (head, row) = (CSVDocument(bom: false), CSVDocument(bom: false))
    for cell in ["错误", "a,b"] { head.append(cell) }
    row.append(cellsOf: head)
    row.append("7")
    row.append(cellsOf: head)
    row.endRow()
    #expect(String(decoding: row.take(), as: UTF8.self) == "错误,\"a,b\",7,错误,\"a,b\"\r\n")
  }

  @Test(
    "Numbers stand in cells of their own",
    arguments: [(0, "0,x\r\n"), (7, "7,x\r\n"), (100, "100,x\r\n"), (65_536, "65536,x\r\n")] as [(UInt, String)])
  func numbers(number: UInt, row: String) {
    var document = CSVDocument(bom: false)
    document.append(number)
    document.append("x")
    document.endRow()
    #expect(String(decoding: document.take(), as: UTF8.self) == row)
  }

  @Test("A file is taken in parts of any length") func parts() {
    let cells = (0..<500).map { String(repeating: "字", count: $0 % 40) + ($0 % 7 == 0 ? "," : "") }
    var (whole, parts, taken) = (CSVDocument(), CSVDocument(), [UInt8]())
    for (number, cell) in cells.enumerated() {
      whole.append(cell)
      parts.append(cell)
      if number % 10 == 9 {
        whole.endRow()
        parts.endRow()
      }
      if number % 37 == 0 { taken += parts.take() }
      if number % 100 == 0 { parts.reserve(1000) }
    }
    #expect(taken.count < whole.count && taken.count + parts.count == whole.count)
    #expect(taken + parts.take() == whole.take())
  }

  @Test("What is written is read back")
  func roundTrip() {
    let rows = [["a,b", "\"", ""], ["", "x\r\ny", "\n"], ["学校", " ", "\"\""]]
    let sheet = Sheet(DecodedText(CSVWriter.document(rows, bom: false, defuse: false)), dialect: .comma)
    #expect((0..<sheet.recordCount).map(sheet.cells) == rows)
    #expect(sheet.anomalies.isEmpty)
  }

  @Test(
    "Records as they are",
    arguments: [
      (["a", "b c", ""], "a,b c,\n"), ([""], "\n"), (["=1+1", "-5", "@x"], "=1+1,-5,@x\n"),
      ([" a ", "a,b", "a\"b", "a\nb"], " a ,\"a,b\",\"a\"\"b\",\"a\nb\"\n"),
      (["\u{FEFF}a", "\u{FEFF}b"], "\"\u{FEFF}a\",\u{FEFF}b\n"), (["sep=;"], "sep=,\nsep=;\n"), (["sep=;", "a"], "sep=;,a\n"),
      (["sep="], "sep=\n"),
      (["sep=", ""], "sep=,\nsep=,\n"),
    ])
  func plainRecords(cells: [String], text: String) {
    #expect(CSVWriter.plainRecord(cells, isFirst: true).unicodeScalars.elementsEqual(text.unicodeScalars))
    #expect(Sheet(DecodedText(text), dialect: .comma).rows == [cells])
  }

  @Test("Any sheet's records are read back as they were", arguments: 0..<4 as Range<UInt64>)
  func plainRoundTrip(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = ["\"", "\"\"", "\n", "\r\n", ";", ",", " ", "\t", "食堂", "sep=;", "\u{FEFF}", "=1", "-", "'", "a\u{301}"]
    for _ in 0..<200 {
      let text = (0..<Int.random(in: 0...30, using: &generator)).compactMap { _ in pieces.randomElement(using: &generator) }.joined()
      let sheet = Sheet(DecodedText(text))
      let written = sheet.rows.enumerated().map { CSVWriter.plainRecord($1, isFirst: $0 == 0) }.joined()
      let reread = Sheet(DecodedText(written), dialect: .comma, partStarts: [], recoversRows: false)
      #expect(reread.rows.map { $0.map { Array($0.utf8) } } == sheet.rows.map { $0.map { Array($0.utf8) } }, "\(text.debugDescription)")
      #expect(reread.anomalies.isEmpty)
    }
  }
}
