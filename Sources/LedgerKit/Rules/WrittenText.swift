/// A passage written by hand, as the rules on texts (RPT) read it.
public struct WrittenText: Sendable {
  /// Name of its file without extension: 前言, 今后方向.
  public let name: String
  /// As a finding names it: 文字/前言.md.
  public let file: String
  /// One for each line of the file.
  public let lines: [String]

  /// Creates a text of a file in 文字/.
  public init(name: String, text: String) {
    self.name = name
    file = "文字/\(name).md"
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// A sentence of it.
  public struct Sentence: Sendable {
    /// Line of the file, from 0.
    public let line: Int
    /// Without its full stop, as typed.
    public let raw: String
    /// The same without blanks, for looking words up.
    public let text: String
  }

  /// Its sentences in order.
  public var sentences: [Sentence] {
    lines.enumerated().flatMap { number, line in
      line.split { "。！？!?；;".contains($0) }.map {
        Sentence(line: number, raw: String($0.drop(while: \.isWhitespace)), text: Folding.compact(String($0)))
      }
    }
  }
}
