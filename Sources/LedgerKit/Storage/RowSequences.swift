import Synchronization

/// All rows of a table, in the order of reading.
public struct TableRows: RandomAccessCollection {
  @usableFromInline let table: Table
  @usableFromInline let cells: CellStore
  public let endIndex: Int
  public var startIndex: Int { @inlinable get { 0 } }

  init(_ table: Table) {
    self.table = table
    cells = table.cells
    endIndex = table.count
  }

  @inlinable
  public subscript(index: Int) -> Row { Row(table: table, cells: cells, index: index) }
}

/// Up to 64 rows of a table that follow each other, of which some are meant: one bit each.
public struct RowWord: Sequence {
  @usableFromInline unowned(unsafe) let table: Table
  /// A multiple of 64.
  public let first: Int
  /// One bit for each of them, that of the first row the lowest.
  public let bits: UInt64

  /// How many are meant.
  public var count: Int { bits.nonzeroBitCount }
  /// Whether a row, one of the 64, is meant.
  func contains(_ row: Row) -> Bool { bits & bit(of: row) != 0 }
  /// The bit that marks a row, one of the 64.
  @inline(__always)
  func bit(of row: Row) -> UInt64 { 1 &<< UInt64(truncatingIfNeeded: row.index &- first) }
  /// One of the 64 rows.
  @inline(__always)
  func row(at place: Int) -> Row { Row(table: table, cells: table.cells, index: first &+ place) }
  /// Those of them with a value in a column.
  func filled(_ column: Int) -> RowWord { narrowed(to: bits & table.cells.word(column, filledFrom: first)) }
  /// Fewer of them.
  func narrowed(to bits: UInt64) -> RowWord { RowWord(table: table, first: first, bits: bits) }

  public func makeIterator() -> Iterator { Iterator(self) }

  /// Walks along the rows that are meant.
  public struct Iterator: IteratorProtocol {
    @usableFromInline unowned(unsafe) let table: Table
    @usableFromInline let cells: CellStore
    @usableFromInline let first: Int
    @usableFromInline var bits: UInt64

    init(_ word: RowWord) {
      table = word.table
      cells = word.table.cells
      first = word.first
      bits = word.bits
    }

    @inlinable
    @inline(__always)
    public mutating func next() -> Row? {
      if bits == 0 { return nil }
      let row = first &+ bits.trailingZeroBitCount
      bits &= bits &- 1
      return Row(table: table, cells: cells, index: row)
    }
  }
}

/// Rows in the order of reading: those of some periods that are neither left out nor merged, and in which no column that is read is
/// unusable. They are looked for many at a time, as they stand when the walk comes to them: a rule takes out nothing but the row it is asked
/// of.
public struct UsableRows: Sequence {
  @usableFromInline unowned(unsafe) let table: Table
  /// Keeps the table while its rows are walked; the rows themselves do not.
  private let owner: Table
  /// One bit for each period that counts.
  private let periods: UInt8
  /// The columns in which a cell may be unusable; of most columns none is.
  private let doubtful: [Int]
  /// The part of the table they lie in.
  let span: Range<Int>

  init(_ table: Table, reading columns: [AnyColumn], periods: UInt8, in span: Range<Int>? = nil) {
    self.span = span ?? 0..<table.count
    self.table = table
    owner = table
    self.periods = periods
    doubtful = columns.map(\.slot).filter { table.cells.hadUnusable($0) }
  }

  public func makeIterator() -> Iterator { Iterator(words) }

  /// The same rows, 64 at a time; words without any are passed over.
  public var words: Words { Words(rows: self, start: span.lowerBound & ~63) }

  /// Walks along the rows.
  public struct Iterator: IteratorProtocol {
    @usableFromInline var words: Words
    @usableFromInline var word: RowWord.Iterator

    init(_ words: Words) {
      self.words = words
      word = RowWord(table: words.rows.table, first: 0, bits: 0).makeIterator()
    }

    @inlinable
    @inline(__always)
    public mutating func next() -> Row? {
      while true {
        if let row = word.next() { return row }
        guard let next = words.next() else { return nil }
        word = next.makeIterator()
      }
    }
  }

  /// Walks along the rows 64 at a time.
  public struct Words: Sequence, IteratorProtocol {
    fileprivate let rows: UsableRows
    /// Where the next word begins.
    fileprivate var start: Int

    public mutating func next() -> RowWord? {
      while start < rows.span.upperBound {
        let first = start
        start += 64
        let bits = rows.word(from: first)
        if bits != 0 { return RowWord(table: rows.table, first: first, bits: bits) }
      }
      return nil
    }
  }

