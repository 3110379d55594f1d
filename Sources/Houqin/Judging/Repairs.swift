import LedgerKit
import Ledgers

/// Every cell whose value is not what was typed, of all ledgers: nothing is changed silently.
public struct Repairs: Sendable {
  private let tables: [Table]
  private let order: [String: Int]

  init(_ workbook: Workbook) {
    tables = workbook.tables.sorted { $0.key < $1.key }.map(\.value)
    order = Dictionary(uniqueKeysWithValues: workbook.inputs.enumerated().map { ($0.element.file, $0.offset) })
  }

  /// By kind, in the order of the kinds.
  public var counts: [(repair: Repair, count: Int)] {
    let all = tables.map(\.repairCounts)
    return Repair.allCases.compactMap { repair in
      let count = all.reduce(0) { $0 + ($1[repair] ?? 0) }
      return count == 0 ? nil : (repair, count)
    }
  }

  /// All of them with before and after, by file, row and kind; made anew each time.
  public var all: [Normalization] {
    tables.flatMap { Array($0.normalizations) }.sorted {
      (order[$0.file] ?? 0, $0.row, $0.repair.rawValue, $0.column) < (order[$1.file] ?? 0, $1.row, $1.repair.rawValue, $1.column)
    }
  }

  /// The first of a kind.
  public func first(_ count: Int, of repair: Repair) -> [Normalization] {
    tables.flatMap { table in Array(table.normalizations(of: repair, first: count)) }.sorted {
      (order[$0.file] ?? 0, $0.row, $0.column) < (order[$1.file] ?? 0, $1.row, $1.column)
    }.prefix(count).map { $0 }
  }
}
