import Foundation
import Testing

@testable import Houqin

@Suite("The compiled-in templates")
struct EmbeddedTemplatesTests {
  /// `HOUQIN_RECORD=1 swift test --filter EmbeddedTemplates` writes the file anew, and fails so that nobody takes it for a test passed.
  @Test("They are those of templates/") func fresh() throws {
    let outlines = try TemplateFiles.outlines.map { (name: $0, text: try Repository.text("templates/\($0).md")) }
    let expected = TemplateFiles.source(outlines: outlines, page: try Repository.text("templates/" + TemplateFiles.page))
    if ProcessInfo.processInfo.environment["HOUQIN_RECORD"] == "1" {
      try expected.write(to: Repository.root.appending(path: TemplateFiles.generated), atomically: true, encoding: .utf8)
      Issue.record("\(TemplateFiles.generated) was written anew")
      return
    }
    let committed = try Repository.text(TemplateFiles.generated)
    #expect(committed == expected, "templates/ changed: HOUQIN_RECORD=1 swift test --filter EmbeddedTemplates")
  }

  @Test("Every template is compiled in") func complete() throws {
    let folder = Repository.root.appending(path: "templates").resolvingSymlinksInPath()
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".") }.sorted()
    #expect(names == (TemplateFiles.outlines.map { $0 + ".md" } + [TemplateFiles.page, TemplateFiles.guide, TemplateFiles.rules]).sorted())
    #expect(EmbeddedTemplates.outlines.keys.sorted() == TemplateFiles.outlines.sorted())
  }
}
