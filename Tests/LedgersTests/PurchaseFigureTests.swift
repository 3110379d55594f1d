import LedgerKit
import Ledgers
import Testing

@testable import Houqin

@Suite("Purchase figures, small cases")
struct PurchaseFigureTests {
  private static func sheet(_ rows: String...) -> (String, String) {
    ("采购台账.csv", "采购日期,品名,类别,数量,单价,金额,供应商,审批人,采购人,验收人,备注\n" + rows.joined(separator: "\n") + "\n")
  }

  @Test("Returns are negative") func returns() throws {
    let summary = try WorkFolderInMemory(
      Self.sheet("2023-03-08,地垫,教玩具,20,63.00,1260.00,甲商行,王建国,李秀英,赵海燕,", "2023-03-15,地垫,教玩具,-2,63.00,-126.00,甲商行,王建国,李秀英,赵海燕,退货")
    ).figures()
    #expect(summary.value("ST-PUR-01") == "1134.00")
    #expect(summary.value("ST-PUR-02.rows") == "2")
  }

  @Test("A row that stands there twice is counted once (GEN-101), 序号 aside") func copies() throws {
    let text = """
      序号,采购日期,品名,数量,单价,金额,审批人,采购人,验收人
      1,2023-03-08,胶带,12,3.50,42.00,王建国,李秀英,赵海燕
      2,2023-03-08,胶带,12,3.50,42.00,王建国,李秀英,赵海燕
      3,2023-03-09,胶带,12,3.50,42.00,王建国,李秀英,赵海燕

      """
    let summary = try WorkFolderInMemory(("采购台账.csv", text)).figures()
    #expect(summary.value("ST-PUR-01") == "84.00")
    #expect(summary.rows("ST-PUR-01") == [2, 1])
    #expect(summary.examination.accounts["采购台账.csv"] == Examination.Account(data: 3, excluded: 1))
  }

  @Test("The same file twice is counted once (FIL-008), and its rows are accounted for") func files() throws {
    let sheet = Self.sheet("2023-03-08,胶带,办公用品,12,3.50,42.00,甲商行,王建国,李秀英,赵海燕,")
    let summary = try WorkFolderInMemory(sheet, ("采购台账 - 副本.csv", sheet.1)).figures()
    #expect(summary.value("ST-PUR-01") == "42.00")
    let excluded = ["采购台账.csv", "采购台账 - 副本.csv"].compactMap { summary.examination.accounts[$0]?.excluded }.sorted()
    #expect(excluded == [0, 1])
  }

  @Test("Quantity times price that is not the amount: the amount as written counts (PUR-001)") func arithmetic() throws {
    let folder = WorkFolderInMemory(Self.sheet("2023-03-08,胶带,办公用品,12,3.50,45.00,甲商行,王建国,李秀英,赵海燕,"))
    #expect(folder.examination().findings.filter { $0.rule == "PUR-001" }.count == 1)
    let summary = try folder.figures()
    #expect(summary.value("ST-PUR-01") == "45.00")
  }

  @Test("A row without a readable amount is a row, but not in the total (GEN-007)") func unreadable() throws {
    let summary = try WorkFolderInMemory(
      Self.sheet("2023-03-08,胶带,办公用品,12,3.50,42.00,甲商行,王建国,李秀英,赵海燕,", "2023-03-09,胶带,办公用品,12,3.50,见发票,甲商行,王建国,李秀英,赵海燕,")
    ).figures()
    #expect(summary.value("ST-PUR-01") == "42.00")
    #expect(summary.rows("ST-PUR-01") == [1, 1])
    #expect(summary.value("ST-PUR-02.rows") == "2")
    #expect(summary.rows("ST-PUR-02.rows") == [2, 0])
    #expect(summary.examination.accounts["采购台账.csv"]?.used == 2)
  }

