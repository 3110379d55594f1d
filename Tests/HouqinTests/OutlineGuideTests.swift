import Documents
import Foundation
import Testing

@testable import Houqin

/// `templates/README.md` is the one page that teaches outlines; what it shows must work.
@Suite("The guide to outlines") struct OutlineGuideTests {
  /// Slots, clauses and lines the page shows, as a person would type them: code without the bars' escapes.
  static var examples: [String] {
    get throws {
      let page = try Repository.text("templates/" + TemplateFiles.guide)
      let blocks = page.matches(of: /(?s)```\n(.*?)\n```/).map { String($0.output.1) }
      let spans = page.replacing(/(?s)```.*?```/, with: "").matches(of: /`([^`\n]+)`/).map { String($0.output.1) }
      return blocks + spans.map { $0.replacing("\\|", with: "|") }.filter { ($0.contains("{{") || $0.contains("[[")) && !isBare($0) }
    }
  }

  /// Braces shown by themselves: `{{编号}}`, `[[ ]]`, `\{{`.
  private static func isBare(_ text: String) -> Bool { ["{{编号}}", "[[ ]]", "\\{{", "\\[["].contains(text) }

  @Test("Everything it shows can be composed", arguments: Sample.allCases) func examplesWork(_ sample: Sample) throws {
    let examples = try Self.examples
    #expect(examples.count > 40)
    for example in examples {
      let template = try Template(parsing: example, name: example)
      _ = try template.compose(from: SummarySource(summary: try sample.summary))
      _ = try template.composeTitle(from: SummarySource(summary: try sample.summary))
    }
  }

  @Test("What it says a slot prints is what it prints for the first sample") func printed() throws {
    let page = try Repository.text("templates/" + TemplateFiles.guide)
    let source = SummarySource(summary: try Sample.kindergarten.summary)
    let rows = page.matches(of: /(?m)^\| `([^`]+)` \| ([^|…；（]+|[^|…；]*（[^|…；]*）) \|$/)
    let figures = rows.filter { $0.output.1.contains("{{ST-") }
    #expect(figures.count == 6)
    for row in figures {
      let blocks = try Template(parsing: String(row.output.1).replacing("\\|", with: "|"), name: "a.md").compose(from: source)
      guard case .paragraph(let inlines)? = blocks.first else {
        Issue.record("\(row.output.1)")
        continue
      }
      #expect(inlines.plainText == row.output.2)
    }
  }

  @Test("It mentions every keyword, list, appendix, setting and outline") func complete() throws {
    let page = try Repository.text("templates/" + TemplateFiles.guide)
    for word in Template.keywords + ListSlot.names + Appendices.names + TemplateFiles.outlines {
      #expect(page.contains(word), "\(word)")
    }
    for name in SummarySource.settingNames { #expect(page.contains("{{\(name)}}"), "\(name)") }
  }

  @Test("It fits on a page or two") func short() throws {
    #expect(try Repository.text("templates/" + TemplateFiles.guide).split(separator: "\n", omittingEmptySubsequences: false).count <= 120)
  }
}
