import LedgerKit
import Testing

@Suite("The school's calendar and profile")
struct SchoolTests {
  /// 2023-02-13 … 2023-06-30: February has 12 Mondays to Fridays left, April 20, July none.
  private static let teaching = DayRange(day(2023, 2, 13), day(2023, 6, 30))

  @Test("Without a calendar Monday to Friday are estimated") func estimate() {
    let calendar = SchoolCalendar(estimated: Self.teaching)
    #expect(calendar.isEstimated)
    #expect(calendar.isSchoolDay(day(2023, 3, 6)))
    #expect(!calendar.isSchoolDay(day(2023, 3, 11)))
    #expect(!calendar.isSchoolDay(day(2023, 2, 10)))
    #expect(calendar.schoolDays(in: DayRange(day(2023, 3, 1), day(2023, 3, 31))) == 23)
    #expect(calendar.schoolDays(in: Self.teaching) == 12 + 23 + 20 + 23 + 22)
  }

  @Test(
    "A month counts once it has ten school days, domain §3.8",
    arguments: [
      (2023, 6, 30, ["2023-02", "2023-03", "2023-04", "2023-05", "2023-06"]), (2023, 3, 13, ["2023-02"]),
      // The tenth school day of March is Tuesday the 14th.
      (2023, 3, 14, ["2023-02", "2023-03"]), (2023, 2, 23, []), (2023, 2, 24, ["2023-02"]),
    ])
  func months(year: Int, month: Int, dayOfMonth: Int, months: [String]) {
    #expect(SchoolCalendar(estimated: Self.teaching).schoolMonths(until: day(year, month, dayOfMonth)).map(\.iso) == months)
  }

  @Test func quarters() {
    let calendar = SchoolCalendar(estimated: Self.teaching)
    // 12 + 23 school days in the first quarter, 20 + 23 + 22 in the second.
    #expect(calendar.schoolQuarters(until: day(2023, 6, 30), minimum: 35).map(\.chinese) == ["2023年第一季度", "2023年第二季度"])
    #expect(calendar.schoolQuarters(until: day(2023, 6, 30), minimum: 36).map(\.chinese) == ["2023年第二季度"])
    #expect(calendar.schoolQuarters(until: day(2023, 4, 3), minimum: 2).map(\.chinese) == ["2023年第一季度"])
  }

  @Test("A calendar that was handed in knows make-up days and holidays") func calendar() {
    // 劳动节 2023: Saturday 5-06 was taught, Monday 5-01 was not.
    let school: Set<Day> = [day(2023, 5, 4), day(2023, 5, 5), day(2023, 5, 6)]
    let calendar = SchoolCalendar(teaching: Self.teaching, schoolDays: school, mealDays: [day(2023, 5, 4)])
    #expect(!calendar.isEstimated)
    #expect(calendar.isSchoolDay(day(2023, 5, 6)) && !calendar.isSchoolDay(day(2023, 5, 1)))
    #expect(calendar.isMealDay(day(2023, 5, 4)) && !calendar.isMealDay(day(2023, 5, 5)))
    #expect(calendar.schoolMonths(until: day(2023, 6, 30)).isEmpty)
  }

  @Test func profile() {
    let profile = Profile(items: [
      ("单位名称", "春芽幼儿园"), ("学年", "2022—2023学年度"), ("学期", "第二学期"), ("幼儿数（人）", "580"), ("教职工数", "46人"), ("班级数：", "１７个"),
      ("开学日期", "2023年2月13日"), ("统计截止日", "2023/6/30"), ("供餐方式", "配送"), ("班级数", "99"),
    ])
    #expect(profile.schoolName == "春芽幼儿园")
    #expect(profile.stage == .kindergarten)
    #expect(profile.semester == Semester(startYear: 2022, term: .second))
    #expect(profile.children == 580)
    #expect(profile.staff == 46)
    #expect(profile.classes == 17)
    #expect(profile.start == day(2023, 2, 13))
    #expect(profile.asOf == day(2023, 6, 30))
    #expect(!profile.hasCanteen)
    #expect(profile.isPublicInstitution)
  }

  @Test(
    arguments: [
      ("春芽幼儿园", .kindergarten), ("薛家小学", .school), ("江都中学", .school), ("长宁区职业技术学校", .school), ("小博士托育中心", .kindergarten),
    ] as [(String, Profile.Stage)])
  func stage(name: String, stage: Profile.Stage) {
    #expect(Profile(items: [("学校名称", name)]).stage == stage)
  }

  @Test("An empty profile says nothing and breaks nothing") func blank() {
    let profile = Profile(items: [("学年", " "), ("学期", "")])
    #expect(profile.semester == nil && profile.schoolName == nil && profile.children == nil && profile.start == nil)
    #expect(profile.hasCanteen && profile.isPublicInstitution)
  }

  @Test("An answer is found however its item is quoted", arguments: ["“全体”按在册人数计", "全体按在册人数计", "「“全体”按在册人数计」", "\"全体\"按在册人数计"])
  func answers(item: String) {
    #expect(Profile(items: [(item, "是")]).answers == [Question.wholeRoll.key: "是"])
    #expect(Profile.complaint(item: item, content: "也许") != nil)
  }
}
