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
    private(set) var cells: FoundCells

    init(_ findings: ArraySlice<Finding>, _ texts: RowTexts) {
      var digests = FindingDigests(count: findings.count)
      cells = FoundCells(count: findings.count)
      severities.reserveCapacity(findings.count)
      findings.withUncounted { findings in
        var place = 0
        while place < findings.count { place = add(findings, from: place, texts, &digests) }
      }
      self.digests = digests.finish()
      cells.finish()
    }

    /// Adds those findings from a place on that are of the first one's file; returns the place of the next.
    private mutating func add(
      _ findings: UncountedFindings, from start: Int, _ texts: RowTexts, _ digests: inout FindingDigests
    ) -> Int {
      findings.with(start) { first in
        guard let file = texts.file(of: first) else {
          return add(findings, from: start, ofFileOf: first) { finding in
            digests.append(finding)
            return nil
          }
        }
        return file.withRows { rows in
          add(findings, from: start, ofFileOf: first) { finding in
            // To read the row once more takes longer than its digest.
            digests.append(finding, among: &rows) ? rows.last : nil
          }
        }
      }
    }

    /// The same; `read` makes the digest of a finding and returns its row where it is known.
    @inline(__always)
    private mutating func add(
      _ findings: UncountedFindings, from start: Int, ofFileOf first: Finding, _ read: (Finding) -> ReadRow?
    ) -> Int {
      var place = start
      while place < findings.count, findings.with(place, { $0.isOfFile(of: first) }) {
        findings.with(place) { finding in
          cells.append(finding, from: read(finding))
          severities.append(finding.severity)
        }
        place += 1
      }
      return place
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
