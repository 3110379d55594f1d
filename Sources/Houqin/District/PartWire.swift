import LedgerKit
import Ledgers

/// A part as it stands in JSON, before it is known to be sound.
struct PartWire: Decodable {
  struct Head: Decodable { let schema: String }
  struct Program: Decodable { let rules: String }
  struct Rows: Decodable { let used, excluded: Int }
  struct FigureWire: Decodable {
    let code, state, numerator: String
    let denominator, note: String?
    let approximate: Bool
  }
  struct FindingWire: Decodable {
    let rule, severity: String
    let count: Int
  }
  struct InputWire: Decodable {
    let file, sha256: String
    let size: Int
  }
  /// What a counted school has and a failed one lacks.
  struct Counted: Decodable {
    let school: String?
    let semester, asOf, report: String
    let rows: Rows
    let figures: [FigureWire]
    let findings: [FindingWire]
    let missing: [String]
    let inputs: [InputWire]
  }

  let program: Program
  let folder: String
  let failed: String?
  let counted: Counted?

  private enum Keys: String, CodingKey { case program, folder, failed }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Keys.self)
    program = try container.decode(Program.self, forKey: .program)
    folder = try container.decode(String.self, forKey: .folder)
    failed = try container.decodeIfPresent(String.self, forKey: .failed)
    counted = failed == nil ? try Counted(from: decoder) : nil
  }
}

extension PartWire {
  /// The part, if every member makes sense.
  var part: SchoolPart {
    get throws(PartTrouble) {
      guard program.rules == CatalogDigest.current else { throw .otherProgram }
      try Self.require(Self.isName(folder), "folder")
      if let failed { return SchoolPart(folder: folder, outcome: .failed(failed)) }
      guard let counted else { throw .damaged("") }
      return SchoolPart(folder: folder, outcome: .counted(try counted.aggregate))
    }
  }

  /// No number of a school is larger; sums of many stay far from overflow.
  static let largestCount = 1_000_000_000_000

  static func require(_ holds: Bool, _ member: String) throws(PartTrouble) {
    guard holds else { throw .damaged(member) }
  }

  static func require<Value>(_ value: Value?, _ member: String) throws(PartTrouble) -> Value {
    guard let value else { throw .damaged(member) }
    return value
  }

  /// The name of one file or folder, not a path.
  static func isName(_ text: String) -> Bool {
    !["", ".", ".."].contains(text) && !text.unicodeScalars.contains { $0 == "/" || $0.value == 0 }
  }

  static func isCount(_ number: Int) -> Bool { (0...largestCount).contains(number) }

  /// A whole number as this program writes it.
  static func number(_ text: String) -> Int128? {
    guard text.utf8.count <= 30, let number = Int128(text), String(number) == text else { return nil }
    return number
  }
}

extension PartWire.Counted {
  fileprivate var aggregate: SchoolAggregate {
    get throws(PartTrouble) {
      let semester = try PartWire.require(Semester(parsing: self.semester), "semester")
      try PartWire.require(semester.title == self.semester, "semester")
      let asOf = try PartWire.require(Day(iso: self.asOf), "asOf")
      try PartWire.require(PartWire.isName(report), "report")
      try PartWire.require(PartWire.isCount(rows.used) && PartWire.isCount(rows.excluded), "rows")
      try PartWire.require(figures.map(\.code) == RollUpFigures.codes, "figures")
      var figures: [SchoolFigure] = []
      for wire in self.figures { figures.append(try wire.figure) }
      var findings: [FindingCount] = []
      for wire in self.findings { findings.append(try wire.finding) }
      try PartWire.require(inputs.allSatisfy { PartWire.isCount($0.size) && $0.isDigest }, "inputs")
      return SchoolAggregate(
        school: school, semester: semester, asOf: asOf, report: report, rows: (rows.used, rows.excluded), figures: figures,
        findings: findings, missing: missing, inputs: inputs.map { InputDigest(file: $0.file, sha256: $0.sha256, size: $0.size) })
    }
  }
}

extension PartWire.FigureWire {
  fileprivate var figure: SchoolFigure {
    get throws(PartTrouble) {
      let state = try PartWire.require(FigureValue.State(rawValue: state), "figures.\(code).state")
      let above = try PartWire.require(PartWire.number(numerator), "figures.\(code).numerator")
      var below: Int128?
      if let denominator {
        below = try PartWire.require(PartWire.number(denominator).flatMap { $0 < 0 ? nil : $0 }, "figures.\(code).denominator")
      }
      return SchoolFigure(code: code, state: state, numerator: above, denominator: below, note: note, isApproximate: approximate)
    }
  }
}

extension PartWire.FindingWire {
  fileprivate var finding: FindingCount {
    get throws(PartTrouble) {
      try PartWire.require(Catalog.rules.contains { $0.id == rule } && PartWire.isCount(count), "findings.\(rule)")
      return FindingCount(
        rule: rule, severity: try PartWire.require(Rule.Severity(rawValue: severity), "findings.\(rule).severity"), count: count)
    }
  }
}

extension PartWire.InputWire {
  /// Empty where the file could not be read.
  fileprivate var isDigest: Bool {
    sha256.isEmpty
      || sha256.utf8.count == 64
        && sha256.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || UInt8(ascii: "a")...UInt8(ascii: "f") ~= $0 }
  }
}

extension Day {
  /// `2023-06-30` and nothing else.
  fileprivate init?(iso text: String) {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, let day = Day(year: parts[0], month: parts[1], day: parts[2]), day.iso == text else { return nil }
    self = day
  }
}
