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
  /// By the place of a line in the list; none on a first run.
  var marks: [Int: IssueMark] = [:]
  /// What people wrote beside a finding, by its place in the list.
  var remarks: [Int: String] = [:]
  /// Lines of the last list that are listed once more.
  var others: [(line: PreviousIssues.Line, mark: IssueMark)] = []

  /// A first run.
  static let none = IssueComparison()

  /// How many lines bear a mark.
  func count(_ mark: IssueMark) -> Int { marks.values.count { $0 == mark } + others.count { $0.mark == mark } }

  private init() {}

  init(_ list: IssueList, with previous: PreviousIssues, in examination: Examination) {
    let matches = Self.matches(list, previous)
    for (place, old) in matches where !previous.lines[old].remark.isEmpty { remarks[place] = previous.lines[old].remark }
    let found = Set(matches.values)
    let gone = previous.lines.indices.filter { !found.contains($0) }.map { previous.lines[$0] }
    if previous.isSameRun {
      for (place, old) in matches { marks[place] = previous.lines[old].mark }
      others = gone.compactMap { line in line.mark.map { (line, $0) } }.filter { Self.isListed($0.0, $0.1, examination) }
      return
    }
    for place in list.lines.indices {
      marks[place] = matches[place].map { previous.lines[$0].mark == .fixed ? .again : .unchanged } ?? .new
    }
    others = gone.compactMap { Self.outcome($0, in: examination) }
  }

  /// The line of the last list each line continues: by its key, else by its place where the row was changed in another cell.
  private static func matches(_ list: IssueList, _ previous: PreviousIssues) -> [Int: Int] {
    let byKey = Dictionary(
      previous.lines.indices.lazy.filter { !previous.lines[$0].key.isEmpty }.map { (previous.lines[$0].key, $0) },
      uniquingKeysWith: { first, _ in first })
    var matches: [Int: Int] = [:]
    for place in list.lines.indices { matches[place] = byKey[list.lines[place].key] }
    let taken = Set(matches.values)
    var byPlace = Dictionary(
      previous.lines.indices.filter {
        !taken.contains($0) && previous.lines[$0].mark != .fixed && !previous.lines[$0][IssueList.Column.row].isEmpty
      }.map {
        (previous.lines[$0].place, $0)
      }, uniquingKeysWith: { first, _ in first })
    for place in list.lines.indices where matches[place] == nil {
      matches[place] = byPlace.removeValue(forKey: list.lines[place].place)
    }
    return matches
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

extension IssueList.Line {
  /// The same as a line of an earlier list.
  var place: String {
    let parts = [finding.rule, finding.file ?? "", finding.row.map(String.init) ?? "", finding.column ?? "", finding.message]
    return parts.map(VisibleText.cell).joined(separator: "|")
  }
}
