import Testing

@testable import LedgerKit

@Suite("Numbers a school sets for a rule")
struct ParameterTests {
  @Test(
    "As people write them",
    arguments: [
      ("500", "500"), ("５００", "500"), ("500元", "500"), (" 1,200 元", "1200"), ("0.5万元", "5000"), ("0.5万", "5000"), ("0", "0"),
      ("12.5", "12.5"),
    ])
  func value(written: String, expected: String) {
    #expect(Parameter("T-001", "金额上限", 100, "元").value(of: written)?.plain == expected)
  }

  @Test("What is no number is none", arguments: ["", "元", "五百", "-5", "12%", "1,2", "1.2.3", "500天", "9999999999999"])
  func none(written: String) {
    #expect(Parameter("T-001", "金额上限", 100, "元").value(of: written) == nil)
  }

  @Test("A share, a number without unit") func units() {
    #expect(Parameter("T-001", "比例", 2, "%").value(of: "2.5％")?.plain == "2.5")
    #expect(Parameter("T-001", "人数", 2, "").value(of: "3")?.plain == "3")
    #expect(Parameter("T-001", "天数", 7, "天").text(Fixed(7)) == "7天")
  }

  private static let rule = Rule(
    "T-001", "某事", .warning, .data, citation: .sheet, rationale: "因为。", parameters: [Parameter("T-001", "天数", 7, "天")],
    triggers: [],
    passes: [], check: .file { _ in nil })

  @Test("The school's number holds, else the default", arguments: [([:], 7), (["天数": Fixed(10)], 10), (["次数": Fixed(3)], 7)])
  func scope(overrides: [String: Fixed], days: Int) throws {
    let semester = try #require(Semester(year: "2022-2023", term: "第二学期"))
    let scope = Scope(
      semester: semester, asOf: semester.window.last, window: semester.window, profile: Profile(),
      calendar: SchoolCalendar(estimated: semester.usualTeaching), overrides: ["T-001": overrides])
    #expect(scope[Parameter("T-001", "天数", 7, "天")] == Fixed(days))
    #expect(scope.whole(Parameter("T-001", "天数", 7, "天")) == days)
  }

  @Test(
    "The school's level holds, unless an offense weighs less by itself",
    arguments: [
      (nil, nil, Rule.Severity.warning), (nil, .info, .info), (.error, nil, .error), (.info, nil, .info), (.error, .info, .info),
      (.info, .error, .info),
    ] as [(Rule.Severity?, Rule.Severity?, Rule.Severity)])
  func level(school: Rule.Severity?, own: Rule.Severity?, expected: Rule.Severity) {
    #expect(Offense(nil, "某事", fix: "改。", severity: own).severity(by: Self.rule, level: school) == expected)
  }
}
