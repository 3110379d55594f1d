import LedgerKit
import Tabular

/// Keys of findings: a digest of rule, ledger, column and what the row says; neither the row's number nor the file's name.
struct IssueKeys {
  private let texts: RowTexts
  private var counts: [String: Int] = [:]

  init(_ inputs: [Input]) { texts = RowTexts(inputs) }

  /// The key of a finding; of several equal ones the second ends with -2, and so on in the order asked for.
  mutating func next(for finding: Finding) -> String {
    let parts = [finding.rule, finding.ledger ?? "", Folding.header(finding.column ?? ""), texts.content(of: finding)]
    let key = Self.letters(SHA256.hexDigest(Array(parts.joined(separator: "\u{1E}").utf8)).prefix(10))
    counts[key, default: 0] += 1
    let count = counts[key] ?? 1
    return count == 1 ? key : "\(key)-\(count)"
  }

  /// Hexadecimal digits as letters: spreadsheet programs would turn 12345678 or 1234E567 into numbers.
  private static func letters(_ hex: Substring) -> String {
    String(hex.map { digit in digit.hexDigitValue.map { alphabet[$0] } ?? "B" })
  }

  private static let alphabet = Array("BCDFGHJKLMNPQRST")
}
