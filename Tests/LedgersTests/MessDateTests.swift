import LedgerKit
import Ledgers
import Testing

/// Dates as clerks write them, domain §5.1, 26–38, 89 and 93–95.
@Suite("Mess: dates") struct MessDateTests {
  private static func cell(_ text: String, settings: [String] = []) -> MessCell { MessSheet.drills.cell("演练日期", text, settings: settings) }

  @Test(
    "case 26: written in full, whatever stands between the parts",
    arguments: ["2023-03-06", "2023/3/6", "2023.3.6", "2023年3月6日", "20230306", "2023－03－06", "2023 年 3 月 6 日"])
  func full(_ text: String) throws {
    let cell = Self.cell(text)
    #expect(try cell.value(Drills.date) == day(2023, 3, 6))
    #expect(cell.told == [])
    #expect(cell.elsewhere == [])
  }

  @Test("case 27: a date without a year lies in the semester", arguments: ["3月6日", "3.6", "3/6", "03-06"])
  func noYear(_ text: String) throws {
    let cell = Self.cell(text)
    #expect(try cell.value(Drills.date) == day(2023, 3, 6))
    #expect(cell.told == ["GEN-003 info"])
    #expect(cell.elsewhere == [])
    #expect(cell.repairs == ["year “\(text)” → “2023-03-06”"])
  }

  @Test("case 27: 3.6 in a column of numbers is a number") func number() throws {
    let cell = MessSheet.purchases.cell("数量", "3.6", and: ["金额": "43.20"])
    #expect(try cell.value(Purchases.qty)?.amount == Fixed(millionths: 3_600_000))
    #expect(cell.told == [] && cell.elsewhere == [] && cell.repairs == [])
  }

  @Test("case 28: day or month first must be asked", arguments: ["1/2/2023", "06-03-23"])
  func order(_ text: String) throws {
    let cell = Self.cell(text)
    #expect(try cell.value(Drills.date) == nil)
    #expect(cell.told == ["GEN-001 error"])
    #expect(cell.elsewhere == [])
    #expect(cell.fix.contains("日期顺序"))
  }

  @Test(
    "case 28: the settings say which comes first",
    arguments: [
      ("1/2/2023", "日月年", day(2023, 2, 1)), ("06-03-23", "日月年", day(2023, 3, 6)), ("06-03-23", "月日年", day(2023, 6, 3)),
      ("3/6/2023", "月日年", day(2023, 3, 6)),
    ])
  func answeredOrder(text: String, answer: String, expected: Day) throws {
    let cell = Self.cell(text, settings: ["日期顺序,\(answer)"])
    #expect(try cell.value(Drills.date) == expected)
    #expect(cell.told == [])
    #expect(cell.elsewhere == [])
    #expect(cell.repairs == ["answered “\(text)” → “\(expected.iso)”"])
  }

  @Test("case 28: a part above twelve is the day", arguments: ["25/3/2023", "3/25/2023", "25-03-23"])
  func decided(_ text: String) throws {
    let cell = Self.cell(text)
    #expect(try cell.value(Drills.date) == day(2023, 3, 25))
    #expect(!cell.told.contains { $0.hasSuffix("error") })
    #expect(cell.elsewhere == [])
  }

  @Test("case 29: a year of two digits that lies in the window", arguments: ["23.3.6", "23/3/6", "'23-3-6"])
  func shortYear(_ text: String) throws {
    let cell = Self.cell(text)
    #expect(try cell.value(Drills.date) == day(2023, 3, 6))
    #expect(cell.isTold)
    #expect(cell.elsewhere == [])
    #expect(cell.repairs == ["year “\(text)” → “2023-03-06”"])
  }

  @Test("case 30: Excel's day number", arguments: ["45000", "45000.375"]) func serial(_ text: String) throws {
    let cell = Self.cell(text)
    #expect(try cell.value(Drills.date) == day(2023, 3, 15))
    #expect(cell.told == ["GEN-012 info"])
    #expect(cell.elsewhere == [])
    #expect(cell.repairs == ["serial-date “\(text)” → “2023-03-15”"])
  }

  @Test("case 31: a time behind the date", arguments: ["2023-03-06 00:00:00", "2023/3/6 9:30", "2023-03-06T09:30"])
  func time(_ text: String) throws {
    let cell = Self.cell(text)
    #expect(try cell.value(Drills.date) == day(2023, 3, 6))
    #expect(cell.told == [])
    #expect(cell.elsewhere == [])
  }

