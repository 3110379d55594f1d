/// How a column is read and filled.
public struct ColumnTraits: OptionSet, Sendable {
  /// One bit a trait.
  public let rawValue: Int
  /// Creates a set from its bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// A merged cell's value serves the rows below it, until a blank, total or title row (domain §0.5, 2).
  public static let fillsDown = ColumnTraits(rawValue: 1 << 0)
  /// As `fillsDown`, but only in rows whose own date cell is empty too.
  public static let fillsDownWithDate = ColumnTraits(rawValue: 1 << 1)
  /// A deadline, expiry or production date: not a fact of the term, exempt from GEN-004, GEN-005 and GEN-006.
  public static let deadline = ColumnTraits(rawValue: 1 << 2)
  /// May be counted from the ledger's deciding date: 立即, 三天内.
  public static let relative = ColumnTraits(rawValue: 1 << 3)
  /// Holds other things as well (a batch number in a date column): what cannot be read is no mistake.
  public static let lenient = ColumnTraits(rawValue: 1 << 4)
  /// Never printed: telephone numbers.
  public static let isPrivate = ColumnTraits(rawValue: 1 << 5)
  /// A text that tells of trouble: a tick alone may say that there is some, or that there is none (domain §5.1, 24).
  public static let asksOfTicks = ColumnTraits(rawValue: 1 << 13)
  /// A running number, of no meaning to the ledger.
  public static let sequence = ColumnTraits(rawValue: 1 << 6)
  /// An empty cell has a meaning of its own, so GEN-025 does not speak of it.
  public static let mayBeBlank = ColumnTraits(rawValue: 1 << 7)
  /// A total row's cell in this column must equal the sum above it (FIL-011).
  public static let isTotaled = ColumnTraits(rawValue: 1 << 8)
  /// May turn out to be a running number (编号 1, 2, 3 …) instead of a reference, and means nothing then.
  public static let maybeSequence = ColumnTraits(rawValue: 1 << 12)
  /// A date before the row's own: without a year the last such day up to the as-of date is meant.
  public static let past = ColumnTraits(rawValue: 1 << 11)
  /// Where the sheet lacks the column, the file's name may say it for all rows: 3月份月检查.csv.
  public static let fromFileName = ColumnTraits(rawValue: 1 << 10)
  /// A number that is a name: invoice, order, licence. Digits that Excel turned into `3.2E+11` are lost (GEN-011).
  public static let identifier = ColumnTraits(rawValue: 1 << 9)
}

/// Whether a sheet must have the column (domain §1.0).
public enum Need: Sendable {
  /// R: the column must exist and its cells be filled.
  case required
  /// r: missing, a statistic is degraded and says so.
  case expected
  /// o
  case optional
}

/// A column of a ledger, of whatever type.
///
/// Columns are keys: a rule or figure reads `row[Drills.people]`. A column's place in its ledger is set once, when the ledger is
/// built, before any row can exist.
public class AnyColumn: @unchecked Sendable {
  /// The canonical name of domain §1.
  public final let id: String
  /// Every header it is known by; the first is its title.
  public final let headers: [String]
  /// Whether a sheet may lack it.
  public final let need: Need
  /// How its cells are read and filled.
  public final let traits: ColumnTraits
  /// Position in the ledger; -1 before the ledger is built. Set once before any row exists, so reads of it need no check.
  @exclusivity(unchecked) public internal(set) final var slot = -1
  let normalizedHeaders: [String]
  /// Items of the lines above a header that say it for all rows: 检查组 for the inspectors. Folded.
  let titleKeys: Set<String>

  /// Whether an empty cell may stand for a merged one.
  var fillsDown: Bool { !traits.isDisjoint(with: [.fillsDown, .fillsDownWithDate]) }

  /// As reports name it.
  public var title: String { headers.first ?? id }

  init(_ id: String, _ headers: [String], _ need: Need, _ traits: ColumnTraits, titleKeys: [String] = []) {
    self.titleKeys = Set(titleKeys.map(Folding.header))
    self.id = id
    self.headers = headers
    self.need = need
    self.traits = traits
    normalizedHeaders = headers.map(Folding.header)
  }

  var allowsDitto: Bool { true }
  var hasNilWords: Bool { true }
  /// Whether its cells are days, so that the date rules apply.
  public var isDay: Bool { false }
  /// Whether its cells are sums of money, quantities or counts.
  public var isNumber: Bool { false }
  /// Whether its cells are texts or names, which are printed as they stand.
  public var isText: Bool { false }
  /// Whether its cells are shares in per cent.
  public var isPercent: Bool { false }
  /// What may be typed in its cells, where that is a closed list; empty where it is not.
  public var terms: [String] { [] }
  func read(_ cell: Span<UInt8>, _ context: inout ReadingContext) -> CellReading { .empty }
  /// See ``CellValue/renumbered``.
  var renumbered: ((Int64, [Int32]) -> Int64)? { nil }
  /// A stored value as lists of repairs print it.
  func plainText(_ stored: Int64, in lexicon: Lexicon) -> String { "" }
}

/// A column whose cells are of type `Value`.
public final class Column<Value: CellValue>: AnyColumn, @unchecked Sendable {
  /// Creates a column; headers are matched folded, the first one first.
  public init(_ id: String, _ headers: String..., need: Need = .optional, traits: ColumnTraits = [], titleKeys: [String] = []) {
    super.init(id, headers, need, traits, titleKeys: titleKeys)
  }

  override var allowsDitto: Bool { Value.allowsDitto }
  override var hasNilWords: Bool { Value.hasNilWords }
  /// Whether `Value` is a day.
  override public var isDay: Bool { Value.self == Day.self }
  /// Whether `Value` is money, a quantity or a count; durations are not.
  override public var isNumber: Bool { Value.self == Money.self || Value.self == Quantity.self || Value.self == Count.self }

  /// Whether `Value` is a text or a set of persons.
  override public var isText: Bool { Value.self == Text.self || Value.self == Persons.self }
  /// Whether `Value` is a share.
  override public var isPercent: Bool { Value.self == Percent.self }

  /// The terms of `Value`.
  override public var terms: [String] { Value.terms }

  override func read(_ cell: Span<UInt8>, _ context: inout ReadingContext) -> CellReading { Value.read(cell, &context) }
  override var renumbered: ((Int64, [Int32]) -> Int64)? { Value.renumbered }
  override func plainText(_ stored: Int64, in lexicon: Lexicon) -> String { Value(stored: stored, in: lexicon).plainText }
}
