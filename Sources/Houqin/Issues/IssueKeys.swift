import LedgerKit
import Tabular

/// What a finding is known by in every list: ten letters, and of several equal ones from the second on `-2`, `-3`, …
struct IssueKey: Hashable, Sendable {
  /// The digest in the upper 40 bits, how many with it have come in the lower 24.
  private let number: UInt64

  /// More findings of one digest than memory holds.
  private static let most = 0xFF_FFFF

  init(digest: UInt64, count: Int) { number = digest << 24 | UInt64(min(count, Self.most)) }

  /// As it stands in a list; nil where it does not read as one.
  init?(_ text: String) {
    var text = text
    guard let read = text.withUTF8(Self.read) else { return nil }
    self.init(digest: read.digest, count: read.count)
  }

  private static func read(_ text: UnsafeBufferPointer<UInt8>) -> (digest: UInt64, count: Int)? {
    guard text.count >= 10 else { return nil }
    var digest: UInt64 = 0
    for letter in text[..<10] {
      guard let value = alphabet.firstIndex(of: letter) else { return nil }
      digest = digest << 4 | UInt64(value)
    }
    if text.count == 10 { return (digest, 1) }
    guard (12...19).contains(text.count), text[10] == UInt8(ascii: "-"), text[11] != UInt8(ascii: "0") else { return nil }
    var count = 0
    for digit in text[11...] {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      count = 10 * count + Int(digit - UInt8(ascii: "0"))
    }
    return count > 1 && count <= most ? (digest, count) : nil
  }

  var text: String {
    let count = number & UInt64(Self.most)
    return count == 1 ? letters : "\(letters)-\(count)"
  }

  /// A digest of 40 bits as ten letters: spreadsheet programs would turn 12345678 or 1234E567 into numbers.
  private var letters: String {
    String(unsafeUninitializedCapacity: 10) { letters in
      for place in 0..<10 { letters[place] = Self.alphabet[Int(number >> UInt64(60 - 4 * place) & 15)] }
      return 10
    }
  }

  private static let alphabet = Array("BCDFGHJKLMNPQRST".utf8)
}

/// Keys of findings: a digest of rule, ledger, column and what the row says; neither the row's number nor the file's name.
enum IssueKeys {
  /// The keys of findings, in their order.
  static func all(of findings: [Finding], in inputs: [Input]) -> [IssueKey] {
    let texts = RowTexts(inputs)
    // Digests know nothing of each other: parts of the list are digested at once, and numbered afterwards.
    let digests = Parallel.pieces(of: findings.count, least: 1000) { piece in
      var digests = Digests(texts)
      return piece.map { place in
        if place % 1000 == 0 { texts.letGo() }
        return digests.digest(of: findings[place])
      }
    }
    var counts: [UInt64: Int] = [:]
    return digests.joined().map { digest in
      counts[digest, default: 0] += 1
      return IssueKey(digest: digest, count: counts[digest, default: 0])
    }
  }

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
