/// A table of running text.
public struct Table: Sendable, Equatable {
  /// The number as printed (表1), empty until ``Numbering`` has run or if there is no caption.
  public var number: String
  /// What the table shows.
  public var caption: String?
  /// The columns, left to right.
  public var columns: [TableColumn]
  /// The rows; each holds one cell a column.
  public var rows: [[[Inline]]]
  /// The total row, set off by a rule.
  public var total: [[Inline]]?
  /// A remark printed below the table.
  public var note: String?
  /// How dark each row's cells are, 0 (not at all) to 4; empty for a plain table. The numbers stay readable without it.
  public var shades: [[Int]]

  /// Creates a table.
  public init(
    caption: String? = nil, columns: [TableColumn], rows: [[[Inline]]], total: [[Inline]]? = nil, note: String? = nil, number: String = "",
    shades: [[Int]] = []
  ) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.total = total
    self.note = note
    self.number = number
    self.shades = shades
  }

  /// The caption with its number, 表1　隐患类别, if there is a caption.
  public var label: String? {
    guard let caption else { return nil }
    return number.isEmpty ? caption : number + "\u{3000}" + caption
  }

  /// The columns, filled up with untitled ones if some row is longer, so that no cell is lost.
  var allColumns: [TableColumn] {
    columns + Array(repeating: TableColumn(""), count: width - columns.count)
  }

  /// How many columns it takes to print every cell.
  var width: Int { rows.reduce(max(columns.count, total?.count ?? 0)) { max($0, $1.count) } }
}

/// A column's title and the side its cells are set to.
public struct TableColumn: Sendable, Equatable {
  /// The side cells are set to.
  public enum Alignment: Sendable, Equatable {
    /// Left, for words.
    case start
    /// Right, for numbers.
    case end
    /// Centered, for marks and short codes.
    case center
  }

  /// The header's text.
  public var title: String
  /// The side cells are set to.
  public var alignment: Alignment
  /// The part of the table's width it takes, in percent; nil where its words decide.
  public var share: Int?

  /// Creates a column.
  public init(_ title: String, _ alignment: Alignment = .start, share: Int? = nil) {
    self.title = title
    self.alignment = alignment
    self.share = share
  }
}

extension [[Inline]] {
  /// The row with empty cells added up to `width`.
  func padded(to width: Int) -> [[Inline]] {
    self + Array(repeating: [], count: Swift.max(0, width - count))
  }
}
