/// Writes what stands before the body: letterhead, title, byline, cover box and the list of contents.
enum HTMLFront {
  /// The inside of the page's header.
  static func writeHeader(_ document: Document, to html: inout HTMLWriter) {
    let byline = document.byline.filter { !$0.isEmpty }.map(HTMLText.escape).joined(separator: #" <span class="dot">·</span> "#)
    let above = [("organization", document.organization), ("slogan", document.slogan ?? "")]
    for (name, words) in above { paragraph(name, HTMLText.escape(words), end: "\n", to: &html) }
    html.add("<h1>")
    html.add(markup: title(document.title))
    html.add(byline.isEmpty ? "</h1>" : "</h1>\n")
    paragraph("byline", byline, to: &html)
    cover(document.cover, to: &html)
  }

  /// A paragraph of its own kind; none where nothing shows.
  private static func paragraph(_ name: String, _ markup: String, end: StaticString = "", to html: inout HTMLWriter) {
    guard !markup.isEmpty else { return }
    html.add("<p class=\"", text: name, "\">")
    html.add(markup: markup)
    html.add("</p>")
    html.add(end)
  }

  /// The title, which may break after 学期 and nowhere else unless it must.
  private static func title(_ title: String) -> String {
    let escaped = HTMLText.escape(title)
    guard let term = escaped.firstRange(of: "学期"), term.upperBound < escaped.endIndex else { return escaped }
    return escaped[..<term.upperBound] + "<wbr>" + escaped[term.upperBound...]
  }

  private static func cover(_ items: [CoverItem], to html: inout HTMLWriter) {
    guard !items.isEmpty else { return }
    html.add("\n<dl class=\"cover\">\n")
    for item in items {
      html.add("<div><dt>", text: item.label, "</dt>")
      html.add("<dd>", text: item.value, "</dd>")
      if !item.note.isEmpty { html.add("<dd class=\"remark\">", text: item.note, "</dd>") }
      html.add("</div>\n")
    }
    html.add("</dl>")
  }

  /// The list of contents: sections and subsections that have an anchor.
  static func writeContents(_ blocks: [Block], to html: inout HTMLWriter) {
    let headings = blocks.compactMap { block -> Heading? in
      if case .heading(let heading) = block, heading.level <= 2, !heading.id.isEmpty { heading } else { nil }
    }
    guard !headings.isEmpty else { return }
    html.add("<ol>\n")
    for heading in headings {
      html.add("<li class=\"level-", heading.level)
      html.add("\"><a href=\"#", text: heading.id, "\">")
      html.add(text: heading.prefix + heading.content.plainText)
      html.add("</a></li>\n")
    }
    html.add("</ol>")
  }
}
