import Platform
import LedgerKit
import Tabular

/// What an earlier run left: its list with what people wrote in it, and whether it read the same files.
struct PreviousIssues {
  /// One line of an earlier list, by the titles of its columns.
  struct Line: Sendable {
    fileprivate let list: List
    fileprivate let record: Int
    /// What the next list asks of every line is read once; the rest, seldom wanted, is taken from the file's bytes when it is asked for.
    let key: String
    /// The same as new lists have it; nil where people wrote something else.
    let issue: IssueKey?
    let mark: IssueMark?
    var remark: String

    /// The same line where it stands in a sheet with fewer records.
    fileprivate init(_ line: Line, in list: List, record: Int) {
      (self.list, self.record) = (list, record)
      (key, issue, mark, remark) = (line.key, line.issue, line.mark, line.remark)
    }

    /// `fields` are those of the record.
    fileprivate init(_ list: List, record: Int, _ fields: [Field]) {
      func cell(_ place: Int?) -> String {
        guard let place, place < fields.count else { return "" }
        return list.sheet.string(fields[place])
      }
      (self.list, self.record) = (list, record)
      key = cell(list.asked.key)
      issue = IssueKey(key)
      mark = IssueMark(rawValue: cell(list.asked.mark))
      remark = cell(list.asked.remark)
    }

    /// The cell of a column.
    subscript(_ column: String) -> String {
      if column == IssueList.Column.remark { return remark }
      guard let place = list.places[column], let field = list.sheet.field(place, of: record) else { return "" }
      return list.sheet.string(field)
    }
    /// All cells by the titles of their columns.
    var cells: [String: String] { list.places.keys.reduce(into: [:]) { $0[$1] = self[$1] } }
    /// Where it was found and what was said: what stands in for the key where a row has changed in another cell.
    var place: String { IssueList.Column.place.map { self[$0] }.joined(separator: "|") }
  }

  /// A list as it lies there, and where its columns stand.
  fileprivate final class List: Sendable {
    let sheet: Sheet
    let places: [String: Int]
    /// Of the columns that every line is asked for.
    let asked: (key: Int?, mark: Int?, remark: Int?)

    init(_ sheet: Sheet, places: [String: Int]) {
      (self.sheet, self.places) = (sheet, places)
      asked = (places[IssueList.Column.key], places[IssueList.Column.mark], places[IssueList.Column.remark])
    }
  }

  /// The folder with the list of the last run, and the work folder; either may have none.
  private let output: String?, workFolder: String
  /// The earlier run read the same bytes for the same day, so its marks hold unchanged.
  private let isOfSameFiles: Bool

  /// The list in the output folder, beside its manifest, else the one in the work folder. Where both are there, what people wrote in
  /// either is kept. They are read when they are wanted.
  init(output: String, _ manifest: RecordedManifest?, workFolder: String, for summary: Summary) {
    // The list of another term says nothing about this one.
    let isOtherTerm = manifest.map { !$0.isDistrict && $0.semester != summary.books.scope.semester.title } ?? false
    self.output = isOtherTerm ? nil : output
    self.workFolder = workFolder
    isOfSameFiles = manifest?.isOf(summary) ?? false
  }

  /// The list held against the keys of a new one; nil where there is none.
  func continued(by keys: [IssueKey]) -> ContinuedIssues? {
    if let output, SystemCall.kind(Self.path(output)) == .file,
      let last = Self.read(output, ContinuedIssues(keys, isSameRun: isOfSameFiles, remarks: remarks))
    {
      return last
    }
    return Self.read(workFolder, ContinuedIssues(keys, isSameRun: false))
  }

  /// What people wrote in the list of the work folder, by key.
  private var remarks: [String: String] {
    let lines = Self.reduce(workFolder, into: [(String, String)]()) { remarks, block, lines in
      remarks += lines.filter { !$0.remark.isEmpty && !$0.key.isEmpty }.map { ($0.key, $0.remark) }
    }
    return Dictionary(lines ?? [], uniquingKeysWith: { first, _ in first })
  }

  private static func read(_ folder: String, _ empty: ContinuedIssues) -> ContinuedIssues? {
    reduce(folder, into: empty) { issues, block, lines in
      let rest = issues.take(lines)
      // A few lines are kept without the part of the file they stand in.
      issues.add(rest: rest.count < lines.count / 2 ? Self.alone(rest, of: block) : rest)
    }
  }

  private static func alone(_ lines: [Line], of block: SheetBlock) -> [Line] {
    guard let first = lines.first, let sheet = block.only(lines.map(\.record)) else { return lines }
    let list = List(sheet, places: first.list.places)
    return lines.indices.map { Line(lines[$0], in: list, record: $0 + 1) }
  }

  private static func path(_ folder: String) -> String {
    URL(fileURLWithPath: folder).appendingPathComponent(Report.issueFile).path
  }

  /// More than a list of a million findings takes; in bytes.
  private static let largest = 500_000_000

  /// What `add` makes of the lines of a folder's list, block by block, as Excel or WPS may have saved it; nil where it is none.
  private static func reduce<R>(_ folder: String, into empty: R, _ add: (inout R, SheetBlock, [Line]) -> Void) -> R? {
    SheetBlocks.reduce(path(folder), atMost: largest, into: empty) { result, block in
      guard let lines = lines(of: block) else { return false }
      add(&result, block, lines)
      return true
    }
  }

  /// The lines of a block; nil where it is not of a list of findings.
  static func lines(of block: SheetBlock) -> [Line]? {
    let titles = block.sheet.cells(of: 0).map(Folding.compact)
    guard titles.contains(IssueList.Column.rule), titles.contains(IssueList.Column.remark) else { return nil }
    let list = List(block.sheet, places: Dictionary(zip(titles, titles.indices), uniquingKeysWith: { first, _ in first }))
    return block.map { Line(list, record: $0, $1) }
  }
}
