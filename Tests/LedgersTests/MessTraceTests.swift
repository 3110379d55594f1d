import LedgerKit
import Ledgers
import Testing

/// One cell of a case that domain §5.1 marks OKi: accepted, and told by an info or by an entry in the list of repairs.
struct TracedCase: Sendable, CustomTestStringConvertible {
  let number: Int
  let text: String
  let cell: @Sendable () -> MessCell

  init(_ number: Int, _ text: String, _ cell: @escaping @Sendable (String) -> MessCell) {
    (self.number, self.text) = (number, text)
    self.cell = { cell(text) }
  }

  var testDescription: String { "case \(number): \(text)" }

  static let all: [TracedCase] = [
    TracedCase(16, "〃") { MessSheet.inspections.cell("检查部位", $0) },
    TracedCase(24, "√") { MessSheet.inspections.cell("检查结果", $0) },
    TracedCase(41, "师生620人") { MessSheet.drills.cell("参加人数", $0) },
    TracedCase(49, "2大包") { MessSheet.purchases.cell("数量", $0, and: ["单价": ""]) },
    TracedCase(52, "(50.00)") { MessSheet.purchases.cell("金额", $0, and: ["数量": "-1", "单价": "50", "备注": "退货"]) },
    TracedCase(55, "后勤处") { MessSheet.purchases.cell("验收人", $0) },
    TracedCase(59, "已整改（3.12）") { MessSheet.hazards.without("完成日期").cell("整改情况", $0) },
    TracedCase(60, "联系厂家中") {
      MessSheet.hazards.cell("整改情况", $0, and: ["完成日期": "", "整改期限": "2023-07-10", "复查人": "", "复查日期": ""])
    },
    TracedCase(66, "20230105A2") { MessSheet.food.cell("生产日期", $0) },
    // 88 and 97 keep the text as typed: they only decide which places of the list are covered, so there is nothing to list.
    TracedCase(99, "基本正常") { MessSheet.inspections.cell("检查结果", $0) },
  ]
}

@Suite("Mess: what is accepted with an info leaves a trace") struct MessTraceTests {
  @Test("An info on the row, or an entry in the list of repairs", arguments: TracedCase.all)
  func trace(_ traced: TracedCase) {
    let cell = traced.cell()
    let infos = cell.mess.findings.filter { $0.contains(" info ") && $0.contains(" 3") }
    #expect(!infos.isEmpty || !cell.mess.repairs(cell.sheet.ledger).isEmpty)
    #expect(!cell.mess.findings.contains { !$0.contains(" info ") })
  }
}
