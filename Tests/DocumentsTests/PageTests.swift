import Documents
import Foundation
import Testing

@Suite("The page shell")
struct PageTests {
  private func page() throws -> String {
    let blocks = Numbering.apply(to: try compose("## 安全\n### 排查\n甲\n#### 细目\n## {附录} 口径"))
    let document = Document(title: "第二学期后勤工作总结", organization: "春芽幼儿园", byline: ["周某", "6月30日"], blocks: blocks)
    return Shell.renderer(try Shell.page()).render(document)
  }

  @Test func holdsEveryPlaceholderOnce() throws {
    #expect(HTMLRenderer.missingPlaceholders(in: try Shell.page()).isEmpty)
    #expect(HTMLRenderer.missingPlaceholders(in: "<!--body-->") == [.policy, .title, .contents, .header])
    #expect(!(try page()).contains("<!--"))
  }

  @Test func asksForNothingFromOutside() throws {
    let page = try page()
    #expect(page.contains(#"http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-"#))
    let loaders = ["http:", "https:", "<script ", "<link", "<img", "<iframe", "url(", "@import", "src=\""]
    for forbidden in loaders + ["innerHTML", "insertAdjacent", "eval("] {
      #expect(!page.contains(forbidden))
    }
  }

  /// What stands between a tag and its end.
  private func inside(_ tag: String, _ page: String) throws -> String {
    let start = try #require(page.range(of: "<\(tag)>")).upperBound
    return String(page[start..<(try #require(page.range(of: "</\(tag)>"))).lowerBound])
  }

  @Test("The policy names the SHA-256 of the page's own style and script, and nothing else") func policy() throws {
    let page = try page()
    let hashes = try ["style", "script"].map { Data(Shell.sha256(Array(try inside($0, page).utf8))).base64EncodedString() }
    let policy = """
      default-src 'none'; style-src 'sha256-\(hashes[0])'; script-src 'sha256-\(hashes[1])'; base-uri 'none'; form-action 'none'
      """
    #expect(page.contains("content=\"\(policy)\">"))
    #expect(page.ranges(of: "<script").count == 1 && page.ranges(of: "<style").count == 1)
    #expect(!page.contains(#/\son[a-z]+=|\sstyle="/#))
  }

  @Test("The digest of a known text: SHA-256 of abc, FIPS 180-2 appendix B.1, in base 64") func knownDigest() {
    let page = Shell.renderer("<!--policy--><style>abc</style>").render(document([]))
    #expect(page.hasPrefix("default-src 'none'; style-src 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='; base-uri"))
  }

  @Test func hasLandmarksAndLanguage() throws {
    let page = try page()
    for expected in [#"<html lang="zh-CN">"#, "<header>", "<nav ", #"<main id="body">"#, "<title>第二学期后勤工作总结</title>"] {
      #expect(page.contains(expected))
    }
  }

  @Test func contentsListSectionsAndSubsections() throws {
    let page = try page()
    #expect(page.contains(##"<li class="level-1"><a href="#s1">一、安全</a></li>"##))
    #expect(page.contains(##"<li class="level-2"><a href="#s1-1">（一）排查</a></li>"##))
    #expect(page.contains(##"<a href="#appendix-a">附录A　口径</a>"##))
    #expect(!page.contains(##"href="#s1-1-1""##))
    #expect(page.contains(#"<h4 id="s1-1-1">1. 细目</h4>"#))
  }

  @Test func titleBreaksAfterTheTerm() throws {
    #expect(try page().contains("<h1>第二学期<wbr>后勤工作总结</h1>"))
  }

  @Test func windowsLineEndsInTheShellDoNotMatter() throws {
    let renderer = Shell.renderer("<p>\r\n<!--body-->\r\n\r\n")
    #expect(renderer.render(document([.paragraph([.text("甲")])])) == "<p>\n<p>甲</p>\n")
  }
}
