import LedgerKit
import Tabular

/// Keys of findings: a digest of rule, ledger, column and what the row says; neither the row's number nor the file's name.
enum IssueKeys {
  /// The keys of findings, in their order; of several equal ones the second ends with -2, and so on.
  static func all(of findings: [Finding], in inputs: [Input]) -> [String] {
    let texts = RowTexts(inputs)
    // Digests know nothing of each other: parts of the list are digested at once, and numbered afterwards.
    let parts = max(1, min(8, findings.count / 1000))
    let keys = Parallel.map(parts) { part in
      var digests = Digests(texts)
      return (findings.count * part / parts..<findings.count * (part + 1) / parts).map { digests.key(of: findings[$0]) }
    }
    var counts: [String: Int] = [:]
    return keys.joined().map { key in
      let count = (counts[key] ?? 0) + 1
      counts[key] = count
      return count == 1 ? key : "\(key)-\(count)"
    }
  }

  /// Makes digests one after the other, in one buffer.
  private struct Digests {
    private let texts: RowTexts
    private var columns: (written: String, folded: String) = ("", "")
    private var message: [UInt8] = []

    init(_ texts: RowTexts) { self.texts = texts }

    mutating func key(of finding: Finding) -> String {
      if columns.written != finding.column ?? "" { columns = (finding.column ?? "", Folding.header(finding.column ?? "")) }
      message.removeAll(keepingCapacity: true)
      message.append(contentsOf: finding.rule.utf8)
      message.append(0x1E)
      message.append(contentsOf: (finding.ledger ?? "").utf8)
      message.append(0x1E)
      message.append(contentsOf: columns.folded.utf8)
      message.append(0x1E)
      texts.appendContent(of: finding, to: &message)
      return letters(SHA256.digest(consuming: &message))
    }

    /// The first ten hexadecimal digits as letters: spreadsheet programs would turn 12345678 or 1234E567 into numbers.
    private func letters(_ digest: [UInt8]) -> String {
      String(decoding: digest.prefix(5).flatMap { [Self.alphabet[Int($0 >> 4)], Self.alphabet[Int($0 & 15)]] }, as: UTF8.self)
    }

    private static let alphabet = Array("BCDFGHJKLMNPQRST".utf8)
  }
}
