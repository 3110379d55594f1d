import Tabular

/// The cells of one table, flat and untyped, four or eight bytes a cell, with a byte of state for each row: the one unsafe type of
/// the program.
///
/// A handle of one pointer, so that a row that carries it costs neither retain nor release; the table owns the memory. Measured on a
/// million rows: behind classes holding Swift arrays a rule's read costs tens of nanoseconds (retain, release and exclusivity at each
/// read), behind this store one or two. Every access is bounds-checked. Rows are appended while sheets are read; afterwards only
/// states change, and cells are taken out of use.
@usableFromInline
struct CellStore: @unchecked Sendable {
  /// One column.
  @usableFromInline
  struct Cells {
    /// nil until a cell is filled: most sheets lack half of a ledger's columns.
    @usableFromInline var base: UnsafeMutableRawPointer?
    @usableFromInline let isWide: Bool
    @usableFromInline var width: Int { isWide ? 8 : 4 }
    /// Whether a cell was ever empty, or unusable: most columns need not be asked cell by cell.
    @usableFromInline var hadEmpty = false
    @usableFromInline var hadUnusable = false
  }

  @usableFromInline
  struct Head {
    @usableFromInline let columns: UnsafeMutablePointer<Cells>
    @usableFromInline let columnCount: Int
    @usableFromInline var states: UnsafeMutablePointer<UInt8>
    @usableFromInline var count = 0
    @usableFromInline var capacity: Int
    /// What is known of each column of each source.
    @usableFromInline var sources: UnsafeMutablePointer<Bool>
    @usableFromInline var sourceCount = 0
  }

  @usableFromInline let head: UnsafeMutablePointer<Head>

  /// Creates an empty store with columns of four or eight bytes a cell.
  init(widths: [Int]) {
    let capacity = 64
    let columns = UnsafeMutablePointer<Cells>.allocate(capacity: widths.count)
    for (i, width) in widths.enumerated() {
      (columns + i).initialize(to: Cells(base: nil, isWide: width == 8))
    }
    head = .allocate(capacity: 1)
    head.initialize(
      to: Head(
        columns: columns, columnCount: widths.count, states: .allocate(capacity: capacity), capacity: capacity,
        sources: .allocate(capacity: 1)))
  }

  /// Frees the memory; nothing may use the store afterwards.
  func deallocate() {
    for i in 0..<head.pointee.columnCount { head.pointee.columns[i].base?.deallocate() }
    head.pointee.columns.deallocate()
    head.pointee.states.deallocate()
    head.pointee.sources.deallocate()
    head.deallocate()
  }

  @usableFromInline var count: Int { @inline(__always) get { head.pointee.count } }

  /// The last two columns: which source a row comes from, and which of its records it is.
  @usableFromInline var sourceSlot: Int { head.pointee.columnCount &- 2 }
  @usableFromInline var recordSlot: Int { head.pointee.columnCount &- 1 }

  /// Which of the sources a row comes from.
  @inlinable
  func source(of row: Int) -> Int { Int(self[sourceSlot, row]) }

  /// Record of its sheet, from 0, a row was read from.
  @inlinable
  func record(of row: Int) -> Int { Int(self[recordSlot, row]) }

  /// The cell as a wide integer; a narrow cell's two least values stand for the two least wide ones (`CellMark`).
  @inlinable
  subscript(column: Int, row: Int) -> Int64 {
    @inline(__always) get {
      precondition(UInt(bitPattern: row) < UInt(bitPattern: head.pointee.count), "a row outside its table")
      precondition(UInt(bitPattern: column) < UInt(bitPattern: head.pointee.columnCount), "a column of another ledger")
      let cells = head.pointee.columns + column
      guard let base = cells.pointee.base else { return CellMark.empty }
      if cells.pointee.isWide { return base.load(fromByteOffset: row &* 8, as: Int64.self) }
      let narrow = base.load(fromByteOffset: row &* 4, as: Int32.self)
      return narrow <= Int32.min + 1 ? Int64.min &+ Int64(narrow &- Int32.min) : Int64(narrow)
    }
  }

  /// Changes a cell of a row that is there.
  @inline(__always)
  func set(_ column: Int, _ row: Int, _ value: Int64) {
    precondition(UInt(bitPattern: row) < UInt(bitPattern: head.pointee.count), "a row outside its table")
    precondition(UInt(bitPattern: column) < UInt(bitPattern: head.pointee.columnCount), "a column of another ledger")
    store(value, row, head.pointee.columns + column)
  }

  @inline(__always)
  private func store(_ value: Int64, _ row: Int, _ cells: UnsafeMutablePointer<Cells>) {
    let isMark = value <= CellMark.unusable
    if isMark {
      if value == CellMark.empty { cells.pointee.hadEmpty = true } else { cells.pointee.hadUnusable = true }
    }
    guard let base = cells.pointee.base ?? (value == CellMark.empty ? nil : fill(cells)) else { return }
    if cells.pointee.isWide { return base.storeBytes(of: value, toByteOffset: row &* 8, as: Int64.self) }
    base.storeBytes(of: Self.narrow(value), toByteOffset: row &* 4, as: Int32.self)
  }

