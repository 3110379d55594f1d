import Foundation
import LedgerKit
import Testing

@testable import Houqin

/// What a JSON value must be.
enum Shape {
  case string, number, null
  case optional([Shape])

  static let text = Shape.string
  static let maybeText = Shape.optional([.string, .null])
  static let maybeNumber = Shape.optional([.number, .null])

  func fits(_ value: Any?) -> Bool {
    switch self {
    case .string: value is String
    case .number: value is NSNumber && !(value is String)
    case .null: value is NSNull
    case .optional(let shapes): shapes.contains { $0.fits(value) }
    }
  }
}

@Suite("JSON as the contract has it (cli.md)")
struct JSONShapeTests {
  private static func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// A folder with everything that makes a null: an unreadable file, a sheet of no ledger, findings about files and about the term.
  private static func mixed() throws -> TemporaryFolder {
    let folder = try TemporaryFolder(
      ("应急演练记录.csv", "演练日期,演练类型,参加人数\n2023-03-17,消防,若干\n"), ("通知.csv", "各班：请于周五前交\n"), ("空.csv", ""), ("盘点.xlsx", "PK\u{3}\u{4}rest"),
      ("问题\"引号\"\\.csv", "a,b\n1,2\n"))
    return folder
  }

  private static func matches(_ object: [String: Any], _ shape: [String: Shape]) {
    for (key, expected) in shape { #expect(expected.fits(object[key]), "\(key): \(String(describing: object[key]))") }
    #expect(Set(object.keys) == Set(shape.keys))
  }

  private static let rows = ["physical", "title", "header", "total", "note", "blank", "data", "used", "excluded"]
  private static let encodings: Set<String> = ["UTF-8", "UTF-8-BOM", "UTF-16LE", "UTF-16BE", "GB18030"]
  private static let ledgers: Set<String> = [
    "inspections", "hazards", "purchases", "food_receipts", "drills", "profile", "calendar", "areas", "staff", "suppliers", "budget",
    "rules", "waivers", "headers",
    // known by name, not read yet: 留样记录.csv
    "food_samples",
  ]

  @Test("check", arguments: ["mixed", "samples/春芽幼儿园/2022-2023-2", "samples/青禾小学/2023-2024-1"]) func check(_ folder: String) throws {
    let mixed = try Self.mixed()
    let path = folder == "mixed" ? mixed.path : Repository.root.appending(path: folder).path
    let json = try Self.object(CheckReport(try Pipeline.check(path, Options())).json)
    #expect(json["schema"] as? String == "houqin.check/1")
    #expect(Set(json.keys) == ["schema", "asOf", "semester", "inputs", "findings", "counts", "waived", "settings", "normalizations"])
    for repair in try #require(json["normalizations"] as? [[String: Any]]) {
      Self.matches(
        repair, ["kind": .text, "title": .text, "file": .text, "row": .number, "column": .text, "before": .text, "after": .text])
    }
    for input in try #require(json["inputs"] as? [[String: Any]]) { try Self.input(input) }
    let findings = try #require(json["findings"] as? [[String: Any]])
    for finding in findings {
      Self.matches(
        finding,
        [
          "rule": .text, "severity": .text, "kind": .text, "ledger": .maybeText, "file": .maybeText, "row": .maybeNumber,
          "column": .maybeText,
          "value": .maybeText, "message": .text, "fix": .text, "citation": .text,
        ])
      #expect(["error", "warning", "info"].contains(finding["severity"] as? String))
      #expect(["data", "compliance", "hint"].contains(finding["kind"] as? String))
    }
    let counts = try #require(json["counts"] as? [String: Int])
    #expect(Set(counts.keys) == ["error", "warning", "info", "waived"])
    for severity in ["error", "warning", "info"] {
      #expect(counts[severity] == findings.filter { $0["severity"] as? String == severity }.count)
    }
  }

