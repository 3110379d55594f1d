import Documents
import LedgerKit
import Ledgers
import Tabular

/// A summary as a document, and the files it is published as.
public struct Report: Sendable {
  /// The figures it was composed from.
  public let summary: Summary
  /// What every format is rendered from.
  public let document: Document
  /// File name and content, in the order they are listed.
  public let files: [(name: String, bytes: [UInt8])]
  /// How many passages are still to be written by hand.
  public let gaps: [String]
  /// Passages in 文字/ that no section of the outline takes, but for those that another built-in outline asks for by name.
  public let unplaced: [String]
  /// Name of the outline, as the manifest records it.
  public let outline: String

  /// Results of the last run that people had edited, and what they are called now.
  public internal(set) var kept: [KeptFile] = []
  /// The list of findings compared with the one before.
  let comparison: IssueComparison

  /// Name of the list of findings, read again by the next run.
  static let issueFile = "问题清单.csv"
  /// Version of the program; part of the manifest, never of the document.
  public static let version = "0.1.0"

  init(_ summary: Summary, outline: Outline, options: Options, previous: PreviousIssues? = nil) throws(HouqinError) {
    self.summary = summary
    self.outline = outline.name
    let source = SummarySource(summary: summary, cited: outline.template.figureNames)
    let blocks: [Block]
    let title: String?
    do {
      blocks = try outline.template.compose(from: source)
      title = try outline.template.composeTitle(from: source)
    } catch {
      throw .badTemplate(error.description)
    }
    var named = summary.examination.passages
    for name in outline.template.passageNames + [Self.slogan] { named[name] = nil }
    let placed = Passages.place(named, in: blocks)
    unplaced = placed.unplaced.filter { !Outline.passageNames.contains($0) }
    gaps = placed.blocks.compactMap { if case .gap(let topic, _) = $0 { topic } else { nil } }
    var document = Document(
      title: title ?? summary.title, organization: summary.books.scope.profile.schoolName ?? "【待填单位名称】",
      slogan: summary.examination.passages[Self.slogan].map { Shortened.text($0, to: 60) }, byline: Self.byline(summary.books.scope),
      cover: Self.cover(summary, gaps: gaps.count, appendix: outline.template.appendixLetter(of: "附录", "数据来源")), blocks: placed.blocks)
    document.isBrief = !placed.blocks.contains { if case .heading(let heading) = $0 { heading.style == .appendix } else { false } }
    self.document = document
    let issues = IssueList(summary.examination)
    comparison = previous.map { IssueComparison(issues, with: $0, in: summary.examination) } ?? .none
    files = Self.files(
      summary, document, stem: try Self.stem(summary, outline), outline: outline.name, issues: issues.csv(comparison))
  }

  /// What the document's files are called, without their extensions.
  static func stem(_ summary: Summary, _ outline: Outline) throws(HouqinError) -> String {
    do {
      let source = SummarySource(summary: summary, cited: outline.template.figureNames)
      return FileName.safe(try outline.template.composeFileTitle(from: source) ?? "", else: summary.title)
    } catch {
      throw .badTemplate(error.description)
    }
  }

  /// The passage that is printed above the title.
  private static let slogan = "口号"

  private static func byline(_ scope: Scope) -> [String] {
    [scope.profile.author, "统计截止 \(scope.asOf.chinese)"].compactMap { $0 }
  }

  /// 数据说明框: auditors read this first.
  private static func cover(_ summary: Summary, gaps: Int, appendix: String?) -> [CoverItem] {
    let e = summary.examination
    let missing = e.judged.count { $0.rule == ProblemList.missingLedger }
    let isChecked = Catalog.rule(ProblemList.missingLedger).map { !e.changes.isOff($0) } ?? false
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

  static let sha256: HTMLRenderer.Digest = { bytes in
    var hash = SHA256()
    hash.update(bytes)
    return hash.finalize()
  }

  private static func files(
    _ summary: Summary, _ document: Document, stem: String, outline: String, issues: String
  ) -> [(name: String, bytes: [UInt8])] {
    var files: [(name: String, bytes: [UInt8])] = [
      (stem + ".md", Array(MarkdownRenderer().render(document).utf8)),
      (stem + ".html", Array(HTMLRenderer(page: EmbeddedTemplates.page, sha256: Self.sha256).render(document).utf8)),
      (issueFile, Array(issues.utf8)), ("指标.csv", Array(FiguresReport(summary).csv.utf8)),
    ]
    files.append(("manifest.json", Array(Manifest(summary, outline: outline, outputs: files).json.utf8)))
    return files
  }
}

extension Summary {
  /// `2022—2023学年度第二学期后勤工作总结`
  public var title: String { books.scope.semester.title + "后勤工作总结" }

  /// A short name of the data: the digest of all inputs' digests, whatever the files are called.
  var fingerprint: String { fullFingerprint.prefix(4) + "…" + fullFingerprint.suffix(4) }

  var fullFingerprint: String {
    SHA256.hexDigest(Array(examination.inputs.map(\.sha256).sorted().joined(separator: "\n").utf8))
  }
}
