import Platform
import Synchronization
import LedgerKit
import Ledgers

/// How a run is asked for.
public struct Options: Sendable {
  /// 统计截止日; nil takes it from the settings.
  public var asOf: Day?
  /// Name of a built-in outline or path of a template file; nil takes the one of the school's stage.
  public var template: String?
  /// Folder the results are written to, relative to the working directory.
  public var output = "output"
  /// Who makes a roll-up of many schools, printed as its letterhead.
  public var organization: String?
  /// Results that people edited since the last run are overwritten rather than kept under another name.
  public var force = false
  /// Links in the work folder may lead out of it.
  public var followsLinks = false

  /// For whom the summary is written.
  public var edition = Edition.archive

  /// Creates options; what is nil comes from the work folder.
  public init(asOf: Day? = nil, template: String? = nil, output: String = "output", edition: Edition = .archive) {
    self.asOf = asOf
    self.template = template
    self.output = output
    self.edition = edition
  }

  /// Takes the as-of date as a person writes it: 2023-06-30, 2023年6月30日.
  public mutating func setAsOf(_ text: String) throws(HouqinError) {
    guard let day = Profile(items: [("统计截止日", text)]).asOf else { throw .badDate(text) }
    asOf = day
  }
}

/// The stages of a run, in order. Who wants to know how long each takes is told when it is done; the pipeline itself reads no clock.
public enum Stage: Sendable, CaseIterable {
  /// Files are in memory, decoded, cut into records and recognized.
  case read
  /// Cells have become values, in tables.
  case cells
  /// Every rule has been applied.
  case rules
  /// Every figure has been computed.
  case figures
  /// The document has been composed and rendered in every format.
  case document
  /// The files are in place.
  case published
}

/// The work of houqin, stage by stage: bytes → sheets → ledgers → findings and figures → document → files.
public enum Pipeline {
  /// Reads a work folder and applies every rule.
  public static func check(
    _ folder: String, _ options: Options, done: (Stage) -> Void = { _ in }
  ) throws(HouqinError) -> Examination {
    try examine(folder, options, done: done) { _ in }.examination
  }

  /// The same, and what `beside` makes of the judged tables while findings are put in order; nil where the semester is not known.
  private static func examine<T: Sendable>(
    _ folder: String, _ options: Options, done: (Stage) -> Void, beside: @escaping @Sendable (Books) -> T
  ) throws(HouqinError) -> (examination: Examination, beside: T?) {
    let workFolder = try WorkFolder(at: folder, excluding: URL(fileURLWithPath: options.output), followsLinks: options.followsLinks)
    guard !workFolder.files.isEmpty || !workFolder.refused.isEmpty else { throw .emptyFolder(folder) }
    let inputs = InputReader.inputs(of: workFolder)
    done(.read)
    let workbook = Workbook(inputs: inputs, passages: workFolder.passages, asOf: options.asOf)
    done(.cells)
    let judged = Examination.judging(workbook, judged: { done(.rules) }, beside: beside)
    try judged.examination.confirmUnchanged()
    judged.examination.letGoOfAll()
    return judged
  }

  /// How one file was understood.
  public static func read(_ file: String) throws(HouqinError) -> ReadReport {
    let url = URL(fileURLWithPath: file)
    guard FileManager.default.fileExists(atPath: url.path) else { throw .fileMissing(file) }
    let input = InputReader.readWithNeighbor(url)
    if let report = ReadReport(input) { return report }
    let finding = Judge.findings(of: input).first
    throw .unreadableFile(file, message: finding?.message ?? "没有读入", fix: finding?.fix ?? "")
  }

  /// Reads, checks and computes every figure.
  public static func figures(_ folder: String, _ options: Options, done: (Stage) -> Void = { _ in }) throws(HouqinError) -> Summary {
    let (examination, values) = try examine(folder, options, done: done) { FigureValues($0) }
    guard let books = examination.books, let values else { throw .semesterUnknown }
    done(.figures)
    return Summary(examination, books, values)
  }

  /// The rows behind the figure with a code or id.
  public static func trace(_ folder: String, figure: String, _ options: Options) throws(HouqinError) -> Trace {
    try Trace(figure, in: try figures(folder, options))
  }

  /// Holds a document against the data, number by number.
  public static func verify(_ document: String, data folder: String, _ options: Options) throws(HouqinError) -> Verification {
    let url = URL(fileURLWithPath: document)
    guard let isFolder = SystemCall.isFolder(url.path) else { throw .fileMissing(document) }
    if isFolder { throw .unreadableFile(document, message: "是文件夹", fix: "请给出里面的总结，例如 总结.md。") }
    guard let bytes = try? [UInt8](Data(contentsOf: url)) else { throw .unreadableFile(document, message: "打不开", fix: "请检查权限。") }
    let read = try ReadDocument(bytes, named: document)
    let summary = try figures(folder, options)
    var template = options.template
    if template == nil { template = try OutlineGuess.name(for: read, summary) }
    return try Verifier(summary, template: template).verify(read, named: url.lastPathComponent)
  }

  /// Whether inputs, rules, program and outputs are what a manifest recorded.
  public static func verify(manifest: String, data folder: String, _ options: Options) throws(HouqinError) -> Reproduction {
    let recorded = try RecordedManifest(at: manifest)
    var options = options
    // Results that lie inside the work folder are no inputs.
    options.output = URL(fileURLWithPath: recorded.path).deletingLastPathComponent().path
    return try recorded.isDistrict ? Reproduction(district: recorded, folder, options) : Reproduction(recorded, folder, options)
  }

  /// Writes the summary and its companions; nothing is written unless everything can be.
  public static func report(_ folder: String, _ options: Options, done: (Stage) -> Void = { _ in }) throws(HouqinError) -> Report {
    let (input, output) = (URL(fileURLWithPath: folder).standardizedFileURL, URL(fileURLWithPath: options.output).standardizedFileURL)
    if input.path == output.path { throw .outputIsInput(folder) }
    let chosen = Mutex<Result<Outline, HouqinError>?>(nil)
    let (examination, values) = try examine(folder, options, done: done) { books in
      FigureValues(books) {
        let outline = Result { () throws(HouqinError) in try Outline.named(options.template, for: books.scope.profile.stage) }
        chosen.withLock { $0 = outline }
      }
    }
    guard let books = examination.books, let values, let chosen = chosen.withLock({ $0 }) else { throw .semesterUnknown }
    let summary = Summary(examination, books, values)
    done(.figures)
    let outline = try chosen.get()
    let staging = try StagedFiles(for: options.output, force: options.force)
    defer { staging.discard() }
    let last = ManifestReader(inFolder: staging.place.target)
    let previous = PreviousIssues(output: options.output, last?.recorded, workFolder: folder, for: summary)
    var report = try Report(summary, outline: outline, options: options, previous: previous, last: last?.recorded, into: staging)
    try examination.confirmUnchanged()
    done(.document)
    try staging.write(report.files, under: nil, replacing: last)
    try staging.publish()
    report.kept = staging.keptFiles
    done(.published)
    return report
  }
}
