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

  /// What those of a finding mostly take, in bytes.
  private static let usualLength = 36

  /// Makes room for those of so many findings.
  init(count: Int = 0) {
    bytes.reserveCapacity(count * Self.usualLength)
    starts.reserveCapacity(count)
  }

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

  /// Ends the cells: behind each that is kept as many bytes can be read as a row of the list takes at once.
  mutating func finish() { bytes += [UInt8](repeating: 0, count: CSVRow.margin) }

  /// Calls `body` with the cells, to be read one after another; they are valid only during the call.
  func withReader<R>(_ body: (Reader) -> R) -> R {
    bytes.withUnsafeBufferPointer { bytes in starts.withUnsafeBufferPointer { body(Reader(bytes: bytes, starts: $0)) } }
  }

  private mutating func append(_ read: (inout [UInt8]) -> Bool) {
    let start = bytes.count
    bytes.append(Length.none)
    guard read(&bytes) else { return }
    let length = bytes.count - start - 1
    bytes[start] = length > Length.most ? Length.long : UInt8(length)
    if length > Length.most { bytes.removeLast(length) }
  }

  /// The cells as they lie in memory: whoever asks for those of many findings takes hold of them once.
  struct Reader {
    fileprivate let bytes: UnsafeBufferPointer<UInt8>
    fileprivate let starts: UnsafeBufferPointer<UInt32>

    /// The cell as typed of the finding at a place, and who can mend it: where they begin and how many bytes they have, none where there are
    /// none. nil where one is long.
    func kept(at place: Int) -> (value: Part, person: Part)? {
      let value = Int(starts[place]) + 1
      let person = value + kept(value - 1) + 1
      if bytes[value - 1] == Length.long || bytes[person - 1] == Length.long { return nil }
      return ((rest(value), kept(value - 1)), (rest(person), kept(person - 1)))
    }

    /// The first bytes of some memory.
    typealias Part = (memory: UnsafeBufferPointer<UInt8>, count: Int)

    /// Calls `body` with the cell as typed of the finding at a place; nil where it has none. The bytes are valid only during the call.
    func withValue<R>(of finding: Finding, at place: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R? {
      with(Int(starts[place]), body) { finding.appendValue(to: &$0) }
    }

    /// Calls `body` with who can mend the finding at a place; nil where nobody is named.
    func withPerson<R>(of finding: Finding, at place: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R? {
      let value = Int(starts[place])
      return with(value + 1 + kept(value), body) { finding.appendPerson(to: &$0) }
    }

    private func with<R>(_ start: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R, else read: (inout [UInt8]) -> Bool) -> R? {
      switch bytes[start] {
      case Length.none: return nil
      case Length.long:
        var text: [UInt8] = []
        return read(&text) ? text.withUnsafeBufferPointer(body) : nil
      default: return body(UnsafeBufferPointer(rebasing: bytes[start + 1..<start + 1 + kept(start)]))
      }
    }

    private func rest(_ start: Int) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[start...]) }

    private func kept(_ start: Int) -> Int { bytes[start] > Length.most ? 0 : Int(bytes[start]) }
  }
}
