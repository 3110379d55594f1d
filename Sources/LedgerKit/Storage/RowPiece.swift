/// Up to 8,192 rows of a table that follow each other, of which some are meant: one bit each.
///
/// What is asked of rows is asked of all of them at once, column by column. Asked of 64 rows, a condition is taken apart as often as their
/// cells are looked at, and what it is made of is counted by every core at once.
public struct RowPiece: Sequence {
  /// Not counted, and so not by every 64 rows that are taken from it.
  private let owner: Unmanaged<Table>
  /// A multiple of 64.
  let first: Int
  private(set) var bits: [UInt64]

  static let most = 8192

  init(_ table: Table, first: Int, bits: [UInt64]) {
    owner = .passUnretained(table)
    self.first = first
    self.bits = bits
  }

  /// How many are meant.
  public var count: Int { bits.reduce(0) { $0 + $1.nonzeroBitCount } }

  var table: Table { owner._withUnsafeGuaranteedRef { $0 } }

  /// Those of them that are among 64 rows.
  public func word(of rows: RowWord) -> RowWord { word(at: (rows.first - first) >> 6) }

  fileprivate func word(at place: Int) -> RowWord {
    owner._withUnsafeGuaranteedRef { RowWord(table: $0, first: first + place << 6, bits: bits[place]) }
  }

  /// Leaves those that `body` leaves of 64 rows, by the first of them and one bit each; where none is left it is not asked.
  mutating func narrow(_ body: (_ first: Int, _ bits: UInt64) -> UInt64) {
    for place in bits.indices where bits[place] != 0 { bits[place] &= body(first + place << 6, bits[place]) }
  }

  /// Leaves none.
  mutating func removeAll() { bits = [UInt64](repeating: 0, count: bits.count) }
  /// Leaves those that are not among others of the same rows.
  mutating func subtract(_ others: RowPiece) { for place in bits.indices { bits[place] &= ~others.bits[place] } }
  /// Adds others of the same rows.
  mutating func unite(_ others: RowPiece) { for place in bits.indices { bits[place] |= others.bits[place] } }

  public func makeIterator() -> Iterator { Iterator(piece: self) }

  /// Walks along the rows 64 at a time; words without any are passed over.
  public struct Iterator: IteratorProtocol {
    let piece: RowPiece
    var place = 0

    public mutating func next() -> RowWord? {
      while place < piece.bits.count {
        place += 1
        if piece.bits[place - 1] != 0 { return piece.word(at: place - 1) }
      }
      return nil
    }
  }
}

extension UsableRows {
  /// The same rows, as many at a time as are asked together.
  public var pieces: some Sequence<RowPiece> {
    stride(from: span.lowerBound & ~63, to: span.upperBound, by: RowPiece.most).lazy.map { start in
      let words = stride(from: start, to: Swift.min(start + RowPiece.most, span.upperBound), by: 64)
      return RowPiece(table, first: start, bits: words.map(word(from:)))
    }
  }

  /// Those that satisfy a condition, 64 at a time.
  public func words(satisfying condition: RowCondition, _ scope: Scope) -> some Sequence<RowWord> {
    pieces.lazy.flatMap { $0.satisfying(condition, scope) }
  }
}
