import LedgerKit
import Ledgers

/// The figures that add up over schools: counts, sums, and rates whose parts are added before they are divided.
///
/// What cannot be added exactly is not among them: a median, the number of different suppliers, one school's change of pace.
enum RollUpFigures {
  /// Codes of domain §4.1 by the part of the roll-up they stand in.
  static let inspections = ["ST-INS-01", "ST-INS-02", "ST-INS-07"]
  static let hazards = ["ST-HAZ-01", "ST-HAZ-02", "ST-HAZ-03.closed", "ST-HAZ-08", "ST-HAZ-07", "ST-HAZ-03", "ST-HAZ-04", "ST-HAZ-06"]
  static let purchases = ["ST-PUR-01", "ST-PUR-02.rows", "ST-PUR-06", "ST-PUR-07"]
  static let food = ["ST-FOD-01", "ST-FOD-02", "ST-FOD-03", "ST-FOD-04"]
  static let drills = ["ST-DRL-01", "ST-DRL-02", "ST-DRL-03", "ST-DRL-07"]

  /// All of them, in the order they are shown.
  static let codes = inspections + hazards + purchases + food + drills

  /// Each with its ledger, in that order.
  static let all: [(ledger: Ledger, figure: Figure)] = codes.compactMap { code in Catalog.figures.first { $0.figure.code == code } }
}
