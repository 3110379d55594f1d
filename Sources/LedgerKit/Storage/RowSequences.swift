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

/// Rows in the order of reading: those of some periods that are neither left out nor merged, and in which no column that is read is
/// unusable. Each is judged as it stands when the walk comes to it.
public struct UsableRows: Sequence {
  @usableFromInline unowned(unsafe) let table: Table
  /// Keeps the table while its rows are walked; the rows themselves do not.
  private let owner: Table
  /// One bit for each period that counts.
  @usableFromInline let periods: UInt8
  /// The columns in which a cell may be unusable; of most columns none is.
  @usableFromInline let doubtful: [Int]
  /// The part of the table they lie in.
  @usableFromInline let span: Range<Int>

  init(_ table: Table, reading columns: [AnyColumn], periods: UInt8, in span: Range<Int>? = nil) {
    self.span = span ?? 0..<table.count
    self.table = table
    owner = table
    self.periods = periods
    doubtful = columns.map(\.slot).filter { table.cells.hadUnusable($0) }
  }

  @inlinable
  public func makeIterator() -> Iterator { Iterator(self) }

  /// Walks along the rows.
  public struct Iterator: IteratorProtocol {
    @usableFromInline let rows: UsableRows
    @usableFromInline let cells: CellStore
    @usableFromInline let end: Int
    @usableFromInline var index: Int

    @inlinable
    init(_ rows: UsableRows) {
      self.rows = rows
      cells = rows.table.cells
      index = rows.span.lowerBound
      end = rows.span.upperBound
    }

    @inlinable
    public mutating func next() -> Row? {
      while index < end {
        let row = index
        index &+= 1
        if rows.isUsable(row, cells) { return Row(table: rows.table, cells: cells, index: row) }
      }
      return nil
    }
  }

  @inlinable
  @inline(__always)
  func isUsable(_ row: Int, _ cells: CellStore) -> Bool {
    let state = cells.state(row)
    guard state < RowState.leftOut, periods &>> state & 1 == 1 else { return false }
    for column in doubtful where cells[column, row] == CellMark.unusable { return false }
    return true
  }

  /// How many they are.
  var count: Int {
    table.usableCounts.count(of: .init(periods: periods, doubtful: doubtful)) {
      let (cells, all) = (table.cells, table.count)
      var result = 0
      for row in 0..<all where isUsable(row, cells) { result += 1 }
      return result
    }
  }
}

extension Table {
  private static let everyPeriod: UInt8 = 0b1_1111

  /// The rows a figure may use.
  public func rows(for figure: [AnyColumn], in periods: Set<RowPeriod> = [.inTerm]) -> UsableRows {
    UsableRows(self, reading: figure, periods: periods.reduce(0) { $0 | 1 << $1.rawValue })
  }

  /// The rows that are neither merged nor left out; without those of other semesters and the future unless asked for.
  public func judgedRows(ofAllPeriods: Bool, in span: Range<Int>? = nil) -> UsableRows {
    let others: UInt8 = 1 << RowPeriod.outside.rawValue | 1 << RowPeriod.future.rawValue
    return UsableRows(self, reading: [], periods: ofAllPeriods ? Self.everyPeriod : Self.everyPeriod & ~others, in: span)
  }

  /// Rows of the term that no row stands for and that a figure does not use: left out, without a day, or with a cell that it cannot read.
  public func doubtfulRows(reading figure: [AnyColumn]) -> [Row] {
    let usable = rows(for: figure, in: [.inTerm, .carriedOver])
    let others: UInt8 = 1 << RowPeriod.outside.rawValue | 1 << RowPeriod.future.rawValue
    return (0..<count).filter { [cells] row in
      let state = cells.state(row)
      guard state & RowState.merged == 0, others &>> (state & RowState.period) & 1 == 0 else { return false }
      return !usable.isUsable(row, cells)
    }.map(row)
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
    var (start, next) = (0, (source: -1, number: 0))
    for row in 0..<count {
      let place = (source: cells.source(of: row), number: line(of: row) + 1)
      if place != next {
        if row > start { runs.append(Run(rows: start..<row, source: next.source, number: next.number - (row - start))) }
        start = row
      }
      next = (place.source, place.number + 1)
    }
    if count > start { runs.append(Run(rows: start..<count, source: next.source, number: next.number - (count - start))) }
    return runs
  }

  /// Whether a cell of a column may be filled; where none is, nobody need look.
  public func mayHaveFilled(_ column: AnyColumn) -> Bool { cells.hadFilled(column.slot) }

  /// Whether a cell of a column may be empty; where none is, nobody need look.
  public func mayHaveEmpty(_ column: AnyColumn) -> Bool { cells.hadEmpty(column.slot) }

  /// Whether a stored value of a column satisfies a condition.
  @inlinable
  public func contains(_ column: AnyColumn, where condition: (Int64) -> Bool) -> Bool {
    let slot = column.slot
    for row in 0..<count {
      let stored = cells[slot, row]
      if stored > CellMark.unusable, condition(stored) { return true }
    }
    return false
  }
}

/// Numbers of rows that many figures ask for; each is counted once.
final class UsableCounts: Sendable {
  /// What decides whether a row can be used.
  struct Key: Hashable {
    /// One bit for each period that counts; none where the period does not matter.
    let periods: UInt8
    /// The columns in which a cell may be unusable.
    let doubtful: [Int]
  }

  private let counts = Mutex<[Key: Int]>([:])

  /// The number, counted now if it is not known.
  func count(of key: Key, _ count: () -> Int) -> Int {
    if let known = counts.withLock({ $0[key] }) { return known }
    let result = count()
    counts.withLock { $0[key] = result }
    return result
  }

  /// What was counted holds no more.
  func forget() { counts.withLock { if !$0.isEmpty { $0 = [:] } } }
}
