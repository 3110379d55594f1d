import Documents
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
    #expect(HTMLRenderer.missingPlaceholders(in: "<!--body-->") == [.title, .contents, .header])
    #expect(!(try page()).contains("<!--"))
  }

  @Test func asksForNothingFromOutside() throws {
    let page = try page()
    #expect(page.contains("default-src 'none'; style-src 'unsafe-inline'"))
    for forbidden in ["http:", "https:", "<script", "<link", "<img", "<iframe", "url(", "@import", "src=\""] {
      #expect(!page.contains(forbidden))
    }
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
