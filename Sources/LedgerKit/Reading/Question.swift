/// A word or mark whose meaning the sheet does not tell. It is refused unless 设置.csv says how the school means it
/// (the ASK cases of domain §5.1).
public struct Question: Hashable, Sendable {
  /// The item of 设置.csv that answers it.
  public let key: String
  /// What may stand beside it.
  public let choices: [String]

  private init(_ key: String, _ choices: String...) {
    self.key = key
    self.choices = choices
  }

  /// 1/2/2023 (case 28).
  public static let dateOrder = Question("日期顺序", "月日年", "日月年")
  /// √ under a header that asks for trouble (case 24).
  public static let tick = Question("检查结果打√表示", "正常", "存在隐患")
  /// 一般 as a result (case 99).
  public static let fair = Question("检查结果写“一般”表示", "正常", "存在隐患")
  /// 整改 alone as a state (case 61).
  public static let rectify = Question("整改情况写“整改”表示", "已整改", "未整改")
  /// 全体师生 as a number of people (case 42).
  public static let wholeRoll = Question("“全体”按在册人数计", "是", "否")
  /// Numbered problems in one cell (case 58); they are split unless the answer is 否.
  public static let splitProblems = Question("编号的多个问题分开计", "是", "否")
  /// Shares of one or less among larger ones (case 64).
  public static let smallShare = Question("小于等于1的百分比是", "小数", "百分数")

  /// All that 设置.csv may answer.
  public static let all = [dateOrder, tick, fair, rectify, wholeRoll, splitProblems, smallShare]

  /// The choice a text in 设置.csv means; nil where it is none.
  func choice(_ text: String) -> String? {
    let word = Folding.compact(text)
    return choices.first { $0 == word }
  }

  /// What to write in 设置.csv: `可在 设置.csv 加一行“日期顺序”，内容填“月日年”或“日月年”`.
  public var remedy: String { "可在 设置.csv 加一行“\(key)”，内容填“\(choices.joined(separator: "”或“"))”" }
}

/// What a school's settings tell the reader of cells: the term, the roll, and the answers to questions.
public struct ReadingFrame: Sendable {
  /// The window in which a date without a year is sought; nil while the semester is not known.
  public var window: DayRange?
  /// 统计截止日; nil while it is not known.
  public var asOf: Day?
  /// Monday of the first week of teaching, where the settings or the calendar say it.
  public var firstWeek: Day?
  /// 幼儿数 or 学生数, and 教职工数.
  public var children: Int?
  /// 教职工数.
  public var staff: Int?
  /// Answers by the question's key.
  public var answers: [String: String]

  /// Creates a frame; what is nil is not known.
  public init(
    window: DayRange? = nil, asOf: Day? = nil, firstWeek: Day? = nil, children: Int? = nil, staff: Int? = nil,
    answers: [String: String] = [:]
  ) {
    self.window = window
    self.asOf = asOf
    self.firstWeek = firstWeek
    self.children = children
    self.staff = staff
    self.answers = answers
  }

  /// What the settings answer; nil where they do not.
  public func answer(_ question: Question) -> String? { answers[question.key] }
}
