import Platform

/// Colors, where a person looks at a terminal that has them and has not asked for none.
enum Style {
  static func isColored(_ stream: Int32) -> Bool {
    let environment = ProcessInfo.processInfo.environment
    return isatty(stream) == 1 && environment["TERM"] != "dumb" && environment["NO_COLOR"]?.isEmpty ?? true
  }

  /// The levels of findings and verdicts, where lines name them.
  static func painted(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(line).joined(separator: "\n")
  }

  private static let colors = [("【错误】", 31), ("【警告】", 33), ("【提示】", 36), ("与数据矛盾", 31), ("无台账支持", 33), ("用法　", 1), ("打错了？", 33)]

  private static func line(_ line: Substring) -> Substring {
    guard let (word, color) = colors.first(where: { line.contains($0.0) }), let range = line.firstRange(of: word) else { return line }
    return line[..<range.lowerBound] + "\u{1B}[\(color)m\(word)\u{1B}[0m" + line[range.upperBound...]
  }
}
