extension Catalog {
  /// Rates that 存在问题 names wherever they fall short of the full 100 %: what is checked, closed, signed and certified should be so
  /// in every case. Stated as a fact, not as a target the school has set.
  public static let fullRates = [
    "ST-INS-04.rate", "ST-INS-05", "ST-HAZ-03", "ST-HAZ-04", "ST-PUR-06", "ST-FOD-03", "ST-FOD-05.rate", "ST-FOD-06", "ST-DRL-07",
  ]
}
