/// Reads JSON in one pass; where its rules are broken anywhere, nothing is read.
///
/// A run over a district reads a small manifest a school; decoding by keys and types took more than three times as long.
struct JSONReader {
  private let utf8: UnsafeBufferPointer<UInt8>
  private var next = 0

  /// No file of the program comes near; deeper ones would reach the end of the stack.
  private static let deepest = 64

  /// The value that is all of a text in UTF-8, with or without a byte order mark.
  static func value(_ bytes: [UInt8]) -> JSON? {
    bytes.withUnsafeBufferPointer { utf8 in
      var reader = JSONReader(utf8: utf8)
      if utf8.starts(with: [0xEF, 0xBB, 0xBF]) { reader.next = 3 }
      guard let value = reader.value(0) else { return nil }
      return reader.peek() == nil ? value : nil
    }
  }

  private init(utf8: UnsafeBufferPointer<UInt8>) { self.utf8 = utf8 }

  private mutating func value(_ depth: Int) -> JSON? {
    guard depth < Self.deepest, let first = peek() else { return nil }
    switch first {
    case UInt8(ascii: "{"): return object(depth)
    case UInt8(ascii: "["): return array(depth)
    case UInt8(ascii: "\""): return string().map(JSON.string)
    case UInt8(ascii: "t"): return word("true", .bool(true))
    case UInt8(ascii: "f"): return word("false", .bool(false))
    case UInt8(ascii: "n"): return word("null", .null)
    default: return number()
    }
  }

  private mutating func object(_ depth: Int) -> JSON? {
    var members: [(String, JSON)] = []
    let isWhole = items(until: UInt8(ascii: "}")) { reader in
      guard let name = reader.string(), reader.take(UInt8(ascii: ":")), let value = reader.value(depth + 1) else { return false }
      members.append((name, value))
      return true
    }
    return isWhole ? .object(members) : nil
  }

  private mutating func array(_ depth: Int) -> JSON? {
    var values: [JSON] = []
    let isWhole = items(until: UInt8(ascii: "]")) { reader in
      guard let value = reader.value(depth + 1) else { return false }
      values.append(value)
      return true
    }
    return isWhole ? .array(values) : nil
  }

  /// What stands between brackets, parted by commas.
  private mutating func items(until closing: UInt8, _ read: (inout JSONReader) -> Bool) -> Bool {
    next += 1
    if take(closing) { return true }
    repeat {
      guard read(&self) else { return false }
    } while take(UInt8(ascii: ","))
    return take(closing)
  }

  private mutating func word(_ word: StaticString, _ value: JSON) -> JSON? {
    word.withUTF8Buffer { word in
      guard utf8[next...].starts(with: word) else { return nil }
      next += word.count
      return value
    }
  }

  /// Whole numbers; what is between them is a value that nothing of the program asks for.
  private mutating func number() -> JSON? {
    let start = next
    while next < utf8.count, Self.isOfNumber(utf8[next]) { next += 1 }
    let text = String(decoding: utf8[start..<next], as: UTF8.self)
    guard text.first?.isNumber ?? false || text.first == "-" else { return nil }
    return Int(text).map(JSON.number) ?? Double(text).map { _ in .null }
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."): true
    default: byte | 0x20 == UInt8(ascii: "e")
    }
  }

  /// The next byte that is no blank.
  private mutating func peek() -> UInt8? {
    while next < utf8.count {
      switch utf8[next] {
      case 0x20, 0x09, 0x0A, 0x0D: next += 1
      case let byte: return byte
      }
    }
    return nil
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    next += 1
    return true
  }
}

// MARK: Texts

extension JSONReader {
  private mutating func string() -> String? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    let start = next
    while next < utf8.count, utf8[next] >= 0x20, utf8[next] != UInt8(ascii: "\""), utf8[next] != UInt8(ascii: "\\") { next += 1 }
    guard next < utf8.count, utf8[next] == UInt8(ascii: "\"") else { return string(after: Array(utf8[start..<next])) }
    next += 1
    return String(validating: utf8[start..<next - 1], as: UTF8.self)
  }

  /// The rest of a text in which something is written in another way.
  private mutating func string(after beginning: [UInt8]) -> String? {
    var text = beginning
    while next < utf8.count {
      let byte = utf8[next]
      next += 1
      switch byte {
      case UInt8(ascii: "\""): return String(validating: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let scalar = escaped() else { return nil }
        text += String(scalar).utf8
      case ..<0x20: return nil
      default: text.append(byte)
      }
    }
    return nil
  }

  /// The character after a backslash.
  private mutating func escaped() -> Unicode.Scalar? {
    guard next < utf8.count else { return nil }
    next += 1
    switch utf8[next - 1] {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "u"): return numbered()
    case let sign where sign == UInt8(ascii: "\"") || sign == UInt8(ascii: "\\") || sign == UInt8(ascii: "/"): return Unicode.Scalar(sign)
    default: return nil
    }
  }

  /// `202e`, or two halves `d83d\ude00`.
  private mutating func numbered() -> Unicode.Scalar? {
    guard let first = unit() else { return nil }
    guard (0xD800...0xDBFF).contains(first) else { return Unicode.Scalar(first) }
    guard utf8[next...].starts(with: "\\u".utf8) else { return nil }
    next += 2
    guard let second = unit(), (0xDC00...0xDFFF).contains(second) else { return nil }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  private mutating func unit() -> UInt32? {
    guard next + 4 <= utf8.count else { return nil }
    let digits = utf8[next..<next + 4].compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    next += 4
    return digits.count == 4 ? digits.reduce(0) { $0 << 4 | UInt32($1) } : nil
  }
}

extension JSON {
  /// A member of an object; nil where there is none, or no object.
  subscript(_ name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.0 == name }?.1
  }

  /// What a text says; nil of all else.
  var text: String? { if case .string(let text) = self { text } else { nil } }
  /// What a number is; nil of all else.
  var wholeNumber: Int? { if case .number(let number) = self { number } else { nil } }
}
