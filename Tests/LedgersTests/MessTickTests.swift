import LedgerKit
import Ledgers
import Testing

@testable import Houqin

/// Ticks and crosses, and results of inspections, domain §5.1, 21–25, 98 and 99.
@Suite("Mess: ticks and results") struct MessTickTests {
  private static let yes = ["√", "✓", "V", "v", "☑", "■", "●", "1", "是", "有", "Y"]
  private static let no = ["×", "X", "x", "✗", "☐", "□", "否", "没有", "N", "0"]

  @Test("case 21: yes", arguments: yes) func ticked(_ text: String) throws {
    let cell = MessSheet.food.cell("索证情况", text)
    #expect(try cell.value(FoodReceipts.licence) == .seen)
    #expect(cell.told == [])
    #expect(cell.elsewhere == [])
    #expect(try Self.isCritical(text) == true)
  }

  /// That a licence lacks is the practice's fault, not the cell's.
  @Test("case 22: no", arguments: no) func crossed(_ text: String) throws {
    let cell = MessSheet.food.cell("索证情况", text)
    #expect(try cell.value(FoodReceipts.licence) != .seen)
    #expect(cell.told == ["FOD-005 error"])
    #expect(cell.elsewhere == [])
    #expect(try Self.isCritical(text) == false)
  }

  private static func isCritical(_ tick: String) throws -> Bool? {
    let mess = Mess(("检查区域.csv", "区域,是否重点\n配电房,\(tick)\n"), (MessSheet.inspections.file, MessSheet.inspections.text()))
    return try #require(mess.examination.books).scope.areas?.first?.isCritical
  }

  @Test(
    "case 23: one of several alternatives",
    arguments: [
      ("□是 ☑否", "是否存在隐患", InspectionResult.clean), ("是√ 否□", "是否存在隐患", .problem), ("☑是 □否", "是否合格", .clean),
      ("合格☑ 不合格□", "检查结果", .clean), ("合格□ 不合格☑", "检查结果", .problem),
    ])
  func alternatives(text: String, header: String, expected: InspectionResult) throws {
    let sheet = MessSheet.inspections.renaming("检查结果", header)
    let cell = sheet.cell(header, text, and: ["存在问题": expected == .problem ? "应急灯不亮" : "无"])
    #expect(try cell.value(Inspections.result) == expected)
    #expect(cell.told == [])
  }

  @Test("case 23: in a column of ticks", arguments: [("有☑ 无□", true), ("□有 √无", false)])
  func alternativeTick(text: String, isSeen: Bool) throws {
    let cell = MessSheet.food.cell("索证情况", text)
    #expect((try cell.value(FoodReceipts.licence) == .seen) == isSeen)
    #expect(cell.told == (isSeen ? [] : ["FOD-005 error"]))
  }

  @Test("case 24: a tick means in order") func tickedResult() throws {
    let cell = MessSheet.inspections.cell("检查结果", "√")
    #expect(try cell.value(Inspections.result) == .clean)
    #expect(cell.told.allSatisfy { $0.hasSuffix("info") })
    #expect(cell.elsewhere == [])
  }

  private static let tick = "检查结果打√表示"

  @Test("case 24: unless the header asks for trouble", arguments: ["是否存在隐患", "有无隐患", "检查结果（有隐患打√）"])
  func tickedTrouble(_ header: String) throws {
    let sheet = MessSheet.inspections.renaming("检查结果", header)
    let cell = sheet.cell(header, "√")
    #expect(try cell.value(Inspections.result) == nil)
    #expect(cell.told == ["GEN-008 error"])
    #expect(cell.fix.contains(Self.tick))
    let clean = sheet.cell(header, "√", settings: ["\(Self.tick),正常"])
    #expect(try clean.value(Inspections.result) == .clean)
    #expect(clean.told == [] && clean.repairs == ["answered “√” → “正常”"])
    let trouble = sheet.cell(header, "√", and: ["存在问题": "应急灯不亮"], settings: ["\(Self.tick),存在隐患"])
    #expect(try trouble.value(Inspections.result) == .problem)
    #expect(trouble.told == [] && trouble.elsewhere == [])
  }

  /// A column 发现问题 that holds ticks instead of words: neither a problem nor none.
  @Test("case 24: a tick under 发现问题") func tickedProblem() throws {
    let sheet = MessSheet.inspections.renaming("存在问题", "发现问题").without("检查结果")
    let cell = sheet.cell("发现问题", "√")
    #expect(try cell.value(Inspections.problem) == nil)
    #expect(cell.told == ["GEN-008 error"])
    #expect(cell.fix.contains(Self.tick))
    #expect(try cell.mess.summary().value("ST-INS-07.problems") == "0")
  }

  @Test("case 25: a tick is no signature (GEN-023)", arguments: ["√", "已签字", "已签", "见纸质"])
  func tickedName(_ text: String) throws {
    let cell = MessSheet.purchases.cell("验收人", text)
    #expect(try cell.value(Purchases.inspector)?.strings == nil)
    #expect(cell.told == ["GEN-023 warning"])
    #expect(cell.elsewhere == [])
  }

  @Test("case 98: in order, but", arguments: ["正常，但灭火器压力偏低", "除走廊应急灯外正常", "个别插座松动，其余良好"])
  func reservation(_ text: String) throws {
    let cell = MessSheet.inspections.cell("检查结果", text, and: ["存在问题": "灭火器压力偏低"])
    #expect(try cell.value(Inspections.result) == .problem)
    #expect(cell.told == ["GEN-008 warning"])
    #expect(cell.elsewhere == [])
  }

  @Test("case 98: its own text is the problem") func reservationText() throws {
    let cell = MessSheet.inspections.cell("检查结果", "正常，但灭火器压力偏低")
    #expect(try cell.value(Inspections.result) == .problem)
    #expect(cell.told == ["GEN-008 warning"])
    #expect(cell.elsewhere == [], "the text says which problem it is, so INS-002 has nothing to ask for")
    #expect(try cell.mess.summary().value("ST-INS-07.problems") == "1")
  }

  @Test("case 99: well enough", arguments: ["基本正常", "较好"]) func fair(_ text: String) throws {
    let cell = MessSheet.inspections.cell("检查结果", text)
    #expect(try cell.value(Inspections.result) == .clean)
    #expect(cell.told.allSatisfy { $0.hasSuffix("info") })
    #expect(cell.elsewhere == [])
  }

  @Test("case 99: 一般 must be asked") func middling() throws {
    let key = "检查结果写“一般”表示"
    let cell = MessSheet.inspections.cell("检查结果", "一般")
    #expect(try cell.value(Inspections.result) == nil)
    #expect(cell.told == ["GEN-008 error"])
    #expect(cell.elsewhere == [])
    #expect(cell.fix.contains(key))
    let clean = MessSheet.inspections.cell("检查结果", "一般", settings: ["\(key),正常"])
    #expect(try clean.value(Inspections.result) == .clean)
    #expect(clean.told == [] && clean.elsewhere == [] && clean.repairs == ["answered “一般” → “正常”"])
    let trouble = MessSheet.inspections.cell("检查结果", "一般", and: ["存在问题": "地面湿滑"], settings: ["\(key),存在隐患"])
    #expect(try trouble.value(Inspections.result) == .problem)
    #expect(trouble.told == [] && trouble.elsewhere == [])
  }
}
