import LedgerKit
import Ledgers
import Testing

@testable import Houqin

@Suite("The combined sheet of inspections and hazards, domain §0.5, 12")
struct CombinedSheetFigureTests {
  private static let combined = (
    "安全检查及隐患整改记录.csv",
    """
    检查日期,检查类型,检查部位,检查人,检查结果,存在问题,责任人,整改期限,完成日期,整改情况
    2023-03-06,月检查,食堂,王建国、李秀英,存在隐患,地面湿滑,吴建平,2023-03-10,2023-03-06,已整改
    2023-03-06,月检查,走廊,王建国、李秀英,正常,无,,,,
    2023-03-06,月检查,大门,王建国、李秀英,存在隐患,门禁系统失灵,吴建平,2023-03-20,,整改中

    """
  )

  @Test("Its problem rows are hazards") func alone() throws {
    let summary = try WorkFolderInMemory(Self.combined).figures()
    #expect(summary.value("ST-INS-02") == "3")
    #expect(summary.fraction("ST-INS-07") == "2/3 = 66.7")
    #expect(summary.value("ST-HAZ-01") == "2")
    #expect(summary.fraction("ST-HAZ-03") == "1/2 = 50.0")
    #expect(summary.value("ST-HAZ-07") == "1")
  }

  @Test("One that is in the hazards ledger too is one hazard; the others are added") func merged() throws {
    let ledger = """
      发现日期,隐患部位,隐患描述,整改责任人,整改期限,整改完成日期,整改情况
      2023-03-08,大门,门禁系统失灵,吴建平,2023-03-20,2023-03-15,已整改
      2023-04-12,寝室,床板松动,吴建平,2023-04-20,2023-04-13,已整改

      """
    let folder = WorkFolderInMemory(Self.combined, ("隐患整改台账.csv", ledger))
    let summary = try folder.figures()
    #expect(summary.value("ST-HAZ-01") == "3")
    // The hazards ledger's word counts for the shared one: mended.
    #expect(summary.fraction("ST-HAZ-03") == "3/3 = 100.0")
    #expect(folder.examination().findings.filter { $0.rule == "X-001" }.isEmpty)
  }

  @Test("The same words at another place or ten days later are another hazard") func unmatched() throws {
    let ledger = """
      发现日期,隐患部位,隐患描述,整改责任人,整改期限,整改完成日期,整改情况
      2023-03-08,寝室,门禁系统失灵,吴建平,2023-03-20,2023-03-15,已整改
      2023-03-18,大门,门禁系统失灵,吴建平,2023-03-20,2023-03-19,已整改

      """
    let summary = try WorkFolderInMemory(Self.combined, ("隐患整改台账.csv", ledger)).figures()
    #expect(summary.value("ST-HAZ-01") == "4")
  }
}