  @Test(
    "cases 30 and 31: the time is kept: rows of one class each are one drill only if they began together",
    arguments: [
      ("2023/3/6 9:30", "2023-03-06T09:30", "2"), ("2023/3/6 9:30", "2023/3/6 14:30", "3"), ("45000.375", "2023-03-15 9:00", "2"),
      ("45000.375", "2023-03-15 09:00", "2"), ("45000.375", "2023-03-15 14:00", "3"), ("2023-03-15 8:00", "2023-03-15 9:00", "3"),
    ])
  func sameTime(first: String, second: String, drills: String) throws {
    let mess = MessSheet.drills.mess(["演练日期": first, "演练范围": "大一班", "参加人数": "31"], ["演练日期": second, "演练范围": "大二班", "参加人数": "29"])
    #expect(try mess.summary().value("ST-DRL-01") == drills)
  }

  @Test("case 32: a weekday and a time that agree with the date") func weekday() throws {
    let full = Self.cell("2023年3月6日（星期一）上午9：30")
    #expect(try full.value(Drills.date) == day(2023, 3, 6))
    #expect(full.told == [] && full.elsewhere == [])
    let short = Self.cell("3月17日 周五 下午")
    #expect(try short.value(Drills.date) == day(2023, 3, 17))
    #expect(short.told == ["GEN-003 info"] && short.elsewhere == [])
  }

  @Test("case 32: a weekday that does not", arguments: ["2023年3月6日（星期二）", "3月6日 周五 下午", "2023-03-06 星期天"])
  func otherWeekday(_ text: String) throws {
    let cell = Self.cell(text)
    #expect(try cell.value(Drills.date) == day(2023, 3, 6))
    #expect(cell.told.contains("GEN-026 warning"))
    #expect(cell.elsewhere == [])
    #expect(cell.told.allSatisfy { ["GEN-026 warning", "GEN-003 info"].contains($0) })
  }

  @Test("case 33: a period counts from its first day", arguments: ["3月6日-10日", "3.6～3.10", "2023.3.6至2023.3.10"])
  func period(_ text: String) throws {
    let cell = Self.cell(text)
    #expect(try cell.value(Drills.date) == day(2023, 3, 6))
    #expect(cell.told.contains("GEN-021 info") && cell.isTold)
    #expect(cell.elsewhere == [])
    #expect(cell.repairs == ["day-chosen “\(text)” → “2023-03-06”"])
  }

  @Test("case 34: only a month is known", arguments: ["3月", "3月份", "2023年3月", "三月份", "３月份"])
  func month(_ text: String) throws {
    let cell = Self.cell(text)
    let row = try cell.row()
    #expect(row[Drills.date]?.month == Month(year: 2023, month: 3))
    #expect(row.precision(Drills.date) == .month)
    #expect(cell.told.contains("GEN-001 warning"))
    #expect(cell.elsewhere == [])
    #expect(cell.told.allSatisfy { ["GEN-001 warning", "GEN-020 info"].contains($0) })
    #expect(cell.repairs.first?.hasPrefix("day-chosen “\(text)”") == true)
  }

  @Test("case 34: a month is no day to count from") func monthInFigures() throws {
    let summary = try MessSheet.hazards.mess(["发现日期": "3月份"]).summary()
    #expect(summary.value("ST-HAZ-01") == "2")
    #expect(summary.fraction("ST-HAZ-06") == "2/1 = 2.0")
    #expect(try MessSheet.drills.mess(["演练日期": "3月份"]).summary().value("ST-DRL-01") == "2")
  }

  @Test("case 35: words for a time that nobody can date", arguments: ["三月上旬", "月初", "开学初", "期末"])
  func words(_ text: String) throws {
    let cell = Self.cell(text)
    #expect(try cell.value(Drills.date) == nil)
    #expect(cell.told == ["GEN-001 error"])
    #expect(cell.elsewhere == [])
  }

  @Test("case 35: weeks of term need the term's beginning", arguments: ["第5周", "第五周周三"])
  func weekUnknown(_ text: String) throws {
    let cell = Self.cell(text)
    #expect(try cell.value(Drills.date) == nil)
    #expect(cell.told == ["GEN-001 error"])
    #expect(cell.elsewhere == [])
    #expect(cell.fix.contains("“学期开始”"))
  }

