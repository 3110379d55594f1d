import LedgerKit
import Tabular

extension SchoolPart {
  static let schema = "houqin.partial/1"

  /// `houqin.partial/1`: no time, no path outside of the school's folder.
  public var json: String {
    let head: [(String, JSON)] = [
      ("schema", .string(Self.schema)),
      ("program", .object([("version", .string(Report.version)), ("rules", .string(CatalogDigest.current))])), ("folder", .string(folder)),
    ]
    switch outcome {
    case .failed(let reason): return JSON.object(head + [("failed", .string(reason))]).serialized() + "\n"
    case .counted(let aggregate): return JSON.object(head + aggregate.members).serialized() + "\n"
    }
  }
}

extension SchoolAggregate {
  fileprivate var members: [(String, JSON)] {
    [
      ("school", .optional(school)), ("semester", .string(semester.title)), ("asOf", .string(asOf.iso)), ("report", .string(report)),
      ("rows", .object([("used", .number(rows.used)), ("excluded", .number(rows.excluded))])),
      ("figures", .array(figures.map(\.json))), ("findings", .array(findings.map(\.json))),
      ("missing", .array(missing.map(JSON.string))), ("inputs", .array(inputs.map(\.json))),
    ]
  }
}

extension SchoolFigure {
  /// Money in millionths of a yuan: parts are added exactly.
  fileprivate var json: JSON {
    .object([
      ("code", .string(code)), ("state", .string(state.rawValue)), ("numerator", .string(String(numerator))),
      ("denominator", .optional(denominator.map { String($0) })), ("note", .optional(note)), ("approximate", .bool(isApproximate)),
    ])
  }
}

extension FindingCount {
  fileprivate var json: JSON {
    .object([("rule", .string(rule)), ("severity", .string(severity.rawValue)), ("count", .number(count))])
  }
}

extension InputDigest {
  /// As manifests list a file.
  var json: JSON { .object([("file", .string(file)), ("sha256", .string(sha256)), ("size", .number(size))]) }
}
