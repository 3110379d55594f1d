import LedgerKit
import Ledgers
import Tabular

/// What `check` prints.
public struct CheckReport: Sendable {
  private let examination: Examination

  /// Creates a report of an examination.
  public init(_ examination: Examination) { self.examination = examination }

  /// `houqin.check/1`
  public var json: String {
    let scope = examination.books?.scope
    return JSON.object([
      ("schema", .string("houqin.check/1")), ("asOf", .optional(scope?.asOf.iso)), ("semester", .optional(scope?.semester.title)),
      ("inputs", .array(examination.inputs.map(input))), ("findings", .array(examination.findings.map(finding))), ("counts", counts),
      ("waived", .array(examination.waived.map(waived))), ("settings", SettingsInForce(examination).json),
      ("normalizations", .array(examination.repairs.all.map(normalization))),
    ]).serialized() + "\n"
  }

  private func input(_ input: Input) -> JSON {
    let text = input.records
    return .object([
      ("file", .string(input.file)), ("sha256", .string(input.sha256)), ("encoding", .optional(text?.text.encoding.rawValue)),
      ("delimiter", .optional(text.map { String(UnicodeScalar($0.dialect.delimiter)) })), ("ledger", .optional(input.ledgerID)),
      ("rows", rows(input)),
    ])
  }

  private func rows(_ input: Input) -> JSON {
    guard let counts = input.counts, let account = examination.accounts[input.file] else { return .null }
    func count(_ rowClass: RowClass) -> JSON { .number(counts[rowClass] ?? 0) }
    return .object([
      ("physical", .number(counts.values.reduce(0, +))), ("title", count(.title)), ("header", count(.header)), ("total", count(.total)),
      ("note", count(.note)), ("blank", count(.blank)), ("data", count(.data)), ("used", .number(account.used)),
      ("excluded", .number(account.excluded)),
    ])
  }

  private func finding(_ f: Finding) -> JSON { .object(members(f)) }

  private func waived(_ w: WaivedFinding) -> JSON {
    let waiver = w.waiver
    let told = [waiver.reason, waiver.approver].map { JSON.string(PersonalData.masked($0)) }
    return .object(members(w.finding) + [("reason", told[0]), ("approver", told[1]), ("until", .optional(waiver.until?.iso))])
  }

  private func members(_ f: Finding) -> [(String, JSON)] {
    [
      ("rule", .string(f.rule)), ("severity", .string(f.severity.rawValue)), ("kind", .string(f.kind.rawValue)),
      ("ledger", .optional(f.ledger)),
      ("file", .optional(f.file)), ("row", .optional(f.row)), ("column", .optional(f.column)), ("value", .optional(f.value)),
      ("message", .string(f.message)), ("fix", .string(f.fix)), ("citation", .string(f.citation.text)),
    ]
  }

  private func normalization(_ n: Normalization) -> JSON {
    .object([
      ("kind", .string(n.repair.id)), ("title", .string(n.repair.title)), ("file", .string(n.file)), ("row", .number(n.row)),
      ("column", .string(PersonalData.masked(n.column))), ("before", .string(n.before)), ("after", .string(n.after)),
    ])
  }

  private var counts: JSON {
    .object(Rule.Severity.allCases.map { ($0.rawValue, .number(examination.count($0))) } + [("waived", .number(examination.waived.count))])
  }

  /// `--format csv`: 问题清单.csv as a first run writes it.
  public var csv: String {
    String(decoding: ResultWriter.bytes { _ = IssueList(examination).write(to: $0) }, as: UTF8.self)
  }

  /// For people: files, then findings grouped by rule, the worst first.
  public var text: String {
    var lines = ["读入情况"]
    lines += examination.inputs.map { "  " + FileLine.text($0, examination.accounts[$0.file]) }
    let repairs = examination.repairs.counts
    if !repairs.isEmpty { lines += ["", "规范化（读入时换算的格子，原表没有改动；逐格见 --format json 的 normalizations）"] }
    lines += repairs.map { "  \($0.repair.title)　\($0.count)格" }
    lines += ["", "发现问题　错误\(examination.count(.error))　警告\(examination.count(.warning))　提示\(examination.count(.info))"]
    if !examination.waived.isEmpty { lines[lines.count - 1] += "　已豁免\(examination.waived.count)" }
    for group in FindingGroup.all(examination.kinds) {
      lines += ["", "【\(group.severity.title)】\(group.title)（\(group.rule)）共\(group.count)处"]
      for finding in group.first { lines.append("  " + FindingGroup.line(finding)) }
      if group.count > FindingGroup.shown { lines.append("  ……另有\(group.count - FindingGroup.shown)处，见 --format csv") }
      lines.append("  依据：\(group.first.first?.citation.text ?? "")；说明：houqin explain \(group.rule)")
    }
    lines += waivedLines + SettingsInForce(examination).lines
    return lines.joined(separator: "\n") + "\n"
  }
}

