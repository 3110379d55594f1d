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

  /// In the order of files and rows.
  private let findings: [Finding]
  /// Of each line the place of its finding: the worst first, waived ones last.
  private let order: [Int32]
  /// What the list takes from their rows.
  private let rows: FoundRows
  /// Why some of them are accepted.
  private let waivers: [ObjectIdentifier: Waiver]
  /// What the findings were found in.
  private let examination: Examination

  init(_ examination: Examination) {
    let waivers = Dictionary(
      examination.waived.map { (ObjectIdentifier($0.finding), $0.waiver) }, uniquingKeysWith: { first, _ in first })
    let findings = examination.judged
    let rows = FoundRows(findings, in: examination.inputs)
    let places = Int32(0)..<Int32(truncatingIfNeeded: findings.count)
    let bySeverity = Rule.Severity.allCases.sorted().flatMap { severity in places.filter { rows.severities[Int($0)] == severity } }
    func isWaived(_ place: Int32) -> Bool { waivers[ObjectIdentifier(findings[Int(place)])] != nil }
    order = waivers.isEmpty ? bySeverity : bySeverity.filter { !isWaived($0) } + bySeverity.filter(isWaived)
    self.examination = examination
    self.waivers = waivers
    self.rows = rows
    self.findings = findings
  }

  /// The finding of a line.
  func finding(_ line: Int) -> Finding { findings[Int(order[line])] }

  /// Of each line, the same in every list as long as rule, ledger, column and row are the same.
  var keys: [IssueKey] { order.map { rows.keys[Int($0)] } }

  /// How many pieces of rows are made at once, and how many rows each has: 3 MB of what is made wait in memory.
  private static let (pieces, length) = (8, 1000)

  /// The file as Excel and WPS open it: byte order mark, CRLF, cells that look like formulas defused. Returns the digest of what is not
  /// people's to write in.
  func write(_ comparison: IssueComparison = .none, to file: ResultWriter) -> String {
    file.append(Self.headerRow)
    var (content, waiting) = (IssueContent(), [IssueRows.Written]())
    for start in stride(from: 0, to: order.count, by: Self.pieces * Self.length) {
      let lines = start..<min(start + Self.pieces * Self.length, order.count)
      let starts = Array(stride(from: start, to: lines.upperBound, by: Self.length))
      // Rows made before go to the file while others are made.
      let made = Parallel.map(starts.count + 1) { [waiting] work -> IssueRows.Written? in
        guard work == 0 else { return write(lines.clamped(to: starts[work - 1]..<starts[work - 1] + Self.length), comparison) }
        file.append(waiting.map(\.bytes))
        return nil
      }
      waiting = made.compactMap { $0 }
      for rows in waiting { content.add(rows.content) }
      // Long cells were read again.
      examination.letGoOfTexts()
    }
    var last = IssueRows()
    for other in comparison.others { last.append(Self.cells(other)) }
    let others = last.finish()
    content.add(others.content)
    let (whole, parts) = (content, (waiting + [others]).map(\.bytes))
    let (digest, _) = Parallel.both {
      whole.digest
    } _: {
      file.append(parts)
    }
    return digest
  }

  private static var headerRow: [UInt8] {
    var document = CSVDocument()
    for title in header { document.append(title) }
    document.endRow()
    return document.take()
  }

  private func write(_ lines: Range<Int>, _ comparison: IssueComparison) -> IssueRows.Written {
    var written = IssueRows(count: lines.count)
    findings[...].withUncounted { findings in
      rows.forEach(of: order[lines]) { line, place, names in
        findings.with(place) { finding in
          let waiver = waivers.isEmpty ? nil : waivers[ObjectIdentifier(finding)]
          written.append(finding, names, rows.keys[place], waiver, comparison.mark(line), remark: comparison.remarks[line])
        }
      }
    }
    return written.finish()
  }

  private static func cells(_ other: (line: PreviousIssues.Line, mark: IssueMark)) -> [String] {
    header.map { $0 == Column.mark ? other.mark.rawValue : other.line[$0] }
  }
}

extension Waiver {
  /// `已豁免：本园另有审批办法（批准人王建国，至2023-07-31）`
  var note: String { PersonalData.masked("已豁免：\(reason)（批准人\(approver)\(until.map { "，至\($0.iso)" } ?? "")）") }
}