  @Test(
    "Other semesters and days after the as-of date are left out",
    arguments: [("2022-12-30", 6, 30), ("2023-06-29", 5, 31), ("2023-09-03", 9, 30)])
  func dates(date: String, month: Int, dayOfMonth: Int) throws {
    let folder = WorkFolderInMemory(
      Self.sheet("2023-03-08,胶带,办公用品,12,3.50,42.00,甲商行,王建国,李秀英,赵海燕,", "\(date),胶带,办公用品,10,1.00,10.00,甲商行,王建国,李秀英,赵海燕,"))
    let summary = try folder.figures(asOf: day(2023, month, dayOfMonth))
    #expect(summary.value("ST-PUR-01") == "42.00")
    #expect(summary.rows("ST-PUR-01") == [1, 1])
    #expect(summary.examination.accounts["采购台账.csv"]?.excluded == 1)
  }

  @Test("Without a purchase date the day of acceptance decides") func fallback() throws {
    let text = "采购日期,验收日期,品名,数量,单价,金额,审批人,采购人,验收人\n,2023-03-09,胶带,12,3.50,42.00,王建国,李秀英,赵海燕\n"
    let folder = WorkFolderInMemory(("采购台账.csv", text))
    let summary = try folder.figures()
    #expect(summary.value("ST-PUR-01") == "42.00")
    #expect(summary.groups("ST-PUR-04") == ["2023-03 42.00"])
  }

  @Test("Orders: by number, else by day, supplier and buyer") func orders() throws {
    let unnumbered = try WorkFolderInMemory(
      Self.sheet(
        "2023-03-08,胶带,办公用品,1,1.00,1.00,甲商行,王建国,李秀英,赵海燕,", "2023-03-08,纸,办公用品,1,1.00,1.00,甲商行,王建国,李秀英,赵海燕,",
        "2023-03-08,笔,办公用品,1,1.00,1.00,乙商行,王建国,李秀英,赵海燕,", "2023-03-09,笔,办公用品,1,1.00,1.00,乙商行,王建国,李秀英,赵海燕,")
    ).figures()
    #expect(unnumbered.value("ST-PUR-02") == "3")
    let numbered = try WorkFolderInMemory(
      (
        "采购台账.csv",
        "申购单号,采购日期,品名,数量,单价,金额,审批人,采购人,验收人\nCG1,2023-03-08,纸,1,1,1,王建国,李秀英,赵海燕\nCG1,2023-03-10,笔,1,1,1,王建国,李秀英,赵海燕\nCG2,2023-03-10,尺,1,1,1,王建国,李秀英,赵海燕\n"
      )
    ).figures()
    #expect(numbered.value("ST-PUR-02") == "2")
  }

  @Test("Shares of suppliers; amounts without one are told apart") func suppliers() throws {
    let summary = try WorkFolderInMemory(
      Self.sheet(
        "2023-03-08,胶带,办公用品,1,60.00,60.00,甲商行,王建国,李秀英,赵海燕,", "2023-03-08,纸,办公用品,1,20.00,20.00,乙商行,王建国,李秀英,赵海燕,",
        "2023-03-08,笔,办公用品,1,20.00,20.00,,王建国,李秀英,赵海燕,")
    ).figures()
    #expect(summary.fraction("ST-PUR-05") == "60.00/80.00 = 75.0")
    #expect(summary.fraction("ST-PUR-05.top3") == "80.00/80.00 = 100.0")
    #expect(summary.fraction("ST-PUR-05.unknown") == "20.00/100.00 = 20.0")
    #expect(summary.value("ST-PUR-05.suppliers") == "2")
  }

  @Test("Purchases, equipment and budget by category") func categories() throws {
    let summary = try WorkFolderInMemory(
      Self.sheet("2023-03-08,空调,设备,2,3000.00,6000.00,甲商行,王建国,李秀英,赵海燕,", "2023-04-08,纸,办公用品,1,2000.00,2000.00,乙商行,王建国,李秀英,赵海燕,"),
      ("预算.csv", "科目,金额\n设备购置,10000\n办公用品,6000\n")
    ).figures()
    #expect(summary.groups("ST-PUR-03") == ["设备(固定资产) 6000.00", "办公用品 2000.00"])
    #expect(summary.groups("ST-PUR-04") == ["2023-03 6000.00", "2023-04 2000.00"])
    #expect(summary.value("ST-PUR-08") == "2")
    #expect(summary.value("ST-PUR-08.amount") == "6000.00")
    #expect(summary.fraction("ST-PUR-09") == "8000.00/16000.00 = 50.0")
  }
}
