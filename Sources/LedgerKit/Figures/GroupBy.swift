/// The group of a row.
public struct GroupKey: Hashable, Sendable {
  /// First part: a month counted from year 0, a term's index or a text's number; -1 for 未填.
  public let a: Int32
  /// Second part; 0 where there is only one.
  public let b: Int32
  /// Creates a key of one part or two.
  public init(_ a: Int32, _ b: Int32 = 0) {
    self.a = a
    self.b = b
  }

  /// One of the two parts, the first being 0.
  subscript(part: Int) -> Int32 { part == 0 ? a : b }
}

/// How rows are grouped and groups are named.
public struct GroupBy: Sendable {
  /// Names a part of a group's key.
  public typealias Label = @Sendable (Int32, Lexicon) -> String

  /// One, or two.
  let parts: [Part]

  /// A part of a group's key.
  struct Part: Sendable {
    let source: Source
    /// The part of the key of rows that say so.
    let group: @Sendable (Int64) -> Int32
    let label: Label
  }

  /// What says of which group a row is. Rows of which it says the same are of one; of which it says nothing, of none.
  enum Source: Sendable {
    /// What a cell holds, as it is stored; where it holds nothing, some other number.
    case cell(AnyColumn, else: Int64?)
    /// The row's deciding date.
    case date
    case row(@Sendable (Row) -> Int64?)
  }

  private init(_ source: Source, group: @escaping @Sendable (Int64) -> Int32, label: @escaping Label) {
    parts = [Part(source: source, group: group, label: label)]
  }

  private init(parts: [Part]) { self.parts = parts }

  /// Groups by what `cells` says of a row.
  public init(
    cells: @escaping @Sendable (Row) -> Int64?, group: @escaping @Sendable (Int64) -> Int32, label: @escaping Label
  ) { self.init(.row(cells), group: group, label: label) }

  /// Groups by what a cell holds, as it is stored; empty cells are -1.
  public init(_ column: AnyColumn, group: @escaping @Sendable (Int64) -> Int32, label: @escaping Label) {
    self.init(.cell(column, else: -1), group: group, label: label)
  }

  /// By two things, of which each has one part.
  public static func both(_ a: GroupBy, _ b: GroupBy) -> GroupBy { GroupBy(parts: a.parts + b.parts) }

  /// By the month of the row's deciding date: `2023-03`.
  public static let month = GroupBy(.date, group: monthNumber, label: monthName)

  /// By the month of a day; rows without one are left out.
  public static func month(of day: Column<Day>) -> GroupBy { GroupBy(.cell(day, else: nil), group: monthNumber, label: monthName) }

  @Sendable private static func monthNumber(_ day: Int64) -> Int32 { Day(number: Int32(truncatingIfNeeded: day)).monthNumber }

  /// By a term of a vocabulary; empty cells are 未填.
  public static func term<V: Vocabulary>(_ column: Column<V>) -> GroupBy {
    GroupBy(column, group: { Int32(truncatingIfNeeded: $0) }) { term, _ in
      V.cases.indices.contains(Int(term)) ? V.cases[Int(term)].rawValue : "未填"
    }
  }

  /// By a text as written; empty cells are 未填.
  public static func text(_ column: Column<Text>) -> GroupBy {
    GroupBy(column, group: { Int32(truncatingIfNeeded: $0) }) { text, lexicon in text < 0 ? "未填" : lexicon.string(text) }
  }

  /// Names a month by its number: `2023-03`.
  private static let monthName: Label = { number, _ in Month(number: number).iso }
}
