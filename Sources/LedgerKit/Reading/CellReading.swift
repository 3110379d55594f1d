/// What is wrong with, or worth telling about, one cell as it was read. Each is the condition of a rule of domain §2.2.
public enum CellTrouble: Hashable, Sendable {
  // Dates.
  case unreadableDate, impossibleDate, yearInferred(Day), yearUndecided, implausibleYear, serialDate(Day)
  /// A day reckoned from the week of term: 第5周周三.
  case dayOfWeek(Day)
  /// Only a month: the day is not known.
  case dayUnknown(Month)
  /// A letter O or l among digits.
  case letterForDigit(Day)
  /// 每周五, 周三: a rule, not a day.
  case recurring
  /// 第5周 without a calendar.
  case weekUnknown
  /// The weekday written is not that of the date, which is given.
  case weekdayMismatch(String)
  /// Several dates or numbers in a cell that holds one.
  case severalValues
  /// A period of which the first day is used.
  case period(Day)
  /// 长期, 持续: no deadline.
  case noDeadline
  // Numbers.
  case unreadableNumber, approximate
  /// 同上 where a number must be typed.
  case dittoNumber
  /// 2分钟以内: used as a bound.
  case upperBound
  /// 3 in a column of times, without a unit (DRL-001).
  case durationUnclear
  /// A share of one or less beside larger ones (GEN-017).
  case smallShare
  /// Converted to the unit of the column, which is told.
  case converted(String)
  /// The number is of another unit than the column, and cannot be converted.
  case unitUnclear
  /// The number is used, what stands around it is not.
  case extraText(String)
  /// 全体师生, taken from the roll.
  case fromRoll(Int)
  case percentOutOfRange
  // Words.
  case notInVocabulary(countedAs: String)
  /// Only 设置.csv can say what is meant.
  case undecided(Question)
  /// A clean word with a reservation (正常，但…), counted as a problem.
  case reservation
  /// √ or 已签 where a name belongs.
  case notAName
  /// 代签.
  case proxy
  /// Numbered problems counted one by one; how many.
  case splitProblems(Int)
  /// Several problems in one cell, not numbered, counted as one.
  case unsplitProblems
  // Any cell.
  case excelError, dittoWithoutPrevious, formula
  /// 3.20419E+11: a number of a paper of which Excel kept the first digits only.
  case digitsLost
  case placeholder, folded, personalData, childName, formulaPrefix
}

/// What one cell says.
public enum CellReading: Equatable, Sendable {
  case empty
  case value(Int64)
  /// A value that is used, with something to tell about it.
  case noted(Int64, CellTrouble)
  case unusable(CellTrouble)
  /// A deadline counted from another date of the row: 立即, 三天内, 月底前.
  case relative(RelativeDay)
}

/// A deadline as a clerk writes it, before the day it counts from is known.
public enum RelativeDay: Equatable, Sendable {
  case days(Int), endOfWeek, endOfMonth

  /// The day meant, counted from the row's deciding date; a week ends on Sunday.
  public func resolved(from day: Day) -> Day {
    switch self {
    case .days(let n): day.advanced(by: n)
    case .endOfWeek: day.advanced(by: 7 - day.weekday)
    case .endOfMonth: day.month.lastDay ?? day
    }
  }
}

/// What a cell's meaning depends on besides its text: the column's header, the settings, and texts seen before. A reader leaves here what
/// it had to do to the text.
public struct ReadingContext {
  /// Where texts get their numbers; shared by all sheets of a run.
  public let lexicon: Lexicon
  /// What the settings say.
  public var frame: ReadingFrame
  /// The window in which a date without a year is sought; nil while the semester is not known.
  public var window: DayRange? { frame.window }
  /// 统计截止日; nil while it is not known.
  public var asOf: Day? { frame.asOf }
  /// The bracketed unit in the header as written: 秒, 元, 万元.
  public var headerUnit: String?
  /// Those of the column being read.
  public var traits: ColumnTraits = []
  /// The header as written: a tick under 有无隐患 means something else than under 是否合格.
  public var header = ""
  /// Terms already classified, by text number: a vocabulary is asked once for each distinct text.
  public var memo: [Int32: CellReading] = [:]
  /// The repairs of remembered readings, by text number.
  var repairs: [Int32: Repair] = [:]
  /// The number of the last cell's text, where it was interned; nil for numbers and dates.
  public var textID: Int32?
  /// Whether the last cell was a plain number or date, without anything to look for.
  public var isPlain = false
  /// What the last cell's value owes to a repair; nil where it is as typed.
  public var repair: Repair?
  /// How exact the last cell's value is; nil where it is exact.
  public var precision: Precision?

  /// Creates a context for the cells of one column of one sheet.
  public init(lexicon: Lexicon, frame: ReadingFrame, headerUnit: String? = nil, traits: ColumnTraits = []) {
    self.lexicon = lexicon
    self.frame = frame
    self.headerUnit = headerUnit
    self.traits = traits
  }

  /// Forgets what was noted about the cell before.
  mutating func beginCell() {
    textID = nil
    isPlain = false
    repair = nil
    precision = nil
  }

  /// Creates a context that knows the term only.
  public init(lexicon: Lexicon, window: DayRange? = nil, asOf: Day? = nil, headerUnit: String? = nil, traits: ColumnTraits = []) {
    self.init(lexicon: lexicon, frame: ReadingFrame(window: window, asOf: asOf), headerUnit: headerUnit, traits: traits)
  }
}

/// A type of cell: how its text is read and how it is stored.
public protocol CellValue: Sendable {
  /// Whether 同上 may stand for the value above. Never for numbers: a repeated amount must be typed.
  static var allowsDitto: Bool { get }
  /// Whether words such as 无, /, — mean an empty cell.
  static var hasNilWords: Bool { get }
  /// Reads a trimmed, non-empty cell.
  static func read(_ cell: Span<UInt8>, _ context: inout ReadingContext) -> CellReading
  /// Restores the value from the number `read` gave, with the lexicon that was read into.
  init(stored: Int64, in lexicon: Lexicon)
  /// The value as lists of repairs print it.
  var plainText: String { get }
  /// The number for the same value where texts have other numbers, by their old ones; nil of a type that knows no texts.
  static var renumbered: ((Int64, [Int32]) -> Int64)? { get }
  /// What may be typed, where that is a closed list; empty where it is not.
  static var terms: [String] { get }
}

extension CellValue {
  /// Most columns take 同上.
  public static var allowsDitto: Bool { true }
  /// Most values are numbers of their own.
  public static var renumbered: ((Int64, [Int32]) -> Int64)? { nil }
  /// In most columns 无 is no value.
  public static var hasNilWords: Bool { true }
  /// Most columns take any text, number or day.
  public static var terms: [String] { [] }
}

extension Span where Element == UInt8 {
  /// The text of the bytes; for the slow paths.
  public var text: String {
    withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}
