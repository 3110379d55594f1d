import Documents
import Testing

@Suite("Template: mistakes are named with line and remedy")
struct TemplateErrorTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    var template: String
    var line: Int
    var written: String
    var reason: TemplateError.Reason
    var testDescription: String { template }

    init(_ template: String, _ line: Int, _ written: String, _ reason: TemplateError.Reason) {
      (self.template, self.line, self.written, self.reason) = (template, line, written, reason)
    }
  }

  static let names = [
    Mistake("甲\n\n{{ST-HAZ-3}}", 3, "{{ST-HAZ-3}}", .unknownName(nearest: "{{ST-HAZ-03}}")),
    Mistake("甲\n乙{{st-haz-03x}}", 2, "{{st-haz-03x}}", .unknownName(nearest: "{{ST-HAZ-03}}")),
    Mistake("{{完全不同的名称}}", 1, "{{完全不同的名称}}", .unknownName(nearest: nil)),
    Mistake("{{表 ST-HAZ-type}}", 1, "{{表 ST-HAZ-type}}", .unknownName(nearest: "{{表 ST-HAZ-types}}")),
    Mistake("{{表 ST-HAZ-types+ST-DRL-lst}}", 1, "{{表 ST-HAZ-types+ST-DRL-lst}}", .unknownName(nearest: "{{表 ST-HAZ-types+ST-DRL-list}}")),
    Mistake("甲{{列表 ST-INS-1}}", 1, "{{列表 ST-INS-1}}", .unknownName(nearest: "{{列表 ST-INS-01}}")),
    Mistake("{{清单 存在的问题}}", 1, "{{清单 存在的问题}}", .unknownName(nearest: "{{清单 存在问题}}")),
    Mistake("{{清单 缺台帐 drills}}", 1, "{{清单 缺台帐 drills}}", .unknownName(nearest: "{{清单 缺台账 drills}}")),
    Mistake("{{清单 缺台账 hazards drill}}", 1, "{{清单 缺台账 hazards drill}}", .unknownName(nearest: "{{清单 缺台账 hazards drills}}")),
    Mistake("{{附录 随便}}", 1, "{{附录 随便}}", .unknownName(nearest: nil)),
    Mistake("{{当 有台账 drills}}{{ST-INS-1}}\n{{否则}}无", 1, "{{ST-INS-1}}", .unknownName(nearest: "{{ST-INS-01}}")),
    Mistake("甲[[ST-HAZ-07 > 0：{{ST-HAZ-7}}]]", 1, "{{ST-HAZ-7}}", .unknownName(nearest: "{{ST-HAZ-07}}")),
    Mistake("{{当 有台账 hazrads}}甲", 1, "有台账 hazrads", .unknownName(nearest: "hazards")),
    Mistake("[[ST-HAZ-1 > 0：甲]]", 1, "ST-HAZ-1 > 0", .unknownName(nearest: "ST-HAZ-01")),
    Mistake("- 甲\n- {{单位名}}", 2, "{{单位名}}", .unknownName(nearest: "{{单位名称}}")),
    Mistake("## {{单位名}}", 1, "{{单位名}}", .unknownName(nearest: "{{单位名称}}")),
  ]

  static let keywords = [
    Mistake("{{列 ST-INS-01}}", 1, "{{列 ST-INS-01}}", .unknownKeyword(nearest: "{{列表 ST-INS-01}}")),
    Mistake("{{文 安全排查}}", 1, "{{文 安全排查}}", .unknownKeyword(nearest: "{{文字 安全排查}}")),
    Mistake("{{表格 ST-HAZ-types}}", 1, "{{表格 ST-HAZ-types}}", .unknownKeyword(nearest: "{{表 ST-HAZ-types}}")),
    Mistake("{{图表 ST-HAZ-types}}", 1, "{{图表 ST-HAZ-types}}", .unknownKeyword(nearest: "{{表 ST-HAZ-types}}")),
    Mistake("{{当有台账 drills}}甲", 1, "{{当有台账 drills}}", .unknownKeyword(nearest: "{{当 有台账 drills}}")),
    Mistake("{{清单：存在问题}}", 1, "{{清单：存在问题}}", .unknownKeyword(nearest: "{{清单 存在问题}}")),
    Mistake("{{文字安全排查}}", 1, "{{文字安全排查}}", .unknownKeyword(nearest: "{{文字 安全排查}}")),
    Mistake("{{否侧}}甲", 1, "{{否侧}}", .unknownName(nearest: "{{否则}}")),
    Mistake("{{落欵}}", 1, "{{落欵}}", .unknownName(nearest: "{{落款}}")),
    Mistake("## 甲\n\n{{无数据隐藏}}", 3, "{{无数据隐藏}}", .unknownName(nearest: "{{无数据时隐藏}}")),
    Mistake("{{文字}}", 1, "{{文字}}", .missingName),
    Mistake("{{ST-HAZ-types}}", 1, "{{ST-HAZ-types}}", .otherKeyword(usable: ["{{表 ST-HAZ-types}}"])),
    Mistake("{{表 ST-HAZ-01}}", 1, "{{表 ST-HAZ-01}}", .otherKeyword(usable: ["{{ST-HAZ-01}}"])),
    Mistake("{{ST-HAZ-01|万元}}", 1, "{{ST-HAZ-01|万元}}", .unusableForm),
  ]

  static let braces = [
    Mistake("甲\n乙{{ST-HAZ-01", 2, "{{ST-HAZ-01", .unclosedSlot),
    Mistake("甲{{ST-HAZ-01}处，{{ST-HAZ-07}}处", 1, "{{ST-HAZ-01}处，{{ST-H", .unclosedSlot),
    Mistake("甲{ST-HAZ-01}}处", 1, "}}处", .unopenedSlot),
    Mistake("{{注 没有结束\n\n甲", 1, "{{注 没有结束", .unclosedSlot),
    Mistake("甲{{ }}", 1, "{{}}", .emptySlot),
    Mistake("甲\n[[乙", 2, "[[", .unclosedClause),
    Mistake("甲[乙]]丙", 1, "]]丙", .unopenedClause),
    Mistake("[[甲[[乙]]]]", 1, "[[乙]]]]", .nestedClause),
  ]

  static let conditions = [
    Mistake("{{当 随便}}甲", 1, "随便", .badCondition(nearest: nil)),
    Mistake("{{当 有台帐 drills}}甲", 1, "有台帐 drills", .badCondition(nearest: "有台账 drills")),
    Mistake("{{当 没有值 ST-HAZ-01}}甲", 1, "没有值 ST-HAZ-01", .badCondition(nearest: "有值 ST-HAZ-01")),
    Mistake("{{当 ST-HAZ-01 > 多}}甲", 1, "ST-HAZ-01 > 多", .badCondition(nearest: nil)),
    Mistake("[[ST-HAZ-01 >> 1：甲]]", 1, "ST-HAZ-01 >> 1", .badCondition(nearest: nil)),
  ]

  static let places = [
    Mistake("见{{表 ST-HAZ-types}}", 1, "{{表 ST-HAZ-types}}", .blockWithinText),
    Mistake("甲{{当 有台账 hazards}}乙", 1, "{{当 有台账 hazards}}", .directiveWithinText),
    Mistake("甲{{无数据时隐藏}}", 1, "{{无数据时隐藏}}", .directiveWithinText),
    Mistake("## {{题}}甲", 1, "{{题}}", .directiveWithinText),
    Mistake("{{当 有台账 hazards}}甲\n乙", 2, "乙", .mixedVariants),
    Mistake("甲\n{{否则}}乙", 1, "甲", .mixedVariants),
    Mistake("{{否则}}甲\n{{当 有台账 hazards}}乙", 2, "{{当 有台账 hazards}}乙", .otherwiseNotLast),
    Mistake("###### 甲", 1, "###### 甲", .headingTooDeep),
    Mistake("# 甲\n# 乙", 2, "# 乙", .secondTitle),
    Mistake("{{题}}甲\n{{题}}乙", 2, "{{题}}乙", .secondTitle),
    Mistake("甲\n{{题}} ", 2, "{{题}}", .emptyTitle),
  ]

  @Test(arguments: [names, keywords, braces, conditions, places].flatMap(\.self))
  func isNamed(_ mistake: Mistake) throws {
    let error = try #require(throws: TemplateError.self) { try compose(mistake.template) }
    #expect(error.line == mistake.line)
    #expect(error.written == mistake.written)
    #expect(error.reason == mistake.reason)
  }

  @Test func messageTellsWhereWhatAndHow() throws {
    let error = try #require(throws: TemplateError.self) { try compose("甲\n\n乙{{ST-HAZ-3}}") }
    #expect(error.description == "模板“样例.md”第 3 行写的“{{ST-HAZ-3}}”：没有这个名称。打错了？是不是“{{ST-HAZ-03}}”？")
  }
}
