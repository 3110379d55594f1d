/// Markup as it grows. A page is made of thousands of small pieces; as strings that are joined level by level they took four times as
/// long.
struct HTMLWriter {
  private var page = GrowingText()

  /// Gives the markup away, in UTF-8.
  mutating func take() -> [UInt8] { page.take() }
  /// How many bytes it has.
  var count: Int { page.count }

  /// Adds markup as it is.
  mutating func add(_ markup: StaticString) { page.append(markup) }

  /// Adds markup as it is.
  mutating func add(markup: String) { page.append(markup) }

  /// Adds markup as it is, and a number in digits.
  mutating func add(_ markup: StaticString, _ number: Int) {
    page.append(markup)
    page.append(number)
  }

  /// Adds text that shows exactly as it is, in elements and quoted attributes alike.
  mutating func add(text: String) {
    let isPlain = text.withBytes { utf8 in
      let isPlain = HTMLText.plain.holds(for: utf8)
      if isPlain { page.append(utf8) }
      return isPlain
    }
    if !isPlain { page.append(HTMLText.escape(text)) }
  }

  /// Adds text between markup.
  mutating func add(_ opening: StaticString, text: String, _ closing: StaticString) {
    page.append(opening)
    add(text: text)
    page.append(closing)
  }

  /// Adds part of what was written apart.
  mutating func add(_ other: HTMLWriter, _ part: Range<Int>) { page.append(other.page, part) }

  /// Makes room for so many more bytes.
  mutating func reserve(_ count: Int) { page.reserve(count) }
}
