import Tabular
import Testing

@Suite("Text becomes records and cells")
struct RecordTests {
  @Test(arguments: [
    SheetCase("empty text", "", []),
    SheetCase("one cell", "a", [["a"]]),
    SheetCase("one line end", "\n", [[""]]),
    SheetCase("LF", "a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    SheetCase("CRLF", "a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
    SheetCase("CR", "a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
    SheetCase("mixed", "a\nb\rc\r\nd\n\re", [["a"], ["b"], ["c"], ["d"], [""], ["e"]]),
    SheetCase("no last line end", "a,b\n1,2", [["a", "b"], ["1", "2"]]),
    SheetCase("blank lines", "a\n\n\r\n \nb\n\n", [["a"], [""], [""], [" "], ["b"], [""]]),
    SheetCase("empty cells", ",\n,,\na,\n,a", [["", ""], ["", "", ""], ["a", ""], ["", "a"]]),
    SheetCase("ragged", "a,b,c\n1\n1,2,3,4\n", [["a", "b", "c"], ["1"], ["1", "2", "3", "4"]]),
    SheetCase("blanks are kept", " a , b \n", [[" a ", " b "]]),
    SheetCase("Chinese", "学校,食堂\n采购,后勤\n", [["学校", "食堂"], ["采购", "后勤"]]),
    SheetCase("full-width comma is text", "学校，食堂\n", [["学校，食堂"]]),
    SheetCase("NUL and control characters", "a\0b,\u{B}\u{C}\u{85}\u{2028}\n", [["a\0b", "\u{B}\u{C}\u{85}\u{2028}"]]),
    SheetCase("BOM before the second header", "a,b\n\u{FEFF}a,b\n", [["a", "b"], ["a", "b"]]),
    SheetCase("BOM before a quoted cell", "a\n\u{FEFF}\"x\ny\",b\n", [["a"], ["x\ny", "b"]]),
    SheetCase("BOM inside a record is text", "a,\u{FEFF}b\n", [["a", "\u{FEFF}b"]]),
    SheetCase("only a BOM", "\u{FEFF}", [[""]]),
    SheetCase("long cells", "\(long),\"\(long)\n\(long)\"\r\n\(long)", [[long, "\(long)\n\(long)"], [long]]),
  ])
  func divides(_ example: SheetCase) { example.check() }

  @Test(
    "Some are known to open with a number",
    arguments: [
      ("2023-02-06,白菜,10", true), ("1,白菜", true), ("1,2", true), ("1", false), ("1\t2,3", true), ("3月合计,白菜", false),
      ("2023年2月6日,白菜", false), ("\"2023-02-06\",白菜", false), ("\u{FEFF}2023-02-06,白菜", false), (",2023-02-06", false),
      ("白菜,2023-02-06", false), ("2023-02-06 1030,白菜", true), ("2023-02-06 10:30,白菜", false), ("", false),
    ])
  func opensWithNumber(line: String, opens: Bool) {
    for lineEnd in ["\n", "\r\n"] {
      let sheet = Sheet(DecodedText("甲,乙" + lineEnd + line + lineEnd + "甲,乙,丙,丁,戊"), dialect: .comma)
      #expect((0..<3).map(sheet.opensWithNumber) == [false, opens, false])
    }
  }

  private static let long = String(repeating: "后勤a", count: 50)

  /// Rows of up to 22 cells of up to 27 bytes, every fifth with a quoted cell: wherever a comma stands in the sixty-four bytes that are
  /// looked at together, and whatever row was read before.
  private static let uneven = (0..<400).map { row in
    (0...(row * 7 % 22)).map { cell in String(repeating: (row + cell) % 3 == 0 ? "勤" : "a", count: (row * 5 + cell * 3) % 10) }
  }

  private static func isQuoted(_ row: Int) -> Bool { row % 5 == 0 && uneven[row].count > row % 3 }

  private static let unevenSheet = {
    let lines = uneven.enumerated().map { row, cells in
      cells.enumerated().map { row % 5 == 0 && $0 == row % 3 ? "\"\($1)\"" : $1 }.joined(separator: ",")
    }
    return Sheet(DecodedText(lines.joined(separator: "\r\n")), dialect: .comma)
  }()

  @Test("Cells are found in the place of another row's")
  func placesFilledAnew() {
    var fields: [Field] = []
    for (row, cells) in Self.uneven.enumerated() {
      Self.unevenSheet.readFields(of: row, into: &fields)
      #expect(fields.map(Self.unevenSheet.string) == cells, "\(row)")
      #expect(fields == Self.unevenSheet.fields(of: row), "\(row)")
    }
  }

  @Test("One cell of a record")
  func oneCell() {
    for (row, cells) in Self.uneven.enumerated() {
      let found = (0...cells.count).map { Self.unevenSheet.field($0, of: row).map(Self.unevenSheet.string) }
      #expect(found == cells + [nil], "\(row)")
    }
  }

  @Test("Bounds of cells, of records without quotes that have room and behind which the text goes on", arguments: [1, 4, 11, 22, 30])
  func bounds(room: Int) {
    let sheet = Self.unevenSheet
    var places = [CellBounds](repeating: CellBounds(start: 7, end: 7), count: room)
    sheet.text.utf8.withUnsafeBytes { bytes in
      for (row, cells) in Self.uneven.enumerated() {
        let known = places.withUnsafeMutableBufferPointer { sheet.readBounds(of: row, in: bytes, into: $0) }
        let isNearEnd = sheet.range(of: row).upperBound + 64 > bytes.count
        guard let known else {
          #expect(Self.isQuoted(row) || cells.count > room || isNearEnd, "\(row)")
          continue
        }
        #expect(!Self.isQuoted(row) && known.count == cells.count && known.start == sheet.range(of: row).lowerBound, "\(row)")
        let found = places.prefix(known.count).map { place in
          String(decoding: bytes[known.start + Int(place.start)..<known.start + Int(place.end)], as: UTF8.self)
        }
        #expect(found == cells, "\(row)")
      }
      for row in [-1, sheet.recordCount] {
        #expect(places.withUnsafeMutableBufferPointer { sheet.readBounds(of: row, in: bytes, into: $0) } == nil)
      }
    }
  }

  /// Sixty-four bytes are looked at together, and those below the quote once more: blanks, tabs and exclamation marks end no line.
  @Test("Line ends and quotes are found wherever they stand", arguments: ["\n", "\r", "\r\n"])
  func lineEnds(lineEnd: String) {
    let fillers = ["a", "勤", " ", "!", "\t", "#"]
    let lines = (0..<420).map { line in
      String(repeating: fillers[line % 6], count: line % 70) + (line % 11 == 3 ? ",\"x\"" : line % 7 == 2 ? " x" : "")
    }
    let sheet = Sheet(DecodedText(lines.joined(separator: lineEnd) + lineEnd), dialect: .comma)
    let expected = lines.map { $0.replacing("\"", with: "") }
    let found = (0..<sheet.recordCount).map { sheet.cells(of: $0).joined(separator: ",") }
    #expect(found.count == expected.count)
    #expect(zip(found, expected).first { $0 != $1 } == nil)
  }

  @Test(
    "csv-spectrum's cases",
    arguments: [
      SheetCase(
        "comma_in_quotes", "first,last,address\nJohn,Doe,\"120 any st., NJ\"",
        [["first", "last", "address"], ["John", "Doe", "120 any st., NJ"]]),
      SheetCase("empty", "a,b,c\n1,\"\",\"\"\n2,3,4\n", [["a", "b", "c"], ["1", "", ""], ["2", "3", "4"]]),
      SheetCase("empty_crlf", "a,b,c\r\n1,\"\",\"\"\r\n2,3,4\r\n", [["a", "b", "c"], ["1", "", ""], ["2", "3", "4"]]),
      SheetCase("escaped_quotes", "a,b\n1,\"ha \"\"ha\"\" ha\"\n3,4\n", [["a", "b"], ["1", "ha \"ha\" ha"], ["3", "4"]]),
      SheetCase("json", "key,val\n1,\"{\"\"type\"\": \"\"Point\"\"}\"\n", [["key", "val"], ["1", "{\"type\": \"Point\"}"]]),
      SheetCase(
        "newlines", "a,b,c\n1,2,3\n\"Once upon \na time\",5,6\n7,8,9\n",
        [["a", "b", "c"], ["1", "2", "3"], ["Once upon \na time", "5", "6"], ["7", "8", "9"]]),
      SheetCase(
        "newlines_crlf", "a,b\r\n\"Once upon \r\na time\",5\r\n7,8\r\n", [["a", "b"], ["Once upon \r\na time", "5"], ["7", "8"]]),
      SheetCase("quotes_and_newlines", "a,b\n1,\"ha \n\"\"ha\"\" \nha\"\n3,4\n", [["a", "b"], ["1", "ha \n\"ha\" \nha"], ["3", "4"]]),
      SheetCase("simple", "a,b,c\n1,2,3\n", [["a", "b", "c"], ["1", "2", "3"]]),
      SheetCase("utf8", "a,b,c\n1,2,3\n4,5,ʤ\n", [["a", "b", "c"], ["1", "2", "3"], ["4", "5", "ʤ"]]),
    ])
  func spectrum(_ example: SheetCase) { example.check(dialect: nil) }

  @Test func fieldsAndRanges() {
    let sheet = Sheet(DecodedText("ab,\"c\"\"d\"\r\n\"e\"\n"), dialect: .comma)
    let fields = sheet.fields(of: 0)
    #expect(fields.map(\.start) == [0, 4])
    #expect(fields.map(\.end) == [2, 8])
    #expect(fields.map(\.isQuoted) == [false, true])
    #expect(fields.map(\.hasEscapes) == [false, true])
    #expect(fields.map(sheet.bytes) == [Array("ab".utf8), Array("c\"d".utf8)])
    #expect(sheet.fields(of: 1).map(\.hasEscapes) == [false])
    #expect([0, 1].map(sheet.range) == [0..<9, 11..<14])
  }

  @Test("A record that does not exist has no fields", arguments: [-1, 1, .max])
  func noSuchRecord(record: Int) {
    let sheet = Sheet(DecodedText("a,b\n"))
    var fields = sheet.fields(of: 0)
    sheet.readFields(of: record, into: &fields)
    #expect(fields.isEmpty)
    #expect(sheet.range(of: record).isEmpty)
  }

  @Test("Damaged bytes are reported once for each record")
  func damage() throws {
    let bytes = Array("学校,食堂,采购\n".utf8) + [0xFF, 0xFF] + Array("a,食堂\nb,后勤\nc,".utf8) + [0xE5]
    let sheet = Sheet(try #require(TextDecoder.decode(bytes)))
    #expect(sheet.anomalies == [Anomaly(record: 1, kind: .damagedBytes), Anomaly(record: 3, kind: .damagedBytes)])
  }

  @Test("Anomalies come by record")
  func anomalyOrder() throws {
    let bytes = Array("食堂,采购\n".utf8) + [0xFF] + Array(",\"x\"y\nz,\"\"w\nb,".utf8) + [0xFF]
    let sheet = Sheet(try #require(TextDecoder.decode(bytes)), dialect: .comma)
    #expect(sheet.anomalies.map(\.record) == [1, 1, 2, 3])
    #expect(sheet.anomalies.map(\.kind) == [.strayQuote, .damagedBytes, .strayQuote, .damagedBytes])
  }
}