extension CheckReport {
  /// What 豁免.csv accepts, with reason and approver.
  private var waivedLines: [String] {
    guard !examination.waived.isEmpty else { return [] }
    let shown = examination.waived.prefix(FindingGroup.shown).map {
      "  \($0.finding.rule)　\(FindingGroup.line($0.finding))\($0.waiver.note)。"
    }
    let rest = examination.waived.count - FindingGroup.shown
    return ["", "已豁免（豁免.csv）共\(examination.waived.count)处"] + shown + (rest > 0 ? ["  ……另有\(rest)处，见 --format csv"] : [])
  }
}

/// Findings of one rule and level.
struct FindingGroup {
  /// Shown per rule in texts and documents; the rest is in 问题清单.csv.
  static let shown = 20

  let rule: String
  let title: String
  let severity: Rule.Severity
  let count: Int
  /// Those that are shown.
  let first: [Finding]
  /// Ids of the ledgers they are about, in their order.
  let ledgers: [String]

  /// What the findings of a group have in common.
  private struct Key: Hashable {
    let severity: Rule.Severity
    let rule: String
  }

  /// The worst first, then by the catalog's order of ids.
  static func all(_ kinds: [FindingKind]) -> [FindingGroup] {
    Dictionary(grouping: kinds) { Key(severity: $0.one.severity, rule: $0.one.rule) }.values.map(FindingGroup.init)
      .sorted { ($0.severity, $0.rule) < ($1.severity, $1.rule) }
  }

  /// `kinds` are those of one rule and level, at least one, in the order of their first findings.
  private init(_ kinds: [FindingKind]) {
    let one = kinds[0].one
    (rule, title, severity) = (one.rule, one.title, one.severity)
    count = kinds.findingCount
    first = kinds.flatMap(\.first).sorted { $0.place < $1.place }.prefix(Self.shown).map(\.finding)
    ledgers = Set(kinds.compactMap(\.one.ledger)).sorted()
  }

  static func line(_ f: Finding) -> String {
    let place = f.place
    let line = (place.isEmpty ? "" : place + "：") + f.message + "。" + f.fix
    return line.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}

/// One file in one line.
enum FileLine {
  static func text(_ input: Input, _ account: Examination.Account?) -> String {
    switch input.understanding {
    case .ledger(let sheets, _, _) where sheets.first?.form != nil:
      "\(input.file)　\(titles(sheets))　" + (account?.used ?? 0 > 0 ? "1条（表单）" : "未计入1条（表单）")
    case .ledger(let sheets, _, _):
      "\(input.file)　\(titles(sheets))　\(account?.used ?? 0)行" + ((account?.excluded ?? 0) > 0 ? "，未计入\(account?.excluded ?? 0)行" : "")
    default: "\(input.file)　\(understanding(input) ?? "没有读入")"
    }
  }

  /// What a file is that is not counted; nil where it is a ledger that is.
  static func understanding(_ input: Input) -> String? {
    switch input.understanding {
    case .unreadable: "没有读入"
    case .unsupported(let title, _, _): "\(title)，暂不支持"
    case .unrecognized: "无法识别"
    case .repeated(_, let other): "与\(other)重复，没有计入"
    case .matrix: "按天打勾的检查表，没有计入"
    case .ledger: nil
    }
  }

  /// 采购台账、应急演练记录
  static func titles(_ sheets: [LedgerSheet]) -> String {
    var titles: [String] = []
    for title in sheets.map(\.ledger.title) where !titles.contains(title) { titles.append(title) }
    return titles.joined(separator: "、")
  }
}
