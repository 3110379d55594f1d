/// What went wrong, or is worth telling, about a file as a whole or a record of it. Each is the condition of a rule of domain §2.1.
public struct FileTrouble: Sendable {
  /// The trouble itself, with what its message needs.
  public enum What: Sendable {
    case undecodable, damagedRow
    /// Not delimited text at all: what it is, and whether it may be a ledger that was not exported.
    case foreign(String, isSpreadsheet: Bool)
    /// No byte in it.
    case nothing
    /// More bytes than are read.
    case tooLarge
    /// It grew while it was read.
    case beingWritten
    /// A folder whose name ends like a file's.
    case folder
    /// Read as GB18030, but its characters are implausible: what it probably is.
    case doubtfulEncoding(String)
    /// Cells parted by ， or another full-width mark.
    case fullWidthDelimiter(String)
    /// A day in each column and ticks below.
    case matrix
    case unrecognized
    /// A table further down whose headers nobody knows.
    case strangeTable
    /// The name says one ledger, the headers another.
    case misnamed(named: String, read: String)
    case unsupported(title: String)
    case missingColumn(AnyColumn)
    /// A line above the header says it for all rows.
    case toldAbove(AnyColumn, String)
    /// A header that may mean several columns.
    case vagueHeader(String, [AnyColumn])
    case repeatedHeader(String)
    case unknownHeader(String)
    case empty
    case repeatedFile(other: String)
    /// Almost the same rows as another file; the Excel rows only this one has.
    case mostlyRepeated(other: String, same: Int, own: [Int])
    /// Total rows without the rows they add up.
    case onlyTotals
    /// The name says one month, so many rows are dated in others.
    case otherMonth(name: Int, rows: [Int])
    /// Two units of money for one ledger: the one here and the other with its place.
    case mixedUnits(here: String, other: String, place: String)
    /// The title names another school or semester than 设置.csv.
    case titleDisagrees(title: String, setting: String)
    /// A record with more filled cells than there are headers; how many of each.
    case surplusCells(Int, headers: Int)
    case unclosedQuote
    case totalMismatch(TotalMismatch, header: String)
    case unreadable(reason: String)
    /// Not even tried: beyond a limit, or a link that leads elsewhere; with what to do.
    case refused(reason: String, fix: String)
  }

  /// Path in the work folder.
  public let file: String
  /// Record, where it is about one.
  public let record: Int?
  /// Decides which FIL rule speaks.
  public let what: What
  /// The ledger the file is, where that is known.
  public let ledger: Ledger?
  /// The cell or text in question.
  public let value: String?

  /// Creates a trouble of a file, or of one record of it.
  public init(_ what: What, file: String, record: Int? = nil, ledger: Ledger? = nil, value: String? = nil) {
    self.what = what
    self.file = file
    self.record = record
    self.ledger = ledger
    self.value = value
  }
}
