import Testing

@testable import Documents

@Suite("Template: what each construct prints")
struct TemplateTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var template: String
    var prints: String
    var testDescription: String { template }

    init(_ template: String, _ prints: String) {
      (self.template, self.prints) = (template, prints)
    }
  }

  @Test("Of a proven template only what is printed is asked for; of others every name is") func proven() throws {
    let text = "{{当 无台账 hazards}}{{nobody}}\n{{否则}}甲[[有值 ST-DRL-01：{{nobody}}]]乙"
    #expect(throws: TemplateError.self) { try Template(parsing: text, name: "a.md").compose(from: SampleSource()) }
    let proven = try Template(parsing: text, name: "a.md", isProven: true)
    #expect(try proven.compose(from: SampleSource()) == [.paragraph([.text("甲乙")])])
  }

  static let constructs = [
    Case("## 安全\n### 排查\n#### 查\n##### 改", "## 一、安全\n\n### （一）排查\n\n#### 1. 查\n\n##### （1）改"),
    Case("##安全\n\n## {-} 结语\n\n## {附录} 口径", "## 一、安全\n\n## 结语\n\n## 附录A　口径"),
    Case("## ｛附录｝ 口径", "## 附录A　口径"),
    Case("检查{{ST-INS-01}}次。", "检查27次。"),
    Case("检查｛｛ ST-INS-01 ｝｝次。", "检查27次。"),
    Case("{{ST-PUR-01}}元，即{{ST-PUR-01|万元}}万元", "12,658.50元，即1.27万元"),
    Case("{{ ST-PUR-01 ｜ 万元 }}", "1.27"),
    Case("其中{{列表 ST-INS-01}}", "其中消防2次、燃气1次"),
    Case("演练{{ST-DRL-01}}次", "演练（无数据）次"),
    Case("**整改率{{ST-HAZ-03}}**", "**整改率85.0%**"),
    Case("一行\n接着一行\nand more\nwords", "一行接着一行and more words"),
    Case("一行  \n另一行\\\n第三行", "一行\\\n另一行\\\n第三行"),
    Case("- 甲{{ST-INS-01}}\n- [[{{ST-HAZ-07}}]]\n- 乙", "- 甲27\n- 乙"),
    Case("1. 甲\n2. 乙", "1. 甲\n2. 乙"),
    Case("1. 甲\n\n2. 乙\n", "1. 甲\n2. 乙"),
    Case("> 引用{{ST-INS-01}}", "> 引用27"),
    Case("| 项 | 数 |\n|---|--:|\n| {{ST-PUR-01|万元}} | 甲\\|乙 |", "| 项 | 数 |\n| --- | ---: |\n| 1.27 | 甲\\|乙 |"),
    Case("{{注 给编辑看}}\n\n正文{{注 同一行}}。", "正文。"),
    Case("{{注：多行\n\n## 不是标题\n到这里}}\n正文", "正文"),
    Case("\u{FEFF}甲\r\n\r\n乙\r\n", "甲\n\n乙"),
    Case("\\{{ST-INS-01}} \\[[x]]", "{{ST-INS-01}} \\[\\[x\\]\\]"),
    Case("前\n{{落款}}\n后", "前\n\n春芽幼儿园\\\n2023年6月30日\n\n后"),
    Case("{{文字 安全排查}}", "> 【待补写：安全排查的做法与亮点】请写入 文字/安全排查.md，重新生成后会放在这里。"),
    Case("{{ 提示 }}本节无数据。", "本节无数据。"),
    Case("{ST-INS-01}和]", "{ST-INS-01}和\\]"),
    Case("\\]\\]和\\}}", "\\]\\]和}}"),
  ]

  @Test(arguments: constructs)
  func prints(_ example: Case) throws {
    #expect(try printed(example.template) == example.prints)
  }

  static let clauses = [
    Case("隐患{{ST-HAZ-01}}处[[，逾期{{ST-HAZ-07}}处]]。", "隐患18处。"),
    Case("检查[[，共{{ST-INS-01}}次]]。", "检查，共27次。"),
    Case("检查[[，演练{{ST-DRL-01}}次]]。", "检查。"),
    Case("检查[[，**共{{ST-HAZ-07}}次**]]。", "检查。"),
    Case("检查[[其中：{{ST-INS-01}}次]]。", "检查其中：27次。"),
    Case("甲[[ST-HAZ-07 > 0：，逾期{{ST-HAZ-07}}处]]乙", "甲乙"),
    Case("甲[[ST-HAZ-07 = 0：，无逾期（{{ST-HAZ-07}}处）]]乙", "甲，无逾期（0处）乙"),
    Case("甲[[ST-HAZ-01 ≥ １８ 且 有台账 hazards: 丙]]乙", "甲 丙乙"),
    Case("甲［［{{ST-INS-01}}］］乙", "甲27乙"),
    Case("[[{{ST-HAZ-07}}]]", ""),
  ]

  @Test(arguments: clauses)
  func clause(_ example: Case) throws {
    #expect(try printed(example.template) == example.prints)
  }

  static let variants = [
    Case("{{当 有台账 hazards}}有。\n{{当 无台账 hazards}}无。", "有。"),
    Case("{{当 有台账 drills}}有。\n{{否则}}无。", "无。"),
    Case("{{当 有台账 drills}}有。", ""),
    Case("{{当 部分 purchases}}部分。\n{{当 有台账 purchases}}全。", "部分。"),
    Case("{{当 有台账 hazards 且 ST-HAZ-01 = 0}}零。\n{{当 有台账 hazards 且 ST-HAZ-01 > 0}}{{ST-HAZ-01}}处。", "18处。"),
    Case("{{当 有值 ST-DRL-01}}有。\n{{当 无值 ST-DRL-01}}未统计。", "未统计。"),
    Case("{{当 ST-HAZ-01 >= 18且ST-HAZ-01<=18}}是。", "是。"),
    Case("{{当 ST-HAZ-01 != 18}}不是。\n{{当 ST-HAZ-01 ≠ 17}}是。", "是。"),
    Case("{{当 ST-HAZ-01 ＞ 1}}第一行，\\\n第二行，\\\n第三行。\n{{否则}}无。", "第一行，第二行，第三行。"),
    Case("{{当 无台账 drills}}{{提示}}本学期未提供演练台账，本节无数据。", "本学期未提供演练台账，本节无数据。"),
    Case("{{当 有台账 hazards}}{{落款}}\n{{否则}}无。", "春芽幼儿园\\\n2023年6月30日"),
    Case("{{ 当  有台账　hazards }} 有。\n{{ 否则 }}", "有。"),
  ]

  @Test(arguments: variants)
  func variant(_ example: Case) throws {
    #expect(try printed(example.template) == example.prints)
  }

  @Test func noticeIsItsOwnBlock() throws {
    #expect(try compose("{{当 无台账 drills}}{{提示}}未提供。") == [.notice([.text("未提供。")])])
  }

  @Test func figuresStayFigures() throws {
    #expect(try compose("共{{ST-INS-01}}次") == [.paragraph([.text("共"), .figure(id: "ST-INS-01", text: "27"), .text("次")])])
  }

  @Test func blockSlotGivesItsBlocks() throws {
    #expect(try compose("前\n{{表 ST-HAZ-types}}\n后").count == 3)
  }

  @Test func dataIsNeverReadAsTemplate() throws {
    #expect(try compose("甲{{hostile}}乙") == [.paragraph([.text("甲{{ST-HAZ-01}} **x** [[y]] # z乙")])])
  }

  @Test func titleIsExposed() throws {
    let template = try Template(parsing: "# {{单位名称}}后勤工作总结\n\n正文", name: "a.md")
    #expect(try template.composeTitle(from: SampleSource()) == "春芽幼儿园后勤工作总结")
    #expect(try template.compose(from: SampleSource()) == [.paragraph([.text("正文")])])
  }

  @Test(
    "{{题}} names the files, and the report unless a # line does",
    arguments: [
      ("正文", nil, nil), ("# 甲", "甲", nil), ("{{题}}{{单位名称}}工作计划", "春芽幼儿园工作计划", "春芽幼儿园工作计划"), ("{{题}}工作计划\n# 甲", "甲", "工作计划"),
    ] as [(String, String?, String?)])
  func titles(text: String, title: String?, fileTitle: String?) throws {
    let template = try Template(parsing: text, name: "a.md")
    #expect(try template.composeTitle(from: SampleSource()) == title)
    #expect(try template.composeFileTitle(from: SampleSource()) == fileTitle)
  }

  @Test(
    "An appendix is found by what stands in it", arguments: [("统计口径", "A"), ("数据来源", "B"), ("校验发现", nil)] as [(String, String?)])
  func appendices(name: String, letter: String?) throws {
    let text = "{{附录 校验发现}}\n\n## {附录} 口径\n\n{{附录 统计口径}}\n\n## {附录} 来源\n\n{{附录 数据来源}}"
    #expect(try Template(parsing: text, name: "a.md").appendixLetter(of: "附录", name) == letter)
  }
}
