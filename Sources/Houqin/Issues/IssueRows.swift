import LedgerKit
import Ledgers
import Tabular

/// Rows of the list as they stand in the file, in the order of ``IssueList/header``.
///
/// What kin have in common is put into cells once and copied, and other cells go from bytes into bytes: of 133,000 findings, that takes a
/// quarter of the time that texts for all cells do.
struct IssueRows: Sendable {
  private(set) var document = CSVDocument(bom: false)
  private(set) var content = IssueContent()
  /// Those of ``document`` that are not in ``content`` yet.
  private var texts = IssueContent.Rows()
  private let rows: FoundRows
  private var kin = KinMemory<Kin>()
  /// Serves cell after cell.
  private var cell: [UInt8] = []

  /// Cells of findings that are kin.
  fileprivate struct Kin: Sendable {
    /// From 级别 to 文件.
    let head: CSVDocument
    let column: CSVDocument
    let citation: CSVDocument
    /// Who is asked where the row names nobody: the ledger.
    let owner: CSVDocument
    /// The content of a row up to the message.
    let content: IssueContent.Rows.Opening
    /// What the last of them advised, as a cell: three in four findings advise what the one before did.
    var advice = (text: "", cell: CSVDocument(bom: false))
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
    let message = VisibleText.cell(finding.message)
    document.append(cellsOf: kin[place].head)
    if let row = finding.row { document.append(row.magnitude) } else { document.append("") }
    document.append(cellsOf: kin[place].column)
    appendCell { $0.appendValue(of: finding, at: number, to: &$1) }
    document.append(message)
    if !kin[place].advice.text.hasSameBytes(as: finding.fix) { kin[place].advice = (finding.fix, Kin.cells(finding.fix)) }
    document.append(cellsOf: kin[place].advice.cell)
    document.append(cellsOf: kin[place].citation)
    appendCell(else: kin[place].owner) { $0.appendPerson(of: finding, at: number, to: &$1) }
    document.append(waiver.map { VisibleText.cell($0.note) } ?? "")
    document.append(rows.keys[number].text)
    document.append(mark?.rawValue ?? "")
    document.append(remark ?? "")
    document.endRow()
    texts.add(CSVWriter.defused(message), after: kin[place].content)
  }

  /// Adds the rows appended since to ``content``, all together: they are hashed side by side.
  mutating func close() {
    content.add(texts)
    texts = IssueContent.Rows()
  }

  /// Adds the cell that `read` puts into the bytes it is given; another one where there is none.
  private mutating func appendCell(else other: CSVDocument? = nil, _ read: (FoundRows, inout [UInt8]) -> Bool) {
    cell.removeAll(keepingCapacity: true)
    if !read(rows, &cell), let other { return document.append(cellsOf: other) }
    VisibleText.makeCell(&cell)
    cell.withUnsafeBufferPointer { document.append($0) }
  }

  /// Adds a row of cells as they are.
  mutating func append(_ cells: [String]) {
    for cell in cells { document.append(cell) }
    document.endRow()
    texts.add(Self.places.map { CSVWriter.defused(cells[$0]) })
  }

  private static let places = IssueContent.columns.compactMap(IssueList.header.firstIndex)
}

extension IssueRows.Kin {
  init(_ finding: Finding) {
    let ledger = finding.ledger.flatMap(Knowledge.title) ?? ""
    let file = finding.file ?? ""
    let column = finding.column ?? ""
    head = Self.cells(finding.severity.title, finding.kind.title, finding.rule, finding.title, ledger, file)
    self.column = Self.cells(column)
    citation = Self.cells(finding.citation.text)
    owner = Self.cells(PersonalData.masked(ledger))
    var opening = IssueContent.Rows()
    opening.add([finding.rule, file, column].map { CSVWriter.defused(VisibleText.cell($0)) })
    content = opening.numbers[0]
  }

  fileprivate static func cells(_ texts: String...) -> CSVDocument {
    texts.reduce(into: CSVDocument(bom: false)) { $0.append(VisibleText.cell($1)) }
  }
}
