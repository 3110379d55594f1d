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

  /// Those of no findings.
  init() { (keys, severities, cells) = ([], [], []) }

  /// Those of findings in the order of files and rows.
  init(_ findings: [Finding], in inputs: [Input]) {
    let texts = RowTexts(inputs)
    // Rows know nothing of each other: pieces of the list are read at once, and numbered afterwards.
    let pieces = Parallel.map((findings.count + Self.length - 1) / Self.length) { piece in
      let start = piece * Self.length
      defer { texts.letGo() }
      return Piece(findings[start..<min(start + Self.length, findings.count)], texts)
    }
    keys = IssueKeyTable(numbering: pieces.flatMap(\.digests)).keys
    severities = pieces.flatMap(\.severities)
    cells = pieces.map(\.cells)
  }

  /// Appends the cell as typed of the finding at a place; false where it has none.
  func appendValue(of finding: Finding, at place: Int, to text: inout [UInt8]) -> Bool {
    cells[place / Self.length].appendValue(of: finding, at: place % Self.length, to: &text)
  }

  /// Appends who can mend the finding at a place; false where nobody is named.
  func appendPerson(of finding: Finding, at place: Int, to text: inout [UInt8]) -> Bool {
    cells[place / Self.length].appendPerson(of: finding, at: place % Self.length, to: &text)
  }

  /// What some findings' rows give.
  private struct Piece: Sendable {
    private(set) var digests: [UInt64] = []
    private(set) var severities: [Rule.Severity] = []
    private(set) var cells = FoundCells()

    init(_ findings: ArraySlice<Finding>, _ texts: RowTexts) {
      var rows = RowDigests(texts)
      digests.reserveCapacity(findings.count)
      severities.reserveCapacity(findings.count)
      for finding in findings {
        digests.append(rows.digest(of: finding))
        severities.append(finding.severity)
        cells.append(finding, among: rows.row)
      }
    }
  }
}

/// Makes digests of findings, one after the other in one buffer: of rule, ledger, column and what the row says; neither the row's number nor
/// the file's name.
private struct RowDigests {
  private let texts: RowTexts
  private var kin = KinMemory<(opening: [UInt8], file: RowTexts.File?)>()
  private var message: [UInt8] = []
  private var fields: [Field] = []
  private var isOfRow = false

  init(_ texts: RowTexts) { self.texts = texts }

  /// The fields of the row of the last finding; nil where it has no row of its own. To read them once more takes longer than their digest.
  var row: [Field]? { isOfRow ? fields : nil }

  /// The first 40 bits of the finding's SHA-256.
  mutating func digest(of finding: Finding) -> UInt64 {
    let place = kin.place(of: finding) { [texts] in (Self.opening($0), texts.file(of: $0)) }
    message.removeAll(keepingCapacity: true)
    message.append(contentsOf: kin[place].opening)
    let isRead = appendContent(of: finding, in: kin[place].file)
    isOfRow = isRead && !(kin[place].file?.isForm ?? true)
    if !isRead { message.append(contentsOf: RowTexts.words(finding).utf8) }
    return SHA256.prefix(consuming: &message) >> 24
  }

  private mutating func appendContent(of finding: Finding, in file: RowTexts.File?) -> Bool {
    guard let file, let row = finding.row else { return false }
    return file.appendContent(ofRow: row, to: &message, by: &fields)
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
