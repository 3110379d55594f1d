import LedgerKit
import Ledgers

/// What has become of a finding since the last list.
public enum IssueMark: String, Sendable, CaseIterable {
  case new = "新增"
  case unchanged = "未改"
  case fixed = "已改"
  /// Found again after it had been put right.
  case again = "复发"
}

/// A list compared with the one before. Nothing else depends on it: documents never look at an earlier output.
struct IssueComparison {
  /// By line of the list; none on a first run.
  private let marks: [IssueMark?]
  /// What people wrote beside a finding, by its line in the list.
  let remarks: [Int: String]
  /// Lines of the last list that are listed once more.
  let others: [(line: PreviousIssues.Line, mark: IssueMark)]

  /// A first run.
  static let none = IssueComparison()

  private init() { (marks, remarks, others) = ([], [:], []) }

  init(_ list: IssueList, with previous: PreviousIssues, in examination: Examination) {
    guard var last = previous.continued(by: list.keys) else {
      self = .none
      return
    }
    last.takeRest(list.place)
    remarks = last.remarks
    marks = last.earlier.map { Self.mark($0, last.isSameRun) }
    others =
      last.isSameRun
      ? last.rest.compactMap { line in line.mark.map { (line, $0) } }.filter { Self.isListed($0.0, $0.1, examination) }
      : last.rest.compactMap { Self.outcome($0, in: examination) }
  }

  /// How many lines bear a mark.
  func count(_ mark: IssueMark) -> Int { marks.count { $0 == mark } + others.count { $0.mark == mark } }

  /// The mark of a line of the list.
  func mark(_ line: Int) -> IssueMark? { marks.isEmpty ? nil : marks[line] }

  private static func mark(_ earlier: ContinuedIssues.Earlier, _ isSameRun: Bool) -> IssueMark? {
    switch earlier {
    case .none: isSameRun ? nil : .new
    case .line(let mark): isSameRun ? mark : mark == .fixed ? .again : .unchanged
    }
  }

  /// What has become of a line that is found no more: put right, unless its rule is off or its ledger was not handed in this time.
  private static func outcome(_ line: PreviousIssues.Line, in examination: Examination) -> (PreviousIssues.Line, IssueMark)? {
    guard line.mark != .fixed, isJudged(line, examination) else { return nil }
    return (line, isMissing(line, examination) ? .unchanged : .fixed)
  }

  /// Whether a line of the same run that is no finding stays: it was listed once more, or its ledger was not there.
  private static func isListed(_ line: PreviousIssues.Line, _ mark: IssueMark, _ examination: Examination) -> Bool {
    mark == .fixed || (mark == .unchanged && isMissing(line, examination))
  }

  private static func isJudged(_ line: PreviousIssues.Line, _ examination: Examination) -> Bool {
    Catalog.rule(line[IssueList.Column.rule]).map { !examination.changes.isOff($0) } ?? false
  }

  private static func isMissing(_ line: PreviousIssues.Line, _ examination: Examination) -> Bool {
    let (file, ledger) = (line[IssueList.Column.file], line[IssueList.Column.ledger])
    guard !file.isEmpty, !ledger.isEmpty, !examination.inputs.contains(where: { $0.file == file }) else { return false }
    return !examination.inputs.contains { $0.sheets.contains { $0.ledger.title == ledger } }
  }
}

extension IssueList {
  /// Where a line stands and what it says: the same as ``PreviousIssues/Line/place`` of an earlier list.
  fileprivate func place(_ line: Int) -> String {
    let finding = finding(line)
    let parts = [finding.rule, finding.file ?? "", finding.row.map(String.init) ?? "", finding.column ?? "", finding.message]
    return parts.map(VisibleText.cell).joined(separator: "|")
  }
}
