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

  static let mistakes = [
    Mistake("甲\n\n{{ST-HAZ-3}}", 3, "{{ST-HAZ-3}}", .unknownName(nearest: "ST-HAZ-03")),
    Mistake("甲\n乙{{st-haz-03x}}", 2, "{{st-haz-03x}}", .unknownName(nearest: "ST-HAZ-03")),
    Mistake("{{完全不同的名称}}", 1, "{{完全不同的名称}}", .unknownName(nearest: nil)),
    Mistake("{{ST-HAZ-01|万元}}", 1, "{{ST-HAZ-01|万元}}", .unusableForm),
    Mistake("{{列 ST-HAZ-01}}", 1, "{{列 ST-HAZ-01}}", .unusableForm),
    Mistake("{{表 ST-HAZ-type}}", 1, "{{表 ST-HAZ-type}}", .unknownName(nearest: "ST-HAZ-types")),
    Mistake("{{当 有台账 drills}}{{ST-INS-1}}\n{{否则}}无", 1, "{{ST-INS-1}}", .unknownName(nearest: "ST-INS-01")),
    Mistake("甲[[ST-HAZ-07 > 0：{{ST-HAZ-7}}]]", 1, "{{ST-HAZ-7}}", .unknownName(nearest: "ST-HAZ-07")),
    Mistake("{{当 有台账 hazrads}}甲", 1, "有台账 hazrads", .unknownName(nearest: "hazards")),
    Mistake("- 甲\n- {{单位名}}", 2, "{{单位名}}", .unknownName(nearest: "单位名称")),
    Mistake("## {{单位名}}", 1, "{{单位名}}", .unknownName(nearest: "单位名称")),
    Mistake("甲\n乙{{ST-HAZ-01", 2, "{{ST-HAZ-01", .unclosedSlot),
    Mistake("{{注 没有结束\n\n甲", 1, "{{注 没有结束", .unclosedSlot),
    Mistake("甲{{ }}", 1, "{{}}", .emptySlot),
    Mistake("甲\n[[乙", 2, "[[", .unclosedClause),
    Mistake("[[甲[[乙]]]]", 1, "[[乙]]]]", .nestedClause),
    Mistake("{{当 随便}}甲", 1, "随便", .badCondition),
    Mistake("{{当 ST-HAZ-01 > 多}}甲", 1, "ST-HAZ-01 > 多", .badCondition),
    Mistake("[[ST-HAZ-01 >> 1：甲]]", 1, "ST-HAZ-01 >> 1", .badCondition),
    Mistake("见{{表 ST-HAZ-types}}", 1, "{{表 ST-HAZ-types}}", .blockWithinText),
    Mistake("甲{{当 有台账 hazards}}乙", 1, "{{当 有台账 hazards}}", .directiveWithinText),
    Mistake("{{当 有台账 hazards}}甲\n乙", 2, "乙", .mixedVariants),
    Mistake("甲\n{{否则}}乙", 1, "甲", .mixedVariants),
    Mistake("{{否则}}甲\n{{当 有台账 hazards}}乙", 2, "{{当 有台账 hazards}}乙", .otherwiseNotLast),
    Mistake("###### 甲", 1, "###### 甲", .headingTooDeep),
    Mistake("# 甲\n# 乙", 2, "# 乙", .secondTitle),
  ]

  @Test(arguments: mistakes)
  func isNamed(_ mistake: Mistake) throws {
    let error = try #require(throws: TemplateError.self) { try compose(mistake.template) }
    #expect(error.line == mistake.line)
    #expect(error.written == mistake.written)
    #expect(error.reason == mistake.reason)
  }

  @Test func messageTellsWhereWhatAndHow() throws {
    let error = try #require(throws: TemplateError.self) { try compose("甲\n\n乙{{ST-HAZ-3}}") }
    #expect(error.description == "模板“样例.md”第 3 行写的“{{ST-HAZ-3}}”：没有这个名称。是不是想写“ST-HAZ-03”？")
  }
}
