import LedgerKit
import Ledgers
import Testing

@testable import Houqin

/// Merged cells, 同上, words for nothing and ticks, domain §5.1, 14–25.
@Suite("Mess: merged cells, ditto, ticks") struct MessWordTests {
  private static let inspections = "安全检查记录.csv"

  @Test("case 14: a merged cell serves the rows below") func merged() throws {
    let empty = ["检查日期": "", "检查类型": "", "检查部位": "", "检查人": ""]
    let mess = MessSheet.inspections.mess([:], empty.merging(["检查内容": "灭火器"]) { $1 }, empty.merging(["检查内容": "疏散标志"]) { $1 })
    for number in [4, 5] {
      let row = try mess.row("inspections", number)
      #expect(row[Inspections.date] == day(2023, 3, 8))
      #expect(row[Inspections.type]?.kind == .monthly)
      #expect(row[Inspections.area]?.string == "走廊")
      #expect(row[Inspections.inspectors]?.strings == ["李秀英", "王建国"])
      #expect(row[Inspections.result] == .clean)
    }
    #expect(mess.findings == [])
    let expected = ["检查日期 “” → “2023-03-08”", "检查类型 “” → “月检查”", "检查部位 “” → “走廊”", "检查人 “” → “李秀英、王建国”"]
    #expect(Set(mess.repairs("inspections").filter { $0.hasPrefix("merged 4 ") }) == Set(expected.map { "merged 4 " + $0 }))
    #expect(mess.repairs("inspections").count == 8)
  }

  @Test("case 14: a row with a date of its own takes only what it says, decision 2") func ownDate() throws {
    let mess = MessSheet.inspections.mess([:], ["检查日期": "2023-03-09", "检查部位": "", "检查人": ""])
    let row = try mess.row("inspections", 4)
    #expect(row[Inspections.area] == nil && row[Inspections.inspectors] == nil)
    #expect(mess.findings == ["检查人", "检查部位"].map { "INS-001 error \(Self.inspections) 4 \($0)" })
    #expect(mess.repairs("inspections") == [])
  }

  @Test("case 14: never across a blank or a subtotal", arguments: [",,,,,,,,", "小计,,,,,,,,"])
  func interrupted(_ line: String) throws {
    let text = MessSheet.inspections.text() + line + "\n,,操场,护栏,,正常,无,,\n"
    let mess = Mess((Self.inspections, text))
    let row = try mess.row("inspections", 5)
    #expect(row[Inspections.date] == nil && row[Inspections.type] == nil && row[Inspections.inspectors] == nil)
    let expected = ["GEN-025 error|检查类型", "INS-001 error|检查人", "INS-001 error|检查日期"].map {
      $0.replacing("|", with: " \(Self.inspections) 5 ")
    }
    #expect(mess.findings == expected)
  }

  /// A row without an amount lacks what it must have (decision 10); what was paid is counted once.
  @Test("case 15: a merged amount is not filled down") func mergedAmount() throws {
    let items = ["拖把", "扫帚", "水桶", "抹布"].map { ["品名": $0, "金额": "", "单价": "", "发票号": "00120033"] }
    let rows = [["品名": "洗洁精", "金额": "300", "单价": "", "发票号": "00120033"]] + items
    let mess = Mess(("采购台账.csv", MessSheet.purchases.text(rows)))
    #expect(mess.rows("purchases").map { $0[Purchases.amount]?.amount } == [Fixed(500), Fixed(300), nil, nil, nil, nil])
    #expect(mess.findings == (4...7).map { "GEN-025 error 采购台账.csv \($0) 金额" })
    #expect(mess.repairs("purchases") == [])
    #expect(try mess.summary().value("ST-PUR-01") == "800.00")
  }

  @Test("decision 2: 责任人 and what a drill says are never filled down") func notFilled() throws {
    let hazards = MessSheet.hazards.mess([:], ["发现日期": "", "隐患部位": "", "隐患描述": "插座松动", "责任人": "", "整改期限": "", "复查人": ""])
    let row = try hazards.row("hazards", 4)
    #expect(row[Hazards.foundOn] == day(2023, 3, 10) && row[Hazards.area]?.string == "走廊")
    #expect(row[Hazards.owner] == nil && row[Hazards.due] == nil && row[Hazards.reviewer] == nil)
    #expect(hazards.findings == ["HAZ-005 error 隐患整改台账.csv 4 责任人"])
    #expect(hazards.repairs("hazards") == ["merged 4 发现日期 “” → “2023-03-10”", "merged 4 隐患部位 “” → “走廊”"])
    let drills = MessSheet.drills.mess([:], ["演练日期": "", "演练类型": ""])
    #expect(drills.findings == ["演练日期", "演练类型"].map { "DRL-002 error 应急演练记录.csv 4 \($0)" })
    let approval = MessSheet.purchases.mess([:], ["品名": "胶带", "审批人": "", "发票号": "00120066"])
    #expect(approval.findings == ["PUR-004 error 采购台账.csv 4 审批人"])
  }

  private static let dittos = ["同上", "同前", "〃", "″", "\"", "·", "↑"]

