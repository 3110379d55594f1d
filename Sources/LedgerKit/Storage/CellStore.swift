import Tabular

/// The cells of one table, flat and untyped, column by column, with a byte of state for each row: unsafe memory.
///
/// A handle of one pointer, so that a row that carries it costs neither retain nor release; the table owns the memory. Measured on a
/// million rows: behind classes holding Swift arrays a rule's read costs tens of nanoseconds (retain, release and exclusivity at each
/// read), behind this store one or two. Row and column are checked wherever a cell is asked for; loops over a column (``ColumnCells``)
/// check the rows before. Rows are appended while sheets are read; afterwards only states change, and cells are taken out of use.
@usableFromInline
struct CellStore: @unchecked Sendable {
  @usableFromInline
  struct Head {
    @usableFromInline let columns: UnsafeMutablePointer<Cells>
    @usableFromInline let columnCount: Int
    /// The cells that stand for those of all rows, one for each column.
    let ones: UnsafeMutablePointer<Int64>
    @usableFromInline var states: UnsafeMutablePointer<UInt8>
    @usableFromInline var count = 0
    @usableFromInline var capacity: Int
    /// What is known of each column of each source.
    @usableFromInline var sources: UnsafeMutablePointer<Bool>
    @usableFromInline var sourceCount = 0
  }

  @usableFromInline let head: UnsafeMutablePointer<Head>

  /// Creates an empty store with so many columns, then those that say where a row comes from.
  init(columns count: Int) {
    let (capacity, columnCount) = (64, count + 2)
    let columns = UnsafeMutablePointer<Cells>.allocate(capacity: columnCount)
    let ones = UnsafeMutablePointer<Int64>.allocate(capacity: columnCount)
    ones.initialize(repeating: CellMark.empty, count: columnCount)
    for column in 0..<columnCount { (columns + column).initialize(to: Cells(base: UnsafeMutableRawPointer(ones + column))) }
    head = .allocate(capacity: 1)
    head.initialize(
      to: Head(
        columns: columns, columnCount: columnCount, ones: ones, states: .allocate(capacity: capacity), capacity: capacity,
        sources: .allocate(capacity: 1)))
  }

  /// Frees the memory; nothing may use the store afterwards.
  func deallocate() {
    for column in 0..<head.pointee.columnCount { free(head.pointee.columns[column]) }
    head.pointee.columns.deallocate()
    head.pointee.ones.deallocate()
    head.pointee.states.deallocate()
    head.pointee.sources.deallocate()
    head.deallocate()
  }

  @usableFromInline var count: Int { @inline(__always) get { head.pointee.count } }

  /// The last two columns: which source a row comes from, and how far its record there lies beyond its own place, which is the same of rows
  /// that follow each other on a sheet.
  @usableFromInline var sourceSlot: Int { head.pointee.columnCount &- 2 }
  @usableFromInline var recordSlot: Int { head.pointee.columnCount &- 1 }

  /// Which of the sources a row comes from.
  @inlinable
  func source(of row: Int) -> Int { Int(self[sourceSlot, row]) }

  /// Record of its sheet, from 0, a row was read from.
  @inlinable
  func record(of row: Int) -> Int { Int(self[recordSlot, row]) &+ row }

  /// The cell as a wide integer, the least two of which are marks (`CellMark`).
  @inlinable
  subscript(column: Int, row: Int) -> Int64 {
    @inline(__always) get {
      precondition(UInt(bitPattern: row) < UInt(bitPattern: head.pointee.count), "a row outside its table")
      precondition(UInt(bitPattern: column) < UInt(bitPattern: head.pointee.columnCount), "a column of another ledger")
      return head.pointee.columns[column][row]
    }
  }

  /// Changes a cell of a row that is there. For a mark there is room wherever each row has a cell: those that are taken out of use stay where
  /// others read them.
  func set(_ column: Int, _ row: Int, _ value: Int64) {
    precondition(UInt(bitPattern: row) < UInt(bitPattern: head.pointee.count), "a row outside its table")
    precondition(UInt(bitPattern: column) < UInt(bitPattern: head.pointee.columnCount), "a column of another ledger")
    let cells = head.pointee.columns + column
    // The first row's cell would else be that of all.
    let isOther = cells.pointee.width == 0 && cells.pointee.one != value
    if !isOther, cells.pointee.store(value, at: row) { return }
    widen(cells, for: value, keeping: head.pointee.count)
    _ = cells.pointee.store(value, at: row)
  }