  private static func input(_ input: [String: Any]) throws {
    #expect(Set(input.keys) == ["file", "sha256", "encoding", "delimiter", "ledger", "rows"])
    #expect((input["sha256"] as? String)?.count == 64)
    guard let encoding = input["encoding"] as? String else {
      for key in ["encoding", "ledger", "rows"] { #expect(input[key] is NSNull, "\(key)") }
      return
    }
    #expect(encodings.contains(encoding))
    if let ledger = input["ledger"] as? String { #expect(ledgers.contains(ledger)) } else { #expect(input["ledger"] is NSNull) }
    let counts = try #require(input["rows"] as? [String: Int])
    #expect(Set(counts.keys) == Set(rows))
    let parts = ["title", "header", "total", "note", "blank", "data"].compactMap { counts[$0] }
    #expect(parts.reduce(0, +) == counts["physical"])
    #expect((counts["used"] ?? -1) + (counts["excluded"] ?? -1) == counts["data"])
  }

  @Test("Nulls are written out") func nulls() throws {
    let json = try Self.object(CheckReport(try Pipeline.check(try Self.mixed().path, Options())).json)
    let inputs = try #require(json["inputs"] as? [[String: Any]])
    let workbook = try #require(inputs.first { $0["file"] as? String == "盘点.xlsx" })
    #expect(workbook["encoding"] is NSNull && workbook["delimiter"] is NSNull && workbook["ledger"] is NSNull && workbook["rows"] is NSNull)
    let findings = try #require(json["findings"] as? [[String: Any]])
    #expect(
      findings.contains { $0["rule"] as? String == "FIL-001" && $0["row"] is NSNull && $0["column"] is NSNull && $0["value"] is NSNull })
    #expect(findings.contains { $0["rule"] as? String == "COV-031" && $0["file"] is NSNull && $0["row"] is NSNull })
  }

  @Test("Without a semester check still prints its JSON (domain §0.5, 19)") func noSemester() throws {
    let folder = try TemporaryFolder(("通知.csv", "各班：请于周五前交\n"), settings: "项目,内容\n单位名称,\n")
    let json = try Self.object(CheckReport(try Pipeline.check(folder.path, Options())).json)
    #expect(json["asOf"] is NSNull && json["semester"] is NSNull)
    #expect((json["findings"] as? [[String: Any]])?.contains { $0["rule"] as? String == "SET-001" } == true)
    #expect(throws: HouqinError.semesterUnknown) { try Pipeline.figures(folder.path, Options()) }
  }

  @Test("figures", arguments: Sample.allCases) func figures(_ sample: Sample) throws {
    let json = try Self.object(FiguresReport(try sample.summary).json)
    #expect(json["schema"] as? String == "houqin.figures/1")
    #expect(json["asOf"] as? String == (sample == .kindergarten ? "2023-06-30" : "2024-01-19"))
    for figure in try #require(json["figures"] as? [[String: Any]]) {
      Self.matches(
        figure,
        [
          "code": .text, "id": .text, "title": .text, "unit": .text, "state": .text, "value": .maybeText, "text": .text,
          "numerator": .maybeText,
          "denominator": .maybeText, "definition": .text, "rowsUsed": .number, "rowsExcluded": .number,
        ])
      let state = try #require(figure["state"] as? String)
      #expect(["value", "no-ledger", "no-rows", "no-denominator"].contains(state))
      #expect((state == "value") == (figure["value"] is String))
      if let value = figure["value"] as? String { #expect(value.wholeMatch(of: /-?[0-9]+(\.[0-9]+)?/) != nil, "\(value)") }
    }
    for table in try #require(json["tables"] as? [[String: Any]]) {
      #expect(Set(table.keys) == ["code", "id", "title", "unit", "rows"])
      for row in try #require(table["rows"] as? [[String: Any]]) {
        #expect(row["key"] is [String])
        #expect((row["value"] as? String)?.wholeMatch(of: /-?[0-9]+(\.[0-9]+)?/) != nil)
      }
    }
  }

  @Test("rules") func rules() throws {
    let json = try Self.object(RulesReport.json)
    #expect(json["schema"] as? String == "houqin.rules/1")
    for rule in try #require(json["rules"] as? [[String: Any]]) {
      Self.matches(
        rule, ["id": .text, "title": .text, "severity": .text, "kind": .text, "ledger": .maybeText, "citation": .text, "certainty": .text])
      #expect(["V1", "V2", "M", "P", "-"].contains(rule["certainty"] as? String))
    }
  }

  @Test("manifest", arguments: Sample.allCases) func manifest(_ sample: Sample) throws {
    let files = try report(sample.url.path)
    let bytes = try #require(files["manifest.json"])
    let json = try Self.object(String(decoding: bytes, as: UTF8.self))
    for output in try #require(json["outputs"] as? [[String: Any]]) {
      let name = try #require(output["file"] as? String)
      #expect(files[name]?.count == output["size"] as? Int)
    }
    #expect((json["inputs"] as? [Any])?.count == (try sample.summary.examination.inputs.count))
  }
}
