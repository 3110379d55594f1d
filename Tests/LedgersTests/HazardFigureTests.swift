import LedgerKit
import Ledgers
import Testing

@testable import Houqin

@Suite("Hazard figures, small cases")
struct HazardFigureTests {
  private static let header = "发现日期,隐患部位,隐患描述,整改责任人,整改期限,整改完成日期,整改情况\n"

  private static func sheet(_ rows: String...) -> (String, String) {
    ("隐患整改台账.csv", header + rows.joined(separator: "\n") + "\n")
  }

  // MARK: Carried over (domain §0.5, 13)

  @Test("Without last term's hazards nothing is said of them, and the rate's denominator is the new ones") func noCarryOver() throws {
    let summary = try WorkFolderInMemory(Self.sheet("2023-03-10,走廊,应急灯不亮,吴建平,,2023-03-12,已整改", "2023-03-11,大门,门锁坏,吴建平,,,整改中")).figures()
    #expect(summary.figure("ST-HAZ-02")?.value == nil)
    #expect(summary.figure("ST-HAZ-02")?.text.contains("未提供") == true)
    #expect(summary.fraction("ST-HAZ-03") == "1/2 = 50.0")
    #expect(summary.figure("ST-HAZ-03")?.text.contains("未提供上学期遗留隐患") == true)
  }

  @Test("A file of last term's hazards that holds none still open is evidence of nought", arguments: ["上学期", "上期", "遗留", "结转"])
  func emptyCarryOver(word: String) throws {
    let summary = try WorkFolderInMemory(
      Self.sheet("2023-03-10,走廊,应急灯不亮,吴建平,,2023-03-12,已整改"),
      ("\(word)隐患.csv", Self.header + "2022-11-10,围墙,砖块松动,吴建平,,2022-11-12,已整改\n")
    ).figures()
    #expect(summary.value("ST-HAZ-02") == "0")
    #expect(summary.fraction("ST-HAZ-03") == "1/1 = 100.0")
  }

  @Test("Only what was open when the semester began is carried over") func whatIsCarriedOver() throws {
    let summary = try WorkFolderInMemory(
      Self.sheet(
        "2022-11-10,围墙,砖块松动,吴建平,,2022-11-12,已整改", "2022-12-01,仓库,货架不稳,吴建平,,2023-02-20,已整改", "2022-12-05,食堂,下水不畅,吴建平,,,整改中",
        "2023-03-10,走廊,应急灯不亮,吴建平,,2023-03-12,已整改")
    ).figures()
    #expect(summary.value("ST-HAZ-01") == "1")
    #expect(summary.value("ST-HAZ-02") == "2")
    #expect(summary.fraction("ST-HAZ-03") == "2/3 = 66.7")
  }

  // MARK: The as-of date

  @Test(
    "What is mended, open or overdue depends on the as-of date",
    arguments: [(6, 30, "1/1 = 100.0", "0", "0"), (4, 30, "0/1 = 0.0", "1", "1"), (4, 15, "0/1 = 0.0", "1", "0")])
  func asOf(month: Int, dayOfMonth: Int, rate: String, open: String, overdue: String) throws {
    let folder = WorkFolderInMemory(Self.sheet("2023-03-10,走廊,应急灯不亮,吴建平,2023-04-20,2023-05-10,已整改"))
    let summary = try folder.figures(asOf: day(2023, month, dayOfMonth))
    #expect(summary.fraction("ST-HAZ-03") == rate)
    #expect(summary.value("ST-HAZ-08") == open)
    #expect(summary.value("ST-HAZ-07") == overdue)
  }

  @Test("What was found after the as-of date does not exist yet") func future() throws {
    let folder = WorkFolderInMemory(Self.sheet("2023-03-10,走廊,应急灯不亮,吴建平,,2023-03-12,已整改", "2023-06-10,大门,门锁坏,吴建平,,,整改中"))
    let all = try folder.figures()
    #expect(all.value("ST-HAZ-01") == "2")
    let summary = try folder.figures(asOf: day(2023, 5, 31))
    #expect(summary.value("ST-HAZ-01") == "1")
    #expect(summary.rows("ST-HAZ-01") == [1, 1])
  }

  // MARK: Zero denominators

  @Test("Without a hazard mended there is no mean and no same-day rate") func nothingMended() throws {
    let summary = try WorkFolderInMemory(Self.sheet("2023-03-10,走廊,应急灯不亮,吴建平,,,整改中")).figures()
    for code in ["ST-HAZ-05.rate", "ST-HAZ-06", "ST-HAZ-06.median", "ST-HAZ-06.max", "ST-HAZ-04"] {
      #expect(summary.figure(code)?.state == .noDenominator, "\(code)")
      #expect(summary.figure(code)?.value == nil, "\(code)")
      #expect(summary.figure(code)?.text == "—", "\(code)")
    }
    #expect(summary.value("ST-HAZ-05") == "0")
  }

  @Test("A hazard handed to another authority is open, not overdue") func escalated() throws {
    let summary = try WorkFolderInMemory(Self.sheet("2023-03-10,围墙外,电线垂落,吴建平,2023-03-20,,已上报")).figures()
    #expect([summary.value("ST-HAZ-07"), summary.value("ST-HAZ-08"), summary.value("ST-HAZ-12")] == ["0", "1", "1"])
  }

  // MARK: Rows that contradict themselves

  @Test("Mended before it was found: counted as mended, left out of the days (HAZ-001)") func beforeFound() throws {
    let summary = try WorkFolderInMemory(
      Self.sheet("2023-03-10,走廊,应急灯不亮,吴建平,,2023-03-08,已整改", "2023-03-11,大门,门锁坏,吴建平,,2023-03-14,已整改")
    ).figures()
    #expect(summary.fraction("ST-HAZ-03") == "2/2 = 100.0")
    #expect(summary.fraction("ST-HAZ-06") == "3/1 = 3.0")
    #expect(summary.rows("ST-HAZ-06") == [1, 1])
  }

  @Test("A date of mending with 整改中: left out of the rate (HAZ-004)") func undecided() throws {
    let summary = try WorkFolderInMemory(
      Self.sheet("2023-03-10,走廊,应急灯不亮,吴建平,,2023-03-12,整改中", "2023-03-11,大门,门锁坏,吴建平,,2023-03-14,已整改")
    ).figures()
    #expect(summary.value("ST-HAZ-01") == "2")
    #expect(summary.fraction("ST-HAZ-03") == "1/1 = 100.0")
    #expect(summary.rows("ST-HAZ-03") == [1, 1])
  }
}
