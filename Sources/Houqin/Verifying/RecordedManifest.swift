import Platform
import LedgerKit
import Tabular

/// What a `houqin.manifest/1` or `houqin.district/1` says.
struct RecordedManifest {
  /// A school of a district's manifest.
  struct School {
    let folder: String
    let inputs: [String: String]
    let asOf: String
  }

  /// Where it was read from.
  let path: String
  /// Whether it is of many schools.
  let isDistrict: Bool
  let inputs: [String: String]
  let passages: [String: String]
  let outputs: [String: String]
  /// The marks of the rows as they are listed, by file.
  private let rows: [String: String]
  let version: String
  let rules: String
  let asOf: String
  let semester: String
  /// Of a district's: the schools that count, and the folders of those that do not.
  let schools: [School]
  let failed: Set<String>

  /// Reads a manifest, or the one in a folder of results.
  init(at path: String) throws(HouqinError) {
    guard let isFolder = SystemCall.isFolder(path) else { throw .fileMissing(path) }
    let url = isFolder ? URL(fileURLWithPath: path).appendingPathComponent("manifest.json") : URL(fileURLWithPath: path)
    guard let data = try? Data(contentsOf: url), let text = ManifestText([UInt8](data)),
      let manifest = RecordedManifest(text, path: url.path)
    else {
      throw .unreadableFile(path, message: "不是 houqin 写出的 manifest.json", fix: "请给出结果文件夹里的 manifest.json。")
    }
    self = manifest
  }

  init?(_ text: ManifestText, path: String) {
    guard let schema = text.schema, ["houqin.manifest/1", "houqin.district/1"].contains(schema) else { return nil }
    self.path = path
    isDistrict = schema == "houqin.district/1"
    inputs = Self.digests(text.inputs)
    passages = Self.digests(text.passages)
    outputs = Self.digests(text.outputs)
    rows = Self.texts(text.inputs, \.rows)
    version = text.version ?? ""
    rules = text.rules ?? ""
    asOf = text.asOf ?? ""
    semester = text.semester ?? ""
    schools = (text.schools ?? []).map { School(folder: $0.folder ?? "", inputs: Self.digests($0.inputs), asOf: $0.asOf ?? "") }
    failed = Set((text.failed ?? []).compactMap(\.folder))
  }

  private static func digests(_ entries: [ManifestText.Entry]?) -> [String: String] { texts(entries, \.sha256) }

  private static func texts(_ entries: [ManifestText.Entry]?, _ member: KeyPath<ManifestText.Entry, String?>) -> [String: String] {
    let pairs = (entries ?? []).compactMap { entry in entry.file.map { ($0, entry[keyPath: member] ?? "") } }
    return Dictionary(pairs) { first, _ in first }
  }

  /// The digests a manifest of the summary would list.
  static func files(of summary: Summary) -> (inputs: [String: String], passages: [String: String]) {
    let passages = summary.examination.passages.map { (Manifest.passageName($0.key), SHA256.hexDigest(Array($0.value.utf8))) }
    return (digests(of: summary.examination.inputs), Dictionary(passages) { first, _ in first })
  }

  static func digests(of inputs: [Input]) -> [String: String] {
    Dictionary(inputs.map { (PersonalData.masked($0.file), $0.sha256) }) { first, _ in first }
  }

  /// Whether the run read the same bytes for the same day.
  func isOf(_ summary: Summary) -> Bool {
    !isDistrict && asOf == summary.books.scope.asOf.iso && inputs == Self.digests(of: summary.examination.inputs)
  }

  /// What became of an input's rows since; nil where it was not recorded.
  func rowChanges(_ input: Input) -> String? {
    guard let before = rows[PersonalData.masked(input.file)].flatMap({ RowMarks($0) }), !before.marks.isEmpty else { return nil }
    return RowMarks(input).map { $0.changes(since: before) ?? "各行没有变，只是编码或换行不同" }
  }

  /// What differs in the inputs now.
  func inputDifferences(_ now: [Input]) -> [Reproduction.Difference] {
    let found = Dictionary(now.map { (PersonalData.masked($0.file), $0) }) { first, _ in first }
    return Reproduction.compare(inputs, Self.digests(of: now), as: .input).map { difference in
      var difference = difference
      if difference.change == .changed { difference.detail = found[difference.name].flatMap(rowChanges) }
      return difference
    }
  }

  /// Outputs that are not what they were, beside the manifest.
  func outputDifferences() -> [Reproduction.Difference] {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    let found = outputs.compactMap { name, digest -> Reproduction.Difference? in
      guard let bytes = try? Data(contentsOf: folder.appendingPathComponent(name)) else { return .init(.output, .removed, name) }
      return SHA256.hexDigest([UInt8](bytes)) == digest ? nil : .init(.output, .changed, name)
    }
    return found.sorted { $0.name < $1.name }
  }

  /// Whether the program and its rules are those of now.
  func programDifferences() -> [Reproduction.Difference] {
    var differences: [Reproduction.Difference] = []
    if version != Report.version { differences.append(.init(.program, .changed, "houqin", before: version, after: Report.version)) }
    if rules != CatalogDigest.current { differences.append(.init(.rules, .changed, "校验规则")) }
    return differences
  }
}
