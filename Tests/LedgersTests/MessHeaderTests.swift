import LedgerKit
import Ledgers
import Testing

@testable import Houqin

/// Where the header is and what it looks like, domain §5.1, 4–8, and FIL-003–FIL-006.
@Suite("Mess: headers") struct MessHeaderTests {
  private static let file = MessSheet.drills.file

  @Test("case 4: the header at row 4") func fourth() throws {
    let above = "春芽幼儿园应急演练记录表,,,,\n2022-2023学年第二学期,,,,\n填表人：王建国,,,填表日期：2023.6.30,\n"
    let mess = Mess((Self.file, above + MessSheet.drills.text()))
    #expect(mess.classes(Self.file) == "title title title header data data")
    #expect(mess.rows("drills").map(\.number) == [5, 6])
    #expect(mess.findings == [])
  }

  @Test("case 4: a preamble of several lines, up to the fifteenth row") func deep() throws {
    let above = "春芽幼儿园应急演练记录表,,,,\n" + (1...13).map { "填表说明\($0)：每次演练填一行，演练后三日内交后勤处存档,,,,\n" }.joined()
    let mess = Mess((Self.file, above + MessSheet.drills.text()))
    #expect(mess.input(Self.file)?.counts?[.title] == 14)
    #expect(mess.rows("drills").map(\.number) == [16, 17])
    #expect(mess.findings == [])
  }

  private static let rest = ",疏散用时,总指挥,演练总结"

  @Test(
    "case 5: a header in two rows",
    arguments: [
      ("人数,,", "幼儿,教师,家长", "580,46,12"), ("参加人数,,", "幼儿,教师,家长", "580,46,12"), ("人数,,", "幼儿人数,教师人数,家长人数", "580,46,12"),
      ("人数,,,", "幼儿,教师,家长,合计", "580,46,12,638"), ("参加人数,,,", "幼儿,教师,家长,合计", "580,46,12,638"), ("人数,,,", "合计,幼儿,教师,家长", "638,580,46,12"),
    ])
  func twoRows(above: String, below: String, cells: String) throws {
    let text = "演练日期,演练类型,演练范围,\(above)\(Self.rest)\n,,,\(below),,,\n2023-03-17,消防,全园,\(cells),1分50秒,王建国,秩序良好\n"
    let mess = Mess((Self.file, text))
    let row = try mess.row("drills", 3)
    #expect([row[Drills.children]?.value, row[Drills.staff]?.value, row[Drills.parents]?.value] == [580, 46, 12])
    #expect(row[Drills.people]?.value == 638)
    #expect(row[Drills.evacTime]?.value == 110)
    #expect(mess.classes(Self.file) == "header header data")
    #expect(mess.findings == [])
    #expect(try mess.summary().value("ST-DRL-03") == "638")
  }

  @Test("case 5: a header in three rows") func threeRows() throws {
    let text = """
      演练日期,演练类型,演练范围,人数,,,,疏散用时,总指挥,演练总结
      ,,,应到,实到,,,,,
      ,,,,幼儿,教师,家长,,,
      2023-03-17,消防,全园,650,580,46,12,1分50秒,王建国,秩序良好

      """
    let mess = Mess((Self.file, text))
    let row = try mess.row("drills", 4)
    #expect([row[Drills.children]?.value, row[Drills.staff]?.value, row[Drills.parents]?.value] == [580, 46, 12])
    #expect(row[Drills.people]?.value == 638)
    #expect(row[Drills.expected]?.value == 650)
    #expect(row[Drills.commander]?.strings == ["王建国"])
    #expect(mess.classes(Self.file) == "header header header data")
    #expect(mess.findings == [])
  }

  @Test("case 6: a blank second row") func blankSecondRow() {
    let sheet = MessSheet.drills
    let lines = sheet.text().split(separator: "\n").map(String.init)
    let mess = Mess((Self.file, ([lines[0], ",,,,,,,,,,"] + lines.dropFirst()).joined(separator: "\n") + "\n"))
    #expect(mess.classes(Self.file) == "header blank data data" || mess.classes(Self.file) == "header header data data")
    #expect(mess.rows("drills").map(\.number) == [3, 4])
    #expect(mess.findings == [])
  }

