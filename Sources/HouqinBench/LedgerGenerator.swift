import Platform

/// Writes the work folder of an invented kindergarten: five ledgers and the settings, with a slip here and there.
struct LedgerGenerator {
  /// Rows of all ledgers together; 2,748 are a term of a school of 600 children.
  let rows: Int
  let seed: UInt64

  static let termRows = 2748
  private static let people = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄"].flatMap { name in ["建国", "秀英", "海燕", "志强"].map { name + $0 } }
  private static let areas = ["食堂", "大一班", "中二班", "小三班", "门卫室", "配电房", "户外场地", "走廊楼梯", "午睡室", "仓库", "盥洗室"]
  private static let suppliers = ["常新", "绿源", "润泽", "金穗", "博文", "洁安"].flatMap { name in ["食品", "商贸", "文化用品"].map { name + $0 + "有限公司" } }

  /// The files and the number of their rows.
  func write(to folder: URL, school: String = "测试幼儿园") throws -> Int {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var draw = Draw(seed: seed)
    let parts = [("安全检查记录.csv", 600), ("隐患整改台账.csv", 90), ("采购台账.csv", 250), ("食堂进货验收台账.csv", 1800)]
    var written = 0
    for (name, share) in parts {
      let count = max(1, rows * share / Self.termRows)
      try save(name, sheet(name, count, &draw), in: folder)
      written += count
    }
    let drills = min(40, max(1, rows * 8 / Self.termRows))
    try save("应急演练记录.csv", sheet("应急演练记录.csv", drills, &draw), in: folder)
    try save("设置.csv", Self.settings(school), in: folder)
    return written + drills
  }

  private func save(_ name: String, _ text: String, in folder: URL) throws {
    try Data(("\u{FEFF}" + text).utf8).write(to: folder.appending(path: name))
  }

  private static func settings(_ school: String) -> String {
    [
      "项目,内容", "单位名称,\(school)", "学段,幼儿园", "学年,2022-2023", "学期,第二学期", "统计截止日,2023-06-30", "幼儿数,620", "教职工数,58", "",
    ].joined(separator: "\r\n")
  }

  private func sheet(_ name: String, _ count: Int, _ draw: inout Draw) -> String {
    let (header, row) = Self.makers[name] ?? ("", { _, _ in "" })
    var text = header + "\r\n"
    for index in 0..<count { text += row(index, &draw) + "\r\n" }
    return text
  }

  private typealias Maker = (header: String, row: @Sendable (Int, inout Draw) -> String)

  private static let makers: [String: Maker] = [
    "安全检查记录.csv": ("检查编号,检查日期,检查类型,检查部位,检查内容,检查人,检查结果,存在问题,备注", inspection),
    "隐患整改台账.csv": ("隐患编号,发现日期,隐患部位,隐患内容,隐患类别,隐患等级,整改措施,责任人,整改期限,整改情况,完成日期,复查人", hazard),
    "采购台账.csv": ("申购单号,申购日期,申购人,审批人,审批日期,采购日期,品名,类别,单位,数量,单价,金额,供应商,采购人,发票号,验收人,验收日期,验收结果,保管人,入库日期", purchase),
    "食堂进货验收台账.csv": ("进货日期,食品名称,食品类别,单位,数量,单价,金额,生产日期,保质期,供货商,索证情况,合格证明,感官性状,验收结果,验收人,采购人", food),
    "应急演练记录.csv": ("演练日期,开始时间,演练类型,演练范围,应到人数,参加人数,疏散用时,总指挥,预案,演练总结", drill),
  ]

  /// Large folders stay plausible: new places and goods every so many rows.
  private static func tag(_ index: Int, _ block: Int) -> String { index < block ? "" : "\(index / block)号" }

  private static func pair(_ draw: inout Draw) -> (String, String) {
    let first = draw.below(people.count)
    return (people[first], people[(first + 1 + draw.below(people.count - 1)) % people.count])
  }

