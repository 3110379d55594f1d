import Platform
import LedgerKit
import Tabular

/// What an earlier run left: its list with what people wrote in it, and whether it read the same files.
struct PreviousIssues {
  /// Some lines of an earlier list. What the next list asks of every line is read once; the rest, seldom wanted, is taken from the file
  /// when it is asked for.
  struct Lines: RandomAccessCollection {
    fileprivate let list: List
    /// One for each line.
    let answers: [Answers]

    var startIndex: Int { answers.startIndex }
    var endIndex: Int { answers.endIndex }
    subscript(place: Int) -> Line { Line(list: list, answers: answers[place]) }
    /// A line with other answers.
    subscript(place: Int, answers: Answers) -> Line { Line(list: list, answers: answers) }
  }

  /// What the next list asks of every line.
  struct Answers: Sendable {
    fileprivate let record: Int
    /// The key, as new lists have it; nil where people wrote something else.
    let issue: IssueKey?
    let mark: IssueMark?
    var remark: String

    /// `fields` are those of the record.
    fileprivate init(_ list: List, record: Int, _ fields: [Field]) {
      func cell(_ place: Int?) -> Field? { place.flatMap { $0 < fields.count ? fields[$0] : nil } }
      func text(_ place: Int?) -> String? { cell(place).flatMap { $0.isEmpty ? nil : list.sheet.string($0) } }
      self.record = record
      issue = cell(list.asked.key).flatMap { list.sheet.withBytes(of: $0, IssueKey.init) }
      mark = text(list.asked.mark).flatMap(IssueMark.init)
      remark = text(list.asked.remark) ?? ""
    }
  }

  /// One line of an earlier list, by the titles of its columns.
  struct Line: Sendable {
    fileprivate let list: List
    var answers: Answers

    var mark: IssueMark? { answers.mark }
    /// The cell of a column.
    subscript(_ column: String) -> String {
      if column == IssueList.Column.remark { return answers.remark }
      guard let place = list.places[column], let field = list.sheet.field(place, of: answers.record) else { return "" }
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

    /// nil where it is no list of findings.
    init?(_ sheet: Sheet) {
      let titles = sheet.cells(of: 0).map(Folding.compact)
      guard titles.contains(IssueList.Column.rule), titles.contains(IssueList.Column.remark) else { return nil }
      self.sheet = sheet
      places = Dictionary(zip(titles, titles.indices), uniquingKeysWith: { first, _ in first })
      asked = (places[IssueList.Column.key], places[IssueList.Column.mark], places[IssueList.Column.remark])
    }

    /// The lines that are not blank.
    func lines(_ records: Range<Int>) -> Lines {
      let pieces = Parallel.pieces(of: records.count, least: 1000) { piece in
        var fields: [Field] = []
        return piece.compactMap { place -> Answers? in
          let record = records.lowerBound + place
          if self.sheet.isBlank(record) { return nil }
          self.sheet.readFields(of: record, into: &fields)
          return Answers(self, record: record, fields)
        }
      }
      return Lines(list: self, answers: pieces.flatMap { $0 })
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

  /// The list held against the keys of a new one; nil where there is none, and then they are not asked for.
  func continued(by keys: @autoclosure () -> [IssueKey]) -> ContinuedIssues? {
    if let output, let last = Self.read(output, ContinuedIssues(keys(), isSameRun: isOfSameFiles, remarks: remarks)) { return last }
    return Self.read(workFolder, ContinuedIssues(keys(), isSameRun: false))
  }

  /// What people wrote in the list of the work folder, by key.
  private var remarks: [String: String] {
    let lines = Self.reduce(Self.path(workFolder), into: [(String, String)]()) { remarks, lines in
      remarks += lines.filter { !$0.answers.remark.isEmpty }.map { ($0[IssueList.Column.key], $0.answers.remark) }
    }
    return Dictionary((lines ?? []).filter { !$0.0.isEmpty }, uniquingKeysWith: { first, _ in first })
  }

  private static func read(_ folder: String, _ empty: @autoclosure () -> ContinuedIssues) -> ContinuedIssues? {
    reduce(path(folder), into: empty()) { issues, lines in issues.add(rest: issues.take(lines)) }
  }

  private static func path(_ folder: String) -> String { folder + "/" + Report.issueFile }

  /// More than a list of a million findings takes; in bytes.
  private static let largest = 500_000_000

  /// What `add` makes of the lines of a list, some thousand at a time, as Excel or WPS may have saved it; nil where it is none.
  static func reduce<R>(_ path: String, atMost most: Int = largest, into empty: @autoclosure () -> R, _ add: (inout R, Lines) -> Void) -> R?
  {
    guard let sheet = PlainFile.sheet(path, atMost: most), let list = List(sheet) else { return nil }
    var result = empty()
    for start in stride(from: 1, to: sheet.recordCount, by: 16_384) {
      add(&result, list.lines(start..<min(start + 16_384, sheet.recordCount)))
      // Of a long list only what is taken over stays in memory.
      sheet.letGo()
    }
    return result
  }
}
