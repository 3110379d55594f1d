import LedgerKit
import Tabular

/// What the program says in a list of findings, apart from what people write beside it and from what Excel and WPS change when they save
/// it: quotes, encoding, the order of rows, the way numbers and dates are written.
enum IssueContent {
  /// nil where the bytes are no list of findings.
  static func digest(of bytes: [UInt8]) -> String? {
    guard let lines = PreviousIssues.lines(of: bytes) else { return nil }
    let texts = lines.map { line in columns.map { Folding.compact(line[$0]) }.joined(separator: "\u{1F}") }.sorted()
    return SHA256.hexDigest(Array(texts.joined(separator: "\u{1E}").utf8))
  }

  /// Texts that no spreadsheet program rewrites.
  private static let columns = [IssueList.Column.rule, IssueList.Column.file, IssueList.Column.column, IssueList.Column.message]
}