  /// Fills a cell of a new row.
  @inline(__always)
  private func store(_ value: Int64, _ row: Int, _ cells: UnsafeMutablePointer<Cells>) {
    if cells.pointee.store(value, at: row) { return }
    widen(cells, for: value, keeping: row)
    _ = cells.pointee.store(value, at: row)
  }

  private func store(_ values: UnsafeBufferPointer<Int64>, _ row: Int, _ cells: UnsafeMutablePointer<Cells>) {
    if cells.pointee.store(values, at: row) { return }
    for (place, value) in values.enumerated() { store(value, row &+ place, cells) }
  }

  /// Gives each row of a column a cell with room for a value that it has no room for; those of so many rows keep what they hold. At most
  /// three times of a column.
  private func widen(_ cells: UnsafeMutablePointer<Cells>, for value: Int64, keeping rows: Int) {
    let old = cells.pointee
    let width = max(Cells.width(for: value), old.width == 0 ? Cells.width(for: old.one) : old.width)
    var new = old
    new.base = .allocate(byteCount: head.pointee.capacity * Int(width), alignment: 8)
    new.width = width
    for row in 0..<rows { _ = new.store(old[row], at: row) }
    cells.pointee = new
    free(old)
  }

  private func free(_ cells: Cells) { if cells.width > 0 { cells.base.deallocate() } }

  /// Appends a row with a value for each column, then where it comes from.
  @inline(__always)
  func append(_ values: UnsafeBufferPointer<Int64>, source: Int, record: Int) {
    precondition(values.count == head.pointee.columnCount &- 2, "a row of another ledger")
    let row = head.pointee.count
    if row == head.pointee.capacity { grow(to: row * 2) }
    head.pointee.states[row] = 0
    head.pointee.count = row + 1
    // Asked once for all columns, for every store could change it as far as the compiler knows.
    let columns = head.pointee.columns
    for (slot, value) in values.enumerated() { store(value, row, columns + slot) }
    store(Int64(source), row, columns + values.count)
    store(Int64(record &- row), row, columns + values.count + 1)
  }

  /// Appends some rows with the values of each column, then where they come from.
  func append(_ rows: Int, source: Int, records: ArraySlice<Int>, _ values: (Int) -> UnsafeBufferPointer<Int64>) {
    precondition(records.count == rows, "a row without a record")
    if rows == 0 { return }
    let row = head.pointee.count
    while row + rows > head.pointee.capacity { grow(to: head.pointee.capacity * 2) }
    (head.pointee.states + row).update(repeating: 0, count: rows)
    head.pointee.count = row + rows
    let columns = head.pointee.columns
    for slot in 0..<sourceSlot { store(values(slot), row, columns + slot) }
    store(row..<row + rows, columns + sourceSlot) { _ in source }
    records.withUnsafeBufferPointer { records in store(row..<row + rows, columns + recordSlot) { records[$0 &- row] &- $0 } }
  }

  /// Fills cells of new rows of which mostly one stands for all.
  @inline(__always)
  private func store(_ rows: Range<Int>, _ cells: UnsafeMutablePointer<Cells>, _ value: (Int) -> Int) {
    let first = value(rows.lowerBound)
    store(Int64(first), rows.lowerBound, cells)
    if cells.pointee.width == 0, rows.allSatisfy({ value($0) == first }) { return }
    for row in rows { store(Int64(value(row)), row, cells) }
  }

  /// Appends the rows of another store of the same columns, whose first source is one here. `renumber` says of a column how its values are
  /// called here, nil where they are called the same.
  func append(_ other: CellStore, firstSource: Int, _ renumber: (Int) -> ((UnsafeMutableBufferPointer<Int64>) -> Void)?) {
    precondition(other.head.pointee.columnCount == head.pointee.columnCount, "a row of another ledger")
    let (first, rows) = (head.pointee.count, other.count)
    reserve(rows)
    (head.pointee.states + first).update(repeating: 0, count: rows)
    head.pointee.count = first + rows
    withUnsafeTemporaryAllocation(of: Int64.self, capacity: 64) { piece in
      for slot in 0..<head.pointee.columnCount {
        let more = slot == sourceSlot ? firstSource : -first
        let change = slot < sourceSlot ? renumber(slot) : { Self.add(Int64(more), to: $0) }
        let theirs = other.column(slot)
        for start in stride(from: 0, to: rows, by: piece.count) {
          let values = UnsafeMutableBufferPointer(rebasing: piece[..<min(piece.count, rows - start)])
          for place in values.indices { values[place] = theirs[start &+ place] }
          change?(values)
          store(UnsafeBufferPointer(values), first &+ start, head.pointee.columns + slot)
        }
      }
    }
  }

