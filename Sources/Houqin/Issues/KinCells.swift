import LedgerKit
import Ledgers
import Tabular

/// What rows of findings that are kin have in common: cells as they stand in the file, one behind the other in one memory. To take hold of
/// each by itself for every row took as long as to copy it.
struct KinCells {
  /// The content of a row up to the message.
  let content: IssueContent.Rows.Opening

  private var bytes: [UInt8] = []
  private let head: Range<Int>
  private let column: Range<Int>
  private let owner: Range<Int>
  private let citation: String
  /// What the last of them advised, and where it stands with the citation: three in four findings advise what the one before did.
  private var fix = ""
  private var advice: Range<Int>

  /// The cells; valid only while they are asked for.
  struct View {
    /// From 级别 to 文件.
    let head: UnsafeBufferPointer<UInt8>
    let column: UnsafeBufferPointer<UInt8>
    /// What was advised last, and the citation.
    let advice: UnsafeBufferPointer<UInt8>
    /// Who is asked where the row names nobody: the ledger.
    let owner: UnsafeBufferPointer<UInt8>

    /// What all of them take, in bytes.
    var count: Int { head.count + column.count + advice.count + owner.count }
  }

  /// Those of findings like this one.
  init(_ finding: Finding) {
    let ledger = finding.ledger.flatMap(Knowledge.title) ?? ""
    let file = finding.file ?? ""
    let column = finding.column ?? ""
    var opening = IssueContent.Rows()
    opening.add([finding.rule, file, column].map { CSVWriter.defused(VisibleText.cell($0)) })
    content = opening.numbers[0]
    head = Self.add([finding.severity.title, finding.kind.title, finding.rule, finding.title, ledger, file], to: &bytes)
    self.column = Self.add([column], to: &bytes)
    owner = Self.add([PersonalData.masked(ledger)], to: &bytes)
    citation = finding.citation.text
    advice = Self.add([fix, citation], to: &bytes)
  }

  /// Takes over what is advised.
  mutating func advise(_ text: String) {
    if text.hasSameBytes(as: fix) { return }
    bytes.removeLast(advice.count)
    fix = text
    advice = Self.add([text, citation], to: &bytes)
  }

  /// Calls `body` with the cells.
  func withView<R>(_ body: (View) -> R) -> R {
    bytes.withUnsafeBufferPointer { bytes in
      func part(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[range]) }
      return body(View(head: part(head), column: part(column), advice: part(advice), owner: part(owner)))
    }
  }

  private static func add(_ texts: [String], to bytes: inout [UInt8]) -> Range<Int> {
    var cells = CSVDocument(bom: false)
    for text in texts { cells.append(VisibleText.cell(text)) }
    let start = bytes.count
    bytes += cells.take()
    return start..<bytes.count
  }
}
