/// A kind of ledger: its columns, how it is recognized, its rules and figures. Built-in ledgers are listed in one catalog.
public final class Ledger: Sendable {
  /// Whether a ledger's rows count, or say how to count.
  public enum Role: Sendable {
    /// Rows that are counted.
    case record
    /// A table that says how to count: profile, calendar, areas, staff, suppliers, budget, rules, waivers, headers.
    case setting
  }

  /// Stable, English: `hazards`.
  public let id: String
  /// Number in domain §1: `L02`.
  public let number: String
  /// As people call it: 隐患整改台账.
  public let title: String
  /// Settings have no figures.
  public let role: Role
  /// What a file is called that holds it, most specific first.
  public let keywords: [String]
  /// In the order of domain §1; a column's slot is its index here.
  public let columns: [AnyColumn]
  /// The columns that tell the ledger from others; without the file's name three of them are needed.
  public let signature: [AnyColumn]
  /// The date that decides a row's semester (domain §3.8), and what stands in where it is empty.
  public let date: Column<Day>?
  /// Tried in order where `date` is empty.
  public let dateFallbacks: [Column<Day>]
  /// Words in a file's name that mean its rows are carried over from the term before.
  public let carryOverWords: [String]
  /// Which rows dated before the semester were still open when it began, in a ledger that carries them over.
  public let isCarriedOver: (@Sendable (Row, Scope) -> Bool)?
  /// Whether open rows of the term before belong to this one.
  public var carriesOver: Bool { isCarriedOver != nil }
  /// A ledger this one's rows may belong to as well.
  public let derivation: Derivation?
  /// A text column whose numbered items are rows of their own (domain §5.1, 58).
  public let itemized: Column<Text>?
  /// A date that may stand inside another cell (domain §5.1, 59).
  public let embeddedDate: EmbeddedDate?
  /// Columns that share a cell where its header holds a word: 起止时间 is the beginning and the end.
  public let alsoRead: [(from: AnyColumn, to: AnyColumn, word: String)]
  /// Counts that a sheet may give in parts only: 人数 as 幼儿, 教师, 家长.
  public let sums: [(total: Column<Count>, parts: [Column<Count>])]
  /// Headers that may mean several columns: which of them the sheet still lacks decides, or nobody can (FIL-005).
  public let vagueHeaders: [VagueHeader]
  /// Who can mend a row, the first of these that is filled.
  public let responsible: [AnyColumn]
  /// Those of this ledger alone; what spans ledgers is in the catalog.
  public let rules: [Rule]
  /// In the order reports list them.
  public let figures: [Figure]
  /// Tables by month, category, place.
  public let breakdowns: [Breakdown]
  /// Tables of single things.
  public let listings: [Listing]

  /// Creates a ledger and gives its columns their slots; without a signature every column that is not optional tells.
  public init(
    id: String, number: String, title: String, role: Role = .record, keywords: [String], columns: [AnyColumn],
    signature: [AnyColumn] = [], date: Column<Day>? = nil, dateFallbacks: [Column<Day>] = [], carryOverWords: [String] = [],
    isCarriedOver: (@Sendable (Row, Scope) -> Bool)? = nil, derivation: Derivation? = nil, itemized: Column<Text>? = nil,
    embeddedDate: EmbeddedDate? = nil, alsoRead: [(from: AnyColumn, to: AnyColumn, word: String)] = [],
    sums: [(total: Column<Count>, parts: [Column<Count>])] = [],
    vagueHeaders: [VagueHeader] = [],
    responsible: [AnyColumn] = [], rules: [Rule] = [], figures: [Figure] = [],
    breakdowns: [Breakdown] = [],
    listings: [Listing] = []
  ) {
    self.id = id
    self.number = number
    self.title = title
    self.role = role
    self.keywords = keywords
    self.columns = columns
    self.signature = signature.isEmpty ? columns.filter { $0.need != .optional } : signature
    self.date = date
    self.dateFallbacks = dateFallbacks
    self.carryOverWords = carryOverWords
    self.isCarriedOver = isCarriedOver
    self.derivation = derivation
    self.itemized = itemized
    self.embeddedDate = embeddedDate
    self.vagueHeaders = vagueHeaders
    self.sums = sums
    self.alsoRead = alsoRead
    self.responsible = responsible
    self.rules = rules
    self.figures = figures
    self.breakdowns = breakdowns
    self.listings = listings
    for (slot, column) in columns.enumerated() { column.slot = slot }
  }

  /// The column an id names.
  public func column(_ id: String) -> AnyColumn? { columns.first { $0.id == id } }
}

/// A date that clerks write into another cell: 已整改（3.12）, 当场整改.
public struct EmbeddedDate: Sendable {
  /// The cell that may hold it.
  public let from: AnyColumn
  /// The column it belongs to, read only where that is empty.
  public let to: Column<Day>
  /// Words that mean the row's own date.
  public let sameDay: [String]
  /// Whether a value of `from` means that there is such a date.
  public let applies: @Sendable (Int64) -> Bool

  /// Creates a description of where else a date may stand.
  public init(from: AnyColumn, to: Column<Day>, sameDay: [String], applies: @escaping @Sendable (Int64) -> Bool) {
    self.from = from
    self.to = to
    self.sameDay = sameDay
    self.applies = applies
  }
}

/// A header such as 签字 that may mean several columns.
public struct VagueHeader: Sendable {
  /// Folded for comparison.
  public let header: String
  /// What it may mean.
  public let columns: [AnyColumn]

  /// Creates an entry; the header is folded.
  public init(_ header: String, _ columns: [AnyColumn]) {
    self.header = Folding.header(header)
    self.columns = columns
  }
}