  @Test("case 16: the value of the row above", arguments: dittos) func ditto(_ mark: String) throws {
    let mess = MessSheet.inspections.mess(["检查日期": mark, "检查人": mark, "检查部位": mark, "检查内容": "门禁系统"])
    let row = try mess.row("inspections", 3)
    #expect(row[Inspections.date] == day(2023, 3, 6))
    #expect(row[Inspections.inspectors]?.strings == ["李秀英", "王建国"])
    #expect(row[Inspections.area]?.string == "大门")
    #expect(mess.findings == [])
    let expected = ["检查日期 “\(mark)” → “2023-03-06”", "检查部位 “\(mark)” → “大门”", "检查人 “\(mark)” → “李秀英、王建国”"]
    #expect(Set(mess.repairs("inspections")) == Set(expected.map { "ditto 3 " + $0 }))
  }

  @Test("case 16: a number must be typed", arguments: ["数量", "金额", "单价"], dittos.filter { $0 != "·" })
  func dittoNumber(header: String, mark: String) throws {
    let cell = MessSheet.purchases.cell(header, mark)
    let row = try cell.row()
    #expect([row.stored(Purchases.qty), row.stored(Purchases.amount), row.stored(Purchases.price)].filter { $0 == nil }.count == 1)
    #expect(cell.told.count == 1 && cell.told.first?.hasSuffix("error") == true)
    #expect(cell.elsewhere == [])
  }

  @Test("case 17: nothing to refer to") func dittoWithoutPrevious() throws {
    let sheet = MessSheet.inspections
    let first = [sheet.headerLine, sheet.line(["检查人": "同上"]), sheet.line(["检查日期": "2023-03-09", "检查人": "〃"])]
    let mess = Mess((Self.inspections, first.joined(separator: "\n") + "\n"))
    #expect(mess.rows("inspections").map { $0.isUnusable(Inspections.inspectors) } == [true, true])
    #expect(mess.findings == [2, 3].map { "GEN-013 error \(Self.inspections) \($0) 检查人" })
  }

  @Test("case 17: nor after a blank line, a total or an empty cell (GEN-013)", arguments: [",,,,,,,,", "合计,,,,,,,,"])
  func dittoAfter(_ line: String) {
    let sheet = MessSheet.inspections
    let mess = Mess((Self.inspections, sheet.text() + line + "\n" + sheet.line(["检查日期": "2023-03-09", "检查人": "同上"]) + "\n"))
    #expect(mess.findings == ["GEN-013 error \(Self.inspections) 5 检查人"])
    let empty = sheet.mess(["处理意见": ""], ["检查日期": "2023-03-09", "处理意见": "同上"])
    #expect(empty.findings == ["GEN-013 error \(Self.inspections) 4 处理意见"])
  }

  @Test("case 18: 无 is no problem", arguments: ["无", "未发现", "暂无", "没有"]) func noProblem(_ text: String) throws {
    let cell = MessSheet.inspections.cell("存在问题", text)
    let row = try cell.row()
    #expect(row[Inspections.problem] == nil && row.isEmpty(Inspections.problem))
    #expect(cell.told == [])
    #expect(cell.elsewhere == [])
    #expect(try cell.mess.summary().value("ST-INS-07.problems") == "0")
  }

  @Test("case 19: 无 is nobody") func nobody() throws {
    let inspection = MessSheet.inspections.cell("检查人", "无")
    #expect(try inspection.value(Inspections.inspectors)?.strings == nil)
    #expect(inspection.told == ["INS-001 error"] && inspection.elsewhere == [])
    let hazard = MessSheet.hazards.cell("责任人", "无")
    #expect(try hazard.value(Hazards.owner)?.strings == nil)
    #expect(hazard.told == ["HAZ-005 error"] && hazard.elsewhere == [])
  }

  @Test(
    "case 20: words and marks for nothing",
    arguments: ["/", "\\", "—", "--", "——", "-", ".", "…", "N/A", "空", "暂无", "未发现", "没有"])
  func nothing(_ text: String) throws {
    let problem = MessSheet.inspections.cell("存在问题", text)
    #expect(try problem.value(Inspections.problem) == nil)
    #expect(problem.told == [] && problem.elsewhere == [])
    let review = MessSheet.hazards.cell("复查日期", text)
    #expect(try review.row().isEmpty(Hazards.reviewOn))
    #expect(review.told == [] && review.elsewhere == [])
    let price = MessSheet.purchases.cell("单价", text)
    #expect(try price.row().isEmpty(Purchases.price))
    #expect(price.told == [] && price.elsewhere == [])
  }

  @Test("case 20: zero is zero") func zero() throws {
    let cell = MessSheet.drills.adding("受伤人数", "0", "0").cell("受伤人数", "0")
    #expect(try cell.value(Drills.injured)?.value == 0)
    #expect(cell.told == [])
    #expect(cell.elsewhere == [])
    let empty = MessSheet.drills.adding("受伤人数", "0", "0").cell("受伤人数", "/")
    #expect(try empty.row().isEmpty(Drills.injured))
  }
}
