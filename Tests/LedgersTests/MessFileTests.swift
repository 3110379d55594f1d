import LedgerKit
import Ledgers
import Testing

@testable import Houqin

/// What stands above and below the rows, domain §5.1, 1–3 and 9–13.
@Suite("Mess: titles, totals, footnotes") struct MessFileTests {
  private static let purchases = MessSheet.purchases.file

  @Test("case 1: a title that agrees with the settings") func title() throws {
    let mess = Mess((MessSheet.inspections.file, "春芽幼儿园2022-2023学年第二学期安全检查记录表,,,,\n" + MessSheet.inspections.text()))
    #expect(mess.classes(MessSheet.inspections.file) == "title header data data")
    #expect(mess.rows("inspections").map(\.number) == [3, 4])
    #expect(mess.findings == [])
  }

  @Test(
    "case 1: a title of another school or term (SET-004)",
    arguments: ["青禾幼儿园2022-2023学年第二学期安全检查记录表", "春芽幼儿园2021-2022学年第二学期安全检查记录表", "春芽幼儿园2022-2023学年第一学期安全检查记录表"])
  func otherTitle(_ title: String) {
    let mess = Mess((MessSheet.inspections.file, title + ",,,,\n" + MessSheet.inspections.text()))
    #expect(mess.findings == ["SET-004 warning \(MessSheet.inspections.file) 1"])
    #expect(mess.examination.accounts[MessSheet.inspections.file] == .init(data: 2, excluded: 0))
  }

  @Test("case 1: without settings the title says which term it is (decision 19)") func titleAlone() {
    let text = "春芽幼儿园2022-2023学年第二学期安全检查记录表,,,,\n" + MessSheet.inspections.text([["检查日期": "3.8"]])
    let mess = Mess(("设置.csv", "项目,内容\n单位名称,春芽幼儿园\n"), (MessSheet.inspections.file, text))
    #expect(mess.rows("inspections").map { $0[Inspections.date] } == [day(2023, 3, 6), day(2023, 3, 8)])
    #expect(mess.examination.books?.scope.semester == Semester(startYear: 2022, term: .second))
  }

  @Test("case 2: items and contents above the header") func preamble() throws {
    let sheet = MessSheet.inspections.without("检查人")
    let lines = "春芽幼儿园安全检查记录表,,,,\n检查组：安全领导小组,,,填表人：王某,\n"
    let mess = Mess((sheet.file, lines + sheet.text()))
    #expect(mess.classes(sheet.file) == "title title header data data")
    #expect(mess.rows("inspections").map { $0[Inspections.inspectors]?.strings } == [["安全领导小组"], ["安全领导小组"]])
    #expect(mess.findings.count == 1)
    #expect(mess.findings.first?.contains(" info \(sheet.file)") == true)
    #expect(mess.examination.findings.contains { Mess.isOfReading($0) && $0.message.contains("安全领导小组") })
  }

  @Test("case 3: the unit above the header", arguments: [("单位：元", 500, 620), ("单位：万元", 5_000_000, 6_200_000)])
  func unit(line: String, first: Int, total: Int) throws {
    let mess = Mess((Self.purchases, "春芽幼儿园采购台账,,,,\n\(line),,,,\n" + MessSheet.purchases.text()))
    #expect(mess.classes(Self.purchases) == "title title header data data")
    #expect(mess.rows("purchases").first?[Purchases.amount]?.amount == Fixed(first))
    #expect(try mess.summary().value("ST-PUR-01") == "\(total).00")
    #expect(mess.findings.allSatisfy { $0.contains(" info ") })
  }

  @Test("case 3: against the header's (FIL-014)") func unitConflict() throws {
    let sheet = MessSheet.purchases.renaming("单价", "单价（元）").renaming("金额", "金额（元）")
    let mess = Mess((Self.purchases, "单位：万元,,,,\n" + sheet.text()))
    #expect(mess.findings == ["FIL-014 warning \(Self.purchases) 1"])
    #expect(try mess.summary().value("ST-PUR-01") == "620.00")
  }

  @Test("case 9: totals are no rows", arguments: ["合计", "合 计", "总计", "小计", "本页合计", "累计", "3月合计", "合计："])
  func totals(_ word: String) throws {
    let sheet = MessSheet.purchases
    let total = { (amount: String) in sheet.headers.map { $0 == "申购日期" ? word : $0 == "金额" ? amount : "" }.joined(separator: ",") + "\n" }
    let right = Mess((sheet.file, sheet.text() + total("620.00")))
    #expect(right.classes(sheet.file) == "header data data total")
    #expect(right.findings == [])
    #expect(try right.summary().value("ST-PUR-01") == "620.00")
    guard word != "累计" else { return }
    let wrong = Mess((sheet.file, sheet.text() + total("710")))
    #expect(wrong.findings == ["FIL-011 error \(sheet.file) 4 金额"])
    #expect(try wrong.summary().value("ST-PUR-01") == "620.00")
  }

