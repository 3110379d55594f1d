import LedgerKit
import Tabular

/// What a list takes from the rows that findings are about, read in one walk through the files.
struct FoundRows {
  /// By the place of the finding: what it is known by in every list.
  let keys: [IssueKey]
  /// The same: how grave it is.
  let severities: [Rule.Severity]
  /// Of each piece of the findings what they name; joined, they would be copied.
  private let cells: [FoundCells]

  /// How many findings are read by one core at a time: few enough for none to wait long for the other's last ones.
  private static let length = 4096

  /// Those of findings in the order of files and rows.
  init(_ findings: [Finding], in inputs: [Input]) {
    let texts = RowTexts(inputs)
    // Rows know nothing of each other: pieces of the list are read at once, and numbered afterwards.
    let pieces = Parallel.map((findings.count + Self.length - 1) / Self.length) { piece in
      let start = piece * Self.length
      let found = findings[start..<min(start + Self.length, findings.count)]
      defer { texts.letGo(of: found) }
      return Piece(found, texts)
    }
    keys = IssueKeyTable(numbering: pieces.flatMap(\.digests)).keys
    severities = pieces.flatMap(\.severities)
    cells = pieces.map(\.cells)
  }

  /// Calls `body` with what each of some findings names, by the places of the findings; those that were read together follow each other.
  func forEach(of places: ArraySlice<Int32>, _ body: (_ line: Int, _ place: Int, _ names: (cells: FoundCells.Reader, place: Int)) -> Void) {
    var rest = places
    while let first = rest.first {
      let piece = Int(first) / Self.length
      let together = rest.prefix { Int($0) / Self.length == piece }
      cells[piece].withReader { cells in
        for line in together.indices { body(line, Int(together[line]), (cells, Int(together[line]) % Self.length)) }
      }
      rest = rest[together.endIndex...]
    }
  }

  /// What some findings' rows give.
  private struct Piece: Sendable {
    private(set) var digests: [UInt64] = []
    private(set) var severities: [Rule.Severity] = []
    private(set) var cells = FoundCells()

    init(_ findings: ArraySlice<Finding>, _ texts: RowTexts) {
      var digests = FindingDigests(count: findings.count)
      severities.reserveCapacity(findings.count)
      var place = findings.startIndex
      while place < findings.endIndex { place = add(findings[place...], texts.file(of: findings[place]), &digests) }
      self.digests = digests.finish()
      cells.finish()
    }

    /// Adds those findings at the beginning that are of the first one's file; returns the place of the next. Each is looked at once: they lie
    /// far apart in memory.
    private mutating func add(_ findings: ArraySlice<Finding>, _ file: RowTexts.File?, _ digests: inout FindingDigests) -> Int {
      let first = findings[findings.startIndex]
      var place = findings.startIndex
      guard let file else {
        while place < findings.endIndex, findings[place].isOfFile(of: first) {
          digests.append(findings[place])
          add(findings[place], nil)
          place += 1
        }
        return place
      }
      return file.withRows { rows in
        while place < findings.endIndex, findings[place].isOfFile(of: first) {
          let isRead = digests.append(findings[place], among: &rows)
          // To read the row once more takes longer than its digest.
          add(findings[place], isRead && !file.isForm ? rows.last : nil)
          place += 1
        }
        return place
      }
    }

    private mutating func add(_ finding: Finding, _ row: ReadRow?) {
      severities.append(finding.severity)
      cells.append(finding, from: row)
    }
  }
}

/// Makes digests of findings: of rule, ledger, column and what the row says; neither the row's number nor the file's name.
private struct FindingDigests {
  private var openings = KinMemory<[UInt8]>()
  private var prefixes: SHA256Prefixes

  /// Makes room for so many findings.
  init(count: Int) { prefixes = SHA256Prefixes(count: count) }

  /// Adds that of a finding about one of the rows; false where it has no row of its own.
  mutating func append(_ finding: Finding, among rows: inout RowTexts.Rows) -> Bool {
    guard let row = finding.row else {
      append(finding)
      return false
    }
    begin(finding)
    let isRead = prefixes.append { rows.appendContent(of: row, to: &$0) }
    end(finding, isRead)
    return isRead
  }

  /// Adds that of a finding about none.
  mutating func append(_ finding: Finding) {
    begin(finding)
    end(finding, false)
  }

  /// The first 40 bits of each finding's SHA-256.
  mutating func finish() -> [UInt64] { prefixes.finish().map { $0 >> 24 } }

  private mutating func begin(_ finding: Finding) {
    let place = openings.place(of: finding, Self.opening)
    prefixes.append { $0.append(contentsOf: openings[place]) }
  }

  private mutating func end(_ finding: Finding, _ isRead: Bool) {
    if !isRead { prefixes.append { $0 += RowTexts.words(finding).utf8 } }
    prefixes.endMessage()
  }

  private static func opening(_ finding: Finding) -> [UInt8] {
    var opening: [UInt8] = []
    for text in [finding.rule, finding.ledger ?? "", Folding.header(finding.column ?? "")] {
      opening += text.utf8
      opening.append(0x1E)
    }
    return opening
  }
}
