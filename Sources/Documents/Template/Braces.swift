/// Double braces, as typed by people: half-width or full-width.
enum Braces {
  static func isOpen(_ scalar: Unicode.Scalar?) -> Bool { scalar == "{" || scalar == "｛" }
  static func isClose(_ scalar: Unicode.Scalar?) -> Bool { scalar == "}" || scalar == "｝" }
  static func isOpenBracket(_ scalar: Unicode.Scalar?) -> Bool { scalar == "[" || scalar == "［" }
  static func isCloseBracket(_ scalar: Unicode.Scalar?) -> Bool { scalar == "]" || scalar == "］" }

  /// How a scalar changes the depth of braces.
  static func step(_ scalar: Unicode.Scalar) -> Int {
    isOpen(scalar) ? 1 : (isClose(scalar) ? -1 : 0)
  }
}

/// The inside of one pair of double braces.
struct Directive {
  /// The position after the closing braces.
  let end: Int
  /// What stands inside, without blanks around it. Most lines are only asked whether they are some directive.
  private let content: [Unicode.Scalar]

  /// The whole inside, without blanks around it.
  var inside: String { String(scalars: content) }

  /// Reads the directive that begins at `start`; `nil` if no double brace opens there or none closes on that line.
  init?(_ scalars: [Unicode.Scalar], at start: Int) {
    guard Braces.isOpen(scalars[at: start]), Braces.isOpen(scalars[at: start + 1]) else { return nil }
    var index = start + 2
    while let scalar = scalars[at: index], scalar != "\n" {
      if Braces.isClose(scalar), Braces.isClose(scalars[at: index + 1]) {
        content = [Unicode.Scalar](scalars[(start + 2)..<index]).trimmed()
        end = index + 2
        return
      }
      index += 1
    }
    return nil
  }

  /// The word after which a comment, a condition or nothing more follows.
  var leadingWord: String {
    let first = content.prefix { !$0.isBlank }
    if first.count > 1, first[0] == "注", first[1] == "：" || first[1] == ":" { return "注" }
    return String(scalars: first)
  }

  /// What follows the leading word.
  var rest: String {
    String(inside.dropFirst(leadingWord.count)).trimmingBlanks()
  }

  /// Whether nothing is printed for it.
  var isComment: Bool { leadingWord == "注" }

  /// Whether another slot opens within: its own closing braces are missing.
  var runsOn: Bool {
    content.indices.contains { Braces.isOpen(content[$0]) && Braces.isOpen(content[at: $0 + 1]) }
  }

  /// The slot it stands for.
  func slot(line: Int) -> Slot {
    let bar = content.firstIndex { $0 == "|" || $0 == "｜" }
    let words = content[..<(bar ?? content.count)].split(whereSeparator: \.isBlank).map { String(scalars: $0) }
    let style = bar.map { String(scalars: [Unicode.Scalar](content[($0 + 1)...]).trimmed()) }
    if words.count == 1, words[0] == "落款" { return Slot(keyword: words[0], name: "", style: style, line: line) }
    let keyword = words.count > 1 ? words[0] : nil
    return Slot(keyword: keyword, name: words.dropFirst(keyword == nil ? 0 : 1).joined(separator: " "), style: style, line: line)
  }
}