  /// Gives a column cells, all of them empty so far.
  private func fill(_ cells: UnsafeMutablePointer<Cells>) -> UnsafeMutableRawPointer {
    let base = UnsafeMutableRawPointer.allocate(byteCount: cells.pointee.width * head.pointee.capacity, alignment: 8)
    let count = head.pointee.count
    if cells.pointee.isWide {
      base.bindMemory(to: Int64.self, capacity: count).initialize(repeating: CellMark.empty, count: count)
    } else {
      base.bindMemory(to: Int32.self, capacity: count).initialize(repeating: Int32.min, count: count)
    }
    cells.pointee.base = base
    return base
  }

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
    store(Int64(record), row, columns + values.count + 1)
  }

  /// Appends some rows with the values of each column, then where they come from.
  func append(_ rows: Int, source: Int, records: ArraySlice<Int>, _ values: (Int) -> UnsafeBufferPointer<Int64>) {
    precondition(records.count == rows, "a row without a record")
    let row = head.pointee.count
    while row + rows > head.pointee.capacity { grow(to: head.pointee.capacity * 2) }
    (head.pointee.states + row).update(repeating: 0, count: rows)
    head.pointee.count = row + rows
    let columns = head.pointee.columns
    for slot in 0..<sourceSlot { store(values(slot), row, columns + slot) }
    for place in 0..<rows { store(Int64(source), row &+ place, columns + sourceSlot) }
    for (place, record) in records.enumerated() { store(Int64(record), row + place, columns + recordSlot) }
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
        let change = slot == sourceSlot ? { Self.add(Int64(firstSource), to: $0) } : renumber(slot)
        for start in stride(from: 0, to: rows, by: piece.count) {
          let values = UnsafeMutableBufferPointer(rebasing: piece[..<min(piece.count, rows - start)])
          for place in values.indices { values[place] = other[slot, start &+ place] }
          change?(values)
          store(UnsafeBufferPointer(values), first &+ start, head.pointee.columns + slot)
        }
      }
    }
  }

  private static func add(_ more: Int64, to values: UnsafeMutableBufferPointer<Int64>) {
    for place in values.indices { values[place] += more }
  }

  /// The same as storing value after value. Mostly all of them are values that fit: then they are copied, and looked at together. Half of the
  /// columns have nothing but empty cells, for which there is nothing to do.
  private func store(_ values: UnsafeBufferPointer<Int64>, _ row: Int, _ cells: UnsafeMutablePointer<Cells>) {
    if let base = cells.pointee.base {
      let place = base + row &* cells.pointee.width
      if cells.pointee.isWide ? Self.copy(values, wide: place) : Self.copy(values, narrow: place) { return }
    } else if values.allSatisfy({ $0 == CellMark.empty }) {
      cells.pointee.hadEmpty = cells.pointee.hadEmpty || !values.isEmpty
      return
    }
    for (place, value) in values.enumerated() { store(value, row &+ place, cells) }
  }

  /// Copies values; false where there is a mark among them.
  @inline(__always)
  private static func copy(_ values: UnsafeBufferPointer<Int64>, wide place: UnsafeMutableRawPointer) -> Bool {
    let cells = place.assumingMemoryBound(to: Int64.self)
    var areValues = true
    for i in 0..<values.count {
      cells[i] = values[i]
      areValues = areValues && values[i] > CellMark.unusable
    }
    return areValues
  }

  /// The same with half as many bits; false as well where one of them does not fit.
  @inline(__always)
  private static func copy(_ values: UnsafeBufferPointer<Int64>, narrow place: UnsafeMutableRawPointer) -> Bool {
    let cells = place.assumingMemoryBound(to: Int32.self)
    var lost: UInt64 = 0
    for i in 0..<values.count {
      cells[i] = Int32(truncatingIfNeeded: values[i])
      lost |= (UInt64(bitPattern: values[i]) &+ 0x8000_0000) &>> 32
    }
    return lost == 0
  }

  /// A value as a narrow column keeps it.
  @inline(__always)
  private static func narrow(_ value: Int64) -> Int32 {
    value <= CellMark.unusable ? Int32.min &+ Int32(truncatingIfNeeded: value &- Int64.min) : Int32(clamping: value)
  }

  /// Makes room for so many more rows at once.
  func reserve(_ more: Int) {
    let needed = head.pointee.count + more
    if needed > head.pointee.capacity { grow(to: max(needed, head.pointee.capacity * 3 / 2)) }
  }

  private func grow(to capacity: Int) {
    let count = head.pointee.count
    for i in 0..<head.pointee.columnCount {
      let cells = head.pointee.columns + i
      guard let base = cells.pointee.base else { continue }
      let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity * cells.pointee.width, alignment: 8)
      larger.copyMemory(from: base, byteCount: count * cells.pointee.width)
      base.deallocate()
      cells.pointee.base = larger
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
  func hadFilled(_ column: Int) -> Bool { column < head.pointee.columnCount && head.pointee.columns[column].base != nil }
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

/// The two cell contents that are not values, below all that are.
@usableFromInline
enum CellMark {
  /// The cells that hold a value.
  static let values = (unusable + 1)...Int64.max
  /// The cell is empty, or its sheet has no such column.
  @usableFromInline static let empty = Int64.min
  /// The cell is filled but cannot be read; a finding says so.
  @usableFromInline static let unusable = Int64.min + 1
}
