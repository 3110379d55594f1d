/// Markup as it grows, in UTF-8. A page is made of thousands of small pieces; as strings that are joined level by level they took four
/// times as long.
struct HTMLWriter {
  /// The markup so far.
  private(set) var bytes: [UInt8] = []

  /// Adds markup as it is.
  mutating func add(_ markup: String) {
    var markup = markup
    markup.withUTF8 { bytes.append(contentsOf: $0) }
  }

  /// Adds text that shows exactly as it is, in elements and quoted attributes alike.
  mutating func add(text: String) {
    var text = text
    let isPlain = text.withUTF8 { utf8 in
      let isPlain = HTMLText.plain.holds(for: utf8)
      if isPlain { bytes.append(contentsOf: utf8) }
      return isPlain
    }
    if !isPlain { add(HTMLText.escape(text)) }
  }

  /// Adds markup in UTF-8.
  mutating func add(_ markup: [UInt8]) { bytes.append(contentsOf: markup) }

  /// Adds a number in digits. A drawing holds hundreds, and to make a text of each took a fifth of its time.
  mutating func add(_ number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    addDigits(number.magnitude)
  }

  private mutating func addDigits(_ number: UInt) {
    if number >= 10 { addDigits(number / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  /// Makes room for so many more bytes.
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

  /// Adds markup with numbers and texts put in.
  mutating func add(filled piece: Piece) { bytes.append(contentsOf: piece.bytes) }

  /// Markup with numbers and texts put in: `"<h\(level) id=\"\(id)\">"`. What is put in shows exactly as it is.
  struct Piece: ExpressibleByStringInterpolation {
    fileprivate let bytes: [UInt8]

    init(stringLiteral markup: String) { bytes = Array(markup.utf8) }
    init(stringInterpolation filled: StringInterpolation) { bytes = filled.html.bytes }

    struct StringInterpolation: StringInterpolationProtocol {
      fileprivate var html = HTMLWriter()

      init(literalCapacity: Int, interpolationCount: Int) { html.bytes.reserveCapacity(literalCapacity + 32 * interpolationCount) }

      mutating func appendLiteral(_ markup: String) { html.add(markup) }
      mutating func appendInterpolation(_ number: Int) { html.add(number) }
      mutating func appendInterpolation(_ text: String) { html.add(text: text) }
    }
  }
}
