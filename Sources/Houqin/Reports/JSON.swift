import Tabular

/// A JSON value that keeps the order of its keys, so that the same content is always the same bytes.
enum JSON {
  case object([(String, JSON)])
  case array([JSON])
  case string(String)
  /// A text of ASCII letters and digits: the marks of rows are most of a manifest, and nothing in them is sought or changed.
  case plain([UInt8])
  case number(Int)
  case bool(Bool)
  case null

  static func optional(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }
  static func optional(_ number: Int?) -> JSON { number.map(JSON.number) ?? .null }

  /// Two blanks a level; a value that holds nothing nested stands on one line.
  func serialized() -> String { String(decoding: utf8, as: UTF8.self) }

  /// The same in UTF-8.
  var utf8: [UInt8] {
    var text: [UInt8] = []
    write(to: &text, level: 0)
    return text
  }

  private func write(to text: inout [UInt8], level: Int) {
    switch self {
    case .null: text += "null".utf8
    case .number(let n): text += String(n).utf8
    case .bool(let holds): text += (holds ? "true" : "false").utf8
    case .string(let s): Self.quote(s, to: &text)
    case .plain(let letters):
      text.append(UInt8(ascii: "\""))
      text += letters
      text.append(UInt8(ascii: "\""))
    case .array(let items):
      let isShort = items.allSatisfy(\.isScalar)
      Self.write(items, "[", "]", isShort: isShort, to: &text, level: level) { $0.write(to: &$1, level: isShort ? 0 : level + 1) }
    case .object(let members):
      let isShort = members.allSatisfy { $0.1.isFlat }
      Self.write(members, "{", "}", isShort: isShort, to: &text, level: level) { member, text in
        Self.quote(member.0, to: &text)
        text += ": ".utf8
        member.1.write(to: &text, level: isShort ? 0 : level + 1)
      }
    }
  }

  /// Items within brackets: on one line, else each on its own.
  private static func write<Item>(
    _ items: [Item], _ opening: String, _ closing: String, isShort: Bool, to text: inout [UInt8], level: Int,
    _ write: (Item, inout [UInt8]) -> Void
  ) {
    text += opening.utf8
    for (index, item) in items.enumerated() {
      if index > 0 { text += (isShort ? ", " : ",").utf8 }
      if !isShort { breakLine(&text, level: level + 1) }
      write(item, &text)
    }
    if !isShort { breakLine(&text, level: level) }
    text += closing.utf8
  }

  private static func breakLine(_ text: inout [UInt8], level: Int) {
    text.append(UInt8(ascii: "\n"))
    for _ in 0..<2 * level { text.append(UInt8(ascii: " ")) }
  }

  private var isScalar: Bool {
    switch self {
    case .object, .array: false
    default: true
    }
  }

  /// Short enough to stand inside a line.
  private var isFlat: Bool {
    switch self {
    case .object(let members): members.allSatisfy { $0.1.isScalar }
    case .array(let items): items.allSatisfy(\.isScalar)
    default: true
    }
  }

  private static func quote(_ string: String, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "\""))
    string.withBytes { utf8 in
      var start = 0
      while let end = firstEscaped(utf8, from: start) {
        text += utf8[start..<end]
        start = end + escape(utf8, at: end, to: &text)
      }
      text += utf8[start...]
    }
    text.append(UInt8(ascii: "\""))
  }

  /// Where a character stands that is not written as it is: a quote, a backslash, a control character, or one that parts lines or turns
  /// the direction of text.
  private static func firstEscaped(_ utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var i = start
    while i < utf8.count {
      let byte = utf8[i]
      if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F { return i }
      if byte == 0xE2, i + 2 < utf8.count, isHiddenMark(UInt16(utf8[i + 1]) << 8 | UInt16(utf8[i + 2])) { return i }
      i += 1
    }
    return nil
  }

  /// By the bytes after E2: U+200E, U+200F, U+2028 to U+202E, U+2066 to U+2069.
  private static func isHiddenMark(_ bytes: UInt16) -> Bool {
    switch bytes {
    case 0x808E, 0x808F, 0x80A8...0x80AE, 0x81A6...0x81A9: true
    default: false
    }
  }

  /// Writes the character at a place in another way; returns how many bytes it takes.
  private static func escape(_ utf8: UnsafeBufferPointer<UInt8>, at place: Int, to text: inout [UInt8]) -> Int {
    switch utf8[place] {
    case UInt8(ascii: "\""): text += "\\\"".utf8
    case UInt8(ascii: "\\"): text += "\\\\".utf8
    case UInt8(ascii: "\n"): text += "\\n".utf8
    case UInt8(ascii: "\r"): text += "\\r".utf8
    case UInt8(ascii: "\t"): text += "\\t".utf8
    case 0xE2:
      number(0x2000 | Int(utf8[place + 1] & 0x3F) << 6 | Int(utf8[place + 2] & 0x3F), to: &text)
      return 3
    case let byte: number(Int(byte), to: &text)
    }
    return 1
  }

  /// `\u202e`
  private static func number(_ value: Int, to text: inout [UInt8]) {
    let digits = String(value, radix: 16)
    text += "\\u".utf8
    text += String(repeating: "0", count: 4 - digits.utf8.count).utf8
    text += digits.utf8
  }
}
