/// A line of a text file and its number, counted from 1.
struct SourceLine {
  var number: Int
  var scalars: [Unicode.Scalar]

  /// Whether nothing but blanks is on the line.
  var isBlank: Bool { scalars.allSatisfy(\.isBlank) }

  /// Blanks before the first character; a tab counts as four, a wide blank as none (it is a Chinese paragraph's indent).
  var indent: Int {
    var width = 0
    for scalar in scalars {
      guard scalar == " " || scalar == "\t" else { break }
      width += scalar == "\t" ? 4 : 1
    }
    return width
  }

  /// The lines of a text with any line ends and without its byte order mark.
  static func split(_ text: String) -> [SourceLine] {
    var lines: [SourceLine] = []
    var current: [Unicode.Scalar] = []
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      if scalar == "\n" && previous == "\r" { continue }
      if scalar == "\u{FEFF}" && previous == nil { continue }
      if scalar == "\n" || scalar == "\r" {
        lines.append(SourceLine(number: lines.count + 1, scalars: current))
        current = []
      } else {
        current.append(scalar)
      }
    }
    lines.append(SourceLine(number: lines.count + 1, scalars: current))
    return lines
  }
}
