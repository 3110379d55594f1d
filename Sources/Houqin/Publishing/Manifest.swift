import LedgerKit
import Ledgers
import Tabular

/// What a run read, by what rules, and what it wrote: `houqin.manifest/1`. No time, no absolute path.
struct Manifest {
  private let summary: Summary
  private let rules: String
  private let outline: String
  private let edition: Edition
  /// Of every input what tells its rows apart.
  private let rowMarks: [RowMarks?]
  private let outputs: [Output]

  /// A file that was written.
  struct Output: Sendable {
    let file: ResultFile
    /// In bytes.
    let size: Int
    let sha256: String
    /// Of the list of findings, what of it is not people's to write in.
    let content: String?

    init(file: ResultFile, size: Int, sha256: String, content: String?) {
      (self.file, self.size, self.sha256, self.content) = (file, size, sha256, content)
    }

    init(name: String, bytes: [UInt8]) {
      self.init(file: ResultFile(name, bytes), size: bytes.count, sha256: SHA256.hexDigest(bytes), content: nil)
    }
  }

  init(_ summary: Summary, rules: String, outline: String, edition: Edition, rowMarks: [RowMarks?], outputs: [Output]) {
    self.summary = summary
    self.rules = rules
    self.rowMarks = rowMarks
    self.outline = outline
    self.edition = edition
    self.outputs = outputs
  }

  /// The file, in UTF-8.
  var utf8: [UInt8] {
    let scope = summary.books.scope
    return JSON.object([
      ("schema", .string("houqin.manifest/1")),
      ("program", .object([("name", .string("houqin")), ("version", .string(Report.version)), ("rules", .string(rules))])),
      ("semester", .string(scope.semester.title)), ("asOf", .string(scope.asOf.iso)),
      ("settings", .object([("template", .string(outline)), ("edition", .string(edition.rawValue))])),
      ("inputs", .array(zip(summary.examination.inputs, rowMarks).map(input))),
      ("passages", .array(summary.examination.passages.sorted { $0.key < $1.key }.map(passage))),
      ("outputs", .array(outputs.map(output))),
    ]).utf8 + [UInt8(ascii: "\n")]
  }

  /// As the manifest lists a passage.
  static func passageName(_ key: String) -> String { PersonalData.masked("文字/\(key).md") }

  private func passage(_ entry: (key: String, value: String)) -> JSON {
    let bytes = Array(entry.value.utf8)
    return file(Self.passageName(entry.key), SHA256.hexDigest(bytes), bytes.count)
  }

  /// The list of findings also by its content, since people write in it (``IssueContent``).
  private func output(_ output: Output) -> JSON {
    .object(members(output.file.name, output.sha256, output.size) + (output.content.map { [("content", .string($0))] } ?? []))
  }

  /// What tells the rows of every input apart, as it is listed; nothing of single rows is posted.
  static func rowMarks(of summary: Summary, _ edition: Edition) -> [RowMarks?] {
    summary.examination.inputs.map { edition == .archive ? RowMarks($0) : nil }
  }

  private func input(_ input: Input, _ rowMarks: RowMarks?) -> JSON {
    .object(members(input.file, input.sha256, input.size) + (rowMarks.map { [("rows", .plain($0.utf8))] } ?? []))
  }

  private func file(_ name: String, _ sha256: String, _ size: Int) -> JSON {
    .object(members(name, sha256, size))
  }

  private func members(_ name: String, _ sha256: String, _ size: Int) -> [(String, JSON)] {
    [("file", .string(PersonalData.masked(name))), ("sha256", .string(sha256)), ("size", .number(size))]
  }
}
