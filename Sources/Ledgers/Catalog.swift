import LedgerKit

/// The list of everything: ledgers in the order of domain §1, rules, figures. A new ledger is one line here.
public enum Catalog {
  /// Ledgers whose rows are counted.
  public static let ledgers: [Ledger] = [Inspections.ledger, Hazards.ledger, Purchases.ledger, FoodReceipts.ledger, Drills.ledger]

  /// Settings tables.
  public static let settings: [Ledger] = SettingTables.all

  /// Ledgers of domain §1 that this version does not read yet.
  public static let unsupported: [Recognizer.Unsupported] = FutureLedgers.all

  /// Rules in the order they are applied: files and cells, rows, tables, then everything together.
  public static let rules: [Rule] =
    TermRules.all + SettingRules.all + FileRules.all + CellRules.all + RowRules.all + NumberingRules.all + ledgers.flatMap(\.rules)
    + crosswise + coverage + ClaimRules.all + ToneRules.all

  /// Rules over several ledgers, or of several.
  private static let crosswise = CrosswiseRules.all + CounterpartRules.all + PriceRules.all + RosterRules.all
  /// What should have happened in the term and did not.
  private static let coverage = CoverageRules.all + FireCoverageRules.all + AreaCoverageRules.all

  /// The rule with an id.
  public static func rule(_ id: String) -> Rule? { rules.first { $0.id == id } }

  /// Whether a rule guards the settings that change rules, and so cannot itself be changed or waived.
  public static func isGuard(_ rule: Rule) -> Bool { SettingRules.ids.contains(rule.id) }

  /// Every figure with the ledger its rows are in, in the order of reports.
  public static let figures: [(ledger: Ledger, figure: Figure)] = ledgers.flatMap { ledger in ledger.figures.map { (ledger, $0) } }
  /// Every breakdown with its ledger, in the order of reports.
  public static let breakdowns: [(ledger: Ledger, breakdown: Breakdown)] = ledgers.flatMap { ledger in
    ledger.breakdowns.map { (ledger, $0) }
  }
  /// Every listing with its ledger, in the order of reports.
  public static let listings: [(ledger: Ledger, listing: Listing)] = ledgers.flatMap { ledger in ledger.listings.map { (ledger, $0) } }

  /// Tells the ledgers, the settings and what is not read yet apart.
  public static let recognizer = recognizer(with: [])
  /// The same with a school's own words for columns.
  public static func recognizer(with headers: [OwnHeader]) -> Recognizer {
    Recognizer(ledgers: ledgers + settings, unsupported: unsupported, places: AreaNames.headers, ownHeaders: headers)
  }
}
