import LedgerKit
import Tabular

/// Keys of findings: a digest of rule, ledger, column and what the row says; neither the row's number nor the file's name.
enum IssueKeys {
  /// The keys of findings, in their order; of several equal ones the second ends with -2, and so on.
  static func all(of findings: [Finding], in inputs: [Input]) -> [String] {
    let texts = RowTexts(inputs)
    // Digests know nothing of each other: parts of the list are digested at once, and numbered afterwards.
    let keys = Parallel.pieces(of: findings.count, least: 1000) { piece in
      defer { texts.letGo() }
      var digests = Digests(texts)
      return piece.map { digests.digest(of: findings[$0]) }
    }
    var counts: [UInt64: Int] = [:]
    return keys.joined().map { digest in
      let count = counts[digest, default: 0] + 1
      counts[digest] = count
      return count == 1 ? letters(digest) : "\(letters(digest))-\(count)"
    }
  }

  /// A digest of 40 bits as ten letters: spreadsheet programs would turn 12345678 or 1234E567 into numbers.
  private static func letters(_ digest: UInt64) -> String {
    String(unsafeUninitializedCapacity: 10) { letters in
      for place in 0..<10 { letters[place] = alphabet[Int(digest >> UInt64(36 - 4 * place) & 15)] }
      return 10
    }
  }

  private static let alphabet = Array("BCDFGHJKLMNPQRST".utf8)

  /// Makes digests one after the other, in one buffer.
  private struct Digests {
    private let texts: RowTexts
    private var columns: (written: String, folded: String) = ("", "")
    private var message: [UInt8] = []

    init(_ texts: RowTexts) { self.texts = texts }

    /// The first 40 bits of the finding's SHA-256.
    mutating func digest(of finding: Finding) -> UInt64 {
      if columns.written != finding.column ?? "" { columns = (finding.column ?? "", Folding.header(finding.column ?? "")) }
      message.removeAll(keepingCapacity: true)
      message.append(contentsOf: finding.rule.utf8)
      message.append(0x1E)
      message.append(contentsOf: (finding.ledger ?? "").utf8)
      message.append(0x1E)
      message.append(contentsOf: columns.folded.utf8)
      message.append(0x1E)
      texts.appendContent(of: finding, to: &message)
      return SHA256.digest(consuming: &message).prefix(5).reduce(0) { $0 << 8 | UInt64($1) }
    }
  }
}
