import LedgerKit
import Tabular

/// What a list takes from the rows that findings are about, read in one walk through the files.
struct FoundRows {
  /// By the place of the finding: what it is known by in every list.
  let keys: [IssueKey]
  /// By the place of the finding.
  let cells: FoundCells

  private init(keys: [IssueKey], cells: FoundCells) { (self.keys, self.cells) = (keys, cells) }

  /// Those of findings in the order of files and rows.
  init(_ findings: [Finding], in inputs: [Input]) {
    let texts = RowTexts(inputs)
    // Rows know nothing of each other: parts of the list are read at once, and numbered afterwards.
    let parts = Parallel.pieces(of: findings.count, least: 1000) { piece in
      var (digests, cells) = (RowDigests(texts), FoundCells())
      let found = piece.map { place in
        if place % 4096 == 0 { texts.letGo() }
        let digest = digests.digest(of: findings[place])
        cells.append(findings[place], among: digests.row)
        return digest
      }
      return (digests: found, cells: cells)
    }
    keys = IssueKeyTable(numbering: parts.flatMap(\.digests)).keys
    cells = parts.reduce(into: FoundCells()) { $0.append($1.cells) }
  }

  /// The same in another order: of each place the one before.
  func ordered(by places: [Int]) -> FoundRows { FoundRows(keys: places.map { keys[$0] }, cells: cells.ordered(by: places)) }
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
