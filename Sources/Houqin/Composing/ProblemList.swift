import Documents
import LedgerKit
import Ledgers

/// 八、存在问题: what the data show, with numbers; never causes and never names of files.
enum ProblemList {
  static func lines(_ summary: Summary) -> [[Inline]] {
    let broken = brokenRequirements(summary)
    let ledgers = Catalog.ledgers.compactMap { ledger in line(ledger, broken.filter { $0.one.ledger == ledger.id }, summary) }
    return openHazards(summary) + coverage(summary) + ledgers + sheets(summary)
  }

  static func openHazards(_ summary: Summary) -> [[Inline]] {
    guard let open = summary.figure("ST-HAZ-08"), let n = open.exact?.numerator, n > 0 else { return [] }
    var line: [Inline] = [.text("尚有"), figure(open), .text("处隐患没有完成整改")]
    if let overdue = summary.figure("ST-HAZ-07"), let late = overdue.exact?.numerator, late > 0 {
      line += [.text("，其中"), figure(overdue), .text("处已超过整改期限")]
    }
    return [line + [.text("。")]]
  }

  /// What one ledger shows: its rates that should be full and are not, and requirements of practice that were not met.
  private static func line(_ ledger: Ledger, _ broken: [FindingKind], _ summary: Summary) -> [Inline]? {
    let missed = rates(below: ledger, summary).map { [.text($0.figure.title), figure($0), .text("（\(fraction($0))）")] }
    guard !missed.isEmpty || !broken.isEmpty else { return nil }
    var line: [Inline] = [.text(subject(ledger) + "：")]
    for (i, parts) in missed.enumerated() { line += (i > 0 ? [.text("，")] : []) + parts }
    if !missed.isEmpty { line.append(.text(missed.count > 1 ? "，均未达到100%" : "，未达到100%")) }
    if !broken.isEmpty { line.append(.text((missed.isEmpty ? "有" : "；另有") + counts(broken))) }
    return line + [.text("。")]
  }

  /// Requirements of practice that rows did not meet.
  static func brokenRequirements(_ summary: Summary) -> [FindingKind] {
    summary.examination.kinds.filter { kind in
      let finding = kind.one
      return finding.kind == .compliance && finding.severity != .info && finding.row != nil && !told.contains(finding.rule)
        && finding.ledger.map(ledgers.contains) ?? false
    }
  }

  private static let ledgers = Set(Catalog.ledgers.map(\.id))
  private static let settings = Set(Catalog.settings.map(\.id))

  /// 物品采购 of 物品采购台账: hazards may stand on a combined sheet, so the paper is not named.
  private static func subject(_ ledger: Ledger) -> String {
    ["台账", "记录"].first(where: ledger.title.hasSuffix).map { String(ledger.title.dropLast($0.count)) } ?? ledger.title
  }

  /// Told by the line on open hazards.
  private static let told: Set<String> = ["HAZ-012"]

  /// The ledger's rates that should be full and are not.
  static func rates(below ledger: Ledger, _ summary: Summary) -> [FigureValue] {
    (fullRates[ledger.id] ?? []).map { summary.figures[$0] }.filter { $0.exact.map { $0.numerator < $0.denominator } ?? false }
  }

  /// Where the rates that should be full stand among the figures, by their ledger.
  private static let fullRates: [String: [Int]] = Dictionary(
    grouping: Catalog.fullRates.compactMap { CatalogPlaces.figures[$0] }, by: { Catalog.figures[$0].ledger.id })

  /// What should have happened and did not: one line a rule, the months or quarters together, the remark on estimates once.
  static func coverage(_ summary: Summary, withLedgers: Bool = true) -> [[Inline]] {
    let isEstimated = summary.books.scope.calendar.isEstimated
    let findings = summary.examination.findings {
      $0.rule.hasPrefix("COV") && ($0.severity != .info || isEstimated) && (withLedgers || $0.rule != missingLedger)
    }
    let lines = Dictionary(grouping: findings, by: \.rule).sorted { $0.key < $1.key }.map { _, group in
      (text: Wording.merged(group.map { bare($0.message) }), note: group.compactMap(remark).first)
    }
    let last = lines.lastIndex { $0.note != nil }
    let isShared = lines.count { $0.note != nil } > 1
    return lines.enumerated().map { index, line in
      let note = index == last ? line.note.map { isShared ? $0.replacing("（", with: "（月、季的判断：", maxReplacements: 1) : $0 } : nil
      return [.text(line.text + (note ?? "") + "。")]
    }
  }

  /// Rule that a ledger was not handed in at all.
  static let missingLedger = "COV-031"

  private static func bare(_ message: String) -> String { String(message.unicodeScalars.prefix { $0 != "（" }) }
  private static func remark(_ finding: Finding) -> String? {
    finding.message.unicodeScalars.firstIndex(of: "（").map { String(finding.message[$0...]) }
  }

  /// Errors in the sheets themselves, summed up.
  static func sheets(_ summary: Summary) -> [[Inline]] {
    let errors = sheetErrors(summary)
    guard !errors.isEmpty else { return [] }
    return [[.text("台账填写有\(errors.findingCount)处错误需要更正，即\(counts(errors))，逐处见问题清单.csv。")]]
  }

  /// The same errors, one line a ledger: what is to be put right in it.
  static func corrections(_ summary: Summary) -> [[Inline]] {
    let byLedger = Dictionary(grouping: sheetErrors(summary)) { title(of: $0.one.ledger) }
    return byLedger.keys.sorted().map { ledger in [.text("\(ledger)：\(counts(byLedger[ledger] ?? []))。")] }
  }

  static func sheetErrors(_ summary: Summary) -> [FindingKind] {
    summary.examination.kinds.filter { kind in
      kind.one.kind == .data && kind.one.severity == .error && !(kind.one.ledger.map(settings.contains) ?? false)
    }
  }

  private static func title(of ledger: String?) -> String {
    ledger.flatMap(Knowledge.title) ?? "其他文件"
  }

  /// `整改早于发现1处和已整改无完成日期1处`
  private static func counts(_ kinds: [FindingKind]) -> String {
    let byRule = Dictionary(grouping: kinds, by: \.one.rule).sorted { $0.key < $1.key }
    return Wording.list(byRule.map { _, kinds in "\(kinds.first?.one.title ?? "")\(kinds.findingCount)处" })
  }

  static func figure(_ value: FigureValue) -> Inline {
    .figure(id: value.figure.code, text: value.inline)
  }

  static func fraction(_ value: FigureValue) -> String {
    "\(Format.grouped(value.numeratorText ?? ""))/\(Format.grouped(value.denominatorText ?? ""))"
  }
}
