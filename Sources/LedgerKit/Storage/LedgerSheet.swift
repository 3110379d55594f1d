import Tabular

/// What kind of line a sheet's record is. Every record is exactly one.
public enum RowClass: UInt8, Sendable, CaseIterable {
  case title, header, data, total, note, blank
}

/// One table of a file as it was understood: which ledger, where the header is, what each record is. Most files hold one.
public final class LedgerSheet: Sendable {
  /// Path inside the work folder, with `/`.
  public let file: String
  /// The records the rows are read from. Of a form (domain §5.1, 83) they are made up: its items as header, its contents as one row.
  public let sheet: Sheet
  /// What it was recognized as.
  public let ledger: Ledger
  /// Records of the header: one, or two or three where headings stand above each other.
  public let headerRecords: Range<Int>
  /// As written, without empty ones at the end; of stacked headings `人数/幼儿`.
  public let headers: [String]
  /// What a derivation matches: the headers, with the school's own words for columns replaced.
  public let derivedHeaders: [String]
  /// Which cell belongs to which column.
  public let map: HeaderMap
  /// One for each record of `sheet`.
  public let classes: [RowClass]
  /// The records that belong to this table, its title and header among them.
  public let records: Range<Int>
  /// The file as it lies there, where it is a form: its lines, what each is, and the line of each cell of the row.
  public let form: Form?

  /// A form: one record of a ledger, its items below each other.
  public struct Form: Sendable {
    /// The lines as read.
    public let sheet: Sheet
    /// One for each line.
    public let classes: [RowClass]
    /// Line of each cell of the row, from 0.
    let lines: [Int]
  }

  /// Creates a table from what was recognized; without `records` it is the whole sheet.
  public init(
    file: String, sheet: Sheet, ledger: Ledger, headerRecords: Range<Int>, headers: [String],
    derivedHeaders: [String]? = nil, map: HeaderMap, classes: [RowClass], records: Range<Int>? = nil, form: Form? = nil
  ) {
    self.file = file
    self.sheet = sheet
    self.ledger = ledger
    self.headerRecords = headerRecords
    self.headers = headers
    self.derivedHeaders = derivedHeaders ?? headers
    self.map = map
    self.classes = classes
    self.records = records ?? 0..<classes.count
    self.form = form
  }

  /// The records above the header.
  public var titleRecords: Range<Int> { records.lowerBound..<headerRecords.lowerBound }

  /// Line of the file, from 0, a record stands on; of a form the first of its items.
  public func line(of record: Int) -> Int { form?.lines.first ?? record }
  /// Line of the file, from 0, a cell of a record stands on.
  public func line(of record: Int, cell: Int?) -> Int {
    guard let form, let cell, form.lines.indices.contains(cell) else { return line(of: record) }
    return form.lines[cell]
  }

  /// The name without folder and extension.
  public var name: String { FileName.stem(of: file) }

  /// The header as the user wrote it, of the column's cell; the column's title where the sheet lacks it.
  public func header(of column: AnyColumn, in map: HeaderMap? = nil) -> String {
    header(of: column, at: (map ?? self.map).cells[column.slot])
  }

  /// The same, of the column's cell.
  func header(of column: AnyColumn, at cell: Int?) -> String {
    guard let index = cell, headers.indices.contains(index) else { return column.title }
    let written = headers[index]
    return written.joiningLines(with: "")
  }

  /// The raw text of a cell.
  public func raw(record: Int, cell: Int?) -> String {
    guard let cell, let field = sheet.field(cell, of: record) else { return "" }
    return sheet.string(field)
  }

  /// The cell that holds a running number; nil where the sheet has none.
  public var sequenceCell: Int? { map.sequences.min() ?? headers.firstIndex { HeaderMap.isSequence(Folding.header($0)) } }

  /// How many of its records are of a class.
  public func count(of rowClass: RowClass) -> Int { classes[records].reduce(0) { $0 + ($1 == rowClass ? 1 : 0) } }
}

/// Names of files, as strings with `/`.
public enum FileName {
  /// Name with extension, without folders.
  public static func last(of path: String) -> String { String(path.split(separator: "/").last ?? "") }

  /// Name without folders and extension; a leading dot starts no extension.
  public static func stem(of path: String) -> String {
    let name = last(of: path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// A title as a file's name on every system: without signs that separate folders, control or hide; `fallback` where nothing is left.
  public static func safe(_ title: String, else fallback: String) -> String {
    let kept = title.unicodeScalars.map { scalar -> Character in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse: " "
      default: "/\\:*?\"<>|{}".unicodeScalars.contains(scalar) ? " " : Character(scalar)
      }
    }
    let name = String(kept).split(separator: " ").joined(separator: " ").drop { $0 == "." || $0 == " " }.prefix(60)
    return name.isEmpty ? fallback : name.split(separator: " ").joined(separator: " ")
  }

  /// Lower case, without the dot; empty where there is none.
  public static func fileExtension(of path: String) -> String {
    let name = last(of: path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
