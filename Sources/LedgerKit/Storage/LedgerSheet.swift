import Tabular

/// What kind of line a sheet's record is. Every record is exactly one.
public enum RowClass: UInt8, Sendable, CaseIterable {
  case title, header, data, total, note, blank
}

/// One file as it was understood: which ledger, where the header is, what each record is.
public final class LedgerSheet: Sendable {
  /// Path inside the work folder, with `/`.
  public let file: String
  /// The records as read.
  public let sheet: Sheet
  /// What it was recognized as.
  public let ledger: Ledger
  /// Record of the header, from 0.
  public let headerRecord: Int
  /// As written, without empty ones at the end.
  public let headers: [String]
  /// Which cell belongs to which column.
  public let map: HeaderMap
  /// One for each record.
  public let classes: [RowClass]

  /// Creates a sheet from what was recognized.
  public init(file: String, sheet: Sheet, ledger: Ledger, headerRecord: Int, headers: [String], map: HeaderMap, classes: [RowClass]) {
    self.file = file
    self.sheet = sheet
    self.ledger = ledger
    self.headerRecord = headerRecord
    self.headers = headers
    self.map = map
    self.classes = classes
  }

  /// The name without folder and extension.
  public var name: String { FileName.stem(of: file) }

  /// The header as the user wrote it, of the column's cell; the column's title where the sheet lacks it.
  public func header(of column: AnyColumn, in map: HeaderMap? = nil) -> String {
    guard let index = (map ?? self.map).cells[column.slot], headers.indices.contains(index) else { return column.title }
    return headers[index].split(whereSeparator: \.isNewline).joined()
  }

  /// The raw text of a cell.
  public func raw(record: Int, cell: Int?) -> String {
    guard let cell else { return "" }
    let fields = sheet.fields(of: record)
    return fields.indices.contains(cell) ? sheet.string(fields[cell]) : ""
  }

  /// How many records are of a class.
  public func count(of rowClass: RowClass) -> Int { classes.reduce(0) { $0 + ($1 == rowClass ? 1 : 0) } }
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

  /// Lower case, without the dot; empty where there is none.
  public static func fileExtension(of path: String) -> String {
    let name = last(of: path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
