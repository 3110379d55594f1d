import LedgerKit
import Ledgers
import Tabular

/// What a run read, by what rules, and what it wrote: `houqin.manifest/1`. No time, no absolute path.
struct Manifest {
  private let summary: Summary
  private let outline: String
  private let outputs: [(name: String, bytes: [UInt8])]

  init(_ summary: Summary, outline: String, outputs: [(name: String, bytes: [UInt8])]) {
    self.summary = summary
    self.outline = outline
    self.outputs = outputs
  }

  var json: String {
    let scope = summary.books.scope
    return JSON.object([
      ("schema", .string("houqin.manifest/1")),
      ("program", .object([("name", .string("houqin")), ("version", .string(Report.version)), ("rules", .string(Self.rules))])),
      ("semester", .string(scope.semester.title)), ("asOf", .string(scope.asOf.iso)),
      ("settings", .object([("template", .string(outline)), ("edition", .string("archive"))])),
      ("inputs", .array(summary.examination.inputs.map { file($0.file, $0.sha256, $0.size) })),
      ("passages", .array(summary.examination.passages.sorted { $0.key < $1.key }.map(passage))),
      ("outputs", .array(outputs.map { file($0.name, SHA256.hexDigest($0.bytes), $0.bytes.count) })),
    ]).serialized() + "\n"
  }

  /// A digest of the catalogue: ids, levels and titles of all rules.
  static let rules = SHA256.hexDigest(Array(RulesReport.json.utf8))

  private func passage(_ entry: (key: String, value: String)) -> JSON {
    let bytes = Array(entry.value.utf8)
    return file("文字/\(entry.key).md", SHA256.hexDigest(bytes), bytes.count)
  }

  private func file(_ name: String, _ sha256: String, _ size: Int) -> JSON {
    .object([("file", .string(name)), ("sha256", .string(sha256)), ("size", .number(size))])
  }
}
