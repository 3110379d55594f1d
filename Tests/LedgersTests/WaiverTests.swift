import LedgerKit
import Testing

@testable import Houqin

/// 豁免.csv with two purchases without approval, 胶带 in row 2 and 插座 in row 3.
@Suite("Findings accepted for a reason")
struct WaiverTests {
  private static let purchases =
    "采购日期,品名,数量,单价,金额,审批人,采购人,验收人\n2023-03-08,胶带,10,12,120,,李秀英,赵海燕\n2023-03-09,插 座,2,30,60,,李秀英,赵海燕\n"

  private static func examination(_ rows: String, asOf: Day? = nil) -> Examination {
    WorkFolderInMemory(
      ("豁免.csv", "规则,文件,行内容关键字,理由,批准人,有效期至\n\(rows)\n"), ("采购台账.csv", purchases),
      ("应急演练记录.csv", "演练日期,演练类型,参加人数\n2023-03-17,消防,560\n")
    ).examination(asOf: asOf)
  }

  @Test(
    "A row is found by what it says",
    arguments: [
      ("PUR-004,采购台账.csv,胶带,现场急用,王园长,2023-07-31", [2], []), ("PUR-004,采购台账,胶带,现场急用,王园长,2023-06-30", [2], []),
      ("PUR-004,,插座,现场急用,王园长,", [3], []), ("pur004,,2023-03-08,现场急用,王园长,", [2], []), ("PUR-004,,\"10,12,120\",现场急用,王园长,", [2], []),
      ("PUR-004,,李秀英,现场急用,王园长,", [2, 3], []), ("COV-001,,2023年4月,借用场地,王园长,", [], ["SET-011"]),
      ("COV-031,,安全检查,交接中,王园长,", [nil], []),
      // Nothing is waived, and why is said.
      ("PUR-004,食堂.csv,胶带,现场急用,王园长,", [], ["SET-011"]), ("PUR-005,,胶带,现场急用,王园长,", [], ["SET-011"]),
      ("PUR-004,,电池,现场急用,王园长,", [], ["SET-011"]), ("PUR-004,,胶带,现场急用,王园长,2023-06-29", [], ["SET-010"]),
      ("PUR-004,,胶带,,王园长,", [], ["SET-009"]), ("PUR-004,,胶带,现场急用,,", [], ["SET-009"]), ("PUR-004,,胶带,,,", [], ["SET-009", "SET-009"]),
      ("PUR-004,,,现场急用,王园长,", [], ["SET-009"]), ("PUR-004,,带,现场急用,王园长,", [], ["SET-009"]), ("PUR-0004,,胶带,现场急用,王园长,", [], ["SET-009"]),
      ("PUR-004,,胶带,现场急用,王园长,年底", [], ["SET-009"]), ("SET-009,,胶带,现场急用,王园长,", [], ["SET-009"]),
    ] as [(String, [Int?], [String])])
  func rows(rows: String, waived: [Int?], told: [String]) {
    let examination = Self.examination(rows)
    #expect(examination.waived.map(\.finding.row) == waived)
    #expect(examination.findings.map(\.rule).filter { $0.hasPrefix("SET") } == told)
    #expect(examination.findings.count { $0.rule == "PUR-004" } == 2 - waived.count { $0 != nil })
  }

  @Test("Expiry is judged by the as-of date, never the clock") func expiry() {
    let row = "PUR-004,,胶带,现场急用,王园长,2023-05-31"
    #expect(Self.examination(row, asOf: Day(year: 2023, month: 5, day: 31)).waived.count == 1)
    #expect(Self.examination(row, asOf: Day(year: 2023, month: 6, day: 1)).waived.isEmpty)
  }

  @Test("Waived findings are no errors, but stay to be seen") func counted() {
    let examination = Self.examination("PUR-004,,李秀英,现场急用,王园长,\nCOV-031,,没有收到,交接中,王园长,")
    #expect(examination.count(.error) == 0 && !examination.hasErrors)
    #expect(examination.judged.count == examination.findings.count + examination.waived.count)
    let report = CheckReport(examination)
    #expect(report.json.contains("\"waived\": \(examination.waived.count)}"))
    #expect(report.json.contains("\"reason\": \"现场急用\", \"approver\": \"王园长\", \"until\": null"))
    #expect(report.text.contains("已豁免（豁免.csv）共\(examination.waived.count)处"))
    #expect(report.csv.contains("已豁免：现场急用（批准人王园长）"))
  }
}
