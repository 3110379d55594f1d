import LedgerKit
import Testing

@testable import Houqin

@Suite("Findings that are kin are counted once") struct FindingKindTests {
  /// 25 purchases, the first with a wrong amount, and none approved.
  private static func examination() throws -> Examination {
    let rows = (2...26).map { "2023-03-08,胶带\($0),1,12,\($0 == 2 ? 13 : 12),,李秀英,赵海燕\n" }
    let folder = try TemporaryFolder(("采购台账.csv", "采购日期,品名,数量,单价,金额,审批人,采购人,验收人\n" + rows.joined()))
    let workFolder = try WorkFolder(at: folder.path, excluding: folder.url.appending(path: "output"), followsLinks: false)
    return Examination(Workbook(inputs: InputReader.inputs(of: workFolder), passages: [:], asOf: nil))
  }

  @Test("By rule, with the first of each") func groups() throws {
    let examination = try Self.examination()
    let groups = FindingGroup.all(examination.kinds)
    let unapproved = try #require(groups.first { $0.rule == "PUR-004" })
    #expect(unapproved.count == 25)
    #expect(unapproved.first.map(\.row) == Array(2...21))
    #expect(unapproved.ledgers == ["purchases"])
    let amounts = try #require(groups.first { $0.rule == "PUR-001" })
    #expect(amounts.count == 1 && amounts.first.map(\.row) == [2])
    #expect(groups.reduce(0) { $0 + $1.count } == examination.findings.count)
  }

  @Test("By level, and again one by one") func levels() throws {
    let examination = try Self.examination()
    for level in [.error, .warning, .info] as [Rule.Severity] {
      #expect(examination.count(level) == examination.findings.count { $0.severity == level })
    }
    #expect(examination.findings { $0.rule == "PUR-004" }.compactMap(\.row) == Array(2...26))
    #expect(examination.findings { $0.rule == "PUR-999" }.isEmpty)
  }
}
