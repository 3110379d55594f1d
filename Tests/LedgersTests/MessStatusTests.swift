import LedgerKit
import Ledgers
import Testing

@testable import Houqin

/// What became of a hazard and by when, domain §5.1, 58–63.
@Suite("Mess: hazards") struct MessStatusTests {
  private static let file = "隐患整改台账.csv"

  @Test(
    "case 58: numbered problems are counted one by one",
    arguments: ["1.灭火器压力不足\n2.应急灯不亮\n3.插座松动", "①灭火器压力不足②应急灯不亮③插座松动", "1、灭火器压力不足；2、应急灯不亮；3、插座松动。"],
    ["", "编号的多个问题分开计,是"])
  func numbered(text: String, setting: String) throws {
    let mess = MessSheet.hazards.mess(["隐患描述": text], settings: setting.isEmpty ? [] : [setting])
    let rows = mess.rows("hazards").filter { $0.number == 3 }
    #expect(rows.map { $0[Hazards.desc]?.string } == ["灭火器压力不足", "应急灯不亮", "插座松动"])
    #expect(rows.map { $0[Hazards.foundOn] } == Array(repeating: day(2023, 3, 10), count: 3))
    #expect(rows.map { $0[Hazards.fixedOn] } == Array(repeating: day(2023, 3, 12), count: 3))
    #expect(rows.map { $0[Hazards.status] } == [.closed, .closed, .closed])
    #expect(mess.findings == ["GEN-021 info \(Self.file) 3 隐患描述"])
    #expect(mess.repairs("hazards").filter { $0.hasPrefix("split 3 隐患描述") }.count == 3)
    #expect(try mess.summary().value("ST-HAZ-01") == "4")
    #expect(try mess.summary().fraction("ST-HAZ-03") == "4/4 = 100.0")
  }

  @Test("case 58: unless the settings say otherwise") func notSplit() throws {
    let mess = MessSheet.hazards.mess(["隐患描述": "1.灭火器压力不足\n2.应急灯不亮"], settings: ["编号的多个问题分开计,否"])
    #expect(mess.rows("hazards").count == 2)
    #expect(try mess.summary().value("ST-HAZ-01") == "2")
    #expect(!mess.repairs("hazards").contains { $0.hasPrefix("split") })
  }

  @Test("case 58: without numbers they are one", arguments: ["灭火器压力不足；应急灯不亮", "灭火器压力不足\n应急灯不亮\n插座松动"])
  func unnumbered(_ text: String) throws {
    let cell = MessSheet.hazards.cell("隐患描述", text)
    #expect(try cell.value(Hazards.desc)?.string == text)
    #expect(cell.told == ["GEN-021 warning"])
    #expect(cell.elsewhere == [])
    #expect(try cell.mess.summary().value("ST-HAZ-01") == "2")
  }

  @Test("A measurement is no numbered list", arguments: ["2.5米高围墙砖块松动", "1号楼2.5米处插座松动"])
  func measurement(_ text: String) throws {
    let cell = MessSheet.hazards.cell("隐患描述", text)
    #expect(try cell.value(Hazards.desc)?.string == text)
    #expect(cell.told == [])
    #expect(cell.elsewhere == [])
  }

  @Test(
    "case 59: done, and when, in one cell",
    arguments: [
      ("已整改（3.12）", day(2023, 3, 12)), ("已于3月12日更换", day(2023, 3, 12)), ("当场整改", day(2023, 3, 10)), ("立即整改到位", day(2023, 3, 10)),
    ],
    [true, false])
  func dated(argument: (text: String, fixed: Day), hasColumn: Bool) throws {
    let sheet = hasColumn ? MessSheet.hazards : MessSheet.hazards.without("完成日期")
    let mess = sheet.mess(["整改情况": argument.text].merging(hasColumn ? ["完成日期": ""] : [:]) { $1 })
    let row = try mess.row("hazards", 3)
    #expect(row[Hazards.status] == .closed)
    #expect(row[Hazards.fixedOn] == argument.fixed)
    #expect(!mess.findings.contains { !$0.contains(" info ") })
    #expect(mess.repairs("hazards").contains { $0.hasPrefix("found 3 ") && $0.hasSuffix("→ “\(argument.fixed.iso)”") })
  }

  @Test("case 60: on its way", arguments: ["已报维修", "联系厂家中", "待采购"]) func partial(_ text: String) throws {
    let cell = MessSheet.hazards.cell("整改情况", text, and: ["完成日期": "", "整改期限": "2023-07-10", "复查人": "", "复查日期": ""])
    #expect(try cell.value(Hazards.status) == .partial)
    #expect(cell.told.allSatisfy { $0.hasSuffix("info") })
    #expect(cell.elsewhere == [])
  }

  @Test("case 61: 整改 alone must be asked") func rectify() throws {
    let key = "整改情况写“整改”表示"
    let others = ["整改期限": "2023-07-10", "完成日期": "", "复查人": "", "复查日期": ""]
    let cell = MessSheet.hazards.cell("整改情况", "整改", and: others)
    #expect(try cell.value(Hazards.status) == nil)
    #expect(cell.told == ["GEN-008 error"])
    #expect(cell.elsewhere == [])
    #expect(cell.fix.contains(key))
    let open = MessSheet.hazards.cell("整改情况", "整改", and: others, settings: ["\(key),未整改"])
    #expect(try open.value(Hazards.status) == .open)
    #expect(open.told == [] && open.elsewhere == [] && open.repairs == ["answered “整改” → “未整改”"])
    let closed = MessSheet.hazards.cell("整改情况", "整改", settings: ["\(key),已整改"])
    #expect(try closed.value(Hazards.status) == .closed)
    #expect(closed.told == [] && closed.elsewhere == [] && closed.repairs == ["answered “整改” → “已整改”"])
  }

  @Test(
    "case 62: deadlines counted from the day it was found",
    arguments: [
      ("一周内", day(2023, 3, 17)), ("3天", day(2023, 3, 13)), ("三天内", day(2023, 3, 13)), ("立即", day(2023, 3, 10)), ("本月底", day(2023, 3, 31)),
      ("月底前", day(2023, 3, 31)),
    ])
  func relative(text: String, due: Day) throws {
    let cell = MessSheet.hazards.cell("整改期限", text, and: ["完成日期": "2023-03-10", "复查日期": "2023-03-10"])
    #expect(try cell.value(Hazards.due) == due)
    #expect(cell.isTold)
    #expect(cell.elsewhere == [])
    #expect(cell.repairs == ["deadline “\(text)” → “\(due.iso)”"])
  }

  @Test("case 62: deadlines that only the calendar knows", arguments: ["开学前", "暑假期间"])
  func calendar(_ text: String) throws {
    let cell = MessSheet.hazards.cell("整改期限", text)
    #expect(try cell.value(Hazards.due) == nil)
    #expect(cell.told == ["GEN-001 error"])
    #expect(cell.elsewhere == [])
  }

  @Test("case 63: no deadline", arguments: ["长期", "持续", "日常"]) func noDeadline(_ text: String) throws {
    let cell = MessSheet.hazards.cell("整改期限", text)
    #expect(try cell.value(Hazards.due) == nil)
    #expect(try cell.row().isEmpty(Hazards.due))
    #expect(cell.told.count == 1 && cell.told.first?.hasSuffix("warning") == true)
    #expect(cell.elsewhere == [])
  }
}
