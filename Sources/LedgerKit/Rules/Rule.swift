/// One rule as one value: what it checks, why, by which source, and examples that are its tests and its documentation.
public final class Rule: Sendable {
  /// How grave a finding is; errors come first.
  public enum Severity: String, Sendable, CaseIterable, Comparable {
    case error, warning, info
    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
    private var rank: Int { self == .error ? 0 : self == .warning ? 1 : 2 }
    /// 错误, 警告, 提示
    public var title: String { self == .error ? "错误" : self == .warning ? "警告" : "提示" }
    /// One level lower; what rests on estimates weighs less.
    public var lowered: Severity { self == .error ? .warning : .info }
  }

  /// What must be mended (domain §2).
  public enum Kind: String, Sendable, CaseIterable {
    /// D: the sheet must be mended. As an error it keeps the row out of the figures that read the cells.
    case data
    /// C: the practice must be mended. The row counts.
    case compliance
    /// S: worth a look; never an accusation.
    case hint
    /// 改表, 改进工作, 建议核对
    public var title: String { self == .data ? "改表" : self == .compliance ? "改进工作" : "建议核对" }
  }

  /// How the rule is applied.
  public enum Check: Sendable {
    /// Something met while a cell was read; nil where this rule does not speak of that trouble.
    case cell(@Sendable (CellTrouble) -> Offense?)
    /// The same, where the remedy depends on what the column may hold.
    case columnCell(@Sendable (CellTrouble, AnyColumn) -> Offense?)
    /// Something met while a file was read.
    case file(@Sendable (FileTrouble) -> Offense?)
    /// Each row of a ledger that satisfies a condition; of every ledger where `ledger` is nil. The condition keeps the rows away of which
    /// nothing can be said, and need not be repeated.
    case row(where: RowCondition = .always, @Sendable (Row, Scope) -> Offense?)
    /// The same where many rows are told alike: the closure is made anew for some rows at a time, and may remember what it said of others.
    case remembering(where: RowCondition = .always, @Sendable (Scope) -> (Row) -> Offense?)
    case everyRow(where: RowCondition = .always, @Sendable (Row, Scope) -> [Offense])
    /// A settings table, judged even where the semester is not known.
    case settings(@Sendable (Table) -> [Offense])
    /// All rows of a ledger together.
    case table(@Sendable (Table, Scope) -> [Offense])
    /// The same, told one after the other: where much is found, a list of it takes as long as finding it.
    case telling(@Sendable (Table, Scope, (Offense) -> Void) -> Void)
    /// All ledgers together: cross-ledger and coverage.
    case books(@Sendable (Books) -> [Offense])
    /// The passages written by hand, once everything else is settled.
    case texts(@Sendable ([WrittenText], Books) -> [Offense])
  }

  /// `HAZ-012`, as in domain §2.
  public let id: String
  /// Names the fault: 实到大于应到.
  public let title: String
  /// What its findings weigh, unless an offense says otherwise.
  public let severity: Severity
  /// D, C or S.
  public let kind: Kind
  /// The ledger it belongs to; nil for rules of every ledger.
  public let ledger: String?
  /// By which source.
  public let citation: Citation
  /// Why it matters, in plain Chinese.
  public let rationale: String
  /// The schools it speaks to.
  public let applicability: Applicability
  /// The numbers a school may set for itself.
  public let parameters: [Parameter]
  /// Folders in which it must speak.
  public let triggers: [Example]
  /// Folders in which it must be silent.
  public let passes: [Example]
  /// Whether it may keep cells or rows out of the figures, and of what later rules see. Those that only tell are asked at once.
  public let takesOut: Bool
  /// Any of them may find an offense.
  public let checks: [Check]