  /// What a total consists of is counted above: neither a purchase nor a total that must agree with all rows.
  @Test("case 9: parts of a total are notes", arguments: ["其中：食堂20元", "其中：", "其中食堂"]) func partsOfTotal(_ words: String) throws {
    let sheet = MessSheet.purchases
    let line = { (word: String, amount: String) in
      sheet.headers.map { $0 == "申购日期" ? word : $0 == "金额" ? amount : "" }.joined(separator: ",") + "\n"
    }
    let mess = Mess((sheet.file, sheet.text() + line("合计", "620.00") + line(words, "20.00")))
    #expect(mess.classes(sheet.file) == "header data data total note")
    #expect(mess.findings == [])
    #expect(mess.examination.accounts[sheet.file] == .init(data: 2, excluded: 0))
    #expect(try mess.summary().value("ST-PUR-01") == "620.00")
  }

  @Test("case 9: subtotals start anew, the total does not") func subtotals() throws {
    let sheet = MessSheet.purchases
    func total(_ word: String, _ amount: String) -> String {
      sheet.headers.map { $0 == "申购日期" ? word : $0 == "金额" ? amount : "" }.joined(separator: ",")
    }
    let third = sheet.line(["品名": "胶带", "数量": "4", "单价": "20", "金额": "80", "发票号": "00120055"])
    let lines = [total("小计", "620"), third, total("小计", "80"), total("合计", "700"), ""].joined(separator: "\n")
    let mess = Mess((sheet.file, sheet.text() + lines))
    #expect(mess.classes(sheet.file) == "header data data total data total total")
    #expect(mess.findings == [])
  }

  @Test(
    "case 10: the sum in capitals",
    arguments: [
      ("大写：壹万贰仟叁佰肆拾伍元陆角", "12345.60", true), ("大写：壹万贰仟叁佰肆拾伍元陆角整", "12345.60", true), ("大写：壹万贰仟叁佰元整", "12345.60", false),
    ])
  func capitals(words: String, amount: String, agrees: Bool) throws {
    let sheet = MessSheet.purchases
    let row = sheet.line(["品名": "空调", "数量": "1", "单价": "11845.60", "金额": "11845.60"])
    let total = sheet.headers.map { $0 == "申购日期" ? "合计" : $0 == "品名" ? words : $0 == "金额" ? amount : "" }.joined(separator: ",")
    let text = sheet.text().split(separator: "\n").prefix(2).joined(separator: "\n") + "\n" + row + "\n" + total + "\n"
    let mess = Mess((sheet.file, text))
    #expect(mess.classes(sheet.file) == "header data data total")
    #expect(mess.findings == (agrees ? [] : ["FIL-011 error \(sheet.file) 4 金额"]))
  }

  @Test("case 10: the capitals alone state the total", arguments: [("大写：陆佰贰拾元整", true), ("人民币大写：柒佰元整", false)])
  func capitalsAlone(words: String, agrees: Bool) {
    let sheet = MessSheet.purchases
    let total = sheet.headers.map { $0 == "申购日期" ? "合计" : $0 == "品名" ? words : "" }.joined(separator: ",")
    let mess = Mess((sheet.file, sheet.text() + total + "\n"))
    #expect(mess.classes(sheet.file) == "header data data total")
    #expect(mess.findings == (agrees ? [] : ["FIL-011 error \(sheet.file) 4 金额"]))
  }

  @Test(
    "case 11: footnotes",
    arguments: [
      "审核人：李某　制表人：王某　2023.6.30", "注：3月未发生安全事故", "说明：本表由后勤处填写，一式两份，检查中发现的隐患应当日填入隐患整改台账，并报园长室备案。", "审核人：李某,,制表人：王某,,2023.6.30",
      "备注：检查人员每月轮换", "填表人：王某",
    ])
  func footer(_ line: String) {
    let sheet = MessSheet.inspections
    let mess = Mess((sheet.file, sheet.text() + line + ",,,,\n"))
    #expect(mess.classes(sheet.file) == "header data data note")
    #expect(mess.findings == [])
  }

  @Test("cases 12 and 13: blank lines, 300 rows of commas and 12 empty columns") func blanks() throws {
    let sheet = MessSheet.inspections
    var lines = sheet.text().split(separator: "\n").map { String($0) + ",,,,,,,,,,,," }
    let blank = String(repeating: ",", count: 20)
    lines.insert(contentsOf: ["", blank], at: 2)
    lines += Array(repeating: blank, count: 300)
    let text = lines.joined(separator: "\n") + "\n"
    let mess = Mess((sheet.file, text))
    #expect(mess.input(sheet.file)?.counts?[.blank] == 302)
    #expect(mess.rows("inspections").map(\.number) == [2, 5])
    #expect(mess.findings == [])
  }

  @Test("FIL-013: totals without rows") func onlyTotals() {
    let sheet = MessSheet.purchases
    let mess = Mess((sheet.file, sheet.headerLine + "\n3月合计,,,,,,,,,\"12,345.60\",,,,,,,,,\n"))
    #expect(mess.classes(sheet.file) == "header total")
    #expect(mess.findings.contains("FIL-013 warning \(sheet.file)"))
    #expect(mess.rows("purchases").isEmpty)
  }
}
