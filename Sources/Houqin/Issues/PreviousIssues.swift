import Platform
import LedgerKit
import Tabular

/// What an earlier run left: its list with what people wrote in it, and whether it read the same files.
struct PreviousIssues {
  /// One line of an earlier list, by the titles of its columns.
  struct Line {
    fileprivate let list: List
    fileprivate let record: Int
    /// A remark that only another list has.
    fileprivate var otherRemark: String?

    /// The cell of a column, taken from the file's bytes when it is asked for.
    subscript(_ column: String) -> String {
      if column == IssueList.Column.remark, let otherRemark { return otherRemark }
      guard let place = list.places[column], let field = list.sheet.field(place, of: record) else { return "" }
      return list.sheet.string(field)
    }
    /// All cells by the titles of their columns.
    var cells: [String: String] { list.places.keys.reduce(into: [:]) { $0[$1] = self[$1] } }
    var mark: IssueMark? { IssueMark(rawValue: self[IssueList.Column.mark]) }
    /// Where it was found and what was said: what stands in for the key where a row has changed in another cell.
    var place: String { IssueList.Column.place.map { self[$0] }.joined(separator: "|") }
  }

  /// A list as it lies there, and where its columns stand.
  fileprivate final class List: Sendable {
    let sheet: Sheet
    let places: [String: Int]

    init(_ sheet: Sheet, titles: [String]) {
      self.sheet = sheet
      places = Dictionary(zip(titles, titles.indices), uniquingKeysWith: { first, _ in first })
    }
  }

  let lines: [Line]
  /// The earlier run read the same bytes for the same day, so its marks hold unchanged.
  let isSameRun: Bool

  /// The list in the output folder, beside its manifest, else the one in the work folder. Where both are there, what people wrote in
  /// either is kept.
  static func find(output: String, _ manifest: RecordedManifest?, workFolder: String, for summary: Summary) -> PreviousIssues? {
    let own = lines(in: workFolder)
    // The list of another term says nothing about this one.
    let isOtherTerm = manifest.map { !$0.isDistrict && $0.semester != summary.books.scope.semester.title } ?? false
    guard !isOtherTerm, let last = lines(in: output) else { return own.map { PreviousIssues(lines: $0, isSameRun: false) } }
    return PreviousIssues(lines: filled(last, from: own ?? []), isSameRun: manifest?.isOf(summary) ?? false)
  }

  /// Remarks that only the other list has.
  private static func filled(_ lines: [Line], from others: [Line]) -> [Line] {
    let remark = IssueList.Column.remark
    let written = Dictionary(
      others.filter { !$0[remark].isEmpty && !$0[IssueList.Column.key].isEmpty }.map { ($0[IssueList.Column.key], $0[remark]) },
      uniquingKeysWith: { first, _ in first })
    return lines.map { line in
      var line = line
      if line[remark].isEmpty, let words = written[line[IssueList.Column.key]] { line.otherRemark = words }
      return line
    }
  }

  /// More than a list of a million findings takes; in bytes.
  private static let largest = 500_000_000

  private static func lines(in folder: String) -> [Line]? {
    let url = URL(fileURLWithPath: folder).appendingPathComponent(Report.issueFile)
    return PlainFile.bytes(url.path, atMost: largest).flatMap { lines(of: FileBytes($0)) }
  }

  /// The lines of a list as Excel or WPS may have saved it; nil where it is none.
  static func lines(of bytes: FileBytes) -> [Line]? {
    guard let text = bytes.decoded else { return nil }
    let sheet = Sheet(text)
    guard sheet.recordCount > 0 else { return nil }
    let titles = sheet.cells(of: 0).map(Folding.compact)
    guard titles.contains(IssueList.Column.rule), titles.contains(IssueList.Column.remark) else { return nil }
    let list = List(sheet, titles: titles)
    return (1..<max(1, sheet.recordCount)).filter { !sheet.isBlank($0) }.map { Line(list: list, record: $0) }
  }
}
