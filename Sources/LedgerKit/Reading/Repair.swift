/// How a cell's value came to differ from what was typed. Every repair is kept with its row and column, so that it can be listed with
/// before and after: nothing is changed silently.
public enum Repair: UInt8, CaseIterable, Sendable {
  /// The value of a merged cell above.
  case merged
  /// 同上 and its marks.
  case ditto
  /// Full-width digits and letters, invisible characters, HTML entities.
  case width
  /// The year of the semester, or the century, added to a date.
  case year
  /// Excel's day number read as a date.
  case serialDate
  /// A date in Chinese numerals or with a letter for a digit; a week of term.
  case wordedDate
  /// The first day of several, or the first of a month where no day is written.
  case dayChosen
  /// A deadline counted from the row's date: 一周内, 月底前.
  case deadline
  /// Another unit of money, weight or time.
  case unit
  /// An amount in capitals: 壹仟贰佰元整.
  case capitals
  /// Parts added up: 幼儿580、教师46.
  case sum
  /// 约, 余, 以内 left off.
  case vague
  /// What stands behind a number left off: a bracket, 含税, a badly placed comma.
  case trimmed
  /// One of several ticked alternatives: □是 ☑否.
  case ticked
  /// A date found inside another cell: 已整改（3.12）.
  case found
  /// One of several numbered problems of a cell.
  case split
  /// Words, ticks and brackets taken in their usual meaning: 基本正常, √, 联系厂家中, (50.00).
  case meaning
  /// As 设置.csv answers what the word means.
  case answered
  /// The number of people on the roll: 全体师生.
  case roll

  /// As the list of repairs names it.
  public var title: String {
    switch self {
    case .merged: "合并单元格向下填充"
    case .ditto: "“同上”换成上一行的内容"
    case .width: "全角、不可见字符和网页符号换成普通字符"
    case .year: "日期补上年份"
    case .serialDate: "Excel日期序号换算成日期"
    case .wordedDate: "用文字写的日期换算成日期"
    case .dayChosen: "起止日期取开始，只写月份的取当月"
    case .deadline: "期限按起算日换算成日期"
    case .unit: "换算单位"
    case .capitals: "大写或中文数字换算成数字"
    case .sum: "分项人数相加"
    case .vague: "约数取写出的数"
    case .trimmed: "数字前后的文字、括号和不规范的逗号去掉"
    case .ticked: "取打勾的一项"
    case .found: "从其他格子取得日期"
    case .split: "一格多个编号问题拆开"
    case .meaning: "按通常的意思理解"
    case .answered: "按设置中的约定理解"
    case .roll: "“全体”按在册人数计"
    }
  }

  /// Stable, English, for other programs.
  public var id: String {
    switch self {
    case .merged: "merged"
    case .ditto: "ditto"
    case .width: "width"
    case .year: "year"
    case .serialDate: "serial-date"
    case .wordedDate: "worded-date"
    case .dayChosen: "day-chosen"
    case .deadline: "deadline"
    case .unit: "unit"
    case .capitals: "capitals"
    case .sum: "sum"
    case .vague: "vague"
    case .trimmed: "trimmed"
    case .ticked: "ticked"
    case .found: "found"
    case .split: "split"
    case .meaning: "meaning"
    case .answered: "answered"
    case .roll: "roll"
    }
  }
}

/// How exact a cell's value is, where it is not exactly what it says.
public enum Precision: UInt8, Sendable {
  /// About: 约620人.
  case about
  /// Some day of the month: 3月份.
  case month
  /// No more than: 2分钟以内. Not averaged.
  case atMost
}

/// A cell whose value is not what was typed, with the value it was given.
public struct Normalization: Sendable {
  /// Path in the work folder.
  public let file: String
  /// Row number in Excel.
  public let row: Int
  /// The header as the user wrote it.
  public let column: String
  /// Why the value differs.
  public let repair: Repair
  /// As typed.
  public let before: String
  /// As read.
  public let after: String
}
