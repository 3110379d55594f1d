import Foundation
import Testing

@testable import Houqin

@Suite("Changing a number is noticed")
struct MutationTests {
  struct Written: Sendable, CustomTestStringConvertible {
    let sample: Sample
    let outline: String
    let edition: Edition
    var testDescription: String { "\(sample) \(outline) \(edition)" }

    static let all = Sample.allCases.flatMap { sample in
      TemplateFiles.outlines.flatMap { outline in Edition.allCases.map { Written(sample: sample, outline: outline, edition: $0) } }
    }
  }

  /// Every outline in either edition is recognized by its sentences, so that its cover and what it leaves out are judged as its own. Of the
  /// changed numbers a part is tried here; every one of the usual outlines is below.
  @Test("What nobody edited contradicts nothing; what was changed is noticed", arguments: Written.all)
  func unedited(_ it: Written) throws {
    let written = try WrittenSummary(it.sample, outline: it.outline, edition: it.edition)
    for verification in [written.verify(written.markdown), written.verify(written.html, isHTML: true)] {
      #expect(verification.statements.filter { $0.verdict != .confirmed }.map(\.text) == [])
      #expect(verification.count(.confirmed) > 40)
      #expect(verification.otherTerm == nil)
    }
    let places = written.numbers.enumerated().filter { $0.offset % 23 == 7 }.map(\.element)
    #expect(places.count > 1)
    #expect(written.missed(places) == [])
  }

  /// Every number before the appendices is changed in turn by one in its last digit. Numbers of headings, lists and tables (表1) are the
  /// program's that counts them, not statements; hand-written passages state what nobody can check.
  @Test("At least 98 of 100 changed numbers are caught and named", arguments: Sample.allCases) func mutated(_ sample: Sample) throws {
    let written = try WrittenSummary.of(sample)
    let missed = written.missed(written.numbers)
    #expect(written.numbers.count > 200)
    #expect(missed.count * 50 <= written.numbers.count, "\(missed.joined(separator: "\n"))")
  }
}
