import LedgerKit
import Ledgers

extension SchoolAggregate {
  /// What a summary adds to a roll-up; `report` is the file name of its page.
  init(_ summary: Summary, report: String) {
    let e = summary.examination
    self.init(
      school: summary.books.scope.profile.schoolName, semester: summary.books.scope.semester, asOf: summary.books.scope.asOf,
      report: report, rows: (e.rowsUsed, e.rowsExcluded), figures: Self.figures(summary), findings: Self.counts(e.kinds),
      missing: MissingLedgers.titles(in: summary.books),
      inputs: e.inputs.map { InputDigest(file: $0.file, sha256: $0.sha256, size: $0.size) })
  }

  private static func figures(_ summary: Summary) -> [SchoolFigure] {
    RollUpFigures.all.compactMap { summary.figure($0.figure.code) }.map { value in
      SchoolFigure(
        code: value.figure.code, state: value.state, numerator: value.tally.numerator, denominator: value.tally.denominator,
        note: value.exact == nil ? nil : value.tally.note, isApproximate: value.isApproximate)
    }
  }

  private static func counts(_ kinds: [FindingKind]) -> [FindingCount] {
    FindingGroup.all(kinds).map { FindingCount(rule: $0.rule, severity: $0.severity, count: $0.count) }
      .sorted { ($0.rule, $0.severity) < ($1.rule, $1.severity) }
  }
}
