import LedgerKit

/// One school's part of a roll-up: all that is kept of it when its own report is written, and what `houqin partial` prints.
public struct SchoolPart: Sendable, Equatable {
  /// What became of the school.
  enum Outcome: Sendable, Equatable {
    case counted(SchoolAggregate)
    /// Why it could not be counted and what to do.
    case failed(String)
  }

  /// The name of its folder, by which schools are told apart.
  let folder: String
  let outcome: Outcome

  /// What it adds to the roll-up; nil where it failed.
  var aggregate: SchoolAggregate? { if case .counted(let aggregate) = outcome { aggregate } else { nil } }

  /// Why the school could not be counted, and what to do; nil where it was.
  public var failure: String? { if case .failed(let reason) = outcome { reason } else { nil } }
}

/// The mergeable numbers of a school: nothing of it grows with the number of its rows.
struct SchoolAggregate: Sendable, Equatable {
  /// 单位名称; nil where the settings do not say.
  let school: String?
  let semester: Semester
  let asOf: Day
  /// The file name of its report's page.
  let report: String
  /// Data rows that count and that no figure uses.
  let rows: (used: Int, excluded: Int)
  /// One for each of ``RollUpFigures/all``, in that order.
  let figures: [SchoolFigure]
  /// How many findings each rule made at each level, by rule and level.
  let findings: [FindingCount]
  /// Titles of the expected ledgers that were not handed in.
  let missing: [String]
  /// Every file that was read, in order.
  let inputs: [InputDigest]

  static func == (a: SchoolAggregate, b: SchoolAggregate) -> Bool {
    a.school == b.school && a.semester == b.semester && a.asOf == b.asOf && a.report == b.report && a.rows == b.rows
      && a.figures == b.figures && a.findings == b.findings && a.missing == b.missing && a.inputs == b.inputs
  }

  func count(_ severity: Rule.Severity) -> Int { findings.reduce(0) { $0 + ($1.severity == severity ? $1.count : 0) } }

  /// Findings of what should have happened and left no record (domain §2.6).
  var unmet: [FindingCount] { findings.filter { $0.rule.hasPrefix("COV-") } }

  func figure(_ code: String) -> SchoolFigure? { figures.first { $0.code == code } }
}

/// A figure of one school before division: what is added up.
struct SchoolFigure: Sendable, Equatable {
  let code: String
  let state: FigureValue.State
  let numerator: Int128
  let denominator: Int128?
  /// A remark that belongs to the value.
  let note: String?
  let isApproximate: Bool
}

/// How often a rule spoke at a level.
struct FindingCount: Sendable, Equatable {
  let rule: String
  let severity: Rule.Severity
  let count: Int
}

/// A file as the manifest lists it.
struct InputDigest: Sendable, Equatable {
  let file: String
  let sha256: String
  let size: Int
}
