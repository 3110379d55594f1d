import LedgerKit
import Tabular

/// What the program says in a list of findings, apart from what people write beside it and from what Excel and WPS change when they save
/// it: quotes, encoding, the order of rows, the way numbers and dates are written.
struct IssueContent {
  /// Texts that no spreadsheet program rewrites.
  static let columns = [IssueList.Column.rule, IssueList.Column.file, IssueList.Column.column, IssueList.Column.message]

  /// A row as it grows, text by text: FNV-1a, which guards against slips of hands, not against art.
  struct Row {
    private var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    fileprivate var number: UInt64 { hash }

    /// Adds a text as it stands in the file; `compact` serves text after text.
    mutating func add(_ text: String, by compact: inout [UInt8]) {
      compact.removeAll(keepingCapacity: true)
      text.withBytes { Folding.appendCompact($0, to: &compact) }
      compact.append(0x1F)
      for byte in compact { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    }
  }

  /// A number for each row, which says nothing of its place.
  private var rows: [UInt64] = []

  init() {}

  /// Of a file; nil where it is no list of findings.
  init?(of path: String) {
    let read = PreviousIssues.reduce(path, atMost: .max, into: IssueContent()) { content, lines in
      for line in lines { content.add(Self.columns.map { line[$0] }) }
    }
    guard let read else { return nil }
    self = read
  }

  /// Adds a row by its texts in the columns, as they stand in the file.
  mutating func add(_ texts: [String]) {
    var (row, compact) = (Row(), [UInt8]())
    for text in texts { row.add(text, by: &compact) }
    add(row)
  }

  /// Adds a row to which all its texts were added.
  mutating func add(_ row: Row) { rows.append(row.number) }

  /// Adds the rows of another part of the list.
  mutating func add(_ other: IssueContent) { rows += other.rows }

  /// One digest for all rows, whatever their order.
  var digest: String {
    var hash = SHA256()
    rows.sorted().map { $0.littleEndian }.withUnsafeBytes { hash.update($0) }
    return hash.hexDigest()
  }
}
