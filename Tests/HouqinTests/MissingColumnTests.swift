import Documents
import Foundation
import Testing

@testable import Houqin

/// Sheets lack columns, and then some figures have no value. No outline may print the place where the number would stand.
@Suite("Sentences without a number") struct MissingColumnTests {
  /// The term of arithmetic with one column taken out of one sheet.
  private static func summaries(without sheet: Int) throws -> [(column: String, summary: Summary)] {
    let files = TermFixture.files.map { (name: $0.name, lines: $0.text.split(whereSeparator: \.isNewline).map(String.init)) }
    let header = files[sheet].lines[0].split(separator: ",").map(String.init)
    return try header.indices.map { column in
      let inputs = files.enumerated().map { index, file in
        let lines = index == sheet ? file.lines.map { removing(column, from: $0) } : file.lines
        return InputReader.input(file.name, [UInt8](lines.joined(separator: "\r\n").utf8))
      }
      let workbook = Workbook(inputs: inputs.sorted { $0.file < $1.file }, passages: [:], asOf: nil)
      return (header[column], try #require(Summary(Examination(workbook))))
    }
  }

  /// A line without one of its cells; cells in quotes hold no commas here.
  private static func removing(_ column: Int, from line: String) -> String {
    var cells = line.split(separator: ",", omittingEmptySubsequences: false)
    cells.remove(at: column)
    return cells.joined(separator: ",")
  }

  /// Slips of a sentence whose number, clause or list is not there.
  static func hasSlip(_ text: String) -> Bool {
    [
      /—[次处项单家批人元月个条天份%）。，；]/, /[率占均共计用为由至短长]—/, /[。，；：、（][。，；：、]/, /（）/, /其中[。，；]/, /[^0-9.]0[次处项单家批]/, /：$/,
    ].contains { text.contains($0) }
  }

  @Test("Whatever column is missing, in any sheet and outline", arguments: 1..<TermFixture.files.count) func noEmptyPlace(_ sheet: Int)
    throws
  {
    let outlines = try TemplateFiles.outlines.map { try Outline.named($0, for: .kindergarten).template }
    for (column, summary) in try Self.summaries(without: sheet) {
      for outline in outlines {
        for text in Self.sentences(try outline.compose(from: SummarySource(summary: summary))) {
          #expect(!Self.hasSlip(text), "\(outline.name) without \(column): \(text)")
        }
      }
    }
  }

  /// The paragraphs before the appendices; the colon that leads to a list is no slip.
  private static func sentences(_ blocks: [Block]) -> [String] {
    let body = blocks.prefix { block in if case .heading(let heading) = block { heading.style != .appendix } else { true } }
    return zip(body, Array(body.dropFirst()) + [.notice([])]).compactMap { block, next in
      guard case .paragraph(let inlines) = block else { return nil }
      if case .list = next, inlines.plainText.hasSuffix("：") { return String(inlines.plainText.dropLast()) }
      return inlines.plainText
    }
  }
}
