/// Writes running text as HTML.
struct HTMLInlines {
  /// The figures that have an entry a link may lead to.
  let entries: Set<String>

  func write(_ inlines: [Inline], to html: inout HTMLWriter) {
    for inline in inlines { write(inline, to: &html) }
  }

  private func write(_ inline: Inline, to html: inout HTMLWriter) {
    switch inline {
    case .text(let text): html.add(text: text)
    case .strong(let content): write("<strong>", content, "</strong>", to: &html)
    case .emphasis(let content): write("<em>", content, "</em>", to: &html)
    case .code(let text): html.add("<code>", text: text, "</code>")
    case .figure(let id, let text): figure(id, text, to: &html)
    case .figureEntry(let id, let text):
      html.add("<dfn id=\"f-", text: HTMLText.anchor(figure: id), "\">")
      html.add(text: text)
      html.add("</dfn>")
    case .link(let path, let text): link(path, text, to: &html)
    case .lineBreak: html.add("<br>")
    }
  }

  private func write(_ opening: StaticString, _ content: [Inline], _ closing: StaticString, to html: inout HTMLWriter) {
    html.add(opening)
    write(content, to: &html)
    html.add(closing)
  }

  private func link(_ path: [String], _ text: String, to html: inout HTMLWriter) {
    guard let address = RelativeAddress.text(path) else { return html.add(text: text) }
    html.add("<a href=\"", text: address, "\">")
    html.add(text: text)
    html.add("</a>")
  }

  private func figure(_ id: String, _ text: String, to html: inout HTMLWriter) {
    let isLinked = entries.contains(id)
    if isLinked { html.add("<a class=\"number\" href=\"#f-", text: HTMLText.anchor(figure: id), "\">") }
    html.add("<data class=\"figure\" value=\"", text: HTMLText.machineValue(text), "\" data-figure=\"")
    html.add(text: id)
    html.add("\">", text: text, "</data>")
    if isLinked { html.add("</a>") }
  }
}
