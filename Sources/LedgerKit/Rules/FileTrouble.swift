/// What went wrong, or is worth telling, about a file as a whole or a record of it. Each is the condition of a rule of domain §2.1.
public struct FileTrouble: Sendable {
  /// The trouble itself, with what its message needs.
  public enum What: Sendable {
    case undecodable, damagedRow
    /// Not delimited text at all: what it is, and whether it may be a ledger that was not exported.
    case foreign(String, isSpreadsheet: Bool)
    case unrecognized
    /// The name says one ledger, the headers another.
    case misnamed(named: String, read: String)
    case unsupported(title: String)
    case missingColumn(AnyColumn)
    case repeatedHeader(String)
    case unknownHeader(String)
    case empty
    case repeatedFile(other: String)
    case surplusCells, unclosedQuote
    case totalMismatch(TotalMismatch, header: String)
    case unreadable(reason: String)
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
