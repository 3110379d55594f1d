import Foundation
import Testing

@testable import Houqin

/// A summary as the program writes it, and a verifier over the same data.
struct WrittenSummary: Sendable {
  let markdown: String
  let html: String
  let verifier: Verifier

  static func of(_ sample: Sample) throws -> WrittenSummary { try (sample == .kindergarten ? kindergarten : school).get() }

  private static let kindergarten = Result { try WrittenSummary(.kindergarten) }
  private static let school = Result { try WrittenSummary(.school) }

  private init(_ sample: Sample) throws {
    let summary = try sample.summary
    let report = try Report(
      summary, outline: try Outline.named(nil, for: summary.books.scope.profile.stage), options: Options())
    let text = { (suffix: String) in
      String(decoding: report.files.first { $0.name.hasSuffix(suffix) }?.bytes ?? [], as: UTF8.self)
    }
    markdown = text(".md")
    html = text(".html")
    verifier = try Verifier(summary, template: nil)
  }

  /// What stands before the appendices.
  var body: String { markdown.range(of: "\n## 附录A").map { String(markdown[..<$0.lowerBound]) } ?? markdown }

  func verify(_ text: String, isHTML: Bool = false) -> Verification {
    verifier.verify(ReadDocument(text, isHTML: isHTML), named: "总结")
  }
}

@Suite("Changing a number is noticed")
struct MutationTests {
  @Test("A summary nobody edited holds nothing against the data", arguments: Sample.allCases) func unedited(_ sample: Sample) throws {
    let written = try WrittenSummary.of(sample)
    for verification in [written.verify(written.markdown), written.verify(written.html, isHTML: true)] {
      #expect(verification.statements.filter { $0.verdict == .contradicted }.map(\.text) == [])
      #expect(verification.count(.confirmed) > 400)
    }
  }

  /// Every number before the appendices is changed in turn by one in its last digit. Numbers of headings, lists and tables (表1) are the
  /// program's that counts them, not statements; hand-written passages state what nobody can check.
  @Test("At least 98 of 100 changed numbers are caught and named", arguments: Sample.allCases) func mutated(_ sample: Sample) throws {
    let written = try WrittenSummary.of(sample)
    let body = written.body
    let places = Self.numbers(in: body)
    var missed: [String] = []
    for place in places {
      let line = body[..<place.lowerBound].count(where: \.isNewline) + 1
      let verification = written.verify(Self.changed(body, at: place))
      let isCaught = verification.statements.contains { $0.line == line && $0.verdict == .contradicted && $0.figure != nil }
      if !isCaught { missed.append("第\(line)行 \(body[body.lineRange(for: place)].prefix(120)) \(body[place])") }
    }
    #expect(places.count > 200)
    #expect(missed.count * 50 <= places.count, "\(missed.joined(separator: "\n"))")
  }

  /// Runs of digits outside drawings, numbering and labels of tables.
  private static func numbers(in text: String) -> [Range<String.Index>] {
    var result: [Range<String.Index>] = []
    var isFenced = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") { isFenced.toggle() }
      if isFenced || line.hasPrefix("##") { continue }
      for match in line.matches(of: /[0-9][0-9,]*(\.[0-9]+)?/) {
        let before = line[..<match.range.lowerBound]
        let after = line[match.range.upperBound...]
        if before.hasSuffix("表") || before.hasSuffix("图") || before.hasSuffix("第") { continue }
        if after.hasPrefix("."), before.isEmpty || before.hasSuffix(" ") { continue }
        if before.last?.isLetter ?? false, before.last?.isASCII ?? false { continue }
        if let next = after.first, next.isASCII, next.isLetter { continue }
        result.append(match.range)
      }
    }
    return result
  }

  private static func changed(_ text: String, at place: Range<String.Index>) -> String {
    var number = String(text[place])
    let last = number.removeLast()
    number.append(String(((last.wholeNumberValue ?? 0) + 1) % 10))
    return text.replacingCharacters(in: place, with: number)
  }
}
