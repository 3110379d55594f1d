import LedgerKit

/// Domain §2's table of the rules this version ships: severity and kind, written out by hand.
/// FIL-002 is a warning by §0.5, 5; GEN-025 is defined in §0.5, 10; SET-001 in §0.5, 19.
/// GEN-026 (weekday), GEN-027 (proxy) and SET-002…012 are this version's own: what is written in the settings and cannot be used is said, never guessed.
enum CatalogRuleTable {
  struct Line: Sendable {
    let id: String
    let severity: Rule.Severity
    let kind: Rule.Kind
  }

  static let lines: [Line] =
    files + cells + rows + betweenRows + betweenLedgers + texts + coverage

  /// §2.1; SET by §0.5, 19.
  private static let files =
    lines(.error, .data, "FIL-001 FIL-003 FIL-004 FIL-005 FIL-008 FIL-010 FIL-011 FIL-012 SET-002")
    + lines(.error, .data, "SET-005 SET-006 SET-007 SET-008 SET-009 SET-012")
    + lines(.warning, .data, "SET-010 SET-011")
    + lines(.warning, .data, "FIL-002 FIL-007 FIL-009 FIL-013 FIL-014 SET-001 SET-003 SET-004")
    + lines(.info, .data, "FIL-006")

  /// §2.2
  private static let cells =
    lines(.error, .data, "GEN-001 GEN-002 GEN-004 GEN-006 GEN-007 GEN-010 GEN-011 GEN-013 GEN-016 GEN-025")
    + lines(.warning, .data, "GEN-005 GEN-008 GEN-009 GEN-014 GEN-015 GEN-017 GEN-018 GEN-023 GEN-024 GEN-026 GEN-027 DRL-001")
    + lines(.warning, .hint, "GEN-019")
    + lines(.info, .data, "GEN-003 GEN-012 GEN-020 GEN-021 GEN-022")
    + lines(.error, .compliance, "FOD-001")

  /// §2.3; PUR-011 is D or C there.
  private static let rows =
    lines(.error, .data, "INS-001 INS-002 INS-003 HAZ-001 HAZ-002 HAZ-003 HAZ-004 HAZ-009 HAZ-010")
    + lines(.error, .compliance, "HAZ-005 HAZ-011 HAZ-012")
    + lines(.warning, .compliance, "INS-004 INS-005 HAZ-006 HAZ-007 HAZ-008 HAZ-013 HAZ-014")
    + lines(.info, .data, "HAZ-015 PUR-015")
    + lines(.info, .hint, "INS-006")
    + lines(.error, .data, "PUR-001 FOD-003 FOD-010 DRL-002 DRL-003 DRL-004 DRL-005")
    + lines(.error, .compliance, "PUR-002 PUR-004 PUR-005 PUR-006 PUR-008 PUR-009 PUR-010 FOD-002 FOD-005 FOD-009 FOD-011")
    + lines(.warning, .compliance, "PUR-003 PUR-007 PUR-012 PUR-013 PUR-014 FOD-004 FOD-006 FOD-007 FOD-008 DRL-006 DRL-007")
    + lines(.warning, .data, "PUR-011")
    + lines(.info, .compliance, "DRL-008")

  /// §2.4
  private static let betweenRows =
    lines(.warning, .data, "GEN-101 INS-101 HAZ-101 FOD-101 DRL-101")
    + lines(.error, .data, "GEN-102 HAZ-103")
    + lines(.info, .hint, "GEN-103 GEN-104 HAZ-102 PUR-104 PUR-105 DRL-102")
    + lines(.info, .data, "GEN-105")
    + lines(.warning, .hint, "PUR-101 PUR-102")
    + lines(.error, .compliance, "PUR-103 FOD-102")

  /// §2.5
  private static let betweenLedgers =
    lines(.error, .compliance, "X-001")
    + lines(.info, .data, "X-002")
    + lines(.warning, .compliance, "X-004 X-011")
    + lines(.warning, .data, "X-007 X-010")
    + lines(.warning, .hint, "X-021")

  /// §2.5
  private static let texts =
    lines(.error, .data, "RPT-001") + lines(.warning, .data, "RPT-002 RPT-004 RPT-005") + lines(.error, .compliance, "RPT-003")
    + lines(.info, .data, "RPT-006")

  /// §2.6
  private static let coverage =
    lines(.warning, .compliance, "COV-001 COV-007 COV-008 COV-009 COV-025 COV-033")
    + lines(.error, .compliance, "COV-003 COV-004 COV-005 COV-006")
    + lines(.warning, .data, "COV-031")

  private static func lines(_ severity: Rule.Severity, _ kind: Rule.Kind, _ ids: String) -> [Line] {
    ids.split(separator: " ").map { Line(id: String($0), severity: severity, kind: kind) }
  }
}
