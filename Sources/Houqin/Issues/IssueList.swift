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
    var keys = IssueKeys(examination.inputs)
    let all = examination.findings.map { ($0, Waiver?.none) } + examination.waived.map { ($0.finding, $0.waiver) }
    let keyed = all.sorted { Finding.inOrder($0.0, $1.0) }.map { Line(finding: $0.0, waiver: $0.1, key: keys.next(for: $0.0)) }
    lines = keyed.enumerated().sorted { a, b in
      let (x, y) = (a.element, b.element)
      if (x.waiver == nil) != (y.waiver == nil) { return x.waiver == nil }
      return (x.finding.severity, a.offset) < (y.finding.severity, b.offset)
    }.map(\.element)
  }

  /// The file as Excel and WPS open it: byte order mark, CRLF, cells that look like formulas defused.
  func csv(_ comparison: IssueComparison = .none) -> String {
    let rows = lines.indices.map { i in
      cells(lines[i]).map(VisibleText.cell) + [comparison.marks[i]?.rawValue ?? "", comparison.remarks[i] ?? ""]
    }
    return CSVWriter.document([Self.header] + rows + comparison.others.map(Self.cells))
  }

  private func cells(_ line: Line) -> [String] {
    let f = line.finding
    return [
      f.severity.title, f.kind.title, f.rule, f.title, Self.ledger(f), f.file ?? "", f.row.map(String.init) ?? "", f.column ?? "",
      f.value ?? "", f.message, f.fix, f.citation.text, PersonalData.masked(f.person ?? Self.ledger(f)), line.waiver?.note ?? "", line.key,
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
