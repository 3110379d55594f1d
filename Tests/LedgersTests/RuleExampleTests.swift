import LedgerKit
import Ledgers
import Testing

@testable import Houqin

/// One example of one rule, as a test's argument.
struct RuleExample: Sendable, CustomTestStringConvertible {
  let rule: Rule
  let number: Int
  let example: Example

  var testDescription: String { "\(rule.id) \(rule.title), example \(number)" }

  static let triggering = all(\.triggers)
  static let passing = all(\.passes)

  private static func all(_ examples: (Rule) -> [Example]) -> [RuleExample] {
    Catalog.rules.flatMap { rule in examples(rule).enumerated().map { RuleExample(rule: rule, number: $0.offset + 1, example: $0.element) }
    }
  }
}

@Suite("Every rule's examples, run through the whole pipeline")
struct RuleExampleTests {
  @Test("A triggering example is found at its mark and nowhere else", arguments: RuleExample.triggering)
  func triggers(_ argument: RuleExample) {
    let unmarked = UnmarkedExample(argument.example)
    let examination = WorkFolderInMemory(unmarked.files).examination()
    let findings = examination.findings.filter { $0.rule == argument.rule.id }
    let marked = unmarked.places(in: examination)
    guard !marked.isEmpty else {
      #expect(!findings.isEmpty)
      #expect(findings.allSatisfy { $0.row == nil }, "an example whose finding has a row marks it")
      return
    }
    let found = findings.map { Place(file: $0.file, row: $0.row, column: $0.column) }
    let expected = marked.map { place in
      let isAboutRow = found.contains { $0.file == place.file && $0.row == place.row && $0.column == nil }
      return isAboutRow && unmarked.isBeforeRow(place) ? Place(file: place.file, row: place.row, column: nil) : place
    }
    #expect(Set(found) == Set(expected))
    #expect(found.count == expected.count)
  }

  @Test("A passing example is not found", arguments: RuleExample.passing)
  func passes(_ argument: RuleExample) {
    let examination = WorkFolderInMemory(UnmarkedExample(argument.example).files).examination()
    #expect(examination.findings.filter { $0.rule == argument.rule.id }.map(\.message) == [])
  }

  @Test("A finding says what is wrong and what to do, in Chinese", arguments: RuleExample.triggering)
  func wording(_ argument: RuleExample) {
    let examination = WorkFolderInMemory(UnmarkedExample(argument.example).files).examination()
    for finding in examination.findings where finding.rule == argument.rule.id {
      #expect(!finding.message.isEmpty)
      #expect(finding.fix.hasSuffix("。"))
      #expect(!finding.message.hasSuffix("。"), "the place, the message and the fix are joined by the report")
      // A pattern worth a look is never an accusation (domain §2.0).
      if argument.rule.kind == .hint { #expect((finding.message + finding.fix).contains("建议核对")) }
    }
  }
}
