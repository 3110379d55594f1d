import Documents
import LedgerKit
import Ledgers

/// 八、存在问题: what the data show, with numbers; never causes and never names of files.
enum ProblemList {
  static func blocks(_ summary: Summary) -> [Block] {
    let lines = openHazards(summary) + coverage(summary) + Catalog.ledgers.compactMap { line($0, summary) } + sheets(summary)
    guard !lines.isEmpty else { return [.paragraph([.text("按现有台账和校验规则，未列出需要说明的问题；未提供的台账不在此列。")])] }
    return [.list(lines, ordered: true)]
  }

  private static func openHazards(_ summary: Summary) -> [[Inline]] {
    guard let open = summary.figure("ST-HAZ-08"), let n = open.exact?.numerator, n > 0 else { return [] }
    var line: [Inline] = [.text("尚有"), figure(open), .text("处隐患未完成整改")]
    if let overdue = summary.figure("ST-HAZ-07"), let late = overdue.exact?.numerator, late > 0 {
      line += [.text("，其中"), figure(overdue), .text("处已超过整改期限")]
    }
    return [line + [.text("。")]]
  }

  /// What one ledger shows: its rates that should be full and are not, and requirements of practice that were not met.
  private static func line(_ ledger: Ledger, _ summary: Summary) -> [Inline]? {
    let missed = Catalog.fullRates.compactMap { code in below(code, ledger, summary) }
    let broken = groups(
      summary.examination.findings.filter {
        $0.ledger == ledger.id && $0.kind == .compliance && $0.severity != .info && $0.row != nil && !told.contains($0.rule)
      })
    guard !missed.isEmpty || !broken.isEmpty else { return nil }
    var line: [Inline] = [.text(subject(ledger) + "：")]
    for (i, parts) in missed.enumerated() { line += (i > 0 ? [.text("，")] : []) + parts }
    if !missed.isEmpty { line.append(.text(missed.count > 1 ? "，均未达到100%" : "，未达到100%")) }
    let list = broken.map { "\($1.first?.title ?? "")\($1.count)处" }.joined(separator: "、")
    if !broken.isEmpty { line.append(.text((missed.isEmpty ? "" : "；") + list)) }
    return line + [.text("。")]
  }

  /// 物品采购 of 物品采购台账: hazards may stand on a combined sheet, so the paper is not named.
  private static func subject(_ ledger: Ledger) -> String {
    ["台账", "记录"].first(where: ledger.title.hasSuffix).map { String(ledger.title.dropLast($0.count)) } ?? ledger.title
  }

  /// Told by the line on open hazards.
  private static let told: Set<String> = ["HAZ-012"]

  private static func below(_ code: String, _ ledger: Ledger, _ summary: Summary) -> [Inline]? {
    guard let value = summary.figure(code), value.ledger.id == ledger.id, let exact = value.exact else { return nil }
    guard exact.numerator < exact.denominator else { return nil }
    return [.text(value.figure.title), figure(value), .text("（\(fraction(value))）")]
  }

  /// What should have happened and did not: one line a rule, the months or quarters together, the remark on estimates once.
  private static func coverage(_ summary: Summary) -> [[Inline]] {
    let isEstimated = summary.books.scope.calendar.isEstimated
    let findings = summary.examination.findings.filter { $0.rule.hasPrefix("COV") && ($0.severity != .info || isEstimated) }
    return groups(findings).map { _, group in
      let note = group.compactMap { finding in finding.message.firstIndex(of: "（").map { String(finding.message[$0...]) } }.first
      return [.text(Wording.merged(group.map { String($0.message.prefix { $0 != "（" }) }) + (note ?? "") + "。")]
    }
  }

  /// Errors in the sheets themselves, summed up.
  private static func sheets(_ summary: Summary) -> [[Inline]] {
    let findings = summary.examination.findings.filter { $0.kind == .data && $0.severity == .error }
    guard !findings.isEmpty else { return [] }
    let titles = groups(findings).map { "\($0.1.first?.title ?? "")\($0.1.count)处" }.joined(separator: "、")
    return [[.text("台账填写有\(findings.count)处错误需要更正：\(titles)，明细见附录B。")]]
  }

  private static func groups(_ findings: [Finding]) -> [(String, [Finding])] {
    Dictionary(grouping: findings, by: \.rule).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private static func figure(_ value: FigureValue) -> Inline {
    .figure(id: value.figure.code, text: value.inline)
  }

  private static func fraction(_ value: FigureValue) -> String {
    "\(Format.grouped(value.numeratorText ?? ""))/\(Format.grouped(value.denominatorText ?? ""))"
  }
}
