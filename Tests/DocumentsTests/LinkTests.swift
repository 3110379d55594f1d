import Testing

@testable import Documents

@Suite("Links to neighboring files")
struct LinkTests {
  @Test(
    "An address is a path below the document's folder, or none",
    arguments: [
      (["第一幼儿园", "2022—2023总结.html"], "第一幼儿园/2022—2023总结.html"), (["a b", "c.html"], "a%20b/c.html"),
      (["javascript:alert(1)"], "javascript%3Aalert%281%29"), (["a/b"], "a%2Fb"), (["x\"><script>", "y"], "x%22%3E%3Cscript%3E/y"),
      (["a|b`[*_"], "a%7Cb%60%5B%2A_"), (["100%", "?q#f"], "100%25/%3Fq%23f"), (["e\u{301}"], "e%CC%81"),
      ([".."], nil), ([], nil), (["a", ""], nil), (["a", ".", "b"], nil),
    ] as [([String], String?)])
  func address(path: [String], expected: String?) {
    #expect(RelativeAddress.text(path) == expected)
  }

  @Test("The words are literal, in either output") func rendered() {
    let document = Document(
      title: "t", organization: "o",
      blocks: [.paragraph([.link(to: ["甲", "总结.html"], text: "]<b>|甲")]), .paragraph([.link(to: [".."], text: "乙")])])
    #expect(MarkdownRenderer().render(document).contains("[\\]\\<b>\\|甲](甲/总结.html)\n\n乙"))
    let page = HTMLRenderer(page: "<!--body-->", sha256: { _ in [] }).render(document)
    #expect(page.contains(#"<p><a href="甲/总结.html">]&lt;b&gt;|甲</a></p>"#))
    #expect(page.contains("<p>乙</p>"))
  }
}
