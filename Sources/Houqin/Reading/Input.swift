import LedgerKit
import Ledgers
import Tabular

/// One file of the work folder as it was understood.
public struct Input: Sendable {
  /// What a file turned out to be.
  public enum Understanding: Sendable {
    /// Its tables; `strange`: records at which tables begin that nobody knows.
    case ledger([LedgerSheet], namedAs: Ledger?, strange: [Int])
    /// Text, but of no ledger this version reads: its records count as data that is not used.
    case unsupported(title: String, headerRecord: Int?, Sheet)
    case unrecognized(Sheet)
    /// The same bytes as another file, which is read.
    case repeated([LedgerSheet], of: String)
    /// Days as columns and ticks below (FIL-012): text whose rows cannot be used.
    case matrix(headerRecord: Int, Sheet)
    case unreadable(FileTrouble.What)
  }

  /// Path inside the work folder.
  public let file: String
  /// In bytes.
  public let size: Int
  let digest: FileDigest
  /// Hexadecimal digest of the bytes, as the manifest lists it.
  public var sha256: String { digest.sha256 }
  /// Decides what else is known of it.
  public let understanding: Understanding

  /// The tables it holds, repeated or not; none where it is no ledger.
  public var sheets: [LedgerSheet] {
    switch understanding {
    case .ledger(let sheets, _, _), .repeated(let sheets, _): sheets
    default: []
    }
  }

  /// The first of its tables, which most files have only one of.
  public var sheet: LedgerSheet? { sheets.first }

  /// The ledger of domain §1 it is, read by this version or not.
  public var ledgerID: String? {
    if case .unsupported(let title, _, _) = understanding { return Catalog.unsupported.first { $0.title == title }?.id }
    return sheet?.ledger.id
  }

  /// The records as they stand in the file, where it is text.
  public var records: Sheet? {
    switch understanding {
    case .unsupported(_, _, let sheet), .unrecognized(let sheet), .matrix(_, let sheet): sheet
    default: sheet.map { $0.form?.sheet ?? $0.sheet }
    }
  }

  /// What each record is; nil where the file could not be read.
  public var classes: [RowClass]? {
    if let sheet { return sheet.form?.classes ?? sheet.classes }
    guard let records else { return nil }
    var header: Int?
    switch understanding {
    case .unsupported(_, let record, _): header = record
    case .matrix(let record, _): header = record
    default: break
    }
    return (0..<records.recordCount).map { record in
      records.isBlank(record) ? .blank : record == header ? .header : header.map { record < $0 } ?? false ? .title : .data
    }
  }

  /// How many records are of each kind; nil where the file could not be read.
  public var counts: [RowClass: Int]? {
    classes.map { classes in
      var counts = [Int](repeating: 0, count: RowClass.allCases.count)
      for rowClass in classes { counts[Int(rowClass.rawValue)] += 1 }
      return Dictionary(uniqueKeysWithValues: RowClass.allCases.map { ($0, counts[Int($0.rawValue)]) })
    }
  }

  /// Data rows that belong to no known table of the file.
  var strayRows: Int {
    guard let classes, !sheets.isEmpty, sheets[0].form == nil else { return 0 }
    let tables = sheets.map(\.records)
    return classes.indices.count { record in classes[record] == .data && !tables.contains { $0.contains(record) } }
  }
}

extension Sheet {
  /// Whether a record holds nothing but blanks.
  func isBlank(_ record: Int) -> Bool {
    // Most records begin with a digit, a letter or a Chinese character, and need no closer look.
    let first = text.utf8.withUnsafeBytes { bytes in range(of: record).first.map { bytes[$0] } } ?? 0
    if first &- 0x30 < 10 || (first | 0x20) &- 0x61 < 26 || (0xE4...0xE9).contains(first) { return false }
    return cells(of: record).allSatisfy { Folding.compact($0).isEmpty }
  }
}
