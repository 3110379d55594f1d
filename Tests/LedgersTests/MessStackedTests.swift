import LedgerKit
import Ledgers
import Testing

@testable import Houqin

/// Several tables on one sheet, matrices and sheets that are not read yet; domain §0.5, 5, and §5.1, 67–69, 81 and 82.
@Suite("Mess: several tables, none, and other layouts") struct MessStackedTests {
  private static let drills = MessSheet.drills
  private static let purchases = MessSheet.purchases

  @Test("A second header with other columns after a total") func secondHeader() throws {
    let sheet = Self.purchases
    let total = sheet.headers.map { $0 == "申购日期" ? "合计" : $0 == "金额" ? "620" : "" }.joined(separator: ",")
    let second = """
      采购日期,物品名称,数量,金额,审批人,经手人,验收人,供应商
      2023-04-03,胶带,12,42,王建国,李秀英,赵海燕,春晖文具店
      2023-04-04,粉笔,10,60,王建国,李秀英,赵海燕,春晖文具店
      合计,,,102,,,,

      """
    let mess = Mess((sheet.file, sheet.text() + total + "\n" + second))
    #expect(mess.classes(sheet.file) == "header data data total header data data total")
    #expect(mess.rows("purchases").map(\.number) == [2, 3, 6, 7])
    #expect(mess.rows("purchases").map { $0[Purchases.item]?.string } == ["打印纸", "洗手液", "胶带", "粉笔"])
    #expect(mess.rows("purchases").map { $0[Purchases.amount]?.amount } == [500, 120, 42, 60].map { Fixed($0) })
    #expect(mess.rows("purchases").last?[Purchases.buyer]?.strings == ["李秀英"])
    #expect(mess.findings == [])
    #expect(try mess.summary().value("ST-PUR-01") == "722.00")
  }

  @Test("A second table of another ledger, with its title", arguments: [false, true])
  func otherLedger(isSpaced: Bool) throws {
    let title = (isSpaced ? ",,,,\n,,,,\n" : ",,,,\n") + "春芽幼儿园物品采购台账,,,,\n"
    let name = "后勤台账.csv"
    let mess = Mess((name, Self.drills.text() + title + Self.purchases.text()))
    #expect(mess.classes(name) == "header data data " + (isSpaced ? "blank blank" : "blank") + " title header data data")
    #expect(mess.rows("drills").map(\.number) == [2, 3])
    #expect(mess.rows("purchases").map(\.number) == (isSpaced ? [8, 9] : [7, 8]))
    #expect(try mess.summary().value("ST-DRL-03") == "1256")
    #expect(try mess.summary().value("ST-PUR-01") == "620.00")
    #expect(mess.findings == [])
    #expect(mess.examination.accounts[name] == .init(data: 4, excluded: 0))
  }

  @Test(
    "A third table that nobody knows: its rows are data, and not used",
    arguments: ["日期,车辆,地点,加油量", "日期,车辆,司机,加油量", "车辆,司机,线路,加油量"])
  func strange(_ header: String) throws {
    let strange = header + "\n面包车,周师傅,城东,40\n货车,郑师傅,城西,60\n"
    let name = "后勤台账.csv"
    let mess = Mess((name, Self.drills.text() + ",,,,\n" + Self.purchases.text() + ",,,,\n" + strange))
    #expect(mess.rows("drills").count == 2 && mess.rows("purchases").count == 2)
    #expect(mess.findings == ["FIL-002 warning \(name) 9"])
    #expect(mess.classes(name).hasSuffix("blank header data data"))
    #expect(mess.examination.accounts[name] == .init(data: 6, excluded: 2))
  }

  @Test("同上 does not reach into another table") func dittoAcross() {
    let sheet = MessSheet.inspections
    let mess = Mess((sheet.file, sheet.text() + ",,,,\n" + sheet.headerLine + "\n" + sheet.line(["检查人": "同上", "检查部位": "操场"]) + "\n"))
    #expect(mess.findings.contains("GEN-013 error \(sheet.file) 6 检查人"))
  }

