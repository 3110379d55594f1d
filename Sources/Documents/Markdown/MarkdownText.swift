/// Plain text as Markdown that shows exactly that text.
enum MarkdownText {
  /// The text with a backslash before each character that could become markup where it stands.
  static func escape(_ text: String) -> String {
    if plain.holds(for: text) { return text }
    let scalars = HarmlessText.scalars(text)
    var result: [Unicode.Scalar] = []
    for index in scalars.indices {
      if needsEscape(scalars, index) { result.append("\\") }
      result.append(scalars[index])
    }
    return String(scalars: result)
  }

  /// What is Markdown as it is, wherever it stands within a line. A w may begin an address, and there are few in Chinese.
  static let plain = PlainText(without: "\\`*[]<|~$_&#@:wW")
  /// What stands between backticks as it is, in tables too.
  static let plainCode = PlainText(without: "`|")

  private static func needsEscape(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    let (previous, next) = (text[at: index - 1], text[at: index + 1])
    switch text[index] {
    case "\\", "`", "*", "[", "]", "<", "|", "~", "$": return true
    case "_": return !(isWord(previous) && isWord(next))
    case "&": return next.map { $0.isASCIIWord || $0 == "#" } ?? true
    case "#": return previous.map { $0.isSpace || $0 == "#" } ?? true
    case "@": return previous.map(\.isASCIIWord) ?? false
    case ":": return (next == "/" && text[at: index + 2] == "/") || beginsEmoji(text, index)
    case ".": return isWebPrefix(text[max(0, index - 3)..<index])
    default: return false
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    return !scalar.isSpace && !scalar.isPunctuation
  }

  /// Whether a name such as `:smile:` begins here.
  private static func beginsEmoji(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    let name = text[(index + 1)...].prefix(40).prefix { $0.isASCIIWord || $0 == "_" || $0 == "+" || $0 == "-" }
    return !name.isEmpty && text[at: name.endIndex] == ":" && !name.allSatisfy(\.isDigit)
  }

  private static func isWebPrefix(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    String(scalars: text).lowercased() == "www"
  }

  /// A finished line that cannot be taken for a heading, list, quote, rule or underline.
  static func guardLine(_ line: String) -> String {
    // Letters and signs beyond ASCII begin nearly every line.
    if let first = line.utf8.first, first >= 0x40 { return line }
    let text = String(scalars: line.unicodeScalars.drop { $0 == " " || $0 == "\t" })
    let scalars = Array(text.unicodeScalars.prefix(12))
    guard let first = scalars.first else { return "" }
    let second = scalars[at: 1]
    switch first {
    case "#", "=", ">": return "\\" + text
    case "-", "+": return second.map { $0.isSpace || $0 == first } ?? true ? "\\" + text : text
    default: return guardNumber(text, scalars)
    }
  }

  /// `1. x` with its dot escaped.
  private static func guardNumber(_ text: String, _ scalars: [Unicode.Scalar]) -> String {
    let digits = scalars.prefix(while: \.isDigit).count
    guard (1...9).contains(digits), let sign = scalars[at: digits], sign == "." || sign == ")" else { return text }
    guard scalars[at: digits + 1].map(\.isSpace) ?? true else { return text }
    return text.prefix(digits) + "\\" + text.dropFirst(digits)
  }

  /// The number of backticks in the longest run of them.
  static func longestFence(_ text: String) -> Int {
    var (longest, run) = (0, 0)
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  /// Text in backticks, as many as it takes.
  static func code(_ text: String, inCell: Bool) -> String {
    let scalars = HarmlessText.scalars(text)
    if scalars.isEmpty { return "" }
    let longest = longestFence(text)
    let fence = String(repeating: "`", count: longest + 1)
    let touchesFence = scalars.first == "`" || scalars.last == "`" || (scalars.first == " " && scalars.last == " ")
    let inside = scalars.map { $0 == "|" && inCell ? "\\|" : String($0) }.joined()
    return touchesFence ? fence + " " + inside + " " + fence : fence + inside + fence
  }
}
