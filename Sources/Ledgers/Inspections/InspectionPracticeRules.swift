import LedgerKit

/// INS-004…006 and INS-101: who inspects, on which days, and what is entered twice; domain §2.3 and §2.4.
enum InspectionPracticeRules {
  private typealias I = Inspections

  static let all: [Rule] = [oneSigner, unitHead, dayOff, repeated]

  private static let oneSigner = Rule(
    "INS-004", "月检查、专项检查仅一人签名", .warning, .compliance, ledger: "inspections", citation: .own("安全检查小组共同检查"),
    rationale: "月检查、专项检查和节前检查由检查小组共同进行，只有一人签名，看不出是不是小组检查。",
    triggers: [sheet("2023-03-06,月检查,,大门,↓王建国,正常,"), sheet("2023-03-06,专项检查（燃气）,,食堂,↓王建国,正常,")],
    passes: [sheet("2023-03-06,月检查,,大门,王建国、李秀英,正常,"), sheet("2023-03-06,日常检查,,大门,王建国,正常,"), sheet("2023-03-06,月检查,,大门,安全领导小组,正常,")],
    check: .row(
      where: .persons(I.inspectors, 1...1) && I.isOfKind(.monthly, .special, .beforeHoliday)
    ) { row, _ in
      guard let kind = row[I.type]?.kind, let name = row[I.inspectors]?.individuals.first else { return nil }
      return Offense(row, at: I.inspectors, "\(kind.rawValue)只有“\(name)”一人签名", fix: "请由参加检查的人都签名；漏填的请补上。")
    })

  private static let unitHead = Rule(
    "INS-005", "防火检查缺受检部门签名", .warning, .compliance, ledger: "inspections",
    citation: Citation("《机关、团体、企业、事业单位消防安全管理规定》（公安部令第61号）第二十六条", .V2),
    rationale: "防火检查后，检查人员和被检查部门的负责人都应签名。",
    triggers: [sheet("2023-03-06,专项检查,消防,食堂,王建国、李秀英,正常,↓"), sheet("2023-03-06,消防专项检查,,食堂,王建国、李秀英,正常,↓")],
    passes: [sheet("2023-03-06,专项检查,消防,食堂,王建国、李秀英,正常,周海燕"), sheet("2023-03-06,专项检查,燃气,食堂,王建国、李秀英,正常,")],
    check: .row(where: .lacks(I.unitHead)) { row, _ in
      guard let type = row[I.type], [.monthly, .special].contains(type.kind) || row.raw(I.type).holds("季"), FireTopic.isNamed(in: row)
      else { return nil }
      return Offense(row, at: I.unitHead, "防火检查没有受检部门负责人签名", fix: "请受检部门的负责人补签。")
    })

  private static let dayOff = Rule(
    "INS-006", "检查日为非教学日", .info, .hint, ledger: "inspections", citation: .sheet,
    rationale: "月检查和日常检查一般在教学日进行，日期落在周末或假日的，可能写错了一天。",
    triggers: [sheet("↓2023-05-06,月检查,,大门,王建国、李秀英,正常,")],
    passes: [sheet("2023-05-05,月检查,,大门,王建国、李秀英,正常,"), sheet("2023-05-06,节前检查,,大门,王建国、李秀英,正常,")],
    check: .remembering(where: I.isOfKind(.monthly, .daily) && .filled(I.date)) { [date = I.date, type = I.type] scope in
      var told = ToldDays()
      return { row in
        guard let day = row[date], let kind = row.stored(type).map(InspectionType.kindNumber) else { return nil }
        let text = told.text(of: day, kind) { dayOff(day, row[type]?.kind, scope) }
        return text.map { Offense(row, at: date, $0, fix: "建议核对日期；确在假日检查的不用处理。") }
      }
    })

  /// What is told of inspections of one kind on one day, put together once: a term has a hundred days.
  private struct ToldDays {
    private var numbers = CellNumbers()
    private var texts: [String?] = []
    private let kindCount = Int64(InspectionKind.cases.count)

    /// The text of a day and a kind, which `tell` tells where it is asked for the first time.
    mutating func text(of day: Day, _ kind: Int32, _ tell: () -> String?) -> String? {
      // Days and kinds near each other have numbers near each other.
      let (number, isNew) = numbers.number(of: Int64(day.number) * kindCount + Int64(kind))
      if isNew { texts.append(tell()) }
      return texts[number]
    }
  }

