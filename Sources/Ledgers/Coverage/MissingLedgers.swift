import LedgerKit

/// The ledgers everyone is expected to hand in (domain §0.5, 15).
public enum MissingLedgers {
  /// Titles of the expected ledgers of which there is not a single sheet.
  public static func titles(in books: Books) -> [String] {
    var expected: [(title: String, ledgers: [Ledger])] = [
      ("安全检查记录或隐患整改台账", [Inspections.ledger, Hazards.ledger]), ("物品采购台账", [Purchases.ledger]), ("应急演练记录", [Drills.ledger]),
    ]
    if books.scope.profile.hasCanteen { expected.append(("食堂进货验收台账", [FoodReceipts.ledger])) }
    return expected.filter { $0.ledgers.allSatisfy { books.table($0) == nil } }.map(\.title)
  }
}
