import LedgerKit
import Ledgers
import Tabular

/// Rows of the list as they stand in the file, in the order of ``IssueList/header``.
///
/// What kin have in common is put into cells once and copied, and other cells go from bytes into bytes: of 133,000 findings, that takes a
/// quarter of the time that texts for all cells do.
struct IssueRows {
  /// Rows that are done.
  struct Written: Sendable {
    /// As they stand in the file.
    let bytes: [UInt8]
    let content: IssueContent
  }

  private var document = CSVDocument(bom: false)
  private var texts = IssueContent.Rows()
  private let rows: FoundRows
  private var kin = KinMemory<Kin>()
  /// What the last of each kin advised, as a cell: three in four findings advise what the one before did.
  private var advice: [(text: String, cell: CSVDocument)] = []
  /// Serves cell after cell.
  private var cell: [UInt8] = []

  /// Cells of findings that are kin; a class, for a copy would count each of them.
  fileprivate final class Kin {
    /// From 级别 to 文件.
    let head: CSVDocument
    let column: CSVDocument
    let citation: CSVDocument
    /// Who is asked where the row names nobody: the ledger.
    let owner: CSVDocument
    /// The content of a row up to the message.
    let content: IssueContent.Rows.Opening

    init(_ finding: Finding) {
      let ledger = finding.ledger.flatMap(Knowledge.title) ?? ""
      let file = finding.file ?? ""
      let column = finding.column ?? ""
      head = IssueRows.cells(finding.severity.title, finding.kind.title, finding.rule, finding.title, ledger, file)
      self.column = IssueRows.cells(column)
      citation = IssueRows.cells(finding.citation.text)
      owner = IssueRows.cells(PersonalData.masked(ledger))
      var opening = IssueContent.Rows()
      opening.add([finding.rule, file, column].map { CSVWriter.defused(VisibleText.cell($0)) })
      content = opening.numbers[0]
    }
  }

  /// What a row mostly takes, in bytes.
  private static let usualLength = 400

  /// Makes room for so many rows.
  init(_ rows: FoundRows = FoundRows(), count: Int = 0) {
    self.rows = rows
    document.reserve(count * Self.usualLength)
  }

  /// Adds the row of the finding at a place of those that were looked up.
  mutating func append(_ finding: Finding, at number: Int, _ waiver: Waiver?, _ mark: IssueMark?, remark: String?) {
    let place = kin.place(of: finding, Kin.init)
    let kin = kin[place]
    document.append(cellsOf: kin.head)
    if let row = finding.row { document.append(row.magnitude) } else { document.append("") }
    document.append(cellsOf: kin.column)
    appendCell { rows, cell in
      rows.appendValue(of: finding, at: number, to: &cell)
      return true
    }
    appendCell { _, cell in
      finding.message.withBytes { cell.append(contentsOf: $0) }
      return true
    }
    cell.withUnsafeBufferPointer { texts.add($0, after: kin.content) }
    appendAdvice(finding.fix, at: place)
    document.append(cellsOf: kin.citation)
    if !appendCell({ rows, cell in rows.appendPerson(of: finding, at: number, to: &cell) }) { document.append(cellsOf: kin.owner) }
    document.append(waiver.map { VisibleText.cell($0.note) } ?? "")
    document.append(rows.keys[number].text)
    document.append(mark?.rawValue ?? "")
    document.append(remark ?? "")
    document.endRow()
  }

  /// Adds a row of cells as they are.
  mutating func append(_ cells: [String]) {
    for cell in cells { document.append(cell) }
    document.endRow()
    texts.add(Self.places.map { CSVWriter.defused(cells[$0]) })
  }

  /// The rows appended; their content is hashed all at once, side by side.
  mutating func finish() -> Written {
    var content = IssueContent()
    content.add(texts)
    return Written(bytes: document.take(), content: content)
  }

  private static let places = IssueContent.columns.compactMap(IssueList.header.firstIndex)

  private mutating func appendAdvice(_ fix: String, at place: Int) {
    if place == advice.count { advice.append((fix, Self.cells(fix))) }
    if !advice[place].text.hasSameBytes(as: fix) { advice[place] = (fix, Self.cells(fix)) }
    document.append(cellsOf: advice[place].cell)
  }

  /// Adds the cell that `read` puts into the bytes it is given; none where it says that there is none.
  @discardableResult
  private mutating func appendCell(_ read: (FoundRows, inout [UInt8]) -> Bool) -> Bool {
    cell.removeAll(keepingCapacity: true)
    guard read(rows, &cell) else { return false }
    VisibleText.makeCell(&cell)
    cell.withUnsafeBufferPointer { document.append($0) }
    return true
  }

  fileprivate static func cells(_ texts: String...) -> CSVDocument {
    texts.reduce(into: CSVDocument(bom: false)) { $0.append(VisibleText.cell($1)) }
  }
}
