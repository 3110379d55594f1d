/// Writes what stands before the body: letterhead, title, byline, cover box and the list of contents.
enum HTMLFront {
  /// The inside of the page's header.
  static func header(_ document: Document) -> String {
    let byline = document.byline.filter { !$0.isEmpty }.map(HTMLText.escape).joined(separator: #" <span class="dot">·</span> "#)
    let lines = [
      paragraph("organization", HTMLText.escape(document.organization)),
      paragraph("slogan", HTMLText.escape(document.slogan ?? "")),
      "<h1>" + title(document.title) + "</h1>",
      paragraph("byline", byline),
      cover(document.cover),
    ]
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// The title, which may break after 学期 and nowhere else unless it must.
  private static func title(_ title: String) -> String {
    let escaped = HTMLText.escape(title)
    guard let term = escaped.firstRange(of: "学期"), term.upperBound < escaped.endIndex else { return escaped }
    return escaped[..<term.upperBound] + "<wbr>" + escaped[term.upperBound...]
  }

  private static func paragraph(_ name: String, _ markup: String) -> String {
    markup.isEmpty ? "" : #"<p class="\#(name)">\#(markup)</p>"#
  }

  private static func cover(_ items: [CoverItem]) -> String {
    guard !items.isEmpty else { return "" }
    let cells = items.map { item in
      let note = item.note.isEmpty ? "" : #"<dd class="remark">"# + HTMLText.escape(item.note) + "</dd>"
      return "<div><dt>" + HTMLText.escape(item.label) + "</dt><dd>" + HTMLText.escape(item.value) + "</dd>" + note + "</div>"
    }
    return ([#"<dl class="cover">"#] + cells + ["</dl>"]).joined(separator: "\n")
  }

  /// The list of contents: sections and subsections that have an anchor.
  static func contents(_ blocks: [Block]) -> String {
    let items = blocks.compactMap { block -> String? in
      guard case .heading(let heading) = block, heading.level <= 2, !heading.id.isEmpty else { return nil }
      let words = HTMLText.escape(heading.prefix + heading.content.plainText)
      return ##"<li class="level-\##(heading.level)"><a href="#\##(HTMLText.escape(heading.id))">\##(words)</a></li>"##
    }
    return items.isEmpty ? "" : (["<ol>"] + items + ["</ol>"]).joined(separator: "\n")
  }
}
