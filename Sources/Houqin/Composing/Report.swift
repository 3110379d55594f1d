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
  public let files: [ResultFile]
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
  public let restated: [String]

  /// Version of the program; part of the manifest, never of the document.
  public static let version = "0.1.0"

  /// `last` is the manifest of the run whose figures these are compared with. Lists as long as the ledgers are written to `staging`
  /// while they are made, where there is one.
  init(
    _ summary: Summary, outline: Outline, options: Options, previous: PreviousIssues? = nil, last: RecordedManifest? = nil,
    into staging: StagedFiles? = nil
  ) throws(HouqinError) {
    // The document and the list of findings know nothing of each other; whoever is done helps with the other.
    let edition = options.edition
    let (issues, written) = Parallel.both {
      Issues(summary, edition, previous, staging)
    } _: {
      (
        rendering: Result { () throws(HouqinError) in try Rendering(summary, outline, edition) },
        figures: Result { () throws(HouqinError) in try Self.figures(summary, staging) },
        rules: CatalogDigest.current, rowMarks: Manifest.rowMarks(of: summary, edition),
        restated: Restatement(summary, output: options.output, last).lines
      )
    }
    let rendering = try written.rendering.get()
    let outputs = rendering.outputs + (try issues.output.get().map { [$0] } ?? []) + [try written.figures.get()]
    let manifest = Manifest(
      summary, rules: written.rules, outline: outline.name, edition: edition, rowMarks: written.rowMarks, outputs: outputs)
    self.summary = summary
    self.outline = outline.name
    document = rendering.composition.document
    (gaps, unplaced) = (rendering.composition.gaps, rendering.composition.unplaced)
    (comparison, restated) = (issues.comparison, written.restated)
    files = outputs.map(\.file) + [ResultFile("manifest.json", manifest.utf8)]
  }

  /// The document, composed and rendered in every format.
  private struct Rendering: Sendable {
    let composition: Composition
    let outputs: [Manifest.Output]

    init(_ summary: Summary, _ outline: Outline, _ edition: Edition) throws(HouqinError) {
      let composition = try Composition(summary, outline: outline, edition: edition)
      let document = composition.document
      let stem = try Report.stem(summary, outline) + edition.fileSuffix
      let (text, page) = Parallel.both {
        Manifest.Output(name: stem + ".md", bytes: MarkdownRenderer().utf8(document))
      } _: {
        Manifest.Output(name: stem + ".html", bytes: Report.page.utf8(document))
      }
      self.composition = composition
      outputs = [text, page]
    }
  }

  /// The list of findings, compared and written.
  private struct Issues: Sendable {
    let comparison: IssueComparison
    /// nil in the edition for posting: the findings name rows and cells.
    let output: Result<Manifest.Output?, HouqinError>

    init(_ summary: Summary, _ edition: Edition, _ previous: PreviousIssues?, _ staging: StagedFiles?) {
      let list = IssueList(summary.examination)
      let comparison = previous.map { IssueComparison(list, with: $0, in: summary.examination) } ?? .none
      self.comparison = comparison
      output = Result { () throws(HouqinError) in
        guard edition == .archive else { return nil }
        let file = ResultWriter(issueFile, into: staging)
        return try file.finish(content: list.write(comparison, to: file))
      }
    }
  }

  /// 指标.csv.
  private static func figures(_ summary: Summary, _ staging: StagedFiles?) throws(HouqinError) -> Manifest.Output {
    let file = ResultWriter("指标.csv", into: staging)
    FiguresReport(summary).write(to: file)
    return try file.finish()
  }

  /// What the document's files are called, without their extensions.
  static func stem(_ summary: Summary, _ outline: Outline) throws(HouqinError) -> String {
    do {
      let source = SummarySource(summary: summary)
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