  @Test(
    "case 81: a matrix of days and ticks (FIL-012)",
    arguments: [
      "日期\\项目," + (1...31).map(String.init).joined(separator: ","), "检查项目," + (1...31).map { "3月\($0)日" }.joined(separator: ","),
    ], ["安全检查记录.csv", "每日安全检查表.csv"])
  func matrix(header: String, name: String) {
    let ticks = ["大门", "食堂", "走廊"].map { $0 + String(repeating: ",√", count: 31) }
    let mess = Mess((name, "春芽幼儿园3月安全检查表\n\(header)\n" + ticks.joined(separator: "\n") + "\n"))
    #expect(mess.findings == ["FIL-012 error \(name) 2"])
    #expect(mess.fixes("FIL-012").first?.contains("检查日期") == true)
    #expect(mess.rows("inspections").isEmpty)
    #expect(mess.examination.accounts[name] == .init(data: 3, excluded: 3))
  }

  private static func notRead(_ name: String, _ text: String, data: Int, sourceLocation: SourceLocation = #_sourceLocation) {
    let mess = Mess((name, text))
    #expect(mess.findings == ["FIL-002 info \(name)"], sourceLocation: sourceLocation)
    #expect(mess.examination.findings.contains { $0.rule == "FIL-002" && $0.message.contains("暂不支持") }, sourceLocation: sourceLocation)
    #expect(mess.examination.accounts[name] == .init(data: data, excluded: data), sourceLocation: sourceLocation)
    #expect(mess.examination.books?.all.isEmpty != false, sourceLocation: sourceLocation)
  }

  @Test("case 67: residues of pesticides are not read yet") func pesticides() {
    let rows = ["<5.0,合格", "阴性,合格", "-,合格", "—,合格", "未检出,合格", "ND,合格"].enumerated()
      .map { "2023-03-0\($0 + 1),青菜,青菜,\($1),何静怡" }
    Self.notRead("农药残留检测记录.csv", "日期,蔬菜名称,样品名称,抑制率,检测结果,检测人\n" + rows.joined(separator: "\n") + "\n", data: 6)
  }

  @Test("cases 68 and 69: food samples are not read yet") func samples() {
    let text = """
      春芽幼儿园食品留样记录表
      留样日期,餐次,菜品名称,留样量,留样时间,留样人
      2023-03-06,午餐,米饭（125克）、茄子(130克)、冬瓜排骨汤200g,,11:20,何静怡
      2023-03-07,午餐,米饭、红烧肉,各125克,11:20,何静怡
      2023-03-08,午餐,面条,125g以上,11:20,何静怡
      2023-03-09,午餐,青菜,≥125g,11:20,何静怡

      """
    Self.notRead("食品留样记录.csv", text, data: 4)
  }

  @Test("case 82: counts of tasks by class are not read yet", arguments: [true, false])
  func platform(hasTitle: Bool) throws {
    let table = "班级,防溺水专题,消防专题,交通专题\n大一班,30,30,29\n大二班,28,28,28\n中一班,31,30,31\n"
    let name = "安全平台完成情况.csv"
    let mess = Mess((name, (hasTitle ? "春芽幼儿园安全教育平台完成情况表,,,\n" : "") + table))
    #expect(mess.findings == ["FIL-002 info \(name)"])
    #expect(mess.input(name)?.ledgerID == "platform_tasks")
    let account = try #require(mess.examination.accounts[name])
    #expect(account.used == 0)
    #expect(account.excluded == account.data)
  }

  @Test("A sheet that is no ledger (FIL-002)") func unknown() {
    let mess = Mess(("新建 Microsoft Excel 工作表.csv", "列1,列2,列3\n1,2,3\n4,5,6\n"))
    #expect(mess.findings == ["FIL-002 warning 新建 Microsoft Excel 工作表.csv"])
  }
}
