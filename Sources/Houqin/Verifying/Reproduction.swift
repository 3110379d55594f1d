import Foundation
import LedgerKit
import Tabular

/// Whether what a manifest records is still so: inputs, program, rules and outputs.
public struct Reproduction: Sendable {
  /// One thing that differs.
  public struct Difference: Sendable, Equatable {
    /// What kind of thing it is.
    public enum Part: String, Sendable { case input, passage, program, rules, output, settings }
    /// How it differs.
    public enum Change: String, Sendable { case added, changed, removed }
    /// Of the inputs, the outputs, the program.
    public let part: Part
    /// Added, changed or removed.
    public let change: Change
    /// The file, or the setting.
    public let name: String
    /// What was recorded and what is found, where it is short.
    public let before: String?, after: String?

    init(_ part: Part, _ change: Change, _ name: String, before: String? = nil, after: String? = nil) {
      (self.part, self.change, self.name, self.before, self.after) = (part, change, name, before, after)
    }
  }

  /// The manifest's file name.
  public let manifest: String
  /// In the order inputs, passages, settings, program, rules, outputs.
  public let differences: [Difference]
  /// How many files of each kind are as they were.
  public let unchanged: (inputs: Int, outputs: Int)
  /// Whether nothing differs.
  public var isSame: Bool { differences.isEmpty }

  /// Compares a manifest with a work folder as it is now, and with the files beside the manifest.
  init(_ path: String, _ summary: Summary) throws(HouqinError) {
    let recorded = try RecordedManifest(at: path)
    manifest = FileName.last(of: path)
    let now = RecordedManifest.files(of: summary)
    let inputs = Self.compare(recorded.inputs, now.inputs, as: .input)
    let passages = Self.compare(recorded.passages, now.passages, as: .passage)
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    let outputs = recorded.outputs.compactMap { name, digest -> Difference? in
      guard let bytes = try? Data(contentsOf: folder.appendingPathComponent(name)) else { return Difference(.output, .removed, name) }
      return SHA256.hexDigest([UInt8](bytes)) == digest ? nil : Difference(.output, .changed, name)
    }
    var others: [Difference] = []
    if recorded.semester != summary.books.scope.semester.title {
      others.append(Difference(.settings, .changed, "学期", before: recorded.semester, after: summary.books.scope.semester.title))
    }
    if recorded.asOf != summary.books.scope.asOf.iso {
      others.append(Difference(.settings, .changed, "统计截止日", before: recorded.asOf, after: summary.books.scope.asOf.iso))
    }
    if recorded.version != Report.version {
      others.append(Difference(.program, .changed, "houqin", before: recorded.version, after: Report.version))
    }
    if recorded.rules != CatalogDigest.current { others.append(Difference(.rules, .changed, "校验规则")) }
    differences = inputs + passages + others + outputs.sorted { $0.name < $1.name }
    unchanged = (
      recorded.inputs.count { now.inputs[$0.key] == $0.value }, recorded.outputs.count - outputs.count
    )
  }

  static func compare(_ before: [String: String], _ after: [String: String], as part: Difference.Part) -> [Difference] {
    Set(before.keys).union(after.keys).sorted().compactMap { name in
      switch (before[name], after[name]) {
      case (nil, _?): Difference(part, .added, name)
      case (_?, nil): Difference(part, .removed, name)
      case (let old, let new): old == new ? nil : Difference(part, .changed, name)
      }
    }
  }
}

/// What a `houqin.manifest/1` says.
struct RecordedManifest {
  let inputs: [String: String]
  let passages: [String: String]
  let outputs: [String: String]
  let version: String
  let rules: String
  let asOf: String
  let semester: String

  init(at path: String) throws(HouqinError) {
    guard FileManager.default.fileExists(atPath: path) else { throw .fileMissing(path) }
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)), let manifest = RecordedManifest(data) else {
      throw .unreadableFile(path, message: "不是 houqin 写出的 manifest.json", fix: "请给出结果文件夹里的 manifest.json。")
    }
    self = manifest
  }

  init?(_ data: Data) {
    guard let json = (try? JSONSerialization.jsonObject(with: data)) as? [String: Any],
      (json["schema"] as? String)?.hasPrefix("houqin.manifest/") ?? false
    else { return nil }
    let program = json["program"] as? [String: Any]
    inputs = Self.digests(json["inputs"])
    passages = Self.digests(json["passages"])
    outputs = Self.digests(json["outputs"])
    version = program?["version"] as? String ?? ""
    rules = program?["rules"] as? String ?? ""
    asOf = json["asOf"] as? String ?? ""
    semester = json["semester"] as? String ?? ""
  }

  private static func digests(_ list: Any?) -> [String: String] {
    let entries = (list as? [[String: Any]] ?? []).compactMap { entry in
      (entry["file"] as? String).map { ($0, entry["sha256"] as? String ?? "") }
    }
    return Dictionary(entries) { first, _ in first }
  }

  /// The digests a manifest of the summary would list.
  static func files(of summary: Summary) -> (inputs: [String: String], passages: [String: String]) {
    let inputs = summary.examination.inputs.map { (PersonalData.masked($0.file), $0.sha256) }
    let passages = summary.examination.passages.map { (Manifest.passageName($0.key), SHA256.hexDigest(Array($0.value.utf8))) }
    return (Dictionary(inputs) { first, _ in first }, Dictionary(passages) { first, _ in first })
  }
}

/// What `verify --manifest` prints.
public struct ReproductionReport: Sendable {
  private let reproduction: Reproduction

  /// Creates a report of a comparison.
  public init(_ reproduction: Reproduction) { self.reproduction = reproduction }

  /// `houqin.reproduce/1`
  public var json: String {
    let differences = reproduction.differences.map { d in
      JSON.object([
        ("part", .string(d.part.rawValue)), ("change", .string(d.change.rawValue)), ("name", .string(d.name)),
        ("before", .optional(d.before)), ("after", .optional(d.after)),
      ])
    }
    return JSON.object([
      ("schema", .string("houqin.reproduce/1")), ("manifest", .string(reproduction.manifest)),
      ("same", .string(reproduction.isSame ? "yes" : "no")), ("differences", .array(differences)),
    ]).serialized() + "\n"
  }

  /// For people.
  public var text: String {
    let same = "一致：台账等来源文件\(reproduction.unchanged.inputs)份，写出的文件\(reproduction.unchanged.outputs)份。"
    guard !reproduction.isSame else { return "与 \(reproduction.manifest) 所记完全相同。\n\(same)\n" }
    let lines = reproduction.differences.map { "  " + Self.line($0) }
    return (["与 \(reproduction.manifest) 所记不同，共\(reproduction.differences.count)处："] + lines + [same]).joined(separator: "\n") + "\n"
  }

  private static func line(_ d: Reproduction.Difference) -> String {
    let change =
      switch d.change {
      case .added: "新增"
      case .changed: d.part == .output ? "写出后被改过" : "有变动"
      case .removed: "不见了"
      }
    let values = d.before.flatMap { before in d.after.map { "（原为\(before)，现为\($0)）" } } ?? ""
    return "\(title(d.part))　\(d.name)　\(change)\(values)"
  }

  private static func title(_ part: Reproduction.Difference.Part) -> String {
    switch part {
    case .input: "来源文件"
    case .passage: "手写文字"
    case .program: "程序版本"
    case .rules: "校验规则"
    case .output: "写出的文件"
    case .settings: "设置"
    }
  }
}