  private static func add(_ more: Int64, to values: UnsafeMutableBufferPointer<Int64>) {
    for place in values.indices { values[place] += more }
  }

  /// Makes room for so many more rows at once.
  func reserve(_ more: Int) {
    let needed = head.pointee.count + more
    if needed > head.pointee.capacity { grow(to: max(needed, head.pointee.capacity * 3 / 2)) }
  }

  private func grow(to capacity: Int) {
    let count = head.pointee.count
    for column in 0..<head.pointee.columnCount where head.pointee.columns[column].width > 0 {
      let old = head.pointee.columns[column]
      head.pointee.columns[column].base = .allocate(byteCount: capacity * Int(old.width), alignment: 8)
      head.pointee.columns[column].base.copyMemory(from: old.base, byteCount: count * Int(old.width))
      free(old)
    }
    let states = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    states.update(from: head.pointee.states, count: count)
    head.pointee.states.deallocate()
    head.pointee.states = states
    head.pointee.capacity = capacity
  }

  /// One step of a row's hash.
  @inline(__always)
  static func mixed(_ hash: UInt64, _ cell: Int64) -> UInt64 {
    (hash ^ UInt64(bitPattern: cell)) &* 0xFF51_AFD7_ED55_8CCD ^ (hash &>> 31)
  }

  /// Whether a cell of a column was ever filled.
  func hadFilled(_ column: Int) -> Bool { column < head.pointee.columnCount && head.pointee.columns[column].hadFilled }
  /// Whether a cell of a column was ever empty.
  func hadEmpty(_ column: Int) -> Bool { column < head.pointee.columnCount && head.pointee.columns[column].hadEmpty }
  /// Whether a cell of a column was ever unusable.
  func hadUnusable(_ column: Int) -> Bool { column < head.pointee.columnCount && head.pointee.columns[column].hadUnusable }

  // MARK: Sources

  /// Adds a source, of which something is so, or not, in each column. Rules ask row by row, on every core.
  func addSource(_ facts: [Bool]) {
    precondition(facts.count == head.pointee.columnCount, "a column of another ledger")
    let held = head.pointee.sourceCount * facts.count
    let sources = UnsafeMutablePointer<Bool>.allocate(capacity: held + facts.count)
    sources.update(from: head.pointee.sources, count: held)
    for (place, fact) in facts.enumerated() { sources[held + place] = fact }
    head.pointee.sources.deallocate()
    head.pointee.sources = sources
    head.pointee.sourceCount += 1
  }

  /// Whether it is so in a column of a source.
  @inlinable
  func fact(_ column: Int, ofSource source: Int) -> Bool {
    precondition(UInt(bitPattern: source) < UInt(bitPattern: head.pointee.sourceCount), "a source of another table")
    precondition(UInt(bitPattern: column) < UInt(bitPattern: head.pointee.columnCount), "a column of another ledger")
    return head.pointee.sources[source &* head.pointee.columnCount &+ column]
  }

  var sourceCount: Int { head.pointee.sourceCount }
  /// The sources of which something is so in a column.
  func sources(with column: Int) -> [Int] { (0..<sourceCount).filter { fact(column, ofSource: $0) } }

  // MARK: States of rows

  /// A row's period, with the marks of `RowState`.
  @inlinable
  func state(_ row: Int) -> UInt8 {
    precondition(UInt(bitPattern: row) < UInt(bitPattern: head.pointee.count), "a row outside its table")
    return head.pointee.states[row]
  }

  @inline(__always)
  func setState(_ row: Int, _ state: UInt8) {
    precondition(UInt(bitPattern: row) < UInt(bitPattern: head.pointee.count), "a row outside its table")
    head.pointee.states[row] = state
  }
}

/// What the state of a row holds beside its period.
@usableFromInline
enum RowState {
  /// The bits of the period's raw value.
  @usableFromInline static let period: UInt8 = 7
  /// No figure uses the row.
  @usableFromInline static let leftOut: UInt8 = 8
  /// Another row stands for it.
  @usableFromInline static let merged: UInt8 = 16
}
