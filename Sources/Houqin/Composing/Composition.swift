import Documents
import LedgerKit
import Ledgers

/// A summary composed as a document, before any format.
struct Composition {
  /// What every format is rendered from.
  let document: Document
  /// Passages still to be written by hand.
  let gaps: [String]
  /// Passages in 文字/ that no section takes.
  let unplaced: [String]

  /// The passage that is printed above the title.
  private static let slogan = "口号"

  init(_ summary: Summary, outline: Outline, edition: Edition) throws(HouqinError) {
    let source = SummarySource(summary: summary, cited: outline.template.figureNames, edition: edition)
    let blocks: [Block]
    let title: String?
    do {
      blocks = try outline.template.compose(from: source)
      title = try outline.template.composeTitle(from: source)
    } catch {
      throw .badTemplate(error.description)
    }
    var named = summary.examination.passages.mapValues(PersonalText.masked)
    for name in outline.template.passageNames + [Self.slogan] { named[name] = nil }
    let placed = Passages.place(named, in: blocks)
    unplaced = placed.unplaced.filter { !Outline.passageNames.contains($0) }
    gaps = placed.blocks.compactMap { if case .gap(let topic, _) = $0 { topic } else { nil } }
    let completeness = Completeness(summary, edition).block.map { [$0] } ?? []
    var document = Document(
      title: title ?? summary.title, organization: PersonalData.masked(summary.books.scope.profile.schoolName ?? "【待填单位名称】"),
      slogan: summary.examination.passages[Self.slogan].map { Shortened.text(PersonalText.masked($0), to: 60) },
      byline: Self.byline(summary.books.scope, edition).map(PersonalData.masked),
      cover: Self.cover(summary, gaps: gaps.count, appendix: outline.template.appendixLetter(of: "附录", "数据来源")),
      blocks: completeness + placed.blocks)
    document.isBrief = !placed.blocks.contains { if case .heading(let heading) = $0 { heading.style == .appendix } else { false } }
    self.document = document
  }

  private static func byline(_ scope: Scope, _ edition: Edition) -> [String] {
    [scope.profile.author, "统计截止 \(scope.asOf.chinese)", edition == .public ? edition.title : nil].compactMap { $0 }
  }

  private static let missingLedger = Catalog.rule(ProblemList.missingLedger)

  /// 数据说明框: auditors read this first.
  private static func cover(_ summary: Summary, gaps: Int, appendix: String?) -> [CoverItem] {
    let e = summary.examination
    let missing =
      e.kinds.filter { $0.one.rule == ProblemList.missingLedger }.findingCount
      + e.waived.count { $0.finding.rule == ProblemList.missingLedger }
    let isChecked = Self.missingLedger.map { !e.changes.isOff($0) } ?? false
    let waived = e.waived.isEmpty ? "" : "，另豁免\(e.waived.count)处"
    return [
      CoverItem(
        label: "统计区间", value: "\(summary.books.scope.window.first.monthAndDay)至\(summary.books.scope.asOf.monthAndDay)",
        note: summary.books.scope.calendar.isEstimated ? "教学日按周一至周五估算" : "教学日按校历"),
      CoverItem(
        label: "读入台账", value: "\(Set(e.ledgerFiles.flatMap(\.sheets).map(\.ledger.id)).count)种\(e.ledgerFiles.count)份",
        note: !isChecked ? "是否齐全未核对" : missing == 0 ? "必交台账齐全" : "缺\(missing)种"),
      CoverItem(label: "记录", value: "\(Format.grouped(e.rowsUsed))行", note: "未计入\(Format.grouped(e.rowsExcluded))行"),
      CoverItem(
        label: "发现问题", value: "\(e.findings.count)处", note: "错误\(e.count(.error))、警告\(e.count(.warning))、提示\(e.count(.info))\(waived)"),
      CoverItem(label: "待补写", value: "\(gaps)处", note: gaps == 0 ? "已全部写好" : "见文中虚框"),
      CoverItem(label: "数据指纹", value: summary.fingerprint, note: appendix.map { "与附录\($0)一致" } ?? "由全部来源文件算出"),
    ]
  }
}
