import LedgerKit

/// GEN-102…104: numbers, running numbers and times that repeat or break; domain §2.4.
enum NumberingRules {
  static let all: [Rule] = [repeatedNumber, brokenSequence, concentrated]

  private static let repeatedNumber = Rule(
    "GEN-102", "编号重复", .error, .data, citation: .sheet,
    rationale: "同一个编号登记了两件不同的事，查不到、对不上。同一单分几行的不同物品，或分次到货的，不算重复。统计照计。",
    onlyTells: true,
    triggers: [
      hazards("YH-01,2023-03-06,走廊,应急灯不亮,吴建平,2023-03-08,2023-03-07,已整改\n↓YH-01,2023-04-06,大门,门锁损坏,吴建平,2023-04-08,2023-04-07,已整改"),
      purchases("CG001,2023-03-08,胶带,36\n↓CG001,2023-03-08,胶带,63"),
    ],
    passes: [
      hazards("YH-01,2023-03-06,走廊,应急灯不亮,吴建平,2023-03-08,2023-03-07,已整改\nYH-02,2023-04-06,大门,门锁损坏,吴建平,2023-04-08,2023-04-07,已整改"),
      purchases("CG001,2023-03-08,胶带,36\nCG001,2023-03-08,胶水,63"), purchases("CG001,2023-03-08,胶带,36\nCG001,2023-04-08,胶带,36"),
    ],
    check: .table { table, _ in
      switch table.ledger.id {
      case Hazards.ledger.id: repeats(in: table, Hazards.ref) { number, _ in RowKey(number, 0) }
      case Inspections.ledger.id:
        // All rows of one inspection may bear its number.
        notOfOneInspection(repeats(in: table, Inspections.ref) { number, _ in RowKey(number, 0) }, in: table)
      case Purchases.ledger.id:
        repeats(in: table, Purchases.reqNo) { number, row in
          RowKey(number, row[Purchases.item]?.id ?? 0, row[Purchases.spec]?.id ?? 0, row.date?.number ?? 0)
        }
      default: []
      }
    })

  /// Rows whose number, with what `key` adds to it, an earlier row of other content has.
  private static func repeats(in table: Table, _ column: Column<Text>, by key: (Int32, Row) -> RowKey) -> [Offense] {
    let repeated = table.rows(for: [column], in: [.inTerm, .carriedOver]).repeated(sharing: [column]) { row in
      guard let number = row[column], !row.isDerived else { return nil }
      return key(number.id, row)
    }
    return repeated.compactMap { row, other -> Offense? in
      // The items of one numbered cell share their row's number.
      if other.record == row.record, other.file == row.file { return nil }
      return Offense(row, at: column, "编号与\(other.place(from: row))相同，内容不同", fix: "请改正写错的编号；确是同一件的请合并为一行。")
    }
  }

  /// The offenses whose row has another day than the first row of its number.
  private static func notOfOneInspection(_ offenses: [Offense], in table: Table) -> [Offense] {
    if offenses.isEmpty { return [] }
    var days: [Int32: Day?] = [:]
    for row in table.rows {
      guard let number = row[Inspections.ref], days[number.id] == nil else { continue }
      days[number.id] = .some(row[Inspections.date])
    }
    return offenses.filter { offense in
      guard let row = offense.row, let number = row[Inspections.ref], let first = days[number.id] else { return true }
      return first != row[Inspections.date]
    }
  }

  private static let brokenSequence = Rule(
    "GEN-103", "序号断号或倒序", .info, .hint, citation: .sheet, rationale: "序号中间缺了号，可能删过行；倒着排的，可能中间插过行。这只是线索。",
    triggers: [numbered("1,2023-03-17\n2,2023-04-14\n↓4,2023-05-12")],
    passes: [
      numbered("1,2023-03-17\n2,2023-04-14\n3,2023-05-12"), numbered("1,2023-03-17\n2,2023-04-14\n1,2023-05-12"),
      numbered("1,2023-03-17\n,2023-04-14\n3,2023-05-12"),
    ],
    check: .table { table, _ in
      guard table.ledger.role == .record else { return [] }
      return table.sources.filter { !$0.isDerived }.compactMap { source in brokenSequence(of: source.sheet) }
    })

  /// The first gap of a sheet, and how many more there are. A sheet may count from 1 again; rows without a number count silently.
  private static func brokenSequence(of sheet: LedgerSheet) -> Offense? {
    guard sheet.form == nil, let cell = sheet.sequenceCell else { return nil }
    var last: Int?
    var gaps: [(record: Int, from: Int, to: Int)] = []
    for record in sheet.records where sheet.classes[record] == .data {
      let text = Folding.compact(sheet.raw(record: record, cell: cell))
      guard let number = Int(text) else {
        if text.isEmpty { last = last.map { $0 + 1 } }
        continue
      }
      if let before = last, number != before + 1, number != 1 { gaps.append((record, before, number)) }
      last = number
    }
    guard let gap = gaps.first else { return nil }
    let more = gaps.count > 1 ? "，这份表另有\(gaps.count - 1)处" : ""
    let what = gap.to > gap.from ? "序号从\(gap.from)跳到\(gap.to)" : gap.to == gap.from ? "序号\(gap.to)重复" : "序号从\(gap.from)倒回\(gap.to)"
    return Offense(
      file: sheet.file, record: gap.record, header: sheet.headers.indices.contains(cell) ? sheet.headers[cell] : nil,
      value: sheet.raw(record: gap.record, cell: cell), what + more, fix: "建议核对是否少了行；没有少的，重新编号即可。")
  }

  private static let least = Parameter("GEN-104", "行数", 10, "行")