  private static func inspection(_ index: Int, _ draw: inout Draw) -> String {
    let (a, b) = pair(&draw)
    let isProblem = draw.happens(120)
    let kind = draw.one(of: ["日常检查", "月检查", "专项检查", "节前检查"])
    let item = draw.one(of: ["消防", "用电", "燃气", "食品卫生", "门窗", "监控", "饮水"])
    let problem = isProblem ? draw.one(of: ["插座松动", "地面湿滑", "门锁损坏", "应急灯不亮"]) : ""
    return [
      "AQ\(1_000_000 + index)", Term.text(Term.workday(&draw)), kind, tag(index, 600) + draw.one(of: areas), item, "\(a)、\(b)",
      isProblem ? "存在隐患" : "正常", problem, draw.happens(50) ? "\"已拍照，见相册\"" : "",
    ].joined(separator: ",")
  }

  private static func hazard(_ index: Int, _ draw: inout Draw) -> String {
    let (owner, reviewer) = pair(&draw)
    let found = Term.workday(&draw)
    let (due, days) = (found + draw.one(of: 3, 7, 15), draw.within(0...9))
    let fixed = draw.happens(70) || found + days > Term.last ? nil : found + days
    let (what, category) = [("插座松动", "用电"), ("灭火器压力不足", "消防"), ("燃气软管老化", "燃气"), ("门锁损坏", "三防")][draw.below(4)]
    return [
      "YH\(1_000_000 + index)", Term.text(found), tag(index, 90) + draw.one(of: areas), what, category, draw.one(of: ["一般", "较大"]), "立即更换",
      owner,
      Term.text(due), fixed == nil ? "整改中" : "已整改", fixed.map(Term.text) ?? "", fixed == nil ? "" : reviewer,
    ].joined(separator: ",")
  }

  private static func purchase(_ index: Int, _ draw: inout Draw) -> String {
    let (buyer, approver) = pair(&draw)
    let (keeper, inspector) = pair(&draw)
    let day = Term.workday(&draw)
    let (item, category, price) = [("A4纸", "办公用品", 2350), ("洗手液", "清洁消毒用品", 1280), ("水彩笔", "教学用品", 990), ("灯管", "维修材料", 1860)][
      draw.below(4)]
    let (quantity, cents) = (draw.within(1...60), price + draw.below(60))
    let asked = Term.text(day - draw.below(4))
    let amount = quantity * cents + (draw.happens(10) ? 1000 : 0)
    return [
      "CG\(1_000_000 + index)", asked, buyer, draw.happens(5) ? buyer : approver, asked, Term.text(day), item + tag(index, 1000), category,
      "件",
      "\(quantity)", money(cents), money(amount), draw.one(of: suppliers), buyer, "\(23_000_000 + index)", inspector, Term.text(day), "合格",
      keeper,
      Term.text(day),
    ].joined(separator: ",")
  }

  private static func food(_ index: Int, _ draw: inout Draw) -> String {
    let (a, b) = pair(&draw)
    let day = Term.workday(&draw)
    let (item, kind, price) = [("大米", "粮油", 560), ("青菜", "蔬菜", 420), ("猪肉", "畜禽肉", 2880), ("鸡蛋", "蛋", 1020), ("牛奶", "奶及奶制品", 1150)][
      draw.below(5)]
    let (quantity, cents) = (draw.within(5...90), price + draw.below(40))
    return [
      Term.text(day), item + tag(index, 1800), kind, "公斤", "\(quantity)", money(cents), money(quantity * cents),
      Term.text(day - draw.below(12)), "12个月",
      draw.one(of: suppliers), draw.happens(10) ? "" : "齐全", "齐全", "正常", "合格", "\(a)、\(b)", draw.one(of: people),
    ].joined(separator: ",")
  }

  private static func drill(_ index: Int, _ draw: inout Draw) -> String {
    let expected = draw.within(560...620)
    return [
      Term.text(Term.workday(&draw)), "\(Term.two(draw.within(8...16))):\(Term.two(draw.below(60)))", draw.one(of: ["消防疏散", "地震", "反恐防暴"]),
      "全园",
      "\(expected)", "\(expected - draw.below(12))", "\(draw.within(1...3))分\(Term.two(draw.below(60)))秒", draw.one(of: people), "有",
      "疏散有序",
    ].joined(separator: ",")
  }

  /// Yuan with two decimals, from fen.
  private static func money(_ cents: Int) -> String { "\(cents / 100)." + Term.two(cents % 100) }
}

extension Draw {
  fileprivate mutating func one(of numbers: Int...) -> Int { numbers[below(numbers.count)] }
}
