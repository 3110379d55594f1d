/// A `houqin.manifest/1` or `houqin.district/1` as it lies in its file. It may have been edited or cut short: what is missing or of another
/// kind is as though it were not there.
struct ManifestText {
  let schema: String?
  let version: String?
  let rules: String?
  let asOf: String?
  let semester: String?
  let inputs: [Entry]?
  let passages: [Entry]?
  let outputs: [Entry]?
  let schools: [Entry]?
  let failed: [Entry]?

  /// A file, a passage or a school's folder.
  struct Entry {
    let file: String?
    let sha256: String?
    let size: Int?
    let content: String?
    let rows: String?
    let folder: String?
    let asOf: String?
    let inputs: [Entry]?

    /// nil where it is no object.
    fileprivate init?(_ json: JSON) {
      guard case .object = json else { return nil }
      (file, sha256, content) = (json["file"]?.text, json["sha256"]?.text, json["content"]?.text)
      size = json["size"]?.wholeNumber
      (rows, folder, asOf) = (json["rows"]?.text, json["folder"]?.text, json["asOf"]?.text)
      inputs = json.entries("inputs")
    }
  }

  /// nil where it is no JSON object.
  init?(_ bytes: [UInt8]) {
    guard let json = JSONReader.value(bytes), case .object = json else { return nil }
    (version, rules) = (json["program"]?["version"]?.text, json["program"]?["rules"]?.text)
    (schema, asOf, semester) = (json["schema"]?.text, json["asOf"]?.text, json["semester"]?.text)
    (inputs, passages, outputs) = (json.entries("inputs"), json.entries("passages"), json.entries("outputs"))
    (schools, failed) = (json.entries("schools"), json.entries("failed"))
  }
}

extension JSON {
  /// A member that lists entries, and nothing else.
  fileprivate func entries(_ name: String) -> [ManifestText.Entry]? {
    guard case .array(let items)? = self[name] else { return nil }
    let entries = items.compactMap(ManifestText.Entry.init)
    return entries.count == items.count ? entries : nil
  }
}