  private static let concentrated = Rule(
    "GEN-104", "记录大量雷同", .info, .hint, citation: .sheet, rationale: "十行以上写着同样的问题，签名一路“同上”，或天天都是同一分钟，可能是事后集中补的。这只是线索。",
    parameters: [least], triggers: [deliveries { _ in "7:30" }, sameWords(10), sameSigner(10)],
    passes: [deliveries { "7:\(30 + $0)" }, sameWords(9), sameSigner(9)],
    check: .table { table, scope in
      switch table.ledger.id {
      case FoodReceipts.ledger.id: sameMinute(in: table, FoodReceipts.time, scope) + dittos(in: table, FoodReceipts.inspectors, scope)
      case Hazards.ledger.id: sameText(in: table, Hazards.desc, scope)
      case Inspections.ledger.id: sameText(in: table, Inspections.problem, scope) + dittos(in: table, Inspections.inspectors, scope)
      default: []
      }
    })

  /// Times of ten days and more that are all the same.
  private static func sameMinute(in table: Table, _ column: Column<TimeOfDay>, _ scope: Scope) -> [Offense] {
    if !table.mayHaveFilled(column) { return [] }
    var days = Set<Day>()
    var times = Set<Int>()
    var first: Row?
    for row in table.rows(for: [column]) {
      guard let time = row[column], let day = row.date else { continue }
      first = first ?? row
      days.insert(day)
      times.insert(time.minutes)
      if times.count > 1 { return [] }
    }
    guard let first, let time = first[column], days.count >= scope.whole(least) else { return [] }
    return [Offense(first, at: column, "\(days.count)天的\(first.header(column))都是\(time.plainText)", fix: "建议核对是否当时如实登记。")]
  }

  /// Ten rows and more of one day that say the same.
  private static func sameText(in table: Table, _ column: Column<Text>, _ scope: Scope) -> [Offense] {
    let groups = table.rows(for: [column]).grouped { row in
      guard let text = row[column], let day = row.date, !row.isDerived else { return nil }
      return OccasionKey(day.number, text.id)
    }
    let enough = scope.whole(least)
    return groups.indices.filter { groups.count(of: $0) >= enough }.map { group in
      Offense(groups.last(of: group), at: column, "同一天有\(groups.count(of: group))行写着同样的内容", fix: "建议核对是否逐处检查、如实登记。")
    }
  }

  /// The longest run of 同上 below one signature in each file, where it makes ten rows and more (domain §5.1, 92).
  private static func dittos(in table: Table, _ column: Column<Persons>, _ scope: Scope) -> [Offense] {
    var longest: [Int: ClosedRange<Int>] = [:]
    var run: ClosedRange<Int>?
    for index in table.repairedRows(of: column, by: .ditto) {
      let source = table.sourceIndex(of: index)
      let continues = run.map { $0.upperBound + 1 == index && table.sourceIndex(of: $0.upperBound) == source } ?? false
      let now = continues ? (run?.lowerBound ?? index)...index : index...index
      run = now
      if now.count > longest[source]?.count ?? 0 { longest[source] = now }
    }
    return longest.values.filter { $0.count + 1 >= scope.whole(least) }.compactMap { run in
      let row = table.row(run.lowerBound)
      guard let persons = row[column] else { return nil }
      return Offense(
        row, at: column, "从这一行起连续\(run.count)行都写“同上”，签名的都是“\(persons.text)”", fix: "建议核对是否每次都由本人检查、验收，当时签名。")
    }
  }

  // MARK: Examples

  private static func hazards(_ rows: String) -> Example {
    .sheet("隐患整改台账.csv", "隐患编号,发现日期,隐患部位,隐患描述,整改责任人,整改期限,整改完成日期,整改情况\n\(rows)\n")
  }

  private static func purchases(_ rows: String) -> Example {
    let lines = rows.split(separator: "\n").map { "\($0),1,王建国,李秀英,赵海燕\n" }
    return .sheet("采购台账.csv", "单号,采购日期,品名,金额,数量,审批人,采购人,验收人\n" + lines.joined())
  }

  private static func numbered(_ rows: String) -> Example {
    .sheet("应急演练记录.csv", "序号,演练日期,演练类型,参加人数\n" + rows.split(separator: "\n").map { "\($0),消防,560\n" }.joined())
  }

  private static func deliveries(_ time: (Int) -> String) -> Example {
    let lines = (1...10).map { day in
      "2023-03-\(day < 10 ? "0" : "")\(day),\(day == 1 && time(1) == time(2) ? "↓" : "")\(time(day)),青菜\(day),10,30,绿源食品有限公司,√,合格,孙志强、周海燕\n"
    }
    return .sheet("食堂进货验收台账.csv", "进货日期,验收时间,食品名称,数量,金额,供货商,索证情况,验收结果,验收人\n" + lines.joined())
  }

  private static func sameSigner(_ count: Int) -> Example {
    let lines = (1...count).map {
      "2023-03-\($0 < 10 ? "0" : "")\($0),日常检查,大门,\($0 == 1 ? "王建国" : $0 == 2 && count > 9 ? "↓同上" : "同上"),正常\n"
    }
    return .sheet("安全检查记录.csv", "检查日期,检查类型,检查部位,检查人,检查结果\n" + lines.joined())
  }

  private static func sameWords(_ count: Int) -> Example {
    let lines = (1...count).map { "2023-03-06,月检查,\($0)号房间,王建国、李秀英,存在隐患,\($0 == 10 ? "↓" : "")灯不亮\n" }
    return .sheet("安全检查记录.csv", "检查日期,检查类型,检查部位,检查人,检查结果,存在问题\n" + lines.joined())
  }
}
