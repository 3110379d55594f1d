import LedgerKit
import Ledgers
import Tabular
import Testing

/// Which ledger a sheet is where its name and its headers pull in different directions (domain §1.0): the name comes first, headers win
/// by three telling columns.
@Suite("Names and headers of sheets") struct ReadingNameTests {
  private static let inspection = "检查日期,检查类型,检查部位,检查内容,检查人,检查结果,存在问题\n2023-03-06,月检查,大门,门禁,王建国、李秀英,正常,\n"

  @Test(
    "read as",
    arguments: [
      // Canteen money is not 物品采购, however plain the columns are.
      ("食堂进货.csv", "日期,名称,数量,单价,金额,供应商,验收人\n2023-03-06,猪肉,10,25,250,顺源,何静怡\n", "food_receipts"),
      ("食堂食品采购.csv", "日期,名称,类别,数量,单价,金额,供应商,验收人\n2023-03-06,猪肉,畜禽肉,10,25,250,顺源,何静怡\n", "food_receipts"),
      // Named right, but without any column that tells it from others.
      ("食堂进货验收.csv", "进货日期,食品名称,食品类别,数量,单价,金额,供货商,验收结果,验收人\n2023-03-06,猪肉,畜禽肉,10,25,250,顺源,合格,何静怡\n", "food_receipts"),
      // Named like a ledger that is not read yet, with the full header of one that is.
      ("3月安全巡查.csv", inspection, "inspections"), ("灭火器检查.csv", inspection, "inspections"),
      ("随便.csv", inspection, "inspections"),
      // The name says purchases, three telling columns say inspections.
      ("采购.csv", inspection, "inspections"),
      ("每日巡视.csv", "日期,巡查次序,巡查时间,巡查人,巡查情况\n2023-03-06,1,8:00,韩保平,正常\n", "每日巡视记录"),
      ("采购验收单.csv", "验收日期,品名,数量,验收人,验收结果\n2023-03-06,胶带,12,赵海燕,合格\n", "采购验收单、入库单"),
    ])
  func ledger(name: String, text: String, expected: String) {
    switch Catalog.recognizer.recognize(file: name, sheet: Sheet(DecodedText(text))) {
    case .ledger(let sheets, _, _): #expect(sheets.map(\.ledger.id) == [expected])
    case .matrix: Issue.record("\(name) is no matrix")
    case .unsupported(let title, _): #expect(title == expected)
    case .unknown: Issue.record("\(name) was not recognized")
    }
  }

  @Test("A name that promises another ledger is told") func misnamed() {
    let folder = WorkFolderInMemory(("采购.csv", Self.inspection))
    #expect(folder.examination().findings.filter { $0.rule == "FIL-002" && $0.severity == .warning }.count == 1)
  }

  @Test("A named sheet without rows is empty, not unknown", arguments: ["", "\n\n", ",,,\n,,,\n"]) func empty(_ text: String) {
    let rules = WorkFolderInMemory(("应急演练记录.csv", text)).examination().findings.filter { $0.file != nil }.map(\.rule)
    #expect(rules == ["FIL-007"])
  }
}
