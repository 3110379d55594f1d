import LedgerKit
import Ledgers
import Testing

@testable import Houqin

/// The worked example under domain §4.1: 16 hazards new, 2 carried over; 15 closed, 14 of them with both dates (6 on the same day, 38 days
/// in all), one without; 12 rows with a deadline: 9 closed on time, 1 closed late, 1 open and overdue, 1 open and not due.
@Suite("The worked example of domain §4.1")
struct HazardWorkedExampleTests {
  private static let header = "发现日期,隐患部位,隐患描述,整改责任人,整改期限,整改完成日期,整改情况\n"

  private static let carriedOver = """
    2022-12-15,校园周边,校门外废品堆放,吴建平,,,已上报
    2023-01-28,食堂,排烟罩油污,吴建平,2023-02-05,2023-02-07,已整改

    """

  private static let new = """
    2023-02-10,大门,门禁失灵,吴建平,2023-02-10,2023-02-10,已整改
    2023-02-15,走廊,应急灯不亮,吴建平,2023-02-15,2023-02-15,已整改
    2023-02-20,寝室,床板松动,吴建平,2023-02-20,2023-02-20,已整改
    2023-03-01,食堂,地面湿滑,吴建平,,2023-03-01,已整改
    2023-03-06,活动室,插座松动,吴建平,,2023-03-06,已整改
    2023-03-08,大型玩具,螺丝松动,吴建平,,2023-03-08,已整改
    2023-03-10,盥洗室,水龙头滴漏,吴建平,2023-03-12,2023-03-11,已整改
    2023-03-15,仓库,货架不稳,吴建平,2023-03-17,2023-03-17,已整改
    2023-03-20,配电房,门锁损坏,吴建平,2023-03-25,2023-03-23,已整改
    2023-04-03,围墙,砖块松动,吴建平,2023-04-10,2023-04-07,已整改
    2023-04-10,操场,塑胶开裂,吴建平,2023-04-20,2023-04-15,已整改
    2023-04-17,多功能厅,音箱支架松动,吴建平,2023-04-30,2023-04-23,已整改
    2023-05-04,燃气间,报警器电量低,吴建平,,2023-05-11,已整改
    2023-05-10,监控室,硬盘故障,吴建平,,,已整改
    2023-05-15,消防设施,灭火器压力不足,吴建平,2023-06-01,,整改中
    2023-06-20,办公室,窗户松动,吴建平,2023-07-10,,未整改

    """

  private static let oneSheet = WorkFolderInMemory(("隐患整改台账.csv", header + carriedOver + new))
  private static let twoSheets = WorkFolderInMemory(("隐患整改台账.csv", header + new), ("上学期遗留隐患.csv", header + carriedOver))

  @Test("Number by number, whichever way last term's hazards are handed in", arguments: [true, false])
  func numbers(isOneSheet: Bool) throws {
    let summary = try (isOneSheet ? Self.oneSheet : Self.twoSheets).figures()
    #expect(summary.value("ST-HAZ-01") == "16")
    #expect(summary.value("ST-HAZ-02") == "2")
    #expect(summary.fraction("ST-HAZ-03") == "15/18 = 83.3")
    #expect(summary.value("ST-HAZ-03.closed") == "15")
    #expect(summary.fraction("ST-HAZ-03.new") == "14/16 = 87.5")
    #expect(summary.fraction("ST-HAZ-04") == "9/11 = 81.8")
    #expect(summary.value("ST-HAZ-05") == "6")
    #expect(summary.fraction("ST-HAZ-05.rate") == "6/14 = 42.9")
    #expect(summary.fraction("ST-HAZ-06") == "38/14 = 2.7")
    #expect(summary.fraction("ST-HAZ-06.median") == "3/2 = 1.5")
    #expect(summary.value("ST-HAZ-06.max") == "10")
    #expect(summary.value("ST-HAZ-07") == "1")
    #expect(summary.value("ST-HAZ-08") == "3")
    #expect(summary.value("ST-HAZ-12") == "1")
    #expect(summary.figure("ST-HAZ-03")?.tally.note == nil)
  }

  @Test("Carried over + new − closed = open") func balance() throws {
    let summary = try Self.oneSheet.figures()
    let numbers = ["ST-HAZ-02", "ST-HAZ-01", "ST-HAZ-03.closed", "ST-HAZ-08"].compactMap { Int(summary.value($0)) }
    #expect(numbers == [2, 16, 15, 3])
    #expect(numbers[0] + numbers[1] - numbers[2] == numbers[3])
  }

  /// The closed one without a date counts as closed, and is left out, visibly, wherever the date is needed.
  @Test("Rows used and left out") func rows() throws {
    let summary = try Self.oneSheet.figures()
    #expect(summary.rows("ST-HAZ-03") == [18, 0])
    #expect(summary.rows("ST-HAZ-06") == [14, 1])
    #expect(summary.rows("ST-HAZ-04") == [11, 1])
  }

  @Test("Findings: the overdue one (46 days old), the late one, the undated one, and three without a deadline that took longer than a day")
  func findings() {
    let found = Self.oneSheet.examination().findings.filter { $0.rule.hasPrefix("HAZ") }.map { "\($0.rule) \($0.row ?? 0)" }
    #expect(
      found.sorted() == ["HAZ-003 17", "HAZ-006 16", "HAZ-006 17", "HAZ-006 2", "HAZ-012 18", "HAZ-013 3", "HAZ-014 18"])
  }
}