  @Test("case 7: the header again every thirty rows") func repeated() throws {
    let sheet = MessSheet.inspections
    var lines = [sheet.headerLine]
    for n in 0..<90 {
      if n > 0, n % 30 == 0 { lines += ["春芽幼儿园安全检查记录表", sheet.headerLine] }
      lines.append(sheet.line(["检查日期": "2023-\(n / 30 + 3)-\(n % 30 + 1)", "检查部位": "\(n + 1)号教室"]))
    }
    let mess = Mess((sheet.file, "春芽幼儿园安全检查记录表\n" + lines.joined(separator: "\n") + "\n"))
    let counts = mess.input(sheet.file)?.counts
    #expect([counts?[.header], counts?[.data], counts?[.title]] == [3, 90, 3])
    #expect(mess.rows("inspections").count == 90)
    #expect(mess.rows("inspections").map(\.number).last == 96)
    #expect(mess.findings == [])
  }

  @Test("case 8: a running number", arguments: ["序号", "No.", "NO", "编号"]) func sequence(_ header: String) throws {
    let sheet = MessSheet.inspections
    let lines = sheet.text().split(separator: "\n").enumerated().map { ($0 == 0 ? header : "\($0)") + "," + $1 }
    let mess = Mess((sheet.file, lines.joined(separator: "\n") + "\n"))
    #expect(mess.rows("inspections").map { $0[Inspections.date] } == [day(2023, 3, 6), day(2023, 3, 8)])
    #expect(mess.rows("inspections").allSatisfy { $0[Inspections.ref] == nil })
    #expect(mess.findings == [])
  }

  @Test("Headers with blanks, stars, colons, line breaks and units", arguments: ["* 演练日期 ：", "演练\n日期", "演练日期（年月日）", "演 练 日 期"])
  func decorated(_ header: String) throws {
    let mess = MessSheet.drills.renaming("演练日期", header).mess([:])
    #expect(mess.rows("drills").map { $0[Drills.date] } == [day(2023, 2, 21), day(2023, 3, 17)])
    #expect(mess.findings == [])
  }

  @Test("FIL-003: what a ledger must have", arguments: ["责任人", "隐患部位", "整改情况"]) func missing(_ header: String) {
    let mess = MessSheet.hazards.without(header).mess([:])
    #expect(mess.findings == ["FIL-003 error 隐患整改台账.csv"])
    #expect(mess.examination.accounts["隐患整改台账.csv"]?.data == 2)
  }

  @Test("FIL-004: the same header twice") func twice() throws {
    let sheet = MessSheet.inspections.adding("检查部位", "食堂", "仓库")
    let mess = sheet.mess([:])
    #expect(mess.rows("inspections").allSatisfy { $0[Inspections.area] == nil })
    #expect(mess.findings.filter { $0.hasPrefix("FIL-004") } == ["FIL-004 error 安全检查记录.csv 检查部位"])
  }

  @Test("FIL-005: a header that may mean three columns") func ambiguous() {
    let mess = MessSheet.purchases.renaming("验收人", "签字").without("采购人").mess([:])
    #expect(mess.findings == ["FIL-005 error 采购台账.csv 签字"])
  }

  @Test("FIL-006: a column nobody asked for") func unknown() {
    let mess = MessSheet.purchases.adding("领导批示", "同意", "同意").mess([:])
    #expect(mess.findings == ["FIL-006 info 采购台账.csv 领导批示"])
  }

  @Test("FIL-007: a header and nothing below", arguments: ["", ",,,,\n,,,,\n"]) func empty(_ rows: String) {
    let mess = Mess((Self.file, MessSheet.drills.headerLine + "\n" + rows))
    #expect(mess.findings == ["FIL-007 warning \(Self.file)"])
  }
}
