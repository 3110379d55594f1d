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

  /// Figures that differ from those an earlier run wrote to the same folder, for the terminal only.
  public internal(set) var restated: [String] = []

  /// Version of the program; part of the manifest, never of the document.
  public static let version = "0.1.0"

  init(_ summary: Summary, outline: Outline, options: Options, previous: PreviousIssues? = nil) throws(HouqinError) {
    // The document and the list of findings know nothing of each other.
    let edition = options.edition
    let (issues, composed) = Parallel.both {
      Issues(summary, edition, previous)
    } _: {
      Result { () throws(HouqinError) in try Composition(summary, outline: outline, edition: edition) }
    }
    let composition = try composed.get()
    self.summary = summary
    self.outline = outline.name
    (document, gaps, unplaced) = (composition.document, composition.gaps, composition.unplaced)
    comparison = issues.comparison
    let stem = try Self.stem(summary, outline) + options.edition.fileSuffix
    files = Self.files(summary, document, stem: stem, outline: outline.name, edition: edition, issues: issues.output)
  }

  /// The list of findings, compared and written.
  private struct Issues: Sendable {
    let comparison: IssueComparison
    /// nil in the edition for posting: the findings name rows and cells.
    let output: Manifest.Output?

    init(_ summary: Summary, _ edition: Edition, _ previous: PreviousIssues?) {
      let list = IssueList(summary.examination)
      comparison = previous.map { IssueComparison(list, with: $0, in: summary.examination) } ?? .none
      let written = edition == .archive ? list.written(comparison) : nil
      output = written.map { Manifest.Output(name: issueFile, bytes: $0.bytes, content: $0.content) }
    }
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

  /// The shell every page is set in.
  static let page = HTMLRenderer(page: EmbeddedTemplates.page, sha256: sha256)

  static let sha256: HTMLRenderer.Digest = { bytes in
    var hash = SHA256()
    hash.update(bytes)
    return hash.finalize()
  }

  private static func files(
    _ summary: Summary, _ document: Document, stem: String, outline: String, edition: Edition, issues: Manifest.Output?
  ) -> [(name: String, bytes: [UInt8])] {
    // The longest first.
    let parts: [(name: String, write: @Sendable () -> [UInt8])] = [
      (stem + ".html", { Self.page.utf8(document) }), (stem + ".md", { MarkdownRenderer().utf8(document) }),
      ("指标.csv", { FiguresReport(summary).csvBytes }),
    ]
    // What every manifest of a process names is made meanwhile.
    let (written, _) = Parallel.both {
      Parallel.map(parts.count) { Manifest.Output(name: parts[$0].name, bytes: parts[$0].write()) }
    } _: {
      CatalogDigest.current
    }
    let outputs = [written[1], written[0]] + (issues.map { [$0] } ?? []) + [written[2]]
    let manifest = Manifest(summary, outline: outline, edition: edition, outputs: outputs)
    return outputs.map { ($0.name, $0.bytes) } + [("manifest.json", manifest.utf8)]
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
