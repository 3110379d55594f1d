/// A piece of the body that stands on lines of its own.
///
/// The enum is closed and every renderer switches over all of it: a new kind of block is one more case,
/// and the compiler names each renderer that does not know it yet.
public indirect enum Block: Sendable, Equatable {
  /// A section's heading; see ``Numbering`` for its number and anchor.
  case heading(Heading)
  /// A paragraph of running text.
  case paragraph([Inline])
  /// A bulleted or numbered list, one level deep.
  case list([[Inline]], ordered: Bool)
  /// A table with optional caption, total row and note.
  case table(Table)
  /// Numbers to look at, with the table behind them.
  case chart(Chart)
  /// A place where a person still has to write: prints 【待补写：topic】 and the file to write it in.
  case gap(topic: String, file: String)
  /// One neutral line about the report itself, such as 本学期未提供…台账，本节无数据。
  case notice([Inline])
  /// The closing lines 落款 (school, day), set to the right.
  case signature([String])
  /// A quotation.
  case quote([Block])
  /// Blocks that readers may show or hide by their labels, such as the findings of one rule.
  case group(labels: [GroupLabel], [Block])
}

/// What a group is filtered by: 级别 错误. A title may stand several times, with other values.
public struct GroupLabel: Sendable, Equatable {
  /// What the value says, such as 级别.
  public var title: String
  /// One of the values readers choose from.
  public var value: String

  /// Creates a label.
  public init(_ title: String, _ value: String) {
    self.title = title
    self.value = value
  }
}

/// A section's heading.
public struct Heading: Sendable, Equatable {
  /// How a heading takes part in numbering.
  public enum Style: Sendable, Equatable {
    /// Counted: 一、（一）1.（1）.
    case numbered
    /// Never counted, such as 前言 and 结语.
    case plain
    /// Lettered: 附录A, 附录B.
    case appendix
  }

  /// Depth, 1 to 4. Level 1 lies just below the document's title.
  public var level: Int
  /// How it is counted.
  public var style: Style
  /// The number as printed (一、), empty until ``Numbering`` has run.
  public var number: String
  /// A stable anchor (s1-2, appendix-a), empty until ``Numbering`` has run.
  public var id: String
  /// The words of the heading.
  public var content: [Inline]
  /// Whether its section is left out where it has no data; see ``Sections/hidingEmpty(_:)``.
  public var hidesWithoutData = false

  /// Creates a heading; a level out of range is moved to the nearest valid one.
  public init(level: Int, style: Style = .numbered, number: String = "", id: String = "", content: [Inline]) {
    self.level = min(max(level, 1), 4)
    self.style = style
    self.number = number
    self.id = id
    self.content = content
  }

  /// The number with the blank that separates it from the words: 一、 needs none, 附录A a wide one.
  public var prefix: String {
    if number.isEmpty { return "" }
    if style == .appendix { return number + "\u{3000}" }
    return number.hasSuffix(".") ? number + " " : number
  }
}
