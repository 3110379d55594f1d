/// Where a cell's value lies in a sheet's UTF-8.
public struct Field: Sendable, Equatable {
  /// The offset of the value's first byte; inside the quotes if the cell is quoted.
  public let start: Int
  /// The offset after the value's last byte.
  public let end: Int
  /// Whether the cell is quoted.
  public let isQuoted: Bool
  /// Whether the bytes hold quotes to be undone: doubled ones, or a closing one with text after it.
  public let hasEscapes: Bool

  /// Whether the value has no bytes at all, not even blanks.
  public var isEmpty: Bool { start == end }
}

/// Where a cell lies in its record, for who reads many: a third of what a ``Field`` takes.
public struct CellBounds: Sendable, Equatable {
  /// The offset of the cell's first byte from the record's.
  public let start: UInt32
  /// The offset after its last byte.
  public let end: UInt32

  /// Of a cell from one offset to another.
  public init(start: UInt32, end: UInt32) { (self.start, self.end) = (start, end) }
}

/// Something in a file that may make a record differ from what its writer meant.
public struct Anomaly: Sendable, Equatable {
  /// What is odd.
  public enum Kind: Sendable, CaseIterable {
    /// A quote opens a cell and none closes it, or none but one that would make whole rows part of the cell; it was
    /// read as an ordinary character, and the record ends where its line does.
    case unclosedQuote
    /// Text follows a closing quote, or blanks precede an opening one, which was therefore read as an ordinary character.
    case strayQuote
    /// Bytes that could not be decoded; U+FFFD stands for them.
    case damagedBytes
  }

  /// The record, counted from 0.
  public let record: Int
  /// What is odd about it.
  public let kind: Kind

  /// An anomaly of the record numbered from 0.
  public init(record: Int, kind: Kind) {
    self.record = record
    self.kind = kind
  }
}
