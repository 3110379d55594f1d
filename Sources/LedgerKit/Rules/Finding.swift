/// Something wrong, or worth telling, with its place as the user sees it in Excel.
///
/// A class, though it never changes: a district has hundreds of thousands, and sorting and passing them on moves eight bytes each.
public final class Finding: Sendable {
  /// `HAZ-012`
  public let rule: String
  /// The rule's, unless the offense has its own.
  public let title: String
  /// The rule's, unless the offense has its own.
  public let severity: Rule.Severity
  /// Whether the sheet or the practice must change, or it is only worth a look.
  public let kind: Rule.Kind
  /// Id of the ledger; nil where it is about none.
  public let ledger: String?
  /// Path in the work folder; nil where it is about the term.
  public let file: String?
  /// Row number in Excel.
  public let row: Int?
  /// The header as the user wrote it.
  public let column: String?
  /// The cell as typed.
  public let value: String?
  /// What is wrong, without the place.
  public let message: String
  /// What to do or type.
  public let fix: String
  /// The source as it binds on the as-of date.
  public let citation: Citation
  /// Who can mend it, as the row names them; nil where it does not.
  public let person: String?

  /// Creates a finding; place, header and raw cell are taken from the offense's row where it has one. `level` is what the school wants
  /// the rule to weigh; an offense that weighs less by itself stays so.
  public init(_ offense: Offense, by rule: Rule, ledger: String? = nil, asOf: Day? = nil, level: Rule.Severity? = nil) {
    self.rule = rule.id
    severity = offense.severity(by: rule, level: level)
    kind = rule.kind
    message = PersonalData.masked(offense.message)
    fix = PersonalData.masked(offense.fix)
    citation = asOf.map { rule.citation.inForce(on: $0) } ?? rule.citation
    if let found = offense.row {
      let at = offense.column
      title = rule.title
      self.ledger = found.table.ledger.id
      file = found.file
      row = at.map { found.number(of: $0) } ?? found.number
      column = at.map { PersonalData.masked(found.header($0)) }
      value = at.map { PersonalData.masked(found.raw($0)) }
      person = found.responsible.map(PersonalData.masked)
    } else if case .file(let path, let record, let header, let text, let ownTitle) = offense.place {
      title = ownTitle ?? rule.title
      self.ledger = ledger ?? rule.ledger
      file = path
      row = record.map { $0 + 1 }
      column = header.map(PersonalData.masked)
      value = text.map(PersonalData.masked)
      person = nil
    } else {
      title = rule.title
      self.ledger = ledger ?? rule.ledger
      (file, row, column, value, person) = (nil, nil, nil, nil, nil)
    }
  }

  /// `采购台账.csv 第7行〔金额〕“45.00”`
  public var place: String {
    guard let file else { return "" }
    return file + (row.map { "第\($0)行" }.map { " " + $0 } ?? "") + (column.map { "〔\($0)〕" } ?? "")
      + (value.flatMap { $0.isEmpty ? nil : "“\($0)”" } ?? "")
  }

  /// Findings in their order; files are compared as text once each, not for every pair of findings.
  public static func ordered(_ findings: [Finding]) -> [Finding] {
    var names = NumberedTexts()
    let files = findings.map { names.number(of: $0.file ?? "\u{10FFFF}") }
    let sorted = names.texts.indices.sorted { names.texts[$0] < names.texts[$1] }
    var ranks = [Int](repeating: 0, count: sorted.count)
    for (rank, file) in sorted.enumerated() { ranks[file] = rank }
    let keyed = findings.enumerated().map { (key: UInt64(ranks[files[$0]]) << 32 | UInt64($1.row ?? 0), finding: $1) }
    return keyed.sorted { $0.key == $1.key ? inOrder($0.finding, $1.finding) : $0.key < $1.key }.map(\.finding)
  }

  /// Findings in the order files and rows have, whatever order they were made in; those of the term, which have neither, by rule and then
  /// in the order of the months and quarters they speak of.
  @Sendable
  public static func inOrder(_ a: Finding, _ b: Finding) -> Bool {
    if a.file != b.file { return (a.file ?? "\u{10FFFF}") < (b.file ?? "\u{10FFFF}") }
    if a.row != b.row { return (a.row ?? 0) < (b.row ?? 0) }
    if a.rule != b.rule { return a.rule < b.rule }
    if a.column != b.column { return (a.column ?? "") < (b.column ?? "") }
    return TimeOrder.isBefore(a.message, b.message)
  }
}
