import Foundation
import LedgerKit
import Ledgers
import Testing

@testable import Houqin

@Suite("The reference of rules")
struct RulesManualTests {
  /// `HOUQIN_RECORD=1 swift test --filter RulesManual` writes the file anew, and fails so that nobody takes it for a test passed.
  @Test("The committed one is what houqin rules --format markdown writes") func fresh() throws {
    let url = Repository.root.appending(path: RulesReport.manual)
    if ProcessInfo.processInfo.environment["HOUQIN_RECORD"] == "1" {
      try RulesReport.markdown.write(to: url, atomically: true, encoding: .utf8)
      Issue.record("\(RulesReport.manual) was written anew")
      return
    }
    #expect(try Repository.text(RulesReport.manual) == RulesReport.markdown, "HOUQIN_RECORD=1 swift test --filter RulesManual")
  }

  @Test("Every rule has a page that answers what people ask", arguments: Catalog.rules.map(\.id)) func page(_ id: String) throws {
    let page = try RulesReport.explain(id)
    for part in ["# \(id) ", "- 检查什么：", "- 为什么：", "- 依据：", "- 级别：", "- 适用：", "- 参数：", "会报告的例子", "不会报告的例子"] {
      #expect(page.contains(part), "\(part)")
    }
    let rule = try #require(Catalog.rule(id))
    if Catalog.isGuard(rule) {
      #expect(page.contains("不能停用"))
    } else {
      #expect(page.contains("\n    \(id),否,,,,") && page.contains(SettingsGuide.waivers))
    }
    for parameter in rule.parameters { #expect(page.contains("\(parameter.name)（默认\(parameter.text(parameter.standard))）")) }
    #expect(!page.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test("A rule is found however its id is written, and by its title", arguments: ["PUR-005", "pur005", "ＰＵＲ－００５", "审批人与经办人相同"])
  func names(_ name: String) throws {
    #expect(try RulesReport.explain(name).hasPrefix("# PUR-005 审批人与经办人相同\n"))
  }

  @Test("An example shows what the program would say") func said() throws {
    let page = try RulesReport.explain("pur-004")
    #expect(page.contains("↓"))
    #expect(page.contains("报告：采购台账.csv 第2行〔审批人〕：没有审批人"))
  }
}
