/// Writes running text as HTML.
struct HTMLInlines {
  /// The anchors a figure's link may lead to.
  let entries: Set<String>

  func markup(_ inlines: [Inline]) -> String {
    inlines.map(markup).joined()
  }

  private func markup(_ inline: Inline) -> String {
    switch inline {
    case .text(let text): HTMLText.escape(text)
    case .strong(let content): "<strong>" + markup(content) + "</strong>"
    case .emphasis(let content): "<em>" + markup(content) + "</em>"
    case .code(let text): "<code>" + HTMLText.escape(text) + "</code>"
    case .figure(let id, let text): figure(id, text)
    case .figureEntry(let id, let text): #"<dfn id="\#(HTMLText.anchor(figure: id))">"# + HTMLText.escape(text) + "</dfn>"
    case .link(let path, let text): link(path, text)
    case .lineBreak: "<br>"
    }
  }

  private func link(_ path: [String], _ text: String) -> String {
    let words = HTMLText.escape(text)
    return RelativeAddress.text(path).map { #"<a href="\#(HTMLText.escape($0))">"# + words + "</a>" } ?? words
  }

  private func figure(_ id: String, _ text: String) -> String {
    let anchor = HTMLText.anchor(figure: id)
    let value = HTMLText.machineValue(text)
    let data = #"<data class="figure" value="\#(value)" data-figure="\#(HTMLText.escape(id))">"# + HTMLText.escape(text) + "</data>"
    return entries.contains(anchor) ? ##"<a class="number" href="#\##(anchor)">"## + data + "</a>" : data
  }
}