  /// What is said of a day; nil where it is a school day, or out of the teaching time.
  private static func dayOff(_ day: Day, _ kind: InspectionKind?, _ scope: Scope) -> String? {
    guard let kind, scope.calendar.teaching.contains(day), kind == .monthly || !scope.profile.isBoarding, !scope.calendar.isSchoolDay(day)
    else { return nil }
    return "\(day.monthAndDay)是非教学日，记有\(kind.rawValue)\(scope.estimateNote)"
  }

  private static let repeated = Rule(
    "INS-101", "同一检查重复登记", .warning, .data, ledger: "inspections", citation: .sheet,
    rationale: "同一天、同一部位、同一类检查、同样的人登记了两次，点次会多算；两行都计入，请核对。",
    onlyTells: true,
    triggers: [
      sheet("2023-03-06,月检查,,食堂,王建国、李秀英,正常,\n2023-03-06,月检查,,↓食堂,李秀英、王建国,正常,周海燕")
    ],
    passes: [
      sheet("2023-03-06,月检查,,食堂,王建国、李秀英,正常,\n2023-03-06,月检查,,大门,王建国、李秀英,正常,"),
      .sheet(
        "安全检查记录.csv", "检查日期,检查类型,检查部位,检查内容,检查人,检查结果\n2023-03-06,月检查,食堂,冰箱,王建国、李秀英,正常\n2023-03-06,月检查,食堂,燃气,王建国、李秀英,正常\n"),
      .sheet(
        "安全检查记录.csv",
        "检查日期,检查类型,检查部位,检查人,检查结果,存在问题\n2023-03-06,月检查,食堂,王建国、李秀英,存在隐患,地面湿滑\n2023-03-06,月检查,食堂,王建国、李秀英,存在隐患,灯不亮\n"),
    ],
    check: .table { table, _ in
      let repeated = table.rows(for: [I.date, I.area, I.type, I.inspectors]).repeated(sharing: [I.date, I.area, I.inspectors]) { row in
        guard let day = row[I.date], let area = row[I.area], let people = row[I.inspectors] else { return nil }
        return RowKey(day.number, area.id, I.kindNumber(row), I.topicID(of: row), people.id, row[I.item]?.id ?? 0, row[I.problem]?.id ?? 0)
      }
      return repeated.map { row, other in
        Offense(row, at: I.area, "与\(other.place(from: row))是同一次检查的同一部位", fix: "重复的请删去；查的是不同内容的，请在检查内容写明。")
      }
    })

  private static func sheet(_ rows: String) -> Example {
    .sheet("安全检查记录.csv", "检查日期,检查类型,专项内容,检查部位,检查人,检查结果,受检部门签字\n\(rows)\n")
  }
}

/// Whether an inspection is one against fire.
enum FireTopic {
  private static let words: WordList = ["消防", "防火", "灭火", "消火栓"]

  /// Its topic says so: 消防专项检查.
  static func isNamed(in row: Row) -> Bool {
    let topic = Inspections.topicID(of: row)
    return topic != 0 && row.table.lexicon.holds(words, topic)
  }

  /// Its topic, its place or what is inspected says so.
  static func isLookedAt(in row: Row) -> Bool {
    isNamed(in: row) || row[Inspections.area]?.holds(words) ?? false || row[Inspections.item]?.holds(words) ?? false
  }
}

extension Row {
  /// Where a row is, as a message about another row names it: 第5行, or with its file.
  func place(from other: Row) -> String { isOfFile(of: other) ? "第\(number)行" : "\(file)第\(number)行" }
  /// Nothing at all is typed in a cell the sheet has; 无 and / are typed.
  func isBlank(_ column: AnyColumn) -> Bool { has(column) && isEmpty(column) && Folding.compact(raw(column)).isEmpty }
}

extension Row {
  /// Nothing, or a stroke, is typed in a cell the sheet has; what is typed and cannot be read is told by rules of its own.
  func isLeftOpen(_ column: AnyColumn) -> Bool {
    // What was read as a value is no stroke.
    stored(column) == nil && has(column) && ["", "/", "-", "--", "—", "——", "无", "\\"].contains(Folding.compact(raw(column)))
  }
}

/// Excel rows in one phrase.
enum RowList {
  /// `第3、5行`, or with their files where they are not all of the same; long lists are cut.
  static func text(_ rows: [Row]) -> String {
    let sorted = rows.sorted { $0.index < $1.index }
    guard let first = sorted.first else { return "" }
    let more = sorted.count > 6 ? "等\(sorted.count)行" : "行"
    if sorted.allSatisfy({ $0.isOfFile(of: first) }) {
      return "第" + sorted.prefix(6).map { String($0.number) }.joined(separator: "、") + more
    }
    return sorted.prefix(6).map { "\($0.file)第\($0.number)" }.joined(separator: "、") + more
  }
}
