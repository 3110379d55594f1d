import LedgerKit
import Tabular

/// What the program says in a list of findings, apart from what people write beside it and from what Excel and WPS change when they save
/// it: quotes, encoding, the order of rows, the way numbers and dates are written.
struct IssueContent {
  /// Texts that no spreadsheet program rewrites.
  static let columns = [IssueList.Column.rule, IssueList.Column.file, IssueList.Column.column, IssueList.Column.message]

  /// A number for each row, which says nothing of its place.
  private var rows: [UInt64] = []
  /// The row's texts, one after the other.
  private var row: [UInt8] = []

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
    row.removeAll(keepingCapacity: true)
    for var text in texts {
      text.withUTF8 { Folding.appendCompact($0, to: &row) }
      row.append(0x1F)
    }
    // FNV-1a; it guards against slips of hands, not against art.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in row { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    rows.append(hash)
  }

  /// Adds the rows of another part of the list.
  mutating func add(_ other: IssueContent) { rows += other.rows }

  /// One digest for all rows, whatever their order.
  var digest: String {
    var hash = SHA256()
    rows.sorted().map(\.littleEndian).withUnsafeBytes { hash.update($0) }
    return hash.hexDigest()
  }
}
