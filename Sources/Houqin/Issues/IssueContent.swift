import LedgerKit
import Tabular

/// What the program says in a list of findings, apart from what people write beside it and from what Excel and WPS change when they save
/// it: quotes, encoding, the order of rows, the way numbers and dates are written.
struct IssueContent {
  /// Texts that no spreadsheet program rewrites.
  static let columns = [IssueList.Column.rule, IssueList.Column.file, IssueList.Column.column, IssueList.Column.message]

  /// Rows of texts as they stand in the file; of rows that begin alike, the beginning is taken from one of them.
  struct Rows: Sendable {
    /// What a row begins with: nothing, or the number of a row of its first texts.
    typealias Opening = UInt64
    private static let nothing: Opening = 0xCBF2_9CE4_8422_2325

    private var openings: [Opening] = []
    /// The texts, compact and each with its end marked.
    private var texts: [UInt8] = []
    /// Where the texts of a row end.
    private var ends: [Int] = []
    /// Rows that there are once more.
    private var repeated: [Int] = []

    /// Adds a row of some texts.
    mutating func add(_ texts: [String]) {
      for text in texts { text.withBytes { append($0) } }
      endRow(after: Self.nothing)
    }

    /// Adds a row by its opening and its last text, in UTF-8 and not yet defused; returns which one it is.
    @discardableResult
    mutating func add(_ text: UnsafeBufferPointer<UInt8>, after opening: Opening) -> Int {
      if CSVWriter.isFormula(text) {
        CSVWriter.defused(String(decoding: text, as: UTF8.self)).withBytes { append($0) }
      } else {
        append(text)
      }
      endRow(after: opening)
      return ends.count - 1
    }

    /// Adds a row once more.
    mutating func add(again row: Int) { repeated.append(row) }

    private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
      var isWritten = false
      texts.append(addingCapacity: text.count + Folding.compactMargin) { room in
        room.withUnsafeMutableBufferPointer { room, count in
          let written = Folding.writeCompact(text, to: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: room[count...])))
          count += written ?? 0
          isWritten = written != nil
        }
      }
      if !isWritten { texts += Folding.compactBytes(text) }
      texts.append(0x1F)
    }

    private mutating func endRow(after opening: Opening) {
      openings.append(opening)
      ends.append(texts.count)
    }

    /// A number for each row.
    var numbers: [UInt64] {
      let numbers = texts.withUnsafeBytes { texts in
        FNV1a.hashes(of: ends.count, prime: 0x0000_0100_0000_01B3, from: { openings[$0] }) { row in
          UnsafeRawBufferPointer(rebasing: texts[(row == 0 ? 0 : ends[row - 1])..<ends[row]])
        }
      }
      return numbers + repeated.map { numbers[$0] }
    }
  }

  /// A number for each row, which says nothing of its place.
  private var rows: [UInt64] = []

  init() {}

  /// Of a file; nil where it is no list of findings.
  init?(of path: String) {
    let read = PreviousIssues.reduce(path, atMost: .max, into: IssueContent()) { content, lines in
      var rows = Rows()
      for line in lines { rows.add(Self.columns.map { line[$0] }) }
      content.add(rows)
    }
    guard let read else { return nil }
    self = read
  }

  /// Adds rows by their texts in the columns.
  mutating func add(_ rows: Rows) { self.rows += rows.numbers }

  /// Adds the rows of another part of the list.
  mutating func add(_ other: IssueContent) { rows += other.rows }

  /// One digest for all rows, whatever their order.
  var digest: String {
    var hash = SHA256()
    NumberOrder.sorted(rows).map { $0.littleEndian }.withUnsafeBytes { hash.update($0) }
    return hash.hexDigest()
  }
}