  /// The first week is the one that holds the first day of teaching, a Wednesday here.
  @Test("case 35: weeks of term, once it is known", arguments: [("第5周", day(2023, 3, 13)), ("第五周周三", day(2023, 3, 15))], [true, false])
  func week(argument: (text: String, expected: Day), isInSettings: Bool) throws {
    let calendar = ("校历.csv", "日期,类型\n2023-02-15,上课\n2023-02-16,上课\n2023-06-30,上课\n")
    let sheet = MessSheet.drills
    let text = sheet.text([["演练日期": argument.text]])
    let mess = isInSettings ? Mess((sheet.file, text), settings: ["学期开始,2023-02-15"]) : Mess((sheet.file, text), calendar)
    #expect(try mess.row("drills", 3)[Drills.date] == argument.expected)
    #expect(!mess.findings.contains { $0.contains(" error ") })
  }

  @Test("case 36: Chinese numerals", arguments: ["二〇二三年三月六日", "二○二三年三月六日"]) func numerals(_ text: String) throws {
    let cell = Self.cell(text)
    #expect(try cell.value(Drills.date) == day(2023, 3, 6))
    #expect(cell.isTold)
    #expect(cell.elsewhere == [])
    #expect(cell.repairs == ["worded-date “\(text)” → “2023-03-06”"])
  }

  @Test("case 36: a letter O among digits", arguments: ["2O23-03-06", "2023-O3-06"])
  func letter(_ text: String) throws {
    let cell = Self.cell(text)
    #expect(try cell.value(Drills.date) == day(2023, 3, 6))
    #expect(cell.told == ["GEN-001 warning"])
    #expect(cell.elsewhere == [])
    #expect(cell.repairs == ["worded-date “\(text)” → “2023-03-06”"])
  }

  @Test("case 37: a day the calendar lacks", arguments: ["2023-2-30", "2023.4.31", "2月30日"])
  func impossible(_ text: String) throws {
    let cell = Self.cell(text)
    #expect(try cell.value(Drills.date) == nil)
    #expect(cell.told == ["GEN-002 error"])
    #expect(cell.elsewhere == [])
  }

  @Test("cases 38 and 93: a slip of the pen, and a rule instead of a record", arguments: ["2份", "周三", "每天", "每周五"])
  func noRecord(_ text: String) throws {
    let cell = Self.cell(text)
    #expect(try cell.value(Drills.date) == nil)
    #expect(cell.told == ["GEN-001 error"])
    #expect(cell.elsewhere == [])
  }

  @Test("case 89: the middle of a month is a month") func middle() throws {
    let cell = Self.cell("五月中旬")
    let row = try cell.row()
    #expect(row[Drills.date]?.month == Month(year: 2023, month: 5))
    #expect(row.precision(Drills.date) == .month)
    #expect(cell.told == ["GEN-001 warning"])
    #expect(cell.elsewhere == [])
  }

  @Test("case 94: two dates in one cell", arguments: ["3.6/3.20", "3月5日、3月12日"]) func several(_ text: String) throws {
    let cell = Self.cell(text)
    #expect(try cell.value(Drills.date) == nil)
    #expect(cell.told == ["GEN-021 error"])
    #expect(cell.elsewhere == [])
  }

  @Test("case 95: years are inferred cell by cell") func turnOfYear() throws {
    let settings = "项目,内容\n单位名称,春芽幼儿园\n学段,幼儿园\n学年,2022-2023\n学期,第一学期\n统计截止日,2023-01-15\n"
    let text = "发现日期,隐患部位,隐患描述,责任人,整改期限,完成日期,整改情况\n12.28,走廊,应急灯不亮,吴建平,1.6,1.3,已整改\n"
    let mess = Mess(("设置.csv", settings), ("隐患整改台账.csv", text))
    let row = try mess.row("hazards", 2)
    #expect([row[Hazards.foundOn], row[Hazards.due], row[Hazards.fixedOn]] == [day(2022, 12, 28), day(2023, 1, 6), day(2023, 1, 3)])
    #expect(mess.findings == ["发现日期", "完成日期", "整改期限"].map { "GEN-003 info 隐患整改台账.csv 2 \($0)" })
    #expect(try mess.summary().fraction("ST-HAZ-06") == "6/1 = 6.0")
  }
}
