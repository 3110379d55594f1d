import LedgerKit
import Ledgers
import Tabular

/// One file of the work folder as it was understood.
public struct Input: Sendable {
  /// What a file turned out to be.
  public enum Understanding: Sendable {
    case ledger(LedgerSheet, namedAs: Ledger?)
    /// Text, but of no ledger this version reads: its records count as data that is not used.
    case unsupported(title: String, headerRecord: Int?, Sheet)
    case unrecognized(Sheet)
    /// The same bytes as another file, which is read.
    case repeated(LedgerSheet, of: String)
    case unreadable(FileTrouble.What)
  }

  /// Path inside the work folder.
  public let file: String
  /// In bytes.
  public let size: Int
  /// Hexadecimal digest of the bytes, as the manifest lists it.
  public let sha256: String
  /// Decides what else is known of it.
  public let understanding: Understanding

  /// The ledger sheet, repeated or not; nil where it is none.
  public var sheet: LedgerSheet? {
    switch understanding {
    case .ledger(let sheet, _), .repeated(let sheet, _): sheet
    default: nil
    }
  }

  /// The ledger of domain §1 it is, read by this version or not.
  public var ledgerID: String? {
    if case .unsupported(let title, _, _) = understanding { return Catalog.unsupported.first { $0.title == title }?.id }
    return sheet?.ledger.id
  }

  /// The records as read, where the file is text.
  public var records: Sheet? {
    switch understanding {
    case .unsupported(_, _, let sheet), .unrecognized(let sheet): sheet
    default: sheet?.sheet
    }
  }

  /// How many records are of each kind; nil where the file could not be read.
  public var counts: [RowClass: Int]? {
    if let sheet { return Dictionary(uniqueKeysWithValues: RowClass.allCases.map { ($0, sheet.count(of: $0)) }) }
    guard let records else { return nil }
    var header: Int?
    if case .unsupported(_, let record, _) = understanding { header = record }
    var counts: [RowClass: Int] = [:]
    for record in 0..<records.recordCount {
      let rowClass: RowClass =
        records.isBlank(record) ? .blank : record == header ? .header : header.map { record < $0 } ?? false ? .title : .data
      counts[rowClass, default: 0] += 1
    }
    return counts
  }
}

extension Sheet {
  /// Whether a record holds nothing but blanks.
  func isBlank(_ record: Int) -> Bool {
    cells(of: record).allSatisfy { Folding.compact($0).isEmpty }
  }
}
