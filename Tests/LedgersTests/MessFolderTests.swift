import Foundation
import LedgerKit
import Ledgers
import Testing

@testable import Houqin

/// How the files arrive, domain §5.0 and §5.1, 76–80 and 100.
@Suite("Mess: encodings, delimiters, names of files") struct MessFolderTests {
  private static let sheet = MessSheet.inspections

  private static func gb18030(_ text: String) throws -> [UInt8] {
    [UInt8](try #require(text.data(using: String.Encoding(rawValue: 0x8000_0632))))
  }

  private static func utf16LE(_ text: String) -> [UInt8] { [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }

  private static let bom: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static func read(_ name: String, _ bytes: [UInt8]) -> Mess { Mess(bytes: [(name, bytes)]) }

  private static func expectBothRows(_ mess: Mess, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(mess.rows("inspections").map { $0[Inspections.area]?.string } == ["大门", "走廊"], sourceLocation: sourceLocation)
    #expect(mess.rows("inspections").map(\.date) == [day(2023, 3, 6), day(2023, 3, 8)], sourceLocation: sourceLocation)
    #expect(mess.findings == [], sourceLocation: sourceLocation)
  }

  @Test("§5.0, 1: as Excel, WPS and telephones export") func encodings() throws {
    let (text, crlf) = (Self.sheet.text(), Self.sheet.text().replacing("\n", with: "\r\n"))
    let tabs = crlf.replacing(",", with: "\t")
    let exports: [(String, [UInt8], String)] = [
      ("安全检查记录.csv", try Self.gb18030(crlf), "GB18030"), ("安全检查记录.csv", Self.bom + Array(crlf.utf8), "UTF-8-BOM"),
      ("安全检查记录.csv", Array(text.utf8), "UTF-8"), ("安全检查记录.txt", Self.utf16LE(tabs), "UTF-16LE"),
      ("安全检查记录.csv", Self.utf16LE(tabs), "UTF-16LE"),
      ("安全检查记录.txt", [0xFE, 0xFF] + tabs.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }, "UTF-16BE"),
    ]
    for (name, bytes, encoding) in exports {
      let mess = Self.read(name, bytes)
      #expect(mess.input(name)?.records?.text.encoding.rawValue == encoding)
      Self.expectBothRows(mess)
    }
  }

  @Test("§0.5, 1: half a character at the end costs its row only") func truncated() throws {
    let bytes = try Self.gb18030(Self.sheet.text() + "2023-03-09,月检查,食堂,照明,王建国、李秀英,正常,无,,备")
    let mess = Self.read("安全检查记录.csv", Array(bytes.dropLast()))
    #expect(mess.rows("inspections").map(\.number) == [2, 3])
    #expect(mess.findings == ["FIL-001 error 安全检查记录.csv 4"])
    #expect(mess.examination.accounts["安全检查记录.csv"]?.excluded == 1)
  }

  @Test(
    "§5.0, 3: sheets of months by their names", arguments: ["3月份安全检查.csv", "安全检查（3月）.csv", "安全检查3.csv", "2023.3安全检查.csv", "工作簿1_3月.csv"])
  func months(_ name: String) {
    Self.expectBothRows(Mess((name, Self.sheet.text())))
  }

  @Test("§5.0, 4: leftovers") func leftovers() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "houqin-mess-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let hazards = MessSheet.hazards.text()
    let files = [
      "设置.csv": WorkFolderInMemory.settings, "隐患台账.csv": hazards, "隐患台账 - 副本.csv": hazards, "隐患台账(1).csv": hazards,
      "隐患台账.csv.bak": hazards, "旧.bak": hazards, "~$隐患台账.xlsx": "x", ".DS_Store": "x", "desktop.ini": "x",
      "隐患台账.xlsx": "PK\u{3}\u{4}xl/workbook.xml",
    ]
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    let examination = try Pipeline.check(folder.path, Options())
    #expect(!examination.inputs.contains { ["~$隐患台账.xlsx", ".DS_Store", "desktop.ini"].contains($0.file) })
    let told = examination.findings.filter(Mess.isOfReading)
    #expect(told.filter { $0.rule == "FIL-008" && $0.severity == .error }.count == 2)
    let workbook = try #require(told.first { $0.file == "隐患台账.xlsx" })
    #expect(workbook.rule == "FIL-001" && workbook.severity == .error && workbook.fix.contains("另存为"))
    // A backup is not read, and so no ledger is left out for being like it, however plain its name is.
    for backup in ["隐患台账.csv.bak", "旧.bak"] { #expect(told.filter { $0.file == backup }.count == 1) }
    #expect(try #require(Summary(examination)).value("ST-HAZ-01") == "2")
  }

  @Test("case 76: semicolons and tabs", arguments: [";", "\t"]) func delimiters(_ delimiter: String) {
    Self.expectBothRows(Self.read("安全检查记录.csv", Array(Self.sheet.text().replacing(",", with: delimiter).utf8)))
  }

  @Test("case 76: sep= is no record") func separatorLine() {
    let mess = Self.read("安全检查记录.csv", Array(("sep=;\n" + Self.sheet.text().replacing(",", with: ";")).utf8))
    Self.expectBothRows(mess)
    #expect(mess.rows("inspections").map(\.number) == [2, 3])
  }

  @Test("case 76: full-width commas are refused with a hint", arguments: ["安全检查记录.csv", "无名.csv"])
  func fullWidth(_ name: String) {
    let mess = Self.read(name, Array(Self.sheet.text().replacing("、", with: " ").replacing(",", with: "，").utf8))
    #expect(mess.findings == ["FIL-002 error \(name)"])
    #expect(mess.fixes("FIL-002").first?.contains("，") == true)
    #expect(mess.rows("inspections").isEmpty)
  }

  @Test("case 77: a mark at the beginning, and one in the middle of joined files") func byteOrderMarks() throws {
    let first = "序号," + Self.sheet.headerLine + "\n1," + Self.sheet.line() + "\n"
    let second = "序号," + Self.sheet.headerLine + "\n1," + Self.sheet.line(["检查日期": "2023-04-06", "检查部位": "操场"]) + "\n"
    let mess = Self.read("安全检查记录.csv", Self.bom + Array(first.utf8) + Self.bom + Array(second.utf8))
    #expect(mess.classes("安全检查记录.csv") == "header data header data")
    #expect(mess.rows("inspections").map { $0[Inspections.area]?.string } == ["走廊", "操场"])
    #expect(mess.findings.allSatisfy { $0.contains(" info ") })
  }

  @Test("case 78: ID as the first two bytes") func sylk() throws {
    let lines = Self.sheet.text().split(separator: "\n").enumerated().map { ($0 == 0 ? "ID" : "\($0)") + "," + $1 }
    Self.expectBothRows(Self.read("安全检查记录.csv", Array((lines.joined(separator: "\n") + "\n").utf8)))
  }

  @Test("case 79: the month of the name against the rows (FIL-009)") func month() throws {
    let name = "2023/3月份安全检查.csv"
    Self.expectBothRows(Mess((name, Self.sheet.text())))
    let late = Mess((name, Self.sheet.text([[:], ["检查日期": "2023-04-03"]])))
    #expect(late.findings == ["FIL-009 warning \(name)"])
    #expect(try late.summary().value("ST-INS-02") == "3")
  }

  @Test("case 80: numbers of names are not interpreted") func numbers() throws {
    let files = (1...5).map { n in
      ("安全检查\(n).csv", Self.sheet.headerLine + "\n" + Self.sheet.line(["检查日期": "2023-0\(7 - n)-1\(n)", "检查部位": "\(n)号楼"]) + "\n")
    }
    let mess = Mess(bytes: files.map { ($0.0, Array($0.1.utf8)) })
    #expect(mess.findings == [])
    #expect(Set(mess.rows("inspections").map(\.date)) == Set((1...5).map { day(2023, 7 - $0, 10 + $0) }))
  }

  @Test("case 100: line ends of every kind", arguments: ["\r", "\r\n", "\n", "mixed"])
  func lineEnds(_ end: String) throws {
    let quoted = "2023-03-09,月检查,食堂,照明,王建国、李秀英,存在隐患,\"应急灯不亮\n插座松动\",更换,"
    var lines = Self.sheet.text().split(separator: "\n").map(String.init)
    lines.insert(quoted, at: 2)
    let text = end == "mixed" ? lines.enumerated().map { $1 + ["\n", "\r\n"][$0 % 2] }.joined() : lines.map { $0 + end }.joined()
    let mess = Self.read("安全检查记录.csv", Array(text.utf8))
    #expect(mess.rows("inspections").map(\.number) == [2, 3, 4])
    #expect(mess.rows("inspections").map { $0[Inspections.area]?.string } == ["大门", "食堂", "走廊"])
    #expect(try mess.row("inspections", 3)[Inspections.problem]?.string == "应急灯不亮\n插座松动")
    #expect(!mess.findings.contains { $0.contains(" error ") })
  }
}
