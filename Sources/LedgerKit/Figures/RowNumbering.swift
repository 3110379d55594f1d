/// Numbers rows by what they speak of: those of one occasion have one number.
public final class RowNumbering: Sendable {
  fileprivate let source: Source
  /// Where several ask for the numbers, so that a table keeps them.
  private let question: TableQuestion<RowNumbers>?

  fileprivate enum Source: Sendable {
    /// What a cell holds is what the row speaks of.
    case cell(AnyColumn)
    /// A text is; of rows without one, or where no column has it, a key.
    case key(of: Column<Text>?, else: @Sendable (Row) -> OccasionKey?)
  }

  /// Creates a numbering; rows without a key have no number.
  public convenience init(isShared: Bool = false, _ key: @escaping @Sendable (Row) -> OccasionKey?) {
    self.init(.key(of: nil, else: key), isShared: isShared)
  }

  /// Creates a numbering by what is written in a column, and by a key where nothing is.
  public convenience init(isShared: Bool = false, _ column: Column<Text>, else key: @escaping @Sendable (Row) -> OccasionKey?) {
    self.init(.key(of: column, else: key), isShared: isShared)
  }

  /// Creates a numbering by what is written in a column.
  public convenience init(_ column: AnyColumn) { self.init(.cell(column), isShared: false) }

  private init(_ source: Source, isShared: Bool) {
    self.source = source
    question = isShared ? TableQuestion { table, _ in source.numbers(of: table) } : nil
  }

  fileprivate func numbers(of table: Table) -> RowNumbers {
    question.map { table.answer(to: $0) } ?? source.numbers(of: table)
  }
}

extension RowNumbering.Source {
  fileprivate func numbers(of table: Table) -> RowNumbers {
    switch self {
    case .cell(let column):
      var said = CellNumbers()
      let numbers = table.rows.map { row in
        row.stored(column).map { Int32(truncatingIfNeeded: said.number(of: $0).number) } ?? RowNumbers.none
      }
      return RowNumbers(numbers: numbers, count: said.values.count)
    case .key(let column, let key):
      if let column, table.cells.rises(column.slot) { return .allAlone }
      return RowNumbers(table) { row in
        let text = column.flatMap { row.stored($0) }
        return text.map { RowKey(1, OccasionKey(Int32(truncatingIfNeeded: $0))) } ?? key(row).map { RowKey(0, $0) }
      }
    }
  }
}

extension Table {
  /// What each row speaks of.
  func numbers(by numbering: RowNumbering) -> RowNumbers { numbering.numbers(of: self) }
}

/// The occasions that were met while walking along rows.
struct MetOccasions {
  /// Where what a cell holds tells, its column, and what was met; else the rows' numbers, and which were met.
  private let slot: Int?
  private var said = CellNumbers()
  private let numbers: RowNumbers
  private var isMet: [Bool]

  init(_ numbering: RowNumbering, in table: Table) {
    if case .cell(let column) = numbering.source {
      (slot, numbers, isMet) = (column.slot, RowNumbers(numbers: [], count: 0), [])
    } else {
      (slot, numbers) = (nil, table.numbers(by: numbering))
      isMet = [Bool](repeating: false, count: numbers.count)
    }
  }

  /// Which of some rows speak of an occasion, and which of them are the first of theirs, one bit each.
  mutating func meet(_ rows: RowWord) -> (any: UInt64, first: UInt64) {
    if let slot {
      let found = said.number(rows, slot)
      return (found.filled, found.new)
    }
    if numbers.areAllAlone { return (rows.bits, rows.bits) }
    var (any, first, rest) = (rows.bits, UInt64(0), rows.bits)
    while rest != 0 {
      let place = rest.trailingZeroBitCount
      rest &= rest &- 1
      let (bit, number) = (1 &<< UInt64(truncatingIfNeeded: place), Int(numbers[rows.first &+ place]))
      if number < 0 {
        if number == RowNumbers.alone { first |= bit } else { any &= ~bit }
      } else if !isMet[number] {
        isMet[number] = true
        first |= bit
      }
    }
    return (any, first)
  }

}