  /// Creates a rule; several checks serve a rule that speaks at several stages. A rule D that `onlyTells` takes nothing out of use.
  public convenience init(
    _ id: String, _ title: String, _ severity: Severity, _ kind: Kind, ledger: String? = nil, citation: Citation, rationale: String,
    for applicability: Applicability = .everySchool, parameters: [Parameter] = [], onlyTells: Bool = false, triggers: [Example],
    passes: [Example], check: Check...
  ) {
    self.init(
      id, title, severity, kind, ledger: ledger, citation: citation, rationale: rationale, for: applicability, parameters: parameters,
      onlyTells: onlyTells, triggers: triggers, passes: passes, checks: check)
  }

  /// Creates a rule from a list of checks.
  public init(
    _ id: String, _ title: String, _ severity: Severity, _ kind: Kind, ledger: String? = nil, citation: Citation, rationale: String,
    for applicability: Applicability = .everySchool, parameters: [Parameter] = [], onlyTells: Bool = false, triggers: [Example],
    passes: [Example], checks: [Check]
  ) {
    self.id = id
    self.title = title
    self.severity = severity
    self.kind = kind
    self.ledger = ledger
    self.citation = citation
    self.rationale = rationale
    self.applicability = applicability
    self.parameters = parameters
    self.triggers = triggers
    self.passes = passes
    takesOut = kind == .data && !onlyTells
    self.checks = checks
  }
}

/// A small work folder that shows a rule. `↓` stands before the cell a finding must name.
public struct Example: Sendable {
  /// File name and content.
  public let files: [(name: String, text: String)]

  /// Creates a folder from names and contents.
  public init(_ files: (String, String)...) { self.files = files.map { (name: $0.0, text: $0.1) } }

  /// One sheet.
  public static func sheet(_ name: String, _ text: String) -> Example { Example((name, text)) }
}

/// What a rule found, before it is known as a finding.
///
/// Every row that is asked gives back one, mostly none: it is kept small, and what only files have stands aside. What has no value before it
/// is made is not made twice: else all that it holds is counted once more.
public struct Offense: Sendable {
  /// The row, if it is about one.
  public let row: Row?
  /// Where in the row the fault is.
  public let column: AnyColumn?
  /// What is wrong, without the place.
  public let message: String
  /// What to do or type.
  public let fix: String
  /// Columns an error of kind D makes unusable.
  public let spoils: [AnyColumn]
  /// Where it is and what it is called, if it is about a file.
  let place: FilePlace?
  /// Whether the row is left out of every figure.
  public let leavesOut: Bool
  /// The level, where it is not the rule's own.
  public var severity: Rule.Severity?

  /// A file, or a record of it that is no row of a table.
  indirect enum FilePlace: Sendable {
    /// `record` counts from 0; `title` replaces the rule's.
    case file(String, record: Int?, header: String?, value: String?, title: String?)
  }

  /// About a row or, without one, the term; `spoils` matters for errors of kind D only.
  public init(
    _ row: Row? = nil, at column: AnyColumn? = nil, _ message: String, fix: String, spoils: [AnyColumn] = [], leavesOut: Bool = false,
    severity: Rule.Severity? = nil
  ) {
    self.row = row
    self.column = column
    self.message = message
    self.fix = fix
    self.spoils = spoils
    place = nil
    self.leavesOut = leavesOut
    self.severity = severity
  }

  /// About a file, or a record of it that is not a row of a table; `title` replaces the rule's.
  public init(
    file: String, record: Int? = nil, header: String? = nil, value: String? = nil, _ message: String, fix: String,
    severity: Rule.Severity? = nil, title: String? = nil
  ) {
    (row, column, spoils, leavesOut) = (nil, nil, [], false)
    place = .file(file, record: record, header: header, value: value, title: title)
    self.message = message
    self.fix = fix
    self.severity = severity
  }

  /// What is written there, if it is about a file.
  public var value: String? { if case .file(_, _, _, let value, _) = place { value } else { nil } }
}

extension Offense {
  /// What it weighs: the rule's level or the school's, unless it weighs less by itself.
  public func severity(by rule: Rule, level: Rule.Severity?) -> Rule.Severity {
    guard let level else { return severity ?? rule.severity }
    return severity.map { max($0, level) } ?? level
  }
}
