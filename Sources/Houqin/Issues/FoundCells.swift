import LedgerKit
import Tabular

/// What findings name of their rows: the cell with the fault, and who can mend it.
///
/// They are read in the order of files, with the rows that are digested. The list stands in another one, in which every page of a ledger would
/// be fetched again for each level: of 133,000 findings, that took 2 % of the time of a report. They take 4 MB; long cells are not kept, but
/// read again when they are listed.
struct FoundCells: Sendable {
  /// Of each finding the cell and the names, each behind its length.
  private var bytes: [UInt8] = []
  /// Where those of a finding begin.
  private var starts: [UInt32] = []

  /// What stands for a length.
  private enum Length {
    /// The longest that is kept: twenty-one Chinese characters.
    static let most = 63
    static let long: UInt8 = 0xFE
    static let none: UInt8 = 0xFF
  }

  /// Adds those of a finding; `read` is its row where it is known.
  mutating func append(_ finding: Finding, from read: ReadRow? = nil) {
    starts.append(UInt32(truncatingIfNeeded: bytes.count))
    append { finding.appendValue(to: &$0, from: read) }
    append { finding.appendPerson(to: &$0, from: read) }
  }

  /// Appends the cell as typed of the finding at a place; false where it has none.
  func appendValue(of finding: Finding, at place: Int, to text: inout [UInt8]) -> Bool {
    append(Int(starts[place]), to: &text) { finding.appendValue(to: &$0) }
  }

  /// Appends who can mend the finding at a place; false where nobody is named.
  func appendPerson(of finding: Finding, at place: Int, to text: inout [UInt8]) -> Bool {
    let value = Int(starts[place])
    return append(value + 1 + kept(value), to: &text) { finding.appendPerson(to: &$0) }
  }

  private mutating func append(_ read: (inout [UInt8]) -> Bool) {
    let start = bytes.count
    bytes.append(Length.none)
    guard read(&bytes) else { return }
    let length = bytes.count - start - 1
    bytes[start] = length > Length.most ? Length.long : UInt8(length)
    if length > Length.most { bytes.removeLast(length) }
  }

  private func append(_ start: Int, to text: inout [UInt8], else read: (inout [UInt8]) -> Bool) -> Bool {
    if bytes[start] == Length.long { return read(&text) }
    text.append(contentsOf: bytes[start + 1..<start + 1 + kept(start)])
    return bytes[start] != Length.none
  }

  private func kept(_ start: Int) -> Int { bytes[start] > Length.most ? 0 : Int(bytes[start]) }
}
