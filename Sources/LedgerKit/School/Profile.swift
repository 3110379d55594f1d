/// What 设置.csv says of the school (domain §1.8, L50). Nothing in it is required.
public struct Profile: Sendable {
  /// Which outline and which obligations apply.
  public enum Stage: Sendable { case kindergarten, school }

  /// Items and contents as typed, by the item's compact name.
  private let items: [String: String]

  // What rules ask row by row, read once.
  /// 幼儿数 or 学生数.
  public private(set) var children: Int?
  /// 教职工数.
  public private(set) var staff: Int?
  /// 楼层数.
  public private(set) var floors: Int?
  /// 是否寄宿.
  public private(set) var isBoarding = false
  /// 是否小规模单位: too few people to keep all duties apart (domain §6, 17).
  public private(set) var isSmallUnit = false

  /// Creates a profile from items and contents as typed; of an item given twice the first filled one holds.
  public init(items: [(String, String)] = []) {
    var all: [String: String] = [:]
    for (key, value) in items {
      let name = Profile.key(key)
      if all[name] == nil, !Folding.compact(value).isEmpty { all[name] = Folding.trimmed(value) }
    }
    self.items = all
    children = number(among: Self.childrenItems)
    staff = number(among: Self.staffItems)
    floors = number("楼层数")
    isBoarding = says(yesTo: ["是否寄宿", "寄宿"])
    isSmallUnit = says(yesTo: ["是否小规模单位", "小规模单位"])
  }

  /// An item as it is matched: quotation marks are left out, which people type in many ways.
  private static func key(_ item: String) -> String {
    let name = Folding.header(item)
    return quotationMarks.isIn(name) ? name.filter { !quotationMarks.words.contains(String($0)) } : name
  }

  private static let quotationMarks: WordList = ["“", "”", "\"", "「", "」"]

  /// The content of the first of some items that is filled.
  public func text(_ names: String...) -> String? { names.lazy.compactMap { items[Folding.header($0)] }.first }

  /// The number the first of some items that is filled says: 620, 620人, 约620多人.
  public func number(_ names: String...) -> Int? { number(among: names) }

  private func number(among names: [String]) -> Int? { names.lazy.compactMap { quantity($0)?.value }.first }

  /// Whether that number is only about right.
  public func isApproximate(_ names: [String]) -> Bool { names.lazy.compactMap { quantity($0)?.isApproximate }.first ?? false }

  private func quantity(_ name: String) -> (value: Int, isApproximate: Bool)? {
    items[Folding.header(name)].flatMap(Profile.number)
  }

  /// A whole number as people write it in a settings sheet.
  static func number(_ text: String) -> (value: Int, isApproximate: Bool)? {
    let bytes = Array(text.utf8)
    if let plain = PlainNumber.read(bytes.span), let whole = Count.whole(plain) { return (Int(whole), false) }
    var context = ReadingContext(lexicon: Lexicon())
    switch Count.read(bytes.span, &context) {
    case .value(let n): return (Int(n), false)
    case .noted(let n, _): return (Int(n), true)
    default: return nil
    }
  }

  /// The day the first of some items that can be read says.
  private func day(among names: [String]) -> Day? {
    names.lazy.compactMap { items[Folding.header($0)].flatMap(Profile.day) }.first
  }

  /// A day with its year, as people write it in a settings sheet; a month is no day.
  static func day(_ text: String) -> Day? {
    var context = ReadingContext(lexicon: Lexicon())
    let bytes = Array(text.utf8)
    switch Day.read(bytes.span, &context) {
    case .value(let n), .noted(let n, _): return context.precision == nil ? Day(number: Int32(truncatingIfNeeded: n)) : nil
    default: return nil
    }
  }

  /// The school's answers to what its sheets leave open, by the question's key; what is no choice is not adopted.
  public var answers: [String: String] {
    var result: [String: String] = [:]
    for question in Question.all {
      if let text = items[Profile.key(question.key)], let choice = question.choice(text) { result[question.key] = choice }
    }
    return result
  }

  /// What an item of 设置.csv must look like and does not; nil where it is in order or not known.
  public static func complaint(item: String, content: String) -> (message: String, fix: String)? {
    let name = Profile.key(item)
    if Folding.compact(content).isEmpty { return nil }
    if dayKeys.contains(name), day(content) == nil {
      return ("看不懂“\(item)”的日期，没有采用", "请写全年月日，如 2023-06-30。")
    }
    if numberKeys.contains(name), number(content) == nil {
      return ("看不懂“\(item)”的数，没有采用", "请填数字，如 620。")
    }
    if let question = questions[name], question.choice(content) == nil {
      return ("看不懂“\(item)”，没有采用", "请填“\(question.choices.joined(separator: "”或“"))”。")
    }
    if name == "学年" || name == "学年度", Semester(year: content, term: "第一学期") == nil, Semester(parsing: content) == nil {
      return ("看不懂“\(item)”，没有采用", "请写成 2022-2023 这样。")
    }
    if name == "学期", Semester(year: "2022-2023", term: content) == nil {
      return ("看不懂“\(item)”，没有采用", "请写“第一学期”或“第二学期”。")
    }
    return nil
  }

