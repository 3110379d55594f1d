import Documents
import Foundation
import Testing

@testable import Houqin

@Suite("Lists made from the data, and how sums are written") struct ListSlotTests {
  /// What a line of an outline prints from a work folder, as plain lines.
  private static func lines(_ line: String, _ summary: Summary) throws -> [String] {
    try Template(parsing: line, name: "a.md").compose(from: SummarySource(summary: summary)).flatMap { block -> [String] in
      switch block {
      case .paragraph(let inlines), .notice(let inlines): [inlines.plainText]
      case .list(let items, _): items.map(\.plainText)
      default: []
      }
    }
  }

  private static func summary(_ files: (String, String)...) throws -> Summary {
    let folder = try TemporaryFolder()
    try folder.write((files + [("设置.csv", TemporaryFolder.settings)]).map { (path: $0.0, bytes: Data($0.1.utf8)) })
    return try Pipeline.figures(folder.path, Options())
  }

  /// Three hazards: one done on time, one overdue, one not yet due.
  private static let hazards = (
    "隐患整改台账.csv",
    """
    发现日期,部位,隐患描述,责任人,整改期限,完成日期,整改情况
    2023-03-06,大门,门轴松动,王建国,2023-03-10,2023-03-08,已整改
    2023-05-10,围墙,压顶砖松动,王建国,2023-08-20,,未整改
    2023-06-01,操场,秋千吊链锈蚀,李秀英,2023-06-08,,整改中

    """
  )

  @Test("Open hazards: the overdue one first, with place, dates and state") func openHazards() throws {
    let lines = try Self.lines("{{清单 未完成隐患|还有：}}", try Self.summary(Self.hazards))
    #expect(lines == ["还有：", "秋千吊链锈蚀（操场，2023-06-01发现，期限2023-06-08，整改中，已逾期）。", "压顶砖松动（围墙，2023-05-10发现，期限2023-08-20，未整改）。"])
  }

  @Test("The main problems: hazards by name, rates on one line, everything else counted") func brief() throws {
    let lines = try Self.lines("{{清单 主要问题}}", try Self.summary(Self.hazards))
    #expect(lines.first == "尚有2处隐患没有完成整改，其中1处已超过整改期限：秋千吊链锈蚀（逾期）；压顶砖松动。")
    #expect(lines.contains("没有达到100%的：隐患整改率33.3%、按期整改率50.0%。"))
  }

