import LedgerKit
import Ledgers
import Testing

/// People as clerks name them, domain §5.1, 54–57 and 92.
@Suite("Mess: people") struct MessPersonTests {
  @Test(
    "case 54: two people",
    arguments: ["王建国、李秀英", "王建国,李秀英", "王建国 李秀英", "王建国/李秀英", "王建国；李秀英", "王建国和李秀英", "王建国，李秀英", "王建国\n李秀英"])
  func two(_ text: String) throws {
    let cell = MessSheet.inspections.cell("检查人", text)
    #expect(try cell.value(Inspections.inspectors)?.strings == ["李秀英", "王建国"])
    #expect(cell.told == [])
    #expect(cell.elsewhere == [])
  }

  @Test("case 54: a blank inside a name of two characters", arguments: [("王 某", ["王某"]), ("王　敏、李秀英", ["李秀英", "王敏"])])
  func blank(text: String, names: [String]) throws {
    let cell = MessSheet.inspections.cell("检查人", text)
    #expect(try cell.value(Inspections.inspectors)?.strings == names)
    #expect(cell.told.allSatisfy { $0.hasSuffix("info") })
    #expect(cell.elsewhere == [])
  }

  /// Signed, but by whom is not known: nothing follows for who approved his own purchase (PUR-005, PUR-006).
  @Test("case 55: posts and groups", arguments: ["王主任", "李园长", "后勤处", "安全领导小组", "全体行政", "各班班主任"])
  func roles(_ text: String) throws {
    let cell = MessSheet.purchases.cell("审批人", text, and: ["采购人": text, "验收人": text])
    #expect(try cell.value(Purchases.approver)?.strings == [text])
    #expect(!cell.mess.findings.contains { $0.contains(" error ") || $0.contains(" warning ") })
  }

  @Test(
    "case 56: signed for somebody else",
    arguments: [("王建国(代)", ["王建国"]), ("王建国（代）", ["王建国"]), ("王建国代李明", ["王建国"]), ("王建国代签", ["王建国"])])
  func proxy(text: String, names: [String]) throws {
    let cell = MessSheet.purchases.cell("验收人", text)
    #expect(try cell.value(Purchases.inspector)?.strings == names)
    #expect(cell.told == ["GEN-027 warning"])
    #expect(cell.elsewhere == [])
  }

  @Test("case 56: by nobody knows whom") func unnamedProxy() throws {
    let cell = MessSheet.purchases.cell("验收人", "代签")
    #expect(try cell.value(Purchases.inspector)?.strings == nil)
    #expect(cell.told == ["GEN-027 warning"])
    #expect(cell.elsewhere == [])
  }

  @Test("case 57: names are not merged by guessing", arguments: ["小王", "建国"]) func shortName(_ text: String) throws {
    let mess = MessSheet.purchases.mess(["验收人": text, "采购人": "王建国", "审批人": "李园长"])
    #expect(try mess.row("purchases", 3)[Purchases.inspector]?.strings == [text])
    #expect(!mess.findings.contains { $0.hasPrefix("PUR-006") })
  }

  @Test("case 57: one person written in several ways (GEN-105)") func writtenDifferently() {
    let mess = MessSheet.purchases.mess(["验收人": "王建国"], ["品名": "胶带", "发票号": "00120044", "验收人": "建国"])
    #expect(mess.examination.findings.contains { $0.rule == "GEN-105" && $0.severity == .info })
  }

  private static let fortyRows: Mess = {
    let sheet = MessSheet.inspections
    let days = (1...20).map { $0 < 10 ? "2023-03-0\($0)" : "2023-03-\($0)" } + (1...20).map { $0 < 10 ? "2023-04-0\($0)" : "2023-04-\($0)" }
    let rows = days.enumerated().map { sheet.line(["检查日期": $1, "检查类型": "日常检查", "检查人": $0 == 0 ? "韩保平" : "同上"]) }
    return Mess((sheet.file, ([sheet.headerLine] + rows).joined(separator: "\n") + "\n"))
  }()

  @Test("case 92: forty rows of 同上 are filled") func pastedDitto() {
    let mess = Self.fortyRows
    #expect(mess.rows("inspections").map { $0[Inspections.inspectors]?.strings } == Array(repeating: ["韩保平"], count: 40))
    #expect(mess.repairs("inspections") == (3...41).map { "ditto \($0) 检查人 “同上” → “韩保平”" })
    #expect(mess.findings.allSatisfy { $0.hasPrefix("GEN-104 info") })
  }

  @Test("case 92: and noticed (GEN-104)") func pastedNotice() {
    #expect(Self.fortyRows.examination.findings.contains { $0.rule == "GEN-104" && $0.severity == .info })
  }
}
