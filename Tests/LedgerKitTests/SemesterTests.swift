import LedgerKit
import Testing

@Suite("Semesters, domain §3.8")
struct SemesterTests {
  @Test(
    "Accepted names",
    arguments: [
      ("2022-2023学年第二学期", 2022, .second), ("2022—2023学年度第二学期", 2022, .second), ("2019~2020第一学期", 2019, .first),
      ("2022～2023学年下学期", 2022, .second), ("2022至2023学年度下学期", 2022, .second), ("二○二二至二○二三学年第二学期", 2022, .second),
      ("二〇二二—二〇二三学年度第一学期", 2022, .first), ("2022/2023(2)", 2022, .second), ("2022/2023（1）", 2022, .first),
      ("2022-2023-2", 2022, .second), ("2022-2023-1", 2022, .first), ("22-23下", 2022, .second), ("22-23上", 2022, .first),
      ("2023年春季学期", 2022, .second), ("2023春", 2022, .second), ("2022年秋季学期", 2022, .first), ("2022秋", 2022, .first),
      ("2022–2023学年第二学期", 2022, .second), ("2022－2023学年第二学期", 2022, .second), ("2022到2023学年上学期", 2022, .first),
      ("2022——2023学年度 第一学期", 2022, .first), ("２０２２－２０２３学年第２学期", 2022, .second), ("2022年—2023年第二学期", 2022, .second),
      ("2022-2023学年春季学期", 2022, .second), ("2022-2023学年秋季学期", 2022, .first), ("1999-2000学年第一学期", 1999, .first),
    ] as [(String, Int, Semester.Term)])
  func accepted(name: String, startYear: Int, term: Semester.Term) {
    #expect(Semester(parsing: name) == Semester(startYear: startYear, term: term))
  }

  @Test(
    "Refused: who writes so must be asked",
    arguments: [
      "20_-20_年下学期", "2023年上学期", "2023年下学期", "2023上半年", "第二学期", "2022-2024学年第二学期", "2023-2022学年第一学期", "2022-2022-1",
      "2022-2023学年", "2022学年第二学期", "春季学期", "2023", "", "2022-2023-3", "22-24下",
    ])
  func refused(name: String) {
    #expect(Semester(parsing: name) == nil)
  }

  @Test(
    "Found in a title, case 1",
    arguments: [
      ("春芽幼儿园2022-2023学年第二学期安全检查记录表", 2022, .second), ("薛家小学2019~2020学年第一学期物品采购台账（9月）", 2019, .first),
      ("春芽幼儿园2023年春季学期应急演练记录", 2022, .second), ("2022-2023学年第二学期秋千及大型玩具检查记录", 2022, .second),
      ("2022-2023学年秋实幼儿园第二学期隐患台账", 2022, .second), ("2022-2023学年第二学期隐患台账（含上学期遗留）", 2022, .second),
      ("填表日期2023-03-04 2022-2023学年第二学期", 2022, .second), ("2023.3 2022 — 2023 学年 第二 学期", 2022, .second),
    ] as [(String, Int, Semester.Term)])
  func titles(title: String, startYear: Int, term: Semester.Term) {
    #expect(Semester(parsing: title) == Semester(startYear: startYear, term: term))
  }

  @Test(
    "A year beside 春 or 秋 is no semester unless the season is meant",
    arguments: ["2023年春芽幼儿园食堂进货台账", "2023年春节前安全检查记录", "2022年秋游安全检查", "春芽幼儿园3月份安全检查", "填表日期2023-03-04 上学期"])
  func namesWithSeasons(title: String) {
    #expect(Semester(parsing: title) == nil)
  }

  @Test(
    "School year and semester in two settings",
    arguments: [
      ("2022-2023", "第二学期", 2022, .second), ("2022—2023学年度", "一", 2022, .first), ("2022-2023", "下", 2022, .second),
      ("2022至2023学年", "2", 2022, .second), ("2022-2023学年", "春季学期", 2022, .second), ("2021-2022", "2022-2023学年第一学期", 2022, .first),
    ] as [(String, String, Int, Semester.Term)])
  func apart(year: String, term: String, startYear: Int, expected: Semester.Term) {
    #expect(Semester(year: year, term: term) == Semester(startYear: startYear, term: expected))
  }

  @Test(arguments: [("2022-2024", "第二学期"), ("2023", "第二学期"), ("2022-2023", "第三学期"), ("2022-2023", "")])
  func refusedApart(year: String, term: String) {
    #expect(Semester(year: year, term: term) == nil)
  }

  @Test("The window of the first semester begins in August, that of the second in February") func windows() {
    let first = Semester(startYear: 2022, term: .first).window
    #expect((first.first.iso, first.last.iso) == ("2022-08-01", "2023-01-31"))
    let second = Semester(startYear: 2022, term: .second).window
    #expect((second.first.iso, second.last.iso) == ("2023-02-01", "2023-07-31"))
  }

  @Test(
    arguments: [
      (2022, 9, 1, 2022, .first), (2023, 1, 31, 2022, .first), (2023, 1, 1, 2022, .first), (2022, 12, 31, 2022, .first),
      (2023, 2, 1, 2022, .second), (2023, 7, 31, 2022, .second), (2023, 8, 1, 2023, .first), (2023, 8, 31, 2023, .first),
    ] as [(Int, Int, Int, Int, Semester.Term)])
  func containing(year: Int, month: Int, dayOfMonth: Int, startYear: Int, term: Semester.Term) {
    let date = day(year, month, dayOfMonth)
    #expect(Semester(containing: date) == Semester(startYear: startYear, term: term))
    #expect(Semester(containing: date).window.contains(date))
  }

  @Test("Semesters follow one another without a gap") func gapless() {
    for year in 2015...2030 {
      let first = Semester(startYear: year, term: .first).window
      let second = Semester(startYear: year, term: .second).window
      #expect(first.last.advanced(by: 1) == second.first)
      #expect(second.last.advanced(by: 1) == Semester(startYear: year + 1, term: .first).window.first)
    }
  }

  @Test func title() {
    #expect(Semester(startYear: 2022, term: .second).title == "2022—2023学年度第二学期")
    #expect(Semester(startYear: 1999, term: .first).title == "1999—2000学年度第一学期")
  }
}
