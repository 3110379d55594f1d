import LedgerKit
import Ledgers
import Testing

@Suite("The combined sheet of inspections and hazards, domain §5.2")
struct ReadingCombinedSheetTests {
  private static let typical = [
    "春芽幼儿园安全检查及隐患整改记录表,,,,,,,,", "检查组：安全领导小组,,,,,,填表人：王某,,2023.3",
    "序号,检查日期,检查类型,检查部位,存在问题,整改措施,责任人,整改期限,整改情况,复查人",
    "1,2023.3.6,月检查,食堂,\"1.灭火器压力不足\n2.留样冰箱温度计损坏\",更换,吴某,一周内,已整改（3.10）,陈某", "2,,,户外大型玩具,无,/,/,/,/,〃",
    "3,3月8日,专项检查（燃气）,燃气间,无,—,—,—,正常,陈某、李某", "4,２０２３－０３－１４,月检查,走廊,应急灯不亮,报修,同上,3.20,整改中,", "合计,,,发现隐患3处,,,,,,",
    "注：3月未发生安全事故,,,,,,,,",
  ]

  @Test("Four rows, Excel's 4 to 7") func inspections() throws {
    let sheet = try #require(recognize(Self.typical).sheet)
    #expect(sheet.classes == [.title, .title, .header, .data, .data, .data, .data, .total, .note])
    let rows = SheetReading(Self.typical).rows(Inspections.ledger)
    #expect(rows.map(\.number) == [4, 5, 6, 7])
    #expect(rows.map(\.date) == [6, 6, 8, 14].map { day(2023, 3, $0) })
    #expect(rows.map { $0[Inspections.type]?.kind } == [.monthly, .monthly, .special, .monthly])
    #expect(rows.map { $0[Inspections.area]?.string } == ["食堂", "户外大型玩具", "燃气间", "走廊"])
    #expect(rows.map { $0.isEmpty(Inspections.problem) } == [false, true, true, false])
  }

  @Test("The problem rows are hazards") func hazards() throws {
    let reading = SheetReading(Self.typical)
    let rows = reading.rows(Hazards.ledger)
    // Row 4 numbers two problems: two hazards of one row (case 58).
    #expect(rows.map(\.number) == [4, 4, 7])
    try #require(rows.count == 3)
    #expect(rows.map { $0[Hazards.desc]?.string } == ["灭火器压力不足", "留样冰箱温度计损坏", "应急灯不亮"])
    #expect(rows.map(\.date) == [day(2023, 3, 6), day(2023, 3, 6), day(2023, 3, 14)])
    #expect(rows.map { $0[Hazards.due] } == [day(2023, 3, 13), day(2023, 3, 13), day(2023, 3, 20)])
    #expect(rows.map { $0[Hazards.status] } == [.closed, .closed, .partial])
    #expect(rows.map { $0[Hazards.fixedOn] } == [day(2023, 3, 10), day(2023, 3, 10), nil])
    #expect(rows.map { $0[Hazards.measure]?.string } == ["更换", "更换", "报修"])
    #expect(rows.map { $0[Hazards.source]?.string } == ["月检查", "月检查", "月检查"])
    #expect(rows.map { $0[Hazards.reviewer]?.strings ?? [] } == [["陈某"], ["陈某"], []])
    #expect(rows[0][Hazards.owner]?.strings == ["吴某"])
  }

  @Test("同上 refers to the row above, problem or not, and that one has nobody") func emptyDitto() throws {
    let reading = SheetReading(Self.typical)
    let row = try #require(reading.rows(Hazards.ledger).last)
    #expect(row.isUnusable(Hazards.owner))
    let issues = (reading.issues["hazards"] ?? []).filter { $0.row == row.index && $0.column === Hazards.owner }
    #expect(issues.map(\.trouble) == [.dittoWithoutPrevious])
  }

  private static let header = "检查日期,检查类型,检查部位,检查人,存在问题,责任人,整改期限,整改情况"

