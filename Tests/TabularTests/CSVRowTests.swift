import Testing

@testable import Tabular

@Suite("Rows written where there is room for them") struct CSVRowTests {
  private static let sixteen = "0123456789abcdef"

  @Test(
    "Cells that stand in a file as they are",
    arguments: [
      "", "a", "采购台账", "“四”—三…", "2023-03-08", "a b;c", "1-2=3+4@5", "é×ł", "꿀😀", sixteen + sixteen, sixteen + "检", "检" + sixteen,
      "甲乙丙丁戊“", "0123456789abcde“", "0123456789abcd‘", String(repeating: "检查", count: 100),
    ])
  func plain(cell: String) {
    #expect(Self.row(cell) == "头," + cell + "\r\n")
    #expect(Self.row(cell) == Self.written(cell))
  }

  @Test(
    "Cells that are written otherwise, or hide something, or may",
    arguments: [
      ",", "\"", "a,b", "多\n行", "a\rb", "a\tb", "\u{0}", "\u{1F}", "\u{7F}", "\u{85}", "½", "\u{61C}", "\u{600}", "\u{7FF}", "\u{200E}",
      "\u{202E}", "\u{2028}",
      "\u{2066}", "€", "①", "=1", "+1", "-1", "@a", sixteen + ",", sixteen + sixteen + "\"", "检" + sixteen + "\n",
      "0123456789abcde\u{202E}",
      "0123456789abcd\u{202E}", "0123456789abcdef\u{200F}检", String(repeating: "检查", count: 100) + ",",
    ])
  func odd(cell: String) { #expect(Self.row(cell) == nil) }

  @Test("What stands behind a cell does not matter") func behind() {
    let bytes = Array("检查,\"\n\u{202E}".utf8) + [UInt8](repeating: 0, count: CSVRow.margin)
    for (count, cell) in [(0, ""), (3, "检"), (6, "检查")] {
      #expect(Self.write { row in bytes.withUnsafeBufferPointer { row.append(plainIn: $0, count: count) } } == cell + "\r\n")
    }
    #expect(Self.write { row in bytes.withUnsafeBufferPointer { row.append(plainIn: $0, count: 7) } } == nil)
  }

  @Test("No more room is needed than a row takes", arguments: 0...40) func room(count: Int) {
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: CSVRow.margin)
    var document = CSVDocument(bom: false)
    for _ in 0..<3 {
      let isAdded = document.appendRow(atMost: 2 * count + 8) { row in
        row.append(12)
        let isPlain = bytes[..<count].withUnsafeBufferPointer { row.append(plain: $0) }
        return isPlain && bytes.withUnsafeBufferPointer { row.append(plainIn: $0, count: count) }
      }
      #expect(isAdded)
    }
    let cell = String(repeating: "a", count: count)
    #expect(String(decoding: document.take(), as: UTF8.self) == String(repeating: "12,\(cell),\(cell)\r\n", count: 3))
  }

  @Test(
    "Numbers",
    arguments: [
      (0, "0"), (9, "9"), (10, "10"), (65_536, "65536"), (99_999_999, "99999999"), (100_000_000, "100000000"),
      (.max, "18446744073709551615"),
    ]
      as [(UInt, String)])
  func numbers(number: UInt, cell: String) {
    let row = Self.write { row in
      row.append(number)
      row.appendNothing()
      return true
    }
    #expect(row == cell + ",\r\n")
  }

  @Test("Rows stand behind each other, but for those that do not count") func rows() {
    var (head, document) = (CSVDocument(bom: false), CSVDocument(bom: false))
    for cell in ["错误", "a,b"] { head.append(cell) }
    for number in 0..<300 as Range<UInt> {
      let isAdded = document.appendRow(atMost: 60) { row in
        row.append(cellsOf: head)
        row.append(number)
        return number % 3 > 0
      }
      #expect(isAdded == (number % 3 > 0))
      document.append("单")
      document.endRow()
    }
    let rows = (0..<300).map { ($0 % 3 > 0 ? "错误,\"a,b\",\($0)\r\n" : "") + "单\r\n" }
    #expect(String(decoding: document.take(), as: UTF8.self) == rows.joined())
  }

  /// A row of a cell behind another; nil where the cell is not plain.
  private static func row(_ cell: String) -> String? {
    write { row in
      "头".withBytes { row.append(written: $0) }
      return cell.withBytes { row.append(plain: $0) }
    }
  }

  private static func write(_ body: (inout CSVRow) -> Bool) -> String? {
    var document = CSVDocument(bom: false)
    guard document.appendRow(atMost: 700, body) else { return nil }
    return String(decoding: document.take(), as: UTF8.self)
  }

  /// The same row, cell by cell.
  private static func written(_ cell: String) -> String {
    var document = CSVDocument(bom: false)
    document.append("头")
    document.append(cell)
    document.endRow()
    return String(decoding: document.take(), as: UTF8.self)
  }
}
