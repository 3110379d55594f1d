import Testing

@testable import Houqin

/// Which drills are of the whole school, and when two rows of a day are two drills (domain §1.5).
@Suite("Scope and time of drills") struct DrillScopeTests {
  private static let header = "演练日期,演练类型,演练范围,应到人数,参加人数,疏散用时\n"

  @Test(
    "whole school",
    arguments: [("全园", "1"), ("全体师生", "1"), ("师生", "1"), ("中班师生", "0"), ("小班全体师生", "0"), ("三年级师生", "0"), ("教职工", "0")])
  func whole(scope: String, timed: String) throws {
    let summary = try WorkFolderInMemory(("应急演练记录.csv", Self.header + "2023-03-17,消防,\(scope),570,560,3分20秒\n")).figures()
    #expect(summary.value("ST-DRL-05.n") == timed)
  }

  @Test("the time behind the date tells two drills of a day apart") func times() throws {
    let rows = "2023-05-12 9:30,地震,全园,570,560,2分\n2023年5月12日下午3:00,地震,全园,570,550,1分50秒\n"
    let summary = try WorkFolderInMemory(("应急演练记录.csv", Self.header + rows)).figures()
    #expect(summary.value("ST-DRL-01") == "2")
  }

  @Test("a number that is about right is used and said to be so, where it counts") func approximate() throws {
    let rows = "2023-03-17,消防,全园,570,约560人,3分20秒\n2023-05-12,地震,全园,570,550,2分\n"
    let summary = try WorkFolderInMemory(("应急演练记录.csv", Self.header + rows)).figures()
    #expect(summary.figure("ST-DRL-03")?.text == "约1,110人次")
    #expect(summary.figure("ST-DRL-01")?.text == "2次")
  }
}
