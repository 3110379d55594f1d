import LedgerKit
import Ledgers
import Tabular

/// 问题清单.csv: one finding a line, with a key that outlives corrections, so that the list can be worked off and compared with the next.
struct IssueList {
  /// Titles of the columns, in order.
  static let header = [
    "级别", "类型", Column.rule, "规则名称", Column.ledger, Column.file, Column.row, Column.column, "原文", Column.message, "处理建议", "依据", "责任人", "豁免",
    Column.key, Column.mark, Column.remark,
  ]

  /// The columns that the next list reads.
  enum Column {
    static let rule = "规则"
    static let ledger = "台账"
    static let file = "文件"
    static let row = "行号"
    static let column = "列"
    static let message = "问题"
    static let key = "编号"
    static let mark = "与上次相比"
    static let remark = "处理情况"
    /// Those that say where a finding is and what was said of it.
    static let place = [rule, file, row, column, message]
  }

  /// One finding of the list.
  struct Line {
    let finding: Finding
    /// Why it is accepted; nil where it is not.
    let waiver: Waiver?
    /// The same in every list as long as rule, ledger, column and row are the same.
    let key: String
  }

  /// The worst first, waived ones last.
  let lines: [Line]

  init(_ examination: Examination) {
    let waivers = Dictionary(
      examination.waived.map { (ObjectIdentifier($0.finding), $0.waiver) }, uniquingKeysWith: { first, _ in first })
    let all = examination.judged
    let keys = IssueKeys.all(of: all, in: examination.inputs)
    // Places are put in order, not lines, which are larger.
    let bySeverity = Rule.Severity.allCases.sorted().flatMap { severity in all.indices.filter { all[$0].severity == severity } }
    func waiver(_ place: Int) -> Waiver? { waivers.isEmpty ? nil : waivers[ObjectIdentifier(all[place])] }
    let order = waivers.isEmpty ? bySeverity : bySeverity.filter { waiver($0) == nil } + bySeverity.filter { waiver($0) != nil }
    lines = order.map { Line(finding: all[$0], waiver: waiver($0), key: keys[$0]) }
  }

  /// The file as Excel and WPS open it: byte order mark, CRLF, cells that look like formulas defused.
  func csv(_ comparison: IssueComparison = .none) -> [UInt8] { written(comparison).bytes }

  /// The same, with the digest of what is not people's to write in.
  func written(_ comparison: IssueComparison = .none) -> (bytes: [UInt8], content: String) {
    // Parts of a long list are written at once and stand in their order.
    var written = Parallel.pieces(of: lines.count, least: 2000) { piece in
      var rows = WrittenRows()
      for i in piece {
        rows.append(cells(lines[i]).map(VisibleText.cell) + [comparison.marks[i]?.rawValue ?? "", comparison.remarks[i] ?? ""])
      }
      return rows
    }
    var document = CSVDocument()
    document.reserve(written.reduce(1024) { $0 + $1.document.bytes.count })
    for title in Self.header { document.append(title) }
    document.endRow()
    var all = WrittenRows(document: document)
    // Each part is let go once it is copied, so that a long list is never in memory twice.
    for part in written.indices {
      all.append(written[part])
      written[part] = WrittenRows()
    }
    for other in comparison.others { all.append(Self.cells(other)) }
    return (all.document.bytes, all.content.digest)
  }

  /// Rows as they stand in the file.
  private struct WrittenRows: Sendable {
    var document = CSVDocument(bom: false)
    var content = IssueContent()

    private static let places = IssueContent.columns.compactMap(IssueList.header.firstIndex)

    mutating func append(_ cells: [String]) {
      for cell in cells { document.append(cell) }
      document.endRow()
      content.add(Self.places.map { CSVWriter.defused(cells[$0]) })
    }

    mutating func append(_ rows: WrittenRows) {
      document.append(rows.document)
      content.add(rows.content)
    }
  }

  private func cells(_ line: Line) -> [String] {
    let f = line.finding
    let ledger = Self.ledger(f)
    return [
      f.severity.title, f.kind.title, f.rule, f.title, ledger, f.file ?? "", f.row.map(String.init) ?? "", f.column ?? "",
      f.value ?? "", f.message, f.fix, f.citation.text, PersonalData.masked(f.person ?? ledger), line.waiver?.note ?? "", line.key,
    ]
  }

  private static func cells(_ other: (line: PreviousIssues.Line, mark: IssueMark)) -> [String] {
    header.map { $0 == Column.mark ? other.mark.rawValue : other.line[$0] }
  }

  static func ledger(_ finding: Finding) -> String { finding.ledger.flatMap(Knowledge.title) ?? "" }
}

extension Waiver {
  /// `已豁免：本园另有审批办法（批准人王建国，至2023-07-31）`
  var note: String { PersonalData.masked("已豁免：\(reason)（批准人\(approver)\(until.map { "，至\($0.iso)" } ?? "")）") }
}
