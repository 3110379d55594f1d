/// Writes running text as HTML.
struct HTMLInlines {
  /// The anchors a figure's link may lead to.
  let entries: Set<String>

  func write(_ inlines: [Inline], to html: inout HTMLWriter) {
    for inline in inlines { write(inline, to: &html) }
  }

  private func write(_ inline: Inline, to html: inout HTMLWriter) {
    switch inline {
    case .text(let text): html.add(text: text)
    case .strong(let content): write("<strong>", content, "</strong>", to: &html)
    case .emphasis(let content): write("<em>", content, "</em>", to: &html)
    case .code(let text): html.add(filled: "<code>\(text)</code>")
    case .figure(let id, let text): figure(id, text, to: &html)
    case .figureEntry(let id, let text): html.add(filled: "<dfn id=\"\(HTMLText.anchor(figure: id))\">\(text)</dfn>")
    case .link(let path, let text): link(path, text, to: &html)
    case .lineBreak: html.add("<br>")
    }
  }

  private func write(_ opening: String, _ content: [Inline], _ closing: String, to html: inout HTMLWriter) {
    html.add(opening)
    write(content, to: &html)
    html.add(closing)
  }

  private func link(_ path: [String], _ text: String, to html: inout HTMLWriter) {
    guard let address = RelativeAddress.text(path) else { return html.add(text: text) }
    html.add(filled: "<a href=\"\(address)\">\(text)</a>")
  }

  private func figure(_ id: String, _ text: String, to html: inout HTMLWriter) {
    let anchor = HTMLText.anchor(figure: id)
    let isLinked = entries.contains(anchor)
    if isLinked {
      html.add(##"<a class="number" href="#"##)
      html.add(text: anchor)
      html.add("\">")
    }
    html.add(#"<data class="figure" value=""#)
    html.add(text: HTMLText.machineValue(text))
    html.add(#"" data-figure=""#)
    html.add(text: id)
    html.add("\">")
    html.add(text: text)
    html.add("</data>")
    if isLinked { html.add("</a>") }
  }
}
