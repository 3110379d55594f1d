/// A JSON value that keeps the order of its keys, so that the same content is always the same bytes.
enum JSON {
  case object([(String, JSON)])
  case array([JSON])
  case string(String)
  case number(Int)
  case bool(Bool)
  case null

  static func optional(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }
  static func optional(_ number: Int?) -> JSON { number.map(JSON.number) ?? .null }

  /// Two blanks a level; a value that holds nothing nested stands on one line.
  func serialized(indent: String = "") -> String {
    switch self {
    case .null: return "null"
    case .number(let n): return String(n)
    case .bool(let holds): return holds ? "true" : "false"
    case .string(let s): return JSON.quoted(s)
    case .array(let items):
      if items.isEmpty { return "[]" }
      if items.allSatisfy(\.isScalar) { return "[" + items.map { $0.serialized() }.joined(separator: ", ") + "]" }
      return "[\n" + items.map { indent + "  " + $0.serialized(indent: indent + "  ") }.joined(separator: ",\n") + "\n" + indent + "]"
    case .object(let members):
      if members.isEmpty { return "{}" }
      if members.allSatisfy({ $0.1.isFlat }) {
        return "{" + members.map { JSON.quoted($0.0) + ": " + $0.1.serialized() }.joined(separator: ", ") + "}"
      }
      let lines = members.map { indent + "  " + JSON.quoted($0.0) + ": " + $0.1.serialized(indent: indent + "  ") }
      return "{\n" + lines.joined(separator: ",\n") + "\n" + indent + "}"
    }
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

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}", "\u{200E}", "\u{200F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        let hex = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
