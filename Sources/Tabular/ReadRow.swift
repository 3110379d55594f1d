/// The cells of one row after another, for who has the bytes of their text at hand: a text that many rows are read of on several cores is
/// else taken hold of and let go for every cell.
public struct ReadRow {
  private let bytes: UnsafeRawBufferPointer
  /// Those of the row that was read last; to be replaced by those of the next.
  public var fields: [Field] = []

  /// `bytes` are those of the whole text, and must be valid as long as cells are asked for.
  public init(in bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Appends the value of a cell, quotes undone; nothing where there are not so many.
  public func append(_ cell: Int, to text: inout [UInt8]) {
    guard cell < fields.count else { return }
    let field = fields[cell]
    let value = bytes[field.start..<field.end]
    if field.hasEscapes { return text += QuotedCell.unescape(value) }
    value.withMemoryRebound(to: UInt8.self) { text.append(contentsOf: $0) }
  }
}
