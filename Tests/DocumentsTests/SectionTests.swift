import Documents
import Testing

@Suite("无数据时隐藏: sections without data")
struct SectionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var template: String
    var prints: String
    var hidden: [String]
    var testDescription: String { template }

    init(_ template: String, _ prints: String, hidden: [String] = []) {
      (self.template, self.prints, self.hidden) = (template, prints, hidden)
    }
  }

  static let cases = [
    Case("## 甲\n\n{{提示}}未提供。", "## 一、甲\n\n未提供。"),
    Case("## 甲\n\n{{无数据时隐藏}}\n\n{{提示}}未提供。\n\n## 乙\n\n正文", "## 一、乙\n\n正文", hidden: ["甲"]),
    Case("## 甲\n{{无数据时隐藏}}\n{{文字 安全排查}}\n\n## 乙\n\n{{提示}}未提供。", "## 一、乙\n\n未提供。", hidden: ["甲"]),
    Case("## 甲\n{{无数据时隐藏}}\n{{当 有台账 hazards}}有。\n{{否则}}{{提示}}未提供。", "## 一、甲\n\n有。"),
    Case("## 甲\n{{无数据时隐藏}}\n{{表 ST-HAZ-types}}\n", "## 一、甲\n\n" + "**表1　隐患类别**", hidden: []),
    Case("{{无数据时隐藏}}\n\n正文\n\n## 甲\n\n### 乙\n\n{{提示}}无。\n\n### 丙\n\n{{ST-INS-01}}次", "正文\n\n## 一、甲\n\n### （一）丙\n\n27次", hidden: ["乙"]),
    Case("{{无数据时隐藏}}\n## 甲\n### 乙\n{{提示}}无。\n## 丙\n正文", "## 一、丙\n\n正文", hidden: ["甲"]),
    Case("## 甲\n### 乙\n{{无数据时隐藏}}\n{{提示}}无。\n### 丙\n{{提示}}无。", "## 一、甲\n\n### （一）丙\n\n无。", hidden: ["乙"]),
  ]

  @Test(arguments: cases)
  func hides(_ example: Case) throws {
    let result = Sections.hidingEmpty(try compose(example.template))
    let text = body(MarkdownRenderer().render(document(Numbering.apply(to: result.blocks))))
    #expect(text.hasPrefix(example.prints))
    #expect(result.hidden == example.hidden)
  }
}
