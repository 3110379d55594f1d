import Foundation

@testable import Houqin

/// A summary as the program writes it, and a verifier over the same data.
struct WrittenSummary: Sendable {
  let markdown: String
  let html: String
  let verifier: Verifier

  static func of(_ sample: Sample) throws -> WrittenSummary { try (sample == .kindergarten ? kindergarten : school).get() }

  private static let kindergarten = Result { try WrittenSummary(.kindergarten) }
  private static let school = Result { try WrittenSummary(.school) }

  init(_ sample: Sample, outline: String? = nil, edition: Edition = .archive) throws {
    let summary = try sample.summary
    let outline = try Outline.named(outline, for: summary.books.scope.profile.stage)
    let report = try Report(summary, outline: outline, options: Options(edition: edition))
    let text = { (suffix: String) in
      String(decoding: report.files.first { $0.name.hasSuffix(suffix) }?.bytes ?? [], as: UTF8.self)
    }
    markdown = text(".md")
    html = text(".html")
    verifier = try Verifier(summary, template: try OutlineGuess.name(for: ReadDocument(markdown, isHTML: false), summary))
  }

  /// What stands before the appendices.
  var body: String { markdown.range(of: "\n## 附录A").map { String(markdown[..<$0.lowerBound]) } ?? markdown }

  func verify(_ text: String, isHTML: Bool = false) -> Verification {
    verifier.verify(ReadDocument(text, isHTML: isHTML), named: "总结")
  }

  /// Runs of digits outside drawings, numbering and labels of tables.
  var numbers: [Range<String.Index>] {
    var result: [Range<String.Index>] = []
    var isFenced = false
    for line in body.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") { isFenced.toggle() }
      if isFenced || line.hasPrefix("##") { continue }
      let places = line.matches(of: /[0-9][0-9,]*(\.[0-9]+)?/).map(\.range)
      result += places.filter { Self.states(line[..<$0.lowerBound], line[$0.upperBound...]) }
    }
    return result
  }

  private static func states(_ before: Substring, _ after: Substring) -> Bool {
    if ["表", "图", "第"].contains(where: before.hasSuffix) { return false }
    if after.hasPrefix("."), before.isEmpty || before.hasSuffix(" ") { return false }
    if before.last.map({ $0.isLetter && $0.isASCII }) ?? false { return false }
    return !(after.first.map { $0.isASCII && $0.isLetter } ?? false)
  }

  /// The places whose changed number is not noticed, as people would look for them.
  func missed(_ places: [Range<String.Index>]) -> [String] {
    places.compactMap { place in
      let line = body[..<place.lowerBound].count(where: \.isNewline) + 1
      let verification = verify(Self.changed(body, at: place))
      let isCaught = verification.statements.contains { $0.line == line && $0.verdict == .contradicted && $0.figure != nil }
      return isCaught ? nil : "第\(line)行 \(body[body.lineRange(for: place)].prefix(120)) \(body[place])"
    }
  }

  /// The last digit is one more.
  private static func changed(_ text: String, at place: Range<String.Index>) -> String {
    var number = String(text[place])
    let last = number.removeLast()
    number.append(String(((last.wholeNumberValue ?? 0) + 1) % 10))
    return text.replacingCharacters(in: place, with: number)
  }
}
