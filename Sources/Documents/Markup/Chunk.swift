/// A block of Markdown before its running text is read: what templates and hand-written passages have in common.
enum Chunk {
  /// A piece of running text, possibly of several lines, and the number of its first line.
  struct Text {
    var scalars: [Unicode.Scalar]
    var line: Int
  }

  /// `## title`: the number of signs and the words.
  case heading(signs: Int, Text)
  /// Lines up to a blank one or another block.
  case paragraph([SourceLine])
  /// `- item` or `1. item`.
  case list([Text], ordered: Bool)
  /// A pipe table.
  case table(header: [Text], alignments: [TableColumn.Alignment], rows: [[Text]])
  /// `> text`.
  case quote([SourceLine])
}

/// Where the two kinds of Markdown differ.
struct ChunkRules: Sendable {
  /// Whether a line that ends a sentence ends its paragraph: people write a paragraph a line in Notepad.
  var sentenceEndsParagraph: Bool
  /// Whether `##标题` without a blank is a heading.
  var headingNeedsBlank: Bool
  /// Whether a `|` between double braces belongs to a slot.
  var bracesShieldPipes: Bool
  /// Whether a line is a block by itself, whatever surrounds it.
  var standsAlone: @Sendable (SourceLine) -> Bool
}

extension [SourceLine] {
  /// The lines' text, line ends kept, without blanks around it.
  var text: Chunk.Text {
    var scalars: [Unicode.Scalar] = []
    for line in self {
      if !scalars.isEmpty { scalars.append("\n") }
      scalars += line.scalars.drop(while: \.isBlank)
    }
    while let last = scalars.last, last.isBlank { scalars.removeLast() }
    return Chunk.Text(scalars: scalars, line: first?.number ?? 1)
  }
}
