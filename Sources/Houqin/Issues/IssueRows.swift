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
  private var messages = MessageMemory()

  /// What a row mostly takes at most, in bytes.
  private static let usualLength = 512

  /// Makes room for so many rows.
  init(count: Int = 0) { document.reserve(count * Self.usualLength) }

  /// What findings name, and the place of one among them.
  typealias Names = (cells: FoundCells.Reader, place: Int)

  /// Adds the row of a finding; `names` are what it names.
  mutating func append(_ finding: Finding, _ names: Names, _ key: IssueKey, _ waiver: Waiver?, _ mark: IssueMark?, remark: String?) {
    let place = kin.place(of: finding, KinCells.init)
    kin[place].advise(finding.fix)
    let isPlain = finding.message.withBytes { message in
      let known = messages.row(of: message, kin: place)
      let said = (message, isPlain: known != nil)
      let hasAnswers = waiver != nil || remark != nil
      if hasAnswers || !Self.appendPlain(finding, said, &kin[place], names, key, mark, to: &document) { return false }
      if let known {
        texts.add(again: known)
      } else {
        messages.keep(message, kin: place, row: texts.add(message, after: kin[place].content))
      }
      return true
    }
    if !isPlain { appendAny(finding, kin[place], names, key, waiver, mark, remark: remark) }
  }

  /// What number, key, mark and commas of a row take at most, in bytes.
  private static let shortLength = 64

  /// Adds a row of which no cell is to be quoted, defused or made visible, as of nearly all; false where there is such a cell.
  /// `message` is what it says, and whether that is known to be plain.
  private static func appendPlain(
    _ finding: Finding, _ message: (bytes: UnsafeBufferPointer<UInt8>, isPlain: Bool), _ kin: inout KinCells, _ names: Names,
    _ key: IssueKey, _ mark: IssueMark?, to document: inout CSVDocument
  ) -> Bool {
    guard let (value, person) = names.cells.kept(at: names.place) else { return false }
    return kin.withView { cells in
      let length = cells.count + value.count + message.bytes.count + person.count + shortLength
      return document.appendRow(atMost: length) { row in
        row.append(written: cells.head)
        if let number = finding.row { row.append(number.magnitude) } else { row.appendNothing() }
        row.append(written: cells.column)
        if !row.append(plainIn: value.memory, count: value.count) { return false }
        if message.isPlain { row.append(written: message.bytes) } else if !row.append(plain: message.bytes) { return false }
        row.append(written: cells.advice)
        if person.count == 0 {
          row.append(written: cells.owner)
        } else if !row.append(plainIn: person.memory, count: person.count) {
          return false
        }
        row.appendNothing()
        key.withBytes { row.append(written: $0) }
        if let mark { mark.rawValue.withBytes { row.append(written: $0) } } else { row.appendNothing() }
        row.appendNothing()
        return true
      }
    }
  }

  /// Adds a row of any cells.
  private mutating func appendAny(
    _ finding: Finding, _ kin: KinCells, _ names: Names, _ key: IssueKey, _ waiver: Waiver?, _ mark: IssueMark?, remark: String?
  ) {
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