  /// Which of the 64 rows from one on they are.
  func word(from first: Int) -> UInt64 {
    var bits = table.cells.word(ofRowsFrom: first, in: periods)
    if first < span.lowerBound { bits &= .max << UInt64(span.lowerBound - first) }
    if first + 64 > span.upperBound { bits &= .max >> UInt64(first + 64 - span.upperBound) }
    for column in doubtful where bits != 0 { bits &= ~table.cells.word(column, from: first, in: CellMark.unusable...CellMark.unusable) }
    return bits
  }

  /// How many they are.
  var count: Int {
    table.usableCounts.count(of: .init(periods: periods, doubtful: doubtful)) { words.reduce(0) { $0 + $1.count } }
  }
}

extension Table {
  private static let everyPeriod: UInt8 = 0b1_1111

  /// The rows a figure may use.
  public func rows(for figure: [AnyColumn], in periods: Set<RowPeriod> = RowPeriod.term) -> UsableRows {
    UsableRows(self, reading: figure, periods: periods.reduce(0) { $0 | 1 << $1.rawValue })
  }

  /// The rows that are neither merged nor left out; without those of other semesters and the future unless asked for.
  public func judgedRows(ofAllPeriods: Bool, in span: Range<Int>? = nil) -> UsableRows {
    let others: UInt8 = 1 << RowPeriod.outside.rawValue | 1 << RowPeriod.future.rawValue
    return UsableRows(self, reading: [], periods: ofAllPeriods ? Self.everyPeriod : Self.everyPeriod & ~others, in: span)
  }

  /// Rows of the term that no row stands for and that a figure does not use: left out, without a day, or with a cell that it cannot read.
  public func doubtfulRows(reading figure: [AnyColumn]) -> [Row] {
    let used = rows(for: figure, in: [.inTerm, .carriedOver])
    let others: UInt8 = 1 << RowPeriod.outside.rawValue | 1 << RowPeriod.future.rawValue
    return stride(from: 0, to: count, by: 64).flatMap { first in
      let unused = ~used.word(from: first) & .max >> UInt64(max(0, first + 64 - count))
      return RowWord(table: self, first: first, bits: unused).filter { row in
        let state = row.cells.state(row.index)
        return state & RowState.merged == 0 && others &>> (state & RowState.period) & 1 == 0
      }
    }
  }

  /// Rows that follow each other in the table and on their sheet.
  public struct Run: Sendable {
    /// In the table.
    public let rows: Range<Int>
    /// Which of the sources they come from.
    public let source: Int
    /// The row number Excel shows of the first.
    public let number: Int
  }

  /// All rows in the order of reading, told by runs: a sheet has few.
  public var runs: [Run] {
    var runs: [Run] = []
    var row = 0
    while row < count {
      let source = cells.source(of: row)
      let end = isForm(source) ? row + 1 : cells.endOfRun(from: row)
      runs.append(Run(rows: row..<end, source: source, number: line(of: row) + 1))
      row = end
    }
    return runs
  }

  /// Whether a cell of a column may be filled; where none is, nobody need look.
  public func mayHaveFilled(_ column: AnyColumn) -> Bool { cells.hadFilled(column.slot) }

  /// Whether a cell of a column may be empty; where none is, nobody need look.
  public func mayHaveEmpty(_ column: AnyColumn) -> Bool { cells.hadEmpty(column.slot) }

  /// Whether a cell of a column may be unusable; where none is, nobody need look.
  public func mayHaveUnusable(_ column: AnyColumn) -> Bool { cells.hadUnusable(column.slot) }

  /// Whether a stored value of a column is below a number.
  public func contains(_ column: AnyColumn, below bound: Int64) -> Bool {
    cells.contains(column.slot, in: CellMark.values.lowerBound...bound - 1)
  }
  /// Whether a stored value of a column is above a number.
  public func contains(_ column: AnyColumn, above bound: Int64) -> Bool {
    cells.contains(column.slot, in: bound + 1...CellMark.values.upperBound)
  }
}

/// Numbers of rows that many figures ask for; each is counted once.
final class UsableCounts: Sendable {
  /// What decides whether a row can be used.
  struct Key: Equatable {
    /// One bit for each period that counts; none where the period does not matter.
    let periods: UInt8
    /// The columns in which a cell may be unusable.
    let doubtful: [Int]
  }

  /// A handful, which are sooner compared than hashed.
  private let counts = Mutex<[(key: Key, count: Int)]>([])

  /// The number, counted now if it is not known.
  func count(of key: Key, _ count: () -> Int) -> Int {
    if let known = counts.withLock({ $0.first { $0.key == key } }) { return known.count }
    let result = count()
    counts.withLock { $0.append((key, result)) }
    return result
  }

  /// What was counted holds no more.
  func forget() { counts.withLock { if !$0.isEmpty { $0 = [] } } }
}