  private static let startItems = ["学期开始", "开学日期", "学期起", "学期开始日期"]
  private static let endItems = ["学期结束", "放假日期", "学期止", "学期结束日期"]
  private static let asOfItems = ["统计截止日", "截止日", "统计截止日期"]
  private static let signedItems = ["落款日期", "成文日期"]
  private static let dayItems = asOfItems + startItems + endItems + signedItems
  private static let dayKeys = Set(dayItems.map(Folding.header))
  private static let numberKeys = Set(numberItems.map(Folding.header))
  private static let questions = Dictionary(Question.all.map { (key($0.key), $0) }, uniquingKeysWith: { first, _ in first })
  private static let classItems = ["班级数", "班级总数"]
  private static let limitItems = ["采购限额", "自行采购限额"]
  private static let carriedItems = ["上期遗留隐患数", "期初遗留隐患数"]
  private static let numberItems =
    childrenItems + staffItems + classItems + limitItems + carriedItems + ["大班", "中班", "小班", "楼层数"]

  /// 单位名称; nil leaves a gap in the report.
  public var schoolName: String? { text("单位名称", "学校名称", "园所名称", "单位", "学校", "幼儿园") }
  /// Printed below the title.
  public var author: String? { text("作者", "撰写人", "填报人", "执笔人") }

  /// By 学段, else by the school's name; a kindergarten where neither tells.
  public var stage: Stage {
    if let stage = text("学段", "学校类型", "办学类型") { return stage.holds("幼") || stage.holds("托") ? .kindergarten : .school }
    guard let name = schoolName else { return .kindergarten }
    return name.holds("幼") || name.holds("托育") || !["小学", "中学", "学校", "高中", "职"].contains(where: name.holds)
      ? .kindergarten : .school
  }

  /// 事业单位, the default of a public school; 民办 and 企业 are other units.
  public var isPublicInstitution: Bool { text("单位性质", "办学性质").map { $0.holds("事业") || $0.holds("公办") } ?? true }
  /// 是否使用校车.
  public var hasSchoolBus: Bool { says(yesTo: ["是否使用校车", "校车", "使用校车"]) }
  /// 是否消防安全重点单位.
  public var isKeyFireUnit: Bool { says(yesTo: ["是否消防安全重点单位", "消防安全重点单位", "消防重点单位"]) }
  /// 采购限额 in yuan: from this sum on the school's own rules ask for more. None is set by law for all.
  public var purchaseLimit: Int? { number(among: Self.limitItems) }
  /// 上期遗留隐患数, as the last term's summary stated it.
  public var carriedHazards: Int? { number(among: Self.carriedItems) }

  private func says(yesTo names: [String]) -> Bool {
    names.lazy.compactMap { items[Folding.header($0)] }.first.map { Tick.term(for: $0) == .yes } ?? false
  }

  /// Meals cooked or bought in for the school itself (自营, 承包, or not said).
  public var hasCanteen: Bool { text("供餐方式").map { $0.holds("自营") || $0.holds("承包") } ?? true }
  /// Items that may hold the number of children, in the order they are tried.
  public static let childrenItems = ["幼儿数", "学生数", "在园幼儿数", "在校学生数", "幼儿人数", "学生人数", "在园人数", "在校人数"]
  /// Items that may hold the number of staff, in the order they are tried.
  public static let staffItems = ["教职工数", "教职工人数", "教师数"]
  /// 班级数.
  public var classes: Int? { number(among: Self.classItems) }
  /// 学期开始, the first teaching day.
  public var start: Day? { day(among: Self.startItems) }
  /// 学期结束, the last teaching day.
  public var end: Day? { day(among: Self.endItems) }
  /// 统计截止日.
  public var asOf: Day? { day(among: Self.asOfItems) }
  /// 落款日期.
  public var signedOn: Day? { day(among: Self.signedItems) }

  /// From 学年 and 学期, or either where it names both; nil where they cannot be read.
  public var semester: Semester? {
    if let year = text("学年", "学年度"), let term = text("学期") { return Semester(year: year, term: term) }
    return (text("学期") ?? text("学年", "学年度")).flatMap(Semester.init(parsing:))
  }
}
