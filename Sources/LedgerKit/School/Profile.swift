/// What 设置.csv says of the school (domain §1.8, L50). Nothing in it is required.
public struct Profile: Sendable {
  public enum Stage: Sendable { case kindergarten, school }

  /// Items and contents as typed, by the item's compact name.
  private let items: [String: String]

  public init(items: [(String, String)] = []) {
    var all: [String: String] = [:]
    for (key, value) in items {
      let name = Folding.header(key)
      if all[name] == nil, !Folding.compact(value).isEmpty { all[name] = Folding.trimmed(value) }
    }
    self.items = all
  }

  /// The content of the first of some items that is filled.
  public func text(_ names: String...) -> String? { names.lazy.compactMap { items[Folding.header($0)] }.first }

  public func number(_ names: String...) -> Int? {
    for name in names {
      guard let text = items[Folding.header(name)] else { continue }
      let digits = Folding.compact(text).filter { $0 != "," }.prefix { $0.isASCII && $0.isNumber }
      if let n = Int(digits) { return n }
    }
    return nil
  }

  public func day(_ names: String...) -> Day? {
    for name in names {
      guard let text = items[Folding.header(name)] else { continue }
      let reading = DayReader(text: text, context: ReadingContext(lexicon: Lexicon())).read()
      if case .value(let n) = reading { return Day(number: Int32(truncatingIfNeeded: n)) }
      if case .noted(let n, _) = reading { return Day(number: Int32(truncatingIfNeeded: n)) }
    }
    return nil
  }

  public func flag(_ names: String...) -> Bool? {
    for name in names { if let text = items[Folding.header(name)], let tick = Tick.term(for: text) { return tick == .yes } }
    return nil
  }

  public var schoolName: String? { text("单位名称", "学校名称", "园所名称", "单位", "学校", "幼儿园") }
  public var author: String? { text("作者", "撰写人", "填报人", "执笔人") }

  public var stage: Stage {
    if let stage = text("学段", "学校类型", "办学类型") { return stage.contains("幼") || stage.contains("托") ? .kindergarten : .school }
    guard let name = schoolName else { return .kindergarten }
    return name.contains("幼") || name.contains("托育") || !["小学", "中学", "学校", "高中", "职"].contains(where: name.contains)
      ? .kindergarten : .school
  }

  /// 事业单位, the default of a public school; 民办 and 企业 are other units.
  public var isPublicInstitution: Bool { text("单位性质", "办学性质").map { $0.contains("事业") || $0.contains("公办") } ?? true }
  /// Meals cooked or bought in for the school itself (自营, 承包, or not said).
  public var hasCanteen: Bool { text("供餐方式").map { $0.contains("自营") || $0.contains("承包") } ?? true }
  public var children: Int? { number("幼儿数", "学生数", "在园幼儿数", "在校学生数", "幼儿人数", "学生人数", "在园人数", "在校人数") }
  public var staff: Int? { number("教职工数", "教职工人数", "教师数") }
  public var classes: Int? { number("班级数", "班级总数") }
  public var start: Day? { day("学期开始", "开学日期", "学期起", "学期开始日期") }
  public var end: Day? { day("学期结束", "放假日期", "学期止", "学期结束日期") }
  public var asOf: Day? { day("统计截止日", "截止日", "统计截止日期") }
  public var signedOn: Day? { day("落款日期", "成文日期") }

  public var semester: Semester? {
    if let year = text("学年", "学年度"), let term = text("学期") { return Semester(year: year, term: term) }
    return (text("学期") ?? text("学年", "学年度")).flatMap(Semester.init(parsing:))
  }
}
