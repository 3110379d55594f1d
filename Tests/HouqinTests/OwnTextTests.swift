import LedgerKit
import Ledgers
import Testing

@testable import Houqin

@Suite("The rules on texts, applied to the program's own text")
struct OwnTextTests {
  /// Sentences and lists of the summary as it is written without any passage by hand. Tables and the list of problems, which quotes the
  /// ledgers, are left out.
  private static func text(_ sample: Sample) throws -> WrittenText {
    let summary = try sample.summary
    let outline = try Outline.named(nil, for: summary.books.scope.profile.stage)
    let report = try Report(summary, outline: outline, options: Options())
    let markdown = try #require(report.files.first { $0.name.hasSuffix(".md") }?.bytes)
    let lines = String(decoding: markdown, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let passages = summary.examination.passages.values.joined()
    let prose = lines.prefix { !$0.contains("附录") || !$0.hasPrefix("#") }.map { line in
      line.hasPrefix("|") || passages.contains(line) ? "" : line
    }
    return WrittenText(name: "总结", text: prose.joined(separator: "\n"))
  }

  @Test(
    "Numbers are those of the figures, lists have as many items as they say, nothing is claimed without a ledger",
    arguments: Sample.allCases, ["RPT-001", "RPT-002", "RPT-003", "RPT-004", "RPT-006"])
  func agrees(_ sample: Sample, _ id: String) throws {
    let rule = try #require(Catalog.rules.first { $0.id == id })
    let text = try Self.text(sample)
    #expect(text.sentences.count > 20)
    let books = try sample.summary.books
    for case .texts(let check) in rule.checks {
      #expect(check([text], books).map { "\($0.value ?? ""): \($0.message)" } == [])
    }
  }
}
