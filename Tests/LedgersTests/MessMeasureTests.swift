import LedgerKit
import Ledgers
import Testing

/// Durations, times, shares and keeping times, domain §5.1, 43–45 and 64–66.
@Suite("Mess: durations, times, shares") struct MessMeasureTests {
  private static func duration(_ text: String) -> MessCell { MessSheet.drills.cell("疏散用时", text) }

  @Test(
    "case 43: lengths of time",
    arguments: [
      ("3分20秒", 200), ("3′20″", 200), ("3'20\"", 200), ("3:20", 200), ("03:20", 200), ("00:03:20", 200), ("200秒", 200), ("200s", 200),
      ("3.5分钟", 210), ("3分", 180), ("3分半", 210),
    ])
  func durations(text: String, seconds: Int) throws {
    let cell = Self.duration(text)
    #expect(try cell.value(Drills.evacTime)?.value == seconds)
    #expect(cell.told == [])
    #expect(cell.elsewhere == [])
  }

  @Test("case 43: 以内 is a bound, told but not averaged") func bound() throws {
    let cell = Self.duration("2分钟以内")
    let row = try cell.row()
    #expect(row[Drills.evacTime]?.value == 120)
    #expect(row.precision(Drills.evacTime) == .atMost)
    #expect(try cell.mess.summary().fraction("ST-DRL-05") == "100/1 = 100")
    #expect(cell.repairs == ["vague “2分钟以内” → “2分”"])
    #expect(cell.isTold && cell.elsewhere == [], "accepted with an info, not a warning: \(cell.told)")
  }

  @Test("case 44: the header's unit", arguments: [("200", "疏散用时（秒）", 200), ("90", "疏散用时(秒)", 90), ("2", "疏散用时（分钟）", 120)])
  func headerUnit(text: String, header: String, seconds: Int) throws {
    let cell = MessSheet.drills.renaming("疏散用时", header).cell(header, text)
    #expect(try cell.value(Drills.evacTime)?.value == seconds)
    #expect(cell.told == [])
    #expect(cell.elsewhere == [])
  }

  @Test("case 44: without a unit nobody can tell", arguments: ["3", "200"]) func noUnit(_ text: String) throws {
    let cell = Self.duration(text)
    #expect(try cell.value(Drills.evacTime) == nil)
    #expect(cell.told == ["DRL-001 error"])
    #expect(cell.elsewhere == [])
  }

  @Test(
    "case 45: from when to when",
    arguments: [("9:30-9:50", 570, 590), ("上午9点半到10点", 570, 600), ("9：30—9：50", 570, 590), ("下午2点半到3点", 870, 900)])
  func times(text: String, start: Int, end: Int) throws {
    let cell = MessSheet.drills.adding("起止时间", "9:00-9:30", "10:00-10:30").cell("起止时间", text)
    let row = try cell.row()
    #expect(row[Drills.start]?.minutes == start)
    #expect(row[Drills.end]?.minutes == end)
    #expect(cell.told == [])
    #expect(cell.elsewhere == [])
  }

  private static func share(_ text: String, other: String = "97%", settings: [String] = []) -> MessCell {
    MessSheet.drills.adding("参与率", other, "98%").cell("参与率", text, settings: settings)
  }

  @Test(
    "case 64: shares",
    arguments: [
      ("合格率100%", "97%", 100), ("100％", "97%", 100), ("百分之百", "97%", 100), ("0.98", "0.97", 98), ("98", "97", 98), ("98", "97%", 98),
    ])
  func shares(text: String, other: String, percent: Int) throws {
    let cell = Self.share(text, other: other)
    #expect(try cell.value(Drills.rate)?.amount == Fixed(percent))
    #expect(!cell.told.contains { !$0.hasSuffix("info") })
    #expect(cell.elsewhere == [])
  }

  private static let key = "小于等于1的百分比是"

  @Test("case 64: one, or a fraction among larger numbers, must be asked", arguments: [("1", "97"), ("0.98", "97")])
  func smallShare(text: String, other: String) throws {
    let cell = Self.share(text, other: other)
    #expect(try cell.value(Drills.rate) == nil)
    #expect(cell.told.count == 1 && cell.told.first?.hasPrefix("GEN-017") == true)
    #expect(cell.elsewhere == [])
    #expect(cell.fix.contains(Self.key))
  }

  @Test(
    "case 64: the settings say what a small number is",
    arguments: [("1", "小数", 100_000_000), ("0.98", "小数", 98_000_000), ("1", "百分数", 1_000_000), ("0.98", "百分数", 980_000)])
  func answeredShare(text: String, answer: String, millionths: Int) throws {
    let cell = Self.share(text, other: "97", settings: ["\(Self.key),\(answer)"])
    #expect(try cell.value(Drills.rate)?.amount == Fixed(millionths: Int64(millionths)))
    #expect(cell.told == [])
    #expect(cell.elsewhere == [])
  }

  @Test("GEN-016: more than all", arguments: ["105%", "-3%"]) func outOfRange(_ text: String) throws {
    let cell = Self.share(text)
    #expect(try cell.value(Drills.rate) == nil)
    #expect(cell.told == ["GEN-016 error"])
    #expect(cell.elsewhere == [])
  }

  @Test(
    "case 65: how long food keeps",
    arguments: [
      ("12个月", .months(12)), ("1年", .months(12)), ("180天", .days(180)), ("常温6个月", .months(6)), ("2023.12.01前", .until(day(2023, 12, 1))),
      ("见包装", nil), ("/", nil),
    ] as [(String, ShelfLife?)])
  func shelfLife(text: String, expected: ShelfLife?) throws {
    let cell = MessSheet.food.cell("保质期", text)
    #expect(try cell.value(FoodReceipts.shelfLife) == expected)
    #expect(cell.told == [])
    #expect(cell.elsewhere == [])
  }

  @Test("case 65: until a month's last day") func untilMonth() throws {
    let cell = MessSheet.food.cell("保质期", "至23.12")
    #expect(try cell.value(FoodReceipts.shelfLife) == .until(day(2023, 12, 31)))
    #expect(cell.isTold)
    #expect(cell.elsewhere == [])
    #expect(cell.repairs.map { $0.hasSuffix("“至23.12” → “2023-12-31”") } == [true])
  }

  @Test("case 66: a batch number begins with the day", arguments: ["20230105A2"]) func batch(_ text: String) throws {
    let cell = MessSheet.food.cell("生产日期", text)
    let row = try cell.row()
    #expect(row[FoodReceipts.producedOn] == day(2023, 1, 5))
    #expect(row.raw(FoodReceipts.producedOn) == text)
    #expect(cell.isTold)
    #expect(cell.elsewhere == [])
  }

  @Test("A date of production that is none is no mistake", arguments: ["当日", "—", "A2305"])
  func noProduction(_ text: String) throws {
    let cell = MessSheet.food.cell("生产日期", text)
    #expect(try cell.value(FoodReceipts.producedOn) == nil)
    #expect(cell.told == [])
    #expect(cell.elsewhere == [])
  }
}