  @Test("Goals: what is open, what was missed, what is below 100 %, what was not handed in") func goals() throws {
    // 1 of 3 closed; of the two that can be judged one was on time. No inspections are needed where hazards are there.
    let lines = try Self.lines("{{清单 工作目标}}", try Self.summary(Self.hazards))
    #expect(
      lines == ["没有完成整改的2处隐患全部办结，已超过期限的1处最先办理。", "按期整改率由50.0%（1/2）提高到100%。", "开学即建立并按时登记：应急演练记录、物品采购台账和食堂进货验收台账。"])
  }

  @Test("Rates of one ledger that are below 100 % are one goal") func ratesTogether() throws {
    // Three deliveries: one without licence, one checked by one person only.
    let food = (
      "食堂进货验收.csv",
      """
      进货日期,食品名称,食品类别,数量,单价,金额,供货商,索证情况,合格证明,验收结果,验收人
      2023-05-03,青菜,蔬菜,10,3,30,绿源,√,√,合格,孙志强、周海燕
      2023-05-04,青菜,蔬菜,10,3,30,绿源,×,√,合格,孙志强、周海燕
      2023-05-05,青菜,蔬菜,10,3,30,绿源,√,√,合格,孙志强

      """
    )
    #expect(try Self.lines("{{清单 工作目标}}", try Self.summary(food)).contains("索证索票率66.7%（2/3）和双人验收率66.7%（2/3），都提高到100%。"))
  }

  @Test("Nothing to list prints nothing, also not the sentence that leads to it", arguments: ["未完成隐患", "未落实要求", "未达目标", "台账更正"])
  func nothing(_ name: String) throws {
    let done = (
      "隐患整改台账.csv", "发现日期,部位,隐患描述,责任人,整改期限,完成日期,整改情况\n2023-03-06,大门,门轴松动,王建国,2023-03-10,2023-03-08,已整改\n"
    )
    let complete = try Self.summary(
      done, ("采购台账.csv", "采购日期,品名,数量,单价,金额,申购人,审批人,采购人,验收人,保管人\n2023-03-08,胶带,12,3.50,42.00,周华,王建国,李秀英,赵海燕,陈志强\n"),
      (
        "食堂进货验收.csv",
        "进货日期,食品名称,食品类别,数量,单价,金额,供货商,索证情况,合格证明,验收结果,验收人\n2023-05-03,青菜,蔬菜,10,3,30,绿源,√,√,合格,\"孙志强、周海燕\"\n"
      ), ("应急演练记录.csv", "演练日期,演练类型,参加人数,总结\n2023-03-17,消防,560,有序\n2023-05-17,消防,560,有序\n"))
    #expect(try Self.lines("{{清单 \(name)|还有：}}", complete) == [])
  }

  @Test(
    "Missing ledgers in the outline's own words",
    arguments: [
      ("{{清单 缺台账 trainings}}", ["本学期未提供培训学习记录。"]), ("{{清单 缺台账 trainings meetings|缺……，不作统计。}}", ["缺培训学习记录和会议记录，不作统计。"]),
      ("{{清单 缺台账 trainings meetings patrols|…没有交来。}}", ["培训学习记录、会议记录和每日巡视记录没有交来。"]), ("{{清单 缺台账 hazards|缺……。}}", []),
      ("{{清单 缺台账 disinfections health_screenings|未见……。}}", ["未见消毒记录以及体检与特殊儿童台账。"]),
    ] as [(String, [String])])
  func missing(line: String, printed: [String]) throws {
    #expect(try Self.lines(line, try Self.summary(Self.hazards)) == printed)
  }

  @Test(
    "Sums: exact below ten thousand yuan; above exact with 万元 beside it, or 万元 alone",
    arguments: [
      ("9999.99", "9,999.99", "9,999.99元", "9,999.99元"), ("10000", "10,000.00", "10,000.00元（1.00万元）", "1.00万元"),
      ("96462", "96,462.00", "96,462.00元（9.65万元）", "9.65万元"), ("123450", "123,450.00", "123,450.00元（12.35万元）", "12.35万元"),
    ])
  func sums(amount: String, plain: String, yuan: String, tenThousands: String) throws {
    let summary = try Self.summary(("采购台账.csv", "采购日期,品名,数量,单价,金额,审批人,采购人,验收人\n2023-03-08,胶带,1,\(amount),\(amount),王建国,李秀英,赵海燕\n"))
    #expect(
      try Self.lines("{{ST-PUR-01}}、{{ST-PUR-01|元}}、{{ST-PUR-01|万元}}", summary) == [[plain, yuan, tenThousands].joined(separator: "、")])
  }

  @Test(
    "Groups: how many, and their shares",
    arguments: [
      ("{{列表 ST-PUR-03}}", "图书600.00元、办公用品300.00元、印刷100.00元"), ("{{列表 ST-PUR-03|2}}", "图书600.00元、办公用品300.00元等"),
      ("{{列表 ST-PUR-03|2 占比}}", "图书占60.0%、办公用品占30.0%"),
    ])
  func groups(line: String, printed: String) throws {
    let rows = [("图书", 600), ("办公用品", 300), ("印刷", 100)].map { "2023-03-08,物品,\($0.0),1,\($0.1),\($0.1),王建国,李秀英,赵海燕\n" }
    let summary = try Self.summary(("采购台账.csv", "采购日期,品名,类别,数量,单价,金额,审批人,采购人,验收人\n" + rows.joined()))
    #expect(try Self.lines(line, summary) == [printed])
  }

  @Test("A wrong word after the bar is named", arguments: ["{{列表 ST-PUR-03|前三}}", "{{文字 前言|可有可无}}", "{{ST-HAZ-01|万元}}", "{{附录 统计口径|短}}"])
  func wrongStyle(line: String) throws {
    let error = try #require(throws: TemplateError.self) { try Self.lines(line, try Self.summary(Self.hazards)) }
    #expect(error.reason == .unusableForm)
  }

  @Test(
    "A slip in an outline names file, line and the nearest slot",
    arguments: [
      ("甲\n\n{{ST-HAZ-3}}", 3, "{{ST-HAZ-03}}"), ("{{表 ST-PUR-33}}", 1, "{{表 ST-PUR-03}}"), ("共{{列表 ST-PUR-3}}", 1, "{{列表 ST-PUR-03}}"),
      ("{{清单 存在问提}}", 1, "{{清单 存在问题}}"), ("{{清单 缺台账 trainning}}", 1, "{{清单 缺台账 trainings}}"), ("{{附录 统计口经}}", 1, "{{附录 统计口径}}"),
      ("{{当 有台账 drill}}甲", 1, "drills"), ("{{当 有直 ST-HAZ-01}}甲", 1, "有值 ST-HAZ-01"), ("甲{{截止日}}", 1, "{{统计截止日}}"),
      ("{{ST-PUR-03}}", 1, "{{表 ST-PUR-03}}”或“{{图 ST-PUR-03}}”或“{{列表 ST-PUR-03}}"), ("{{表 ST-HAZ-03}}", 1, "{{ST-HAZ-03}}"),
    ])
  func slips(text: String, line: Int, remedy: String) throws {
    let outline = try TemporaryFolder(("我的提纲.md", text))
    let folder = try TemporaryFolder(Self.hazards)
    let error = try #require(throws: HouqinError.self) { try report(folder.path, template: outline.path + "/我的提纲.md") }
    #expect(error.description.hasPrefix("模板“我的提纲.md”第 \(line) 行"), "\(error)")
    #expect(error.description.contains("“\(remedy)”"), "\(error)")
  }

  @Test("An outline that is not there", arguments: [("简板", "简版"), ("下学期计划", "下学期工作计划")]) func noSuchOutline(name: String, nearest: String)
    throws
  {
    let error = try #require(throws: HouqinError.self) { try report(Sample.school.url.path, template: name) }
    #expect(error.description.contains("打错了？是不是“\(nearest)”？"))
    for outline in TemplateFiles.outlines { #expect(error.description.contains(outline)) }
  }
}

