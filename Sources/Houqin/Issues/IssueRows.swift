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
  private var kin = KinMemory<KinCells>()

  /// What a row mostly takes, in bytes.
  private static let usualLength = 400

  /// Makes room for so many rows.
  init(count: Int = 0) { document.reserve(count * Self.usualLength) }

  /// Adds the row of a finding; `names` are what it names, by its place among them.
  mutating func append(
    _ finding: Finding, _ names: (cells: FoundCells.Reader, place: Int), _ key: IssueKey, _ waiver: Waiver?, _ mark: IssueMark?,
    remark: String?
  ) {
    let place = kin.place(of: finding, KinCells.init)
    kin[place].advise(finding.fix)
    let kin = kin[place]
    kin.withView { cells in
      document.append(written: cells.head)
      if let row = finding.row { document.append(row.magnitude) } else { document.append("") }
      document.append(written: cells.column)
      if names.cells.withValue(of: finding, at: names.place, { append($0) }) == nil { document.append("") }
      finding.message.withBytes { message in
        VisibleText.withCell(message) { message in
          document.append(message)
          texts.add(message, after: kin.content)
        }
      }
      document.append(written: cells.advice)
      document.append(written: cells.citation)
      if names.cells.withPerson(of: finding, at: names.place, { append($0) }) == nil { document.append(written: cells.owner) }
      document.append(waiver.map { VisibleText.cell($0.note) } ?? "")
      key.withBytes { document.append($0) }
      document.append(mark?.rawValue ?? "")
      document.append(remark ?? "")
      document.endRow()
    }
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

  private mutating func append(_ cell: UnsafeBufferPointer<UInt8>) { VisibleText.withCell(cell) { document.append($0) } }
}
