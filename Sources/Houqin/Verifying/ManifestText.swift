import Platform

/// A `houqin.manifest/1` or `houqin.district/1` as it lies in its file. It may have been edited or cut short: what is missing or of another
/// kind is as though it were not there.
struct ManifestText: Decodable {
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
  struct Entry: Decodable {
    let file: String?
    let sha256: String?
    let size: Int?
    let content: String?
    let rows: String?
    let folder: String?
    let asOf: String?
    let inputs: [Entry]?

    init(from decoder: any Decoder) throws {
      let members = try decoder.container(keyedBy: Member.self)
      (file, sha256, content) = (members.text("file"), members.text("sha256"), members.text("content"))
      size = try? members.decode(Int.self, forKey: Member("size"))
      (rows, folder, asOf) = (members.text("rows"), members.text("folder"), members.text("asOf"))
      inputs = members.entries("inputs")
    }
  }

  /// nil where it is no JSON object.
  init?(_ data: Data) {
    guard let text = try? JSONDecoder().decode(Self.self, from: data) else { return nil }
    self = text
  }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Member.self)
    let program = try? members.nestedContainer(keyedBy: Member.self, forKey: Member("program"))
    (version, rules) = (program?.text("version"), program?.text("rules"))
    (schema, asOf, semester) = (members.text("schema"), members.text("asOf"), members.text("semester"))
    (inputs, passages, outputs) = (members.entries("inputs"), members.entries("passages"), members.entries("outputs"))
    (schools, failed) = (members.entries("schools"), members.entries("failed"))
  }

  /// The name of a member.
  fileprivate struct Member: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
  }
}

extension KeyedDecodingContainer<ManifestText.Member> {
  fileprivate func text(_ name: String) -> String? { try? decode(String.self, forKey: Key(name)) }

  fileprivate func entries(_ name: String) -> [ManifestText.Entry]? { try? decode([ManifestText.Entry].self, forKey: Key(name)) }
}