@Suite("Sections left out are still named") struct HiddenSectionTests {
  private static let outline =
    "{{无数据时隐藏}}\n\n## 演练\n\n{{ST-DRL-01}}次\n\n## 采购\n\n{{提示}}未提供。\n\n## 资产\n\n{{文字 资产}}\n\n## {附录} 来源\n\n{{附录 数据来源}}"
  private static let drills = ("应急演练记录.csv", "演练日期,演练类型,参加人数\n2023-03-17,消防,560\n")

  private static func text(_ files: (String, String)...) throws -> String {
    let folder = try TemporaryFolder()
    try folder.write((files + [drills, ("设置.csv", TemporaryFolder.settings)]).map { (path: $0.0, bytes: Data($0.1.utf8)) })
    let outline = try TemporaryFolder(("提纲.md", outline))
    return try OutlineTests.markdown(folder.path, outline.path + "/提纲.md")
  }

  @Test("At the end of the body, with what that means") func named() throws {
    let text = try Self.text()
    #expect(!text.contains("、采购") && !text.contains("待补写：资产"))
    #expect(text.contains("附注：没有数据、未列入正文的内容有“采购”“资产”。没有数据不等于没有发生，也不等于零。\n\n## 附录A"))
  }

  @Test(
    "A passage brings its section back, by the outline's slot, by title or by the printed number",
    arguments: [("资产", "## 二、资产\n\n清点了一次。"), ("采购", "## 二、采购\n\n未提供。\n\n清点了一次。"), ("一", "## 一、演练\n\n1次\n\n清点了一次。")])
  func broughtBack(name: String, printed: String) throws {
    #expect(try Self.text(("文字/\(name).md", "清点了一次。\n")).contains(printed))
  }
}
