/// What is wrong with, or worth telling about, one cell as it was read. Each is the condition of a rule of domain §2.2.
public enum CellTrouble: Hashable, Sendable {
  case unreadableDate, impossibleDate, yearInferred(Day), yearUndecided, implausibleYear, serialDate(Day)
  case unreadableNumber, approximate
  case notInVocabulary(countedAs: String)
  case excelError, dittoWithoutPrevious
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

/// What a cell's meaning depends on besides its text: the column's header, the semester, and texts seen before.
public struct ReadingContext {
  /// Where texts get their numbers; shared by all sheets of a run.
  public let lexicon: Lexicon
  /// The window in which a date without a year is sought; nil while the semester is not known.
  public var window: DayRange?
  /// 统计截止日; nil while it is not known.
  public var asOf: Day?
  /// The bracketed unit in the header as written: 秒, 元, 万元.
  public var headerUnit: String?
  /// Those of the column being read.
  public var traits: ColumnTraits = []
  /// The header as written: a tick under 有无隐患 means something else than under 是否合格.
  public var header = ""
  /// Terms already classified, by text number: a vocabulary is asked once for each distinct text.
  public var memo: [Int32: CellReading] = [:]

  /// Creates a context for the cells of one column of one sheet.
  public init(lexicon: Lexicon, window: DayRange? = nil, asOf: Day? = nil, headerUnit: String? = nil, traits: ColumnTraits = []) {
    self.lexicon = lexicon
    self.window = window
    self.asOf = asOf
    self.headerUnit = headerUnit
    self.traits = traits
  }
}

/// A type of cell: how its text is read and how it is stored.
public protocol CellValue: Sendable {
  /// Bytes a cell takes: 4 or 8.
  static var width: Int { get }
  /// Whether 同上 may stand for the value above. Never for numbers: a repeated amount must be typed.
  static var allowsDitto: Bool { get }
  /// Whether words such as 无, /, — mean an empty cell.
  static var hasNilWords: Bool { get }
  /// Reads a trimmed, non-empty cell.
  static func read(_ cell: Span<UInt8>, _ context: inout ReadingContext) -> CellReading
  /// Restores the value from the number `read` gave, with the lexicon that was read into.
  init(stored: Int64, in lexicon: Lexicon)
}

extension CellValue {
  /// Four bytes: enough for days, counts and text numbers.
  public static var width: Int { 4 }
  /// Most columns take 同上.
  public static var allowsDitto: Bool { true }
  /// In most columns 无 is no value.
  public static var hasNilWords: Bool { true }
}

extension Span where Element == UInt8 {
  /// The text of the bytes; for the slow paths.
  public var text: String {
    withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}
