import Foundation
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
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw .fileMissing(path) }
    let url = isFolder.boolValue ? URL(fileURLWithPath: path).appendingPathComponent("manifest.json") : URL(fileURLWithPath: path)
    guard let data = try? Data(contentsOf: url), let json = (try? JSONSerialization.jsonObject(with: data)) as? [String: Any],
      let manifest = RecordedManifest(json, path: url.path)
    else {
      throw .unreadableFile(path, message: "不是 houqin 写出的 manifest.json", fix: "请给出结果文件夹里的 manifest.json。")
    }
    self = manifest
  }

  init?(_ json: [String: Any], path: String = "") {
    guard let schema = json["schema"] as? String, ["houqin.manifest/1", "houqin.district/1"].contains(schema) else { return nil }
    let program = json["program"] as? [String: Any]
    self.path = path
    isDistrict = schema == "houqin.district/1"
    inputs = Self.digests(json["inputs"])
    passages = Self.digests(json["passages"])
    outputs = Self.digests(json["outputs"])
    rows = Self.texts(json["inputs"], "rows")
    version = program?["version"] as? String ?? ""
    rules = program?["rules"] as? String ?? ""
    asOf = json["asOf"] as? String ?? ""
    semester = json["semester"] as? String ?? ""
    schools = (json["schools"] as? [[String: Any]] ?? []).map { school in
      School(
        folder: school["folder"] as? String ?? "", inputs: Self.digests(school["inputs"]), asOf: school["asOf"] as? String ?? "")
    }
    failed = Set((json["failed"] as? [[String: Any]] ?? []).compactMap { $0["folder"] as? String })
  }

  private static func digests(_ list: Any?) -> [String: String] { texts(list, "sha256") }

  private static func texts(_ list: Any?, _ member: String) -> [String: String] {
    let entries = (list as? [[String: Any]] ?? []).compactMap { entry in
      (entry["file"] as? String).map { ($0, entry[member] as? String ?? "") }
    }
    return Dictionary(entries) { first, _ in first }
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
