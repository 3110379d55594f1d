import LedgerKit
import Ledgers
import Testing

@testable import Houqin

/// Numbers that are names, broken formulas, personal data, classes and places, domain §5.1, 70–75, 84–88, 90, 91 and 97.
@Suite("Mess: texts") struct MessTextTests {
  @Test("case 70: digits Excel has lost") func scientific() throws {
    let cell = MessSheet.purchases.cell("发票号", "3.20419E+11")
    #expect(try cell.value(Purchases.invoiceNo) == nil)
    #expect(cell.told == ["GEN-011 error"])
    #expect(cell.elsewhere == [])
  }

  @Test("case 71: zeros Excel has lost: the same paper, printed as it is") func leadingZeros() throws {
    let mess = MessSheet.purchases.mess(["发票号": "00123456"], ["采购日期": "2023-04-03", "品名": "胶带", "发票号": "123456", "入库日期": "", "验收日期": ""])
    #expect(try mess.row("purchases", 3)[Purchases.invoiceNo]?.string == "00123456")
    #expect(try mess.row("purchases", 4)[Purchases.invoiceNo]?.string == "123456")
    #expect(mess.findings == ["PUR-103 error 采购台账.csv 4 发票号"])
  }

  private static let broken = ["#REF!", "#N/A", "######", "#DIV/0!", "#VALUE!", "#NAME?"]

  @Test("case 72: what Excel leaves of a formula", arguments: broken, ["采购日期", "金额", "数量", "品名", "审批人", "类别"])
  func excelError(text: String, header: String) throws {
    let cell = MessSheet.purchases.cell(header, text)
    #expect(cell.told == ["GEN-011 error"])
    #expect(cell.elsewhere == [])
    let column = try #require(Purchases.ledger.columns.first { $0.headers.contains(header) })
    #expect(try cell.row().stored(column) == nil)
  }

  @Test("case 73: a formula exported as text", arguments: ["金额", "数量", "采购日期"]) func formula(_ header: String) throws {
    let cell = MessSheet.purchases.cell(header, "=SUM(F2:F30)")
    #expect(cell.told.count == 1)
    #expect(cell.told.first?.hasSuffix("error") == true)
    #expect(cell.elsewhere == [])
    let column = try #require(Purchases.ledger.columns.first { $0.headers.contains(header) })
    #expect(try cell.row().stored(column) == nil)
  }

  @Test("case 73: in a text (GEN-024)", arguments: ["=SUM(F2:F30)", "+8651288886666", "@小王"])
  func formulaText(_ text: String) {
    let cell = MessSheet.purchases.cell("备注", text)
    #expect(cell.told.map { $0.prefix(7) } == ["GEN-024"])
    #expect(cell.elsewhere == [])
  }

  @Test("case 74: quotes in a cell") func quotes() throws {
    let sheet = MessSheet.inspections
    let text = sheet.text() + "2023-03-09,月检查,走廊,照明,王建国、李秀英,存在隐患,\"走廊\"\"应急灯\"\"不亮\",更换,\n"
    let mess = Mess((sheet.file, text))
    #expect(try mess.row("inspections", 4)[Inspections.problem]?.string == "走廊\"应急灯\"不亮")
    #expect(mess.findings == [])
  }

  @Test("case 75: a comma that nobody quoted") func surplus() throws {
    let sheet = MessSheet.inspections
    let mess = Mess((sheet.file, sheet.text() + "2023-03-09,月检查,食堂,照明,王建国、李秀英,存在隐患,食堂,更换灯管,阀门,多余\n"))
    #expect(mess.rows("inspections").map(\.number) == [2, 3])
    #expect(mess.findings == ["FIL-010 error 安全检查记录.csv 4"])
    #expect(mess.classes(sheet.file) == "header data data data")
    #expect(mess.examination.accounts[sheet.file] == .init(data: 3, excluded: 1))
  }

  @Test("case 84: pictures are ignored", arguments: ["[图片]", "", "［图片］"], ["照片", "图片", "附件"])
  func photos(text: String, header: String) {
    let cell = MessSheet.inspections.adding(header, "", "").cell(header, text)
    #expect(cell.mess.findings == [])
    #expect(cell.repairs == [])
  }

  /// Colours and comments are gone, and filtered rows are there like any other: nothing to find.
  @Test("cases 85 and 86: what an export cannot show") func invisible() throws {
    let other = ["发现日期": "2023-04-11", "隐患部位": "操场", "隐患描述": "井盖松动", "整改期限": "", "完成日期": "2023-04-11", "复查日期": ""]
    let mess = MessSheet.hazards.mess([:], other)
    #expect(mess.findings == [])
    #expect(try mess.summary().value("ST-HAZ-01") == "3")
    #expect(mess.examination.accounts["隐患整改台账.csv"] == .init(data: 3, excluded: 0))
  }

