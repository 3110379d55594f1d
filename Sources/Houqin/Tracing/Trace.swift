import LedgerKit
import Ledgers
import Tabular

/// The rows behind one figure: those that count, with what each gives, and those left out, with the reason.
///
/// Over the rows that count, what they give to the numerator adds up to the figure's numerator, and so for the denominator, unless
/// `standard` says what the figure is divided by instead.
public struct Trace: Sendable {
  /// One row of a ledger, or a record that never became a row.
  public struct Line: Sendable {
    /// Path in the work folder.
    public let file: String
    /// As Excel counts.
    public let row: Int
    /// The part it plays.
    public let role: Tally.Role
    /// What it gives to the numerator and to the denominator: counts, seconds, millionths of a yuan.
    public let numerator: Int128, denominator: Int128
    /// What the row says where several are compared, such as its days.
    public let value: Int128?
    /// Why it is left out; nil where it counts.
    public let reason: String?
    /// The cells the figure looks at and those that tell what the row is, headers as written; telephone and identity numbers masked.
    public let cells: [(column: AnyColumn, header: String, text: String)]
  }

  /// The figure as computed with its evidence.
  public let figure: FigureValue
  /// In the order of files and rows, those left out last.
  public let lines: [Line]
  /// The columns of `cells`, for formats that are tables.
  public let columns: [AnyColumn]

  /// Traces the figure with a code or id.
  init(_ name: String, in summary: Summary) throws(HouqinError) {
    let wanted = Folding.compact(name)
    let isMeant = { (figure: Figure) in [figure.code, figure.id].contains { $0.uppercased() == wanted.uppercased() } }
    guard let found = Catalog.figures.first(where: { isMeant($0.figure) }) else { throw Trace.unknown(name, summary) }
    figure = found.figure.value(in: summary.books, ledger: found.ledger, keepingEvidence: true)
    columns = Self.columns(of: found.figure, in: found.ledger)
    guard let table = summary.books.table(found.ledger) else {
      lines = []
      return
    }
    let reasons = ExclusionReasons(summary.examination.findings, figure: found.figure)
    let rows = (figure.tally.evidence ?? []).map { [columns] in Self.line($0, columns, reasons) }
    let rejected = table.rejected.map { Self.line($0, in: table) }
    lines = rows.filter { $0.reason == nil } + rows.filter { $0.reason != nil } + rejected
  }

  private static func unknown(_ name: String, _ summary: Summary) -> HouqinError {
    if let table = summary.breakdown(name.uppercased()) ?? summary.breakdown(name) {
      return .usage("\(table.breakdown.code)（\(table.breakdown.title)）是一张分组表，不是单个指标；逐组的数值见 houqin figures，逐行查来源请用同一台账的指标。")
    }
    // People know figures by what they are called.
    let titled = Catalog.figures.map(\.figure).first { $0.title == name } ?? Catalog.figures.map(\.figure).first { $0.title.holds(name) }
    if let titled { return .unknownFigure(name, nearest: "\(titled.code)（\(titled.title)）") }
    let names = Catalog.figures.flatMap { [$0.figure.code, $0.figure.id] }
    let guess = Nearest.name(to: name.uppercased(), among: names) ?? Nearest.name(to: name, among: names)
    return .unknownFigure(name, nearest: guess)
  }

  /// What the figure reads, then what tells people which row it is.
  private static func columns(of figure: Figure, in ledger: Ledger) -> [AnyColumn] {
    let read = figure.reads + figure.needs.flatMap { $0 }
    var columns: [AnyColumn] = []
    for column in ledger.columns where !column.traits.contains(.isPrivate) {
      if column === ledger.date || column.need == .required || read.contains(where: { $0 === column }) { columns.append(column) }
    }
    return columns
  }

  private static func line(_ evidence: Tally.Evidence, _ columns: [AnyColumn], _ reasons: ExclusionReasons) -> Line {
    let row = evidence.row
    let cells = columns.filter(row.has).map { ($0, PersonalData.masked(row.header($0)), PersonalData.masked(row.raw($0))) }
    return Line(
      file: row.file, row: row.number, role: evidence.role, numerator: evidence.numerator, denominator: evidence.denominator,
      value: evidence.value, reason: evidence.role == .excluded ? reasons.text(row) : nil, cells: cells)
  }

  private static func line(_ rejection: Table.Rejection, in table: Table) -> Line {
    let sheet = table.sources[rejection.source].sheet
    return Line(
      file: sheet.file, row: sheet.line(of: rejection.record) + 1, role: .excluded, numerator: 0, denominator: 0, value: nil,
      reason: rejection.reason.title, cells: [])
  }
}

/// Why a figure leaves rows out, in words.
struct ExclusionReasons {
  private let figure: Figure
  private var findings: [String: [Finding]] = [:]

  init(_ all: [Finding], figure: Figure) {
    self.figure = figure
    for finding in all {
      guard let file = finding.file, let row = finding.row else { continue }
      findings["\(file)\n\(row)", default: []].append(finding)
    }
  }

  func text(_ row: Row) -> String {
    if let rule = row.table.leftOut[row.index] { return told(row) { $0.rule == rule } ?? "整行不计入（\(rule)）" }
    switch row.period {
    case .outside: return "日期不在本学期"
    case .future: return "日期在统计截止日之后"
    case .undated: return told(row) { $0.severity == .error } ?? "没有可用的日期"
    case .inTerm, .carriedOver: break
    }
    let unusable = figure.reads.filter(row.isUnusable)
    let headers = unusable.map { row.has($0) ? row.header($0) : $0.title }
    let isAbout = { (finding: Finding) in finding.column.map(headers.contains) ?? false }
    return told(row) { $0.severity == .error && isAbout($0) } ?? told(row) { $0.severity == .error }
      ?? "“\(headers.joined(separator: "”、“"))”无法使用"
  }

  private func told(_ row: Row, _ isMeant: (Finding) -> Bool) -> String? {
    (findings["\(row.file)\n\(row.number)"] ?? []).first(where: isMeant).map { "\($0.message)（\($0.rule)）" }
  }
}

extension Table.Rejection.Reason {
  /// Why a record was not read as a row.
  var title: String {
    switch self {
    case .surplusCells: "格数多于表头，列对不上"
    case .unclosedQuote: "引号没有配对，行的边界不明"
    case .damagedText: "文字已损坏"
    case .repeatedFile: "整份文件与另一份重复，没有计入"
    }
  }
}
