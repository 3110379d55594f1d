import LedgerKit
import Ledgers
import Testing

@testable import Houqin

@Suite("Which schools a rule speaks to, and the numbers a school may set")
struct ApplicabilityTests {
  private static func profile(_ items: (String, String)...) -> Profile { Profile(items: items) }

  @Test(
    "By stage, kind of unit and what the school has",
    arguments: [
      (Applicability.everySchool, [("单位名称", "春芽幼儿园")], true),
      (Applicability(stage: .school), [("学段", "小学")], true), (Applicability(stage: .school), [("学段", "幼儿园")], false),
      (Applicability(isPublic: true), [("单位性质", "事业单位")], true), (Applicability(isPublic: true), [("单位性质", "民办")], false),
      (Applicability(features: [.schoolBus]), [("是否使用校车", "是")], true), (Applicability(features: [.schoolBus]), [("是否使用校车", "否")], false),
      (Applicability(features: [.schoolBus]), [], false), (Applicability(features: [.floors]), [("楼层数", "4层")], true),
      (Applicability(stage: .kindergarten, features: [.floors]), [("学段", "小学"), ("楼层数", "4")], false),
    ] as [(Applicability, [(String, String)], Bool)])
  func holds(_ applicability: Applicability, _ items: [(String, String)], _ expected: Bool) {
    #expect(applicability.holds(for: Profile(items: items)) == expected)
  }

  @Test("A rule for public institutions is silent elsewhere (PUR-014)", arguments: [("事业单位", 1), ("民办", 0)])
  func silent(_ unit: String, _ count: Int) {
    let folder = WorkFolderInMemory(
      ("设置.csv", WorkFolderInMemory.settings + "单位性质,\(unit)\n"),
      ("采购台账.csv", "采购日期,品名,类别,数量,单价,金额,审批人,采购人,验收人\n2023-03-08,激光打印机,办公用品,1,1580,1580,王建国,李秀英,赵海燕\n"))
    #expect(folder.examination().findings.count { $0.rule == "PUR-014" } == count)
  }

  @Test("A unit too small to part all duties is reminded, not blamed (domain §6, 17)", arguments: ["PUR-006", "PUR-007", "FOD-011"])
  func small(_ rule: String) {
    let files = [
      ("采购台账.csv", "采购日期,品名,数量,金额,审批人,采购人,验收人,保管人\n2023-03-08,A4纸,10,220,王建国,李秀英,李秀英,李秀英\n"),
      ("食堂进货验收台账.csv", "进货日期,食品名称,数量,金额,供货商,索证情况,验收结果,验收人,采购人\n2023-05-03,青菜,10,30,绿源,√,合格,孙志强,孙志强\n"),
    ]
    let small = WorkFolderInMemory([("设置.csv", WorkFolderInMemory.settings + "是否小规模单位,是\n")] + files)
    let found = small.examination().findings.filter { $0.rule == rule }
    #expect(found.map(\.severity) == [.info])
    #expect(found.allSatisfy { $0.fix.contains("定期抽查") })
    let usual = WorkFolderInMemory(files.map { (name: $0.0, text: $0.1) }).examination().findings.filter { $0.rule == rule }
    #expect(usual.allSatisfy { $0.severity < .info })
    #expect(usual.count == 1)
  }

  @Test("A number is the school's own, else the rule's") func parameter() throws {
    let days = Parameter("HAZ-014", "天数", 30, "天")
    let semester = Semester(startYear: 2022, term: .second)
    func scope(_ overrides: [String: [String: Fixed]]) -> Scope {
      Scope(
        semester: semester, asOf: semester.window.last, window: semester.window, profile: Profile(),
        calendar: SchoolCalendar(estimated: semester.usualTeaching), overrides: overrides)
    }
    #expect(scope([:])[days] == Fixed(30))
    #expect(scope(["HAZ-014": ["天数": Fixed(60)]]).whole(days) == 60)
    #expect(scope(["HAZ-012": ["天数": Fixed(60)]]).whole(days) == 30)
  }

  @Test("A guideline judges from the day it is in force: before it is the school's own rule") func force() {
    let rule = Catalog.rules.first { $0.id == "FOD-008" }
    let (before, after) = (Day(year: 2023, month: 6, day: 30), Day(year: 2025, month: 1, day: 20))
    #expect(before.flatMap { rule?.citation.inForce(on: $0).certainty } == .P)
    #expect(after.flatMap { rule?.citation.inForce(on: $0).certainty } == .V2)
  }
}
