import LedgerKit
import Ledgers
import Testing

@testable import Houqin

@Suite("Missing is not zero, domain §0.3, 3")
struct FigureStateTests {
  private static let headers = [
    "inspections": ("安全检查记录.csv", "检查日期,检查类型,检查部位,检查人,检查结果,存在问题\n"),
    "hazards": ("隐患整改台账.csv", "发现日期,隐患部位,隐患描述,整改责任人,整改期限,整改完成日期,整改情况,复查人,隐患等级,整改资金\n"),
    "purchases": ("采购台账.csv", "采购日期,品名,类别,数量,单价,金额,供应商,申购人,审批人,采购人,验收人,验收结果,保管人\n"),
    "food_receipts": ("食堂进货验收台账.csv", "进货日期,食品名称,食品类别,数量,单价,金额,供货商,索证情况,合格证明,验收结果,处理情况,验收人\n"),
    "drills": ("应急演练记录.csv", "演练日期,演练类型,演练范围,应到人数,参加人数,疏散用时,演练总结\n"),
  ]

  @Test("No ledger: no value for any figure, and the text says so") func noLedger() throws {
    let summary = try WorkFolderInMemory([]).figures()
    #expect(!summary.figures.isEmpty)
    for figure in summary.figures {
      #expect(figure.state == .noLedger, "\(figure.figure.code)")
      #expect(figure.value == nil, "\(figure.figure.code)")
      #expect(figure.text.contains("未提供"), "\(figure.figure.code)")
      #expect(figure.numeratorText == nil && figure.denominatorText == nil, "\(figure.figure.code)")
    }
    #expect(summary.breakdowns.filter { !$0.rows.isEmpty }.isEmpty)
  }

  @Test("Headers only: no value either", arguments: headers.keys.sorted()) func noRows(_ ledger: String) throws {
    let sheet = try #require(Self.headers[ledger])
    let summary = try WorkFolderInMemory(sheet).figures()
    for figure in summary.figures where figure.ledger.id == ledger {
      #expect(figure.state == .noRows, "\(figure.figure.code)")
      #expect(figure.value == nil, "\(figure.figure.code)")
      #expect(figure.text.contains("无"), "\(figure.figure.code)")
    }
  }

  @Test("A ledger of another semester only has no rows of this one") func otherSemester() throws {
    let summary = try WorkFolderInMemory(("采购台账.csv", "采购日期,品名,数量,单价,金额,审批人,采购人,验收人\n2022-10-08,胶带,12,3.50,42.00,王建国,李秀英,赵海燕\n"))
      .figures()
    #expect(summary.value("ST-PUR-01") == "no-rows")
    #expect(summary.value("ST-PUR-02.rows") == "no-rows")
  }

  @Test("Rows that all lack what a figure reads are not no rows; the text names the column") func unusable() throws {
    let summary = try WorkFolderInMemory(
      ("安全检查记录.csv", "检查日期,检查类型,检查部位,检查结果\n2023-03-06,月检查,大门,正常\n2023-04-06,月检查,大门,正常\n"),
      ("采购台账.csv", "采购日期,品名,数量,单价,金额,审批人,采购人,验收人\n2023-03-08,胶带,12,3.50,见发票,王建国,李秀英,赵海燕\n")
    ).figures()
    for (code, text) in [("ST-INS-01", "台账没有“检查人”这一列"), ("ST-PUR-01", "各行的“金额”都无法使用")] {
      #expect(summary.figure(code)?.value == nil)
      #expect(summary.figure(code)?.text == text)
    }
    #expect([summary.value("ST-INS-01"), summary.value("ST-PUR-01")] == ["no-rows", "no-rows"])
    #expect(summary.rows("ST-INS-01") == [0, 2])
    #expect(summary.value("ST-PUR-02.rows") == "1")
  }

  @Test("How it is said", arguments: [("inspections", "本学期无安全检查记录"), ("purchases", "本学期无物品采购台账记录")])
  func wording(_ ledger: String, _ text: String) throws {
    let summary = try WorkFolderInMemory(try #require(Self.headers[ledger])).figures()
    #expect(Set(summary.figures.filter { $0.ledger.id == ledger }.map(\.text)) == [text])
  }

  /// Each of these columns is missing from the sheet; a nought would claim what nobody wrote down.
  @Test(
    "A column that is not there gives no figure",
    arguments: [
      ("ST-HAZ-13", "整改资金"), ("ST-HAZ-09", "复查人"), ("ST-HAZ-11", "隐患等级"), ("ST-PUR-05", "供应商"), ("ST-PUR-06", "申购人"), ("ST-PUR-07", "验收结果"),
      ("ST-PUR-08", "类别"), ("ST-PUR-08.amount", "类别"), ("ST-DRL-05", "疏散用时"), ("ST-DRL-05.n", "疏散用时"), ("ST-DRL-07", "演练总结"),
    ])
  func noColumn(_ code: String, _ column: String) throws {
    let summary = try WorkFolderInMemory(
      ("隐患整改台账.csv", "发现日期,隐患部位,隐患描述,整改责任人,整改期限,整改完成日期,整改情况\n2023-03-10,走廊,应急灯不亮,吴建平,,2023-03-12,已整改\n"),
      ("采购台账.csv", "采购日期,品名,数量,单价,金额,审批人,采购人,验收人\n2023-03-08,胶带,12,3.50,42.00,王建国,李秀英,赵海燕\n"),
      ("应急演练记录.csv", "演练日期,演练类型,参加人数\n2023-03-17,消防,560\n")
    ).figures()
    let figure = try #require(summary.figure(code))
    #expect(figure.value == nil)
    #expect(figure.state != .value)
    #expect(figure.text.contains(column))
  }

  @Test(
    "A table over a column that is not there is empty",
    arguments: ["ST-HAZ-10", "ST-HAZ-10.level", "ST-PUR-03", "ST-PUR-10", "ST-PUR-05.list", "ST-FOD-02.class"])
  func noColumnNoTable(_ code: String) throws {
    let summary = try WorkFolderInMemory(
      ("隐患整改台账.csv", "发现日期,隐患部位,隐患描述,整改责任人,整改期限,整改完成日期,整改情况\n2023-03-10,走廊,应急灯不亮,吴建平,,2023-03-12,已整改\n"),
      ("采购台账.csv", "采购日期,品名,数量,单价,金额,审批人,采购人,验收人\n2023-03-08,胶带,12,3.50,42.00,王建国,李秀英,赵海燕\n"),
      ("食堂进货验收台账.csv", "进货日期,食品名称,数量,单价,金额,供货商,索证情况,验收结果,验收人\n2023-03-06,青菜,10,3,30,绿源,√,合格,孙志强、周海燕\n")
    ).figures()
    #expect(summary.groups(code) == [])
  }

  @Test("A column of empty cells is 未填, not a nought") func emptyCells() throws {
    let text = "发现日期,隐患部位,隐患类别,隐患描述,整改责任人,整改情况\n2023-03-10,走廊,,应急灯不亮,吴建平,已整改\n2023-03-11,大门,消防,门锁坏,吴建平,整改中\n"
    #expect(try WorkFolderInMemory(("隐患整改台账.csv", text)).figures().groups("ST-HAZ-10") == ["消防 1", "未填 1"])
  }
}