  @Test(
    "case 87: telephone and identity numbers are masked",
    arguments: [
      ("联系王某某（13812345678）", "138****5678"), ("身份证32040419850606123X", "320***********123X"), ("320404198506061234", "320***********1234"),
    ])
  func personal(text: String, masked: String) throws {
    let cell = MessSheet.drills.cell("演练总结", text)
    #expect(cell.told == ["GEN-018 warning"])
    #expect(cell.elsewhere == [])
    let finding = try #require(cell.mess.examination.findings.first { $0.rule == "GEN-018" })
    #expect(finding.value?.contains(masked) == true)
    #expect(![finding.value ?? "", finding.message, finding.fix].joined().contains(text.filter(\.isNumber)))
  }

  @Test(
    "case 88: a class is a room of its kind",
    arguments: ["大一班", "大(1)班", "大1班", "大①班", "三3班", "三（3）班", "四（9）班", "2019级3班"], ["活动室", "教室"])
  func classes(name: String, room: String) throws {
    let sheet = MessSheet.inspections.renaming("检查部位", "班级")
    let mess = Mess(("检查区域.csv", "区域,是否重点\n\(room),是\n"), (sheet.file, sheet.headerLine + "\n" + sheet.line(["班级": name]) + "\n"))
    #expect(try mess.summary().fraction("ST-INS-05") == "1/1 = 100.0")
    #expect(mess.findings.allSatisfy { $0.contains(" info ") })
    #expect(mess.rows("inspections").first?.raw(Inspections.area) == name)
  }

  @Test(
    "case 90: entities of a web page",
    arguments: [
      ("应急灯&nbsp;不亮&nbsp;", "应急灯 不亮"), ("灭火器压力不足&#10;", "灭火器压力不足"), ("插座松动&amp;裸露", "插座松动&裸露"), ("&lt;走廊&gt;灯不亮", "<走廊>灯不亮"),
    ])
  func entities(text: String, expected: String) throws {
    let cell = MessSheet.hazards.cell("隐患描述", text)
    #expect(try cell.value(Hazards.desc)?.string == expected)
    #expect(cell.told == ["GEN-020 info"])
    #expect(cell.elsewhere == [])
    #expect(cell.repairs == ["width “\(text)” → “\(expected)”"])
  }

  @Test("case 90: in a date and in a number") func entitiesElsewhere() throws {
    let date = MessSheet.drills.cell("演练日期", "2023-03-06&nbsp;")
    #expect(try date.value(Drills.date) == day(2023, 3, 6))
    #expect(date.told == ["GEN-020 info"])
    let people = MessSheet.drills.cell("参加人数", "&nbsp;626")
    #expect(try people.value(Drills.people)?.value == 626)
    #expect(people.told == ["GEN-020 info"])
  }

  @Test("GEN-020: invisible characters", arguments: ["626\u{3000}", "\u{200B}626", "626\u{A0}", "６２６"])
  func invisibleCharacters(_ text: String) throws {
    let cell = MessSheet.drills.cell("参加人数", text)
    #expect(try cell.value(Drills.people)?.value == 626)
    #expect(cell.told == ["GEN-020 info"])
    #expect(cell.elsewhere == [])
  }

  @Test("case 91: variant characters in headers and names of files") func variants() throws {
    let text = MessSheet.inspections.renaming("检查日期", "检査日期").renaming("检查人", "检査人").renaming("存在问题", "发现旳隐患")
    let mess = Mess(("安全检查记录.csv", text.text()))
    #expect(try mess.row("inspections", 3)[Inspections.date] == day(2023, 3, 8))
    #expect(try mess.row("inspections", 3)[Inspections.inspectors]?.strings == ["李秀英", "王建国"])
    #expect(mess.findings == [])
    let named = Mess(("食堂进货台帐.csv", MessSheet.food.text()), ("采购台帐.csv", MessSheet.purchases.text()))
    #expect(named.rows("food_receipts").count == 2 && named.rows("purchases").count == 2)
    #expect(named.findings == [])
  }

  @Test("case 97: several places in one cell", arguments: [("1、2、3号楼", "3/3 = 100.0"), ("1-3号楼", "3/3 = 100.0"), ("各楼层", "0/3 = 0.0")])
  func places(text: String, coverage: String) throws {
    let sheet = MessSheet.inspections
    let areas = ("检查区域.csv", "区域,是否重点\n1号楼,是\n2号楼,是\n3号楼,是\n")
    let mess = Mess(areas, (sheet.file, sheet.headerLine + "\n" + sheet.line(["检查部位": text]) + "\n"))
    #expect(mess.rows("inspections").first?[Inspections.area]?.string == text)
    #expect(try mess.summary().fraction("ST-INS-05") == coverage)
    #expect(mess.findings.allSatisfy { $0.contains(" info ") })
  }
}
