import Foundation
import LedgerKit
import Ledgers
import Testing

@testable import Houqin

/// `samples/审计演示`: two schools whose ledgers break every rule of this version at least once, and what is to be found in them.
enum AuditDemonstration {
  static let folder = "samples/审计演示"
  static let schools = ["春苗幼儿园", "青苗小学"]

  /// `春苗幼儿园｜PUR-001｜采购台账.csv｜2｜金额`, line by line of 预期发现.md.
  static func expected() throws -> [String] {
    try Repository.text(folder + "/预期发现.md").split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count >= 5, schools.contains(cells[0]) else { return nil }
      return cells.prefix(5).joined(separator: "｜")
    }
  }

  static func findings(of school: String) throws -> [Finding] {
    try Pipeline.check(Repository.root.appending(path: "\(folder)/\(school)").path, Options()).findings
  }

  static func line(_ finding: Finding, of school: String) -> String {
    [school, finding.rule, finding.file ?? "–", finding.row.map(String.init) ?? "–", finding.column ?? "–"].joined(separator: "｜")
  }
}

@Suite("The demonstration for auditors")
struct AuditDemonstrationTests {
  @Test("What is found is what 预期发现.md lists, no more and no less", arguments: AuditDemonstration.schools)
  func findings(_ school: String) throws {
    let found = try AuditDemonstration.findings(of: school).map { AuditDemonstration.line($0, of: school) }
    let expected = try AuditDemonstration.expected().filter { $0.hasPrefix(school) }
    #expect(Set(found).subtracting(expected) == [])
    #expect(Set(expected).subtracting(found) == [])
    #expect(found.count == expected.count)
  }

  @Test("Every rule of the catalogue is broken in it") func complete() throws {
    let broken = try Set(AuditDemonstration.schools.flatMap { try AuditDemonstration.findings(of: $0).map(\.rule) })
    #expect(Catalog.rules.map(\.id).filter { !broken.contains($0) } == [])
  }
}
