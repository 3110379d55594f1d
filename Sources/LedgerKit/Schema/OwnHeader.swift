/// A school's own word for a column of a ledger, from 列名.csv.
public struct OwnHeader: Sendable {
  /// Id of the ledger.
  public let ledger: String
  /// The column's title.
  public let column: String
  /// As the school writes it.
  public let header: String
  /// The header as it is matched.
  let key: String
  /// The column's title as it is matched.
  let standard: String

  /// Creates an entry; both names are folded for comparison.
  public init(ledger: Ledger, column: AnyColumn, header: String) {
    self.ledger = ledger.id
    self.column = column.title
    self.header = header
    key = Folding.header(header)
    standard = Folding.header(column.title)
  }

  /// Which column of which ledger it names, also where the ledger's columns may stand on another ledger's sheet.
  func places(in ledgers: [Ledger]) -> [(ledger: Int, slot: Int)] {
    ledgers.enumerated().flatMap { i, ledger in
      (ledger.columns + (ledger.derivation?.target.columns ?? [])).enumerated().compactMap { slot, column in
        let owner = slot < ledger.columns.count ? ledger.id : ledger.derivation?.target.id
        return owner == self.ledger && column.normalizedHeaders.first == standard ? (i, slot) : nil
      }
    }
  }
}
