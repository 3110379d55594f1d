import Foundation
import LedgerKit
import Testing

@testable import Houqin

@Suite("Schools added up, worked by hand")
struct RollUpTests {
  @Test(
    "A total is the sum of the parts, and says how many schools have data",
    arguments: [
      // Found 3+1; mended 2+1; rates are sums divided, not the mean of 66.7% and 100%.
      ("ST-HAZ-01", "4", 2), ("ST-HAZ-03.closed", "3", 2), ("ST-HAZ-08", "1", 2), ("ST-HAZ-07", "1", 2), ("ST-HAZ-03", "75.0%", 2),
      ("ST-HAZ-04", "50.0%", 2),
      // (1 + 9) + 1 days over 3 hazards; 42.00 + 10.50 + 20.00 yuan.
      ("ST-HAZ-06", "3.7", 2), ("ST-PUR-01", "72.50", 2), ("ST-PUR-02.rows", "3", 2), ("ST-DRL-01", "3", 2), ("ST-DRL-03", "1,170", 2),
      // Nobody handed in such a ledger: not nought.
      ("ST-FOD-01", "未提供", 0), ("ST-INS-01", "未提供", 0), ("ST-HAZ-02", "未提供", 0),
    ])
  func totals(code: String, text: String, schools: Int) throws {
    let sum = try #require(try DistrictFixture.rollUp()?.sum(code))
    #expect(sum.text == text)
    #expect(sum.schoolsWithValue == schools)
  }

  @Test("What a school lacks is told beside the total") func basis() throws {
    let rollUp = try #require(try DistrictFixture.rollUp())
    #expect(rollUp.sum("ST-PUR-01")?.basis == "2所有数据，1所未提供")
    #expect(rollUp.sum("ST-HAZ-03")?.basis == "2所有数据，1所未提供，其中2所未提供上学期遗留隐患，分母为本期新增")
    #expect(
      rollUp.schools.map(\.aggregate.missing) == [
        ["食堂进货验收台账"], ["物品采购台账", "食堂进货验收台账"], ["安全检查记录或隐患整改台账", "应急演练记录", "食堂进货验收台账"],
      ])
  }

  @Test("The order of the parts does not matter") func anyOrder() throws {
    let folder = try DistrictFixture.folder()
    let parts = try DistrictFixture.schools.map { try DistrictFixture.part(folder, $0.0) }
    let orders = [[0, 1, 2], [2, 1, 0], [1, 2, 0]].map { order in
      RollUp(order.map { parts[$0] }, organization: "").map { RollUpFiles(rollUp: $0).csv }
    }
    #expect(Set(orders).count == 1)
  }

  @Test("Schools of one name are told apart by their folders") func sameName() throws {
    let folder = try DistrictFixture.folder(
      DistrictFixture.schools[1].1.map { ("e分园/\($0.0)", $0.1.replacing("2023-05-12", with: "2023-05-19")) })
    let parts = try ["b乙", "e分园"].map { try DistrictFixture.part(folder, $0) }
    #expect(RollUp(parts, organization: "")?.schools.map(\.title) == ["乙幼儿园（b乙）", "乙幼儿园（e分园）"])
  }

  @Test("Equal measures share a place; what is not measured is not ranked; the rest is counted") func standings() throws {
    let schools = try #require(try DistrictFixture.rollUp()).schools
    let points = ["a甲": 2, "b乙": 5, "c丙": 5]
    let all = Standing.all(schools, limit: 3) { points[$0.folder] }
    #expect(all.shown.map { "\($0.place) \($0.school.folder)" } == ["1 b乙", "1 c丙", "3 a甲"])
    let some = Standing.all(schools, limit: 1) { $0.folder == "c丙" ? nil : points[$0.folder] }
    #expect(some.shown.map(\.school.folder) == ["b乙"])
    #expect(some.rest == 1)
  }

  @Test(
    "Data quality: the share first, exactly, then the errors",
    arguments: [
      ((1, 99, 9), (1, 98, 0), true), ((1, 3, 0), (2, 6, 1), true), ((2, 6, 5), (1, 3, 5), false), ((0, 10, 3), (0, 5, 2), false),
    ])
  func quality(a: (Int, Int, Int), b: (Int, Int, Int), isBetter: Bool) throws {
    func measure(_ n: (Int, Int, Int)) throws -> DataQuality {
      try #require(
        DataQuality(
          SchoolAggregate(
            school: nil, semester: Semester(startYear: 2022, term: .second), asOf: Day(number: 0), report: "", rows: (n.1, n.0),
            figures: [],
            findings: [FindingCount(rule: "HAZ-001", severity: .error, count: n.2)], missing: [], inputs: [])))
    }
    #expect(try (measure(a) < measure(b)) == isBetter)
  }
}