  /// Rows are read 64 at a time.
  @Test("Problem rows among many without a problem", arguments: [0, 1, 61, 62, 63, 64, 127, 130])
  func amongMany(n: Int) throws {
    let clean = "2023-03-06,月检查,走廊,王某,,,,"
    let lines =
      [Self.header] + Array(repeating: clean, count: n) + [
        "2023-03-07,月检查,食堂,王某,插座松动,吴某,2023-03-10,整改中", "2023-03-08,专项检查,操场,王某,护栏松动,同上,2023-03-12,整改中", clean, clean, clean,
        "2023-03-09,月检查,大门,王某,门锁损坏,李某,2023-03-20,整改中",
      ]
    let reading = SheetReading(lines)
    #expect(reading.rows(Inspections.ledger).map(\.number) == Array(2..<n + 8))
    let rows = reading.rows(Hazards.ledger)
    try #require(rows.map(\.number) == [n + 2, n + 3, n + 7])
    #expect(rows.map(\.date) == [day(2023, 3, 7), day(2023, 3, 8), day(2023, 3, 9)])
    #expect(rows.map { $0[Hazards.area]?.string } == ["食堂", "操场", "大门"])
    #expect(rows.map { $0[Hazards.desc]?.string } == ["插座松动", "护栏松动", "门锁损坏"])
    #expect(rows.map { $0[Hazards.owner]?.strings } == [["吴某"], ["吴某"], ["李某"]])
    #expect(rows.map { $0[Hazards.due] } == [day(2023, 3, 10), day(2023, 3, 12), day(2023, 3, 20)])
    #expect(rows.map { $0[Hazards.source]?.string } == ["月检查", "专项检查", "月检查"])
  }

  @Test("同上 takes the name of a row without a problem") func dittoOfCleanRow() {
    let rows = SheetReading([
      Self.header, "2023-03-06,月检查,食堂,王某,插座松动,吴某,3天内,已整改", "2023-03-06,月检查,走廊,王某,无,陈某,,", "2023-03-06,月检查,操场,王某,护栏松动,同上,〃,整改中",
    ]).rows(Hazards.ledger)
    #expect(rows.map { $0[Hazards.owner]?.strings } == [["吴某"], ["陈某"]])
    #expect(rows.last?[Hazards.due] == nil)
  }

  @Test("A merged kind does not reach a hazard across a blank line") func interruption() {
    let lines = [
      Self.header, "2023-03-06,月检查,食堂,王某,插座松动,吴某,3天内,已整改", ",,走廊,王某,应急灯不亮,吴某,,整改中", ",,,,,,,", ",,操场,王某,护栏松动,同上,,整改中",
    ]
    let reading = SheetReading(lines)
    let rows = reading.rows(Hazards.ledger)
    #expect(rows.map { $0[Hazards.source]?.string } == ["月检查", "月检查", nil])
    #expect(rows.map(\.date) == [day(2023, 3, 6), day(2023, 3, 6), nil])
    #expect(rows.last?.isUnusable(Hazards.owner) == true)
  }

  @Test("Without a column of hazards the sheet is of inspections only, decision 12") func plain() {
    let reading = SheetReading(["检查日期,检查类型,检查部位,检查人,检查结果,存在问题,整改措施", "2023-03-06,月检查,食堂,王某,存在隐患,插座松动,更换"])
    #expect(reading.rows(Inspections.ledger).count == 1)
    #expect(reading.tables["hazards"] == nil)
  }

  @Test("An empty approver of a purchase stays empty, decision 2") func approver() {
    let rows = SheetReading([
      "采购日期,品名,数量,金额,审批人,采购人,验收人", "2023-03-06,打印纸,5,125,李园长,吴某,陈某", ",拖把,1,18,,,", "2023-03-07,粉笔,1,6,,吴某,陈某",
    ]).rows(Purchases.ledger)
    #expect(rows.map { $0.isEmpty(Purchases.approver) } == [false, true, true])
    #expect(rows.map { $0.isEmpty(Purchases.date) } == [false, true, false])
  }
}
