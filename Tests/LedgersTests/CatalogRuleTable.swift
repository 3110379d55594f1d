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
    lines(.error, .data, "FIL-001 FIL-003 FIL-004 FIL-005 FIL-008 FIL-010 FIL-011 FIL-012 SET-002")
    + lines(.error, .data, "SET-005 SET-006 SET-007 SET-008 SET-009 SET-012")
    + lines(.warning, .data, "SET-010 SET-011")
    + lines(.warning, .data, "FIL-002 FIL-007 FIL-009 FIL-013 FIL-014 SET-001 SET-003 SET-004")
    + lines(.info, .data, "FIL-006")
    + lines(.error, .data, "GEN-001 GEN-002 GEN-004 GEN-006 GEN-007 GEN-010 GEN-011 GEN-013 GEN-016 GEN-025")
    + lines(.warning, .data, "GEN-005 GEN-008 GEN-009 GEN-014 GEN-015 GEN-017 GEN-018 GEN-023 GEN-024 GEN-026 GEN-027 GEN-101")
    + lines(.warning, .hint, "GEN-019")
    + lines(.info, .data, "GEN-003 GEN-012 GEN-020 GEN-021 GEN-022")
    + lines(.error, .data, "INS-001 INS-002 INS-003 HAZ-001 HAZ-002 HAZ-003 HAZ-004")
    + lines(.error, .compliance, "HAZ-005 HAZ-012")
    + lines(.warning, .compliance, "HAZ-013")
    + lines(.error, .data, "PUR-001 FOD-003 DRL-002 DRL-003")
    + lines(.error, .compliance, "PUR-002 PUR-004 PUR-005 PUR-006 PUR-103 FOD-005 FOD-009")
    + lines(.warning, .compliance, "FOD-008 COV-001")
    + lines(.error, .compliance, "X-001 COV-004 COV-005")
    + lines(.warning, .data, "COV-031 DRL-001")

  private static func lines(_ severity: Rule.Severity, _ kind: Rule.Kind, _ ids: String) -> [Line] {
    ids.split(separator: " ").map { Line(id: String($0), severity: severity, kind: kind) }
  }
}
