import Foundation
import Testing

@testable import Houqin

/// The README's examples of 规则.csv, 豁免.csv and 列名.csv are copied by people, so they must be right.
@Suite("The README teaches settings that work") struct ReadmeSettingsTests {
  private static let names = ["规则": "规则.csv", "豁免": "豁免.csv", "列名": "列名.csv"]

  @Test("Each example is read as its table, without a mistake", arguments: names.keys.sorted()) func example(_ name: String) throws {
    let blocks = try Repository.text("README.md").matches(of: /```csv\n([^`]*)```/).map { String($0.output.1) }
    let headers = ["规则": SettingsGuide.rules, "豁免": SettingsGuide.waivers, "列名": "台账,标准列名,本单位列名"]
    let header = try #require(headers[name])
    let text = try #require(blocks.first { $0.hasPrefix(header + "\n") })
    let file = try #require(Self.names[name])
    let purchases = "采购日期,品名,数量,单价,金额,审批人,采购人,收货签名\n2023-03-08,应急灯,10,12,120,,李秀英,赵海燕\n"
    let examination = try Pipeline.check(try TemporaryFolder((file, text), ("采购台账.csv", purchases)).path, Options())
    #expect(examination.findings.filter { $0.file == file }.map(\.message) == [])
    switch name {
    case "规则": #expect(examination.changes.count == text.split(separator: "\n").count - 1)
    case "豁免": #expect(examination.waived.map(\.finding.rule) == ["PUR-004"])
    default: #expect(!examination.findings.contains { $0.column == "收货签名" || $0.rule == "FIL-003" })
    }
  }
}
