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
    let mark: IssueMark?
    fileprivate(set) var remark: String

    /// `fields` are those of the record.
    fileprivate init(_ list: List, record: Int, _ fields: [Field]) {
      func cell(_ column: String) -> String {
        guard let place = list.places[column], place < fields.count else { return "" }
        return list.sheet.string(fields[place])
      }
      (self.list, self.record) = (list, record)
      key = cell(IssueList.Column.key)
      mark = IssueMark(rawValue: cell(IssueList.Column.mark))
      remark = cell(IssueList.Column.remark)
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
    let written = Dictionary(
      others.filter { !$0.remark.isEmpty && !$0.key.isEmpty }.map { ($0.key, $0.remark) }, uniquingKeysWith: { first, _ in first })
    if written.isEmpty { return lines }
    return lines.map { line in
      var line = line
      if line.remark.isEmpty, let words = written[line.key] { line.remark = words }
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
    // Parts of a long list are read at once; its first record is the header.
    return Parallel.pieces(of: sheet.recordCount - 1, least: 2000) { piece in
      var fields: [Field] = []
      return piece.compactMap { place -> Line? in
        let record = place + 1
        if sheet.isBlank(record) { return nil }
        sheet.readFields(of: record, into: &fields)
        return Line(list, record: record, fields)
      }
    }.flatMap { $0 }
  }
}
