import Foundation
import Testing

@testable import Houqin

@Suite("Markdown and HTML say the same")
struct MarkdownAndPageTests {
  private static func text(_ sample: Sample, _ ending: String) throws -> String {
    String(decoding: try #require(try report(sample.url.path).first { $0.key.hasSuffix(ending) }?.value), as: UTF8.self)
  }

  /// Letters and digits alone: what is left when every kind of markup is gone.
  private static func words(_ text: String) -> String { text.filter { $0.isLetter || $0.isNumber } }

  /// Drawings are left out on both sides: what they show is a picture; their tables are compared.
  private static func words(ofMarkdown text: String) -> [String] {
    text.replacing(/(?s)```text\n.*?\n```/, with: "").split(separator: "\n").map { line in
      words(String(line).replacing(/^(?:> *)*(?:[0-9]+\. |- )?/, with: "").replacing(/^\|[ :|-]+\|$/, with: "").replacing("<br>", with: ""))
    }.filter { !$0.isEmpty }
  }

  private static func words(ofPage text: String) throws -> String {
    let main = try #require(text.firstMatch(of: /(?s)<main[^>]*>(.*)<\/main>/)?.output.1)
    let read = String(main).replacing(/(?s)<svg .*?<\/svg>/, with: "").replacing("<summary>看数据</summary>", with: "")
    let bare = read.replacing(/<[^>]*>/, with: "")
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "), ("&amp;", "&")]
    return words(entities.reduce(String(bare)) { $0.replacing($1.0, with: $1.1) })
  }

  @Test("The same words and numbers in the same order", arguments: Sample.allCases) func words(_ sample: Sample) throws {
    let page = try Self.words(ofPage: try Self.text(sample, ".html"))
    var rest = page[...]
    // The cover box stands in Markdown's first lines and outside of the page's main part.
    let markdown = try Self.text(sample, ".md")
    let body = try #require(markdown.range(of: "与附录C一致 |\n")).upperBound
    for line in Self.words(ofMarkdown: String(markdown[body...])) {
      guard rest.hasPrefix(line) else {
        Issue.record("Markdown: \(line.prefix(80))\npage: \(rest.prefix(80))")
        return
      }
      rest = rest.dropFirst(line.count)
    }
    #expect(rest.isEmpty, "\(rest.prefix(80))")
  }

  @Test("The cover box says the same", arguments: Sample.allCases) func cover(_ sample: Sample) throws {
    let page = try Self.text(sample, ".html")
    let markdown = try Self.text(sample, ".md")
    let items = page.matches(of: /<dt>(.+?)<\/dt><dd>(.+?)<\/dd><dd class="remark">(.+?)<\/dd>/)
    #expect(items.count == 6)
    for item in items {
      for word in [item.output.1, item.output.2, item.output.3] { #expect(markdown.prefix(1500).contains(word)) }
    }
  }

  @Test("A figure on the page carries its code, and its value is the figure's", arguments: Sample.allCases) func figures(_ sample: Sample)
    throws
  {
    let summary = try sample.summary
    let page = try Self.text(sample, ".html")
    let marked = page.matches(of: /<data class="figure" value="([^"]*)" data-figure="([^"]*)">([^<]*)<\/data>/)
    #expect(marked.count > 30)
    for mark in marked {
      let code = String(mark.output.2)
      guard let figure = summary.figure(code) else {
        #expect(summary.breakdown(code) != nil, "\(code)")
        continue
      }
      let printed = mark.output.3.filter { $0.isNumber || $0 == "." }
      let parts = [figure.value, figure.exact?.inline(in: figure.figure.unit), figure.numeratorText, figure.denominatorText].compactMap {
        $0
      }
      #expect(
        parts.contains { $0.filter { $0.isNumber || $0 == "." } == printed } || mark.output.3.contains("万元"), "\(code): \(mark.output.3)")
    }
  }

  @Test("Every outline can be composed from either school, and no slot is left", arguments: Sample.allCases, TemplateFiles.outlines)
  func outlines(_ sample: Sample, _ outline: String) throws {
    for (name, bytes) in try report(sample.url.path, template: outline) where name.hasSuffix(".md") || name.hasSuffix(".html") {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("{{") && !text.contains("}}"), "\(name)")
      #expect(!text.contains("[[") && !text.contains("]]"), "\(name)")
    }
  }

  @Test("A folder with nothing but settings makes a document that claims nothing", arguments: TemplateFiles.outlines)
  func empty(_ outline: String) throws {
    let folder = try TemporaryFolder(("设置.csv", TemporaryFolder.settings))
    let body = OutlineTests.body(try OutlineTests.markdown(folder.path, outline))
    for claim in [/[^0-9.]0次/, /[^0-9.]0处/, /[^0-9.]0批次/, /0\.00元/, /100(?:\.0)?%/, /[^0-9.]0(?:\.0)?%/] { #expect(!body.contains(claim)) }
    #expect(body.contains("未提供") || body.contains("没有收到"))
  }
}
