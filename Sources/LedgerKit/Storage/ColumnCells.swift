extension CellStore {
  /// The cells of one column. It begins with one cell that stands for those of all rows, as half of a ledger's columns, which most sheets
  /// lack, need no more: nor do that of the source, and whatever is said of every row. Once a row differs there is a cell for each, of two
  /// bytes, or of four or eight where a value needs them. Of a million rows every byte of a cell is 250 pages of memory to be had from the
  /// system, which takes as long as to fill them.
  @usableFromInline
  struct Cells {
    /// Where they lie.
    @usableFromInline var base: UnsafeMutableRawPointer
    /// How many bytes a row's cell has: two, four or eight; 0 where one cell, of eight, stands for all.
    @usableFromInline var width: UInt8 = 0
    /// Whether a cell was ever empty, or unusable: most columns need not be asked cell by cell.
    @usableFromInline var hadEmpty = false
    @usableFromInline var hadUnusable = false

    /// The cell of a row, which must be there.
    @inlinable
    subscript(row: Int) -> Int64 {
      @inline(__always) get {
        if width == 2 { return base.load(fromByteOffset: row &* 2, as: Int16.self).stored }
        if width == 4 { return base.load(fromByteOffset: row &* 4, as: Int32.self).stored }
        return base.load(fromByteOffset: row &* Int(width), as: Int64.self)
      }
    }

    /// The number of a text or a set of persons in a row, which must be there and hold one: half of the work of asking for any cell.
    @inline(__always)
    func number(in row: Int) -> Int32 {
      if width == 2 { return Int32(ofTwo[row]) }
      return width == 4 ? ofFour[row] : Int32(truncatingIfNeeded: self[row])
    }

    /// The cell that stands for all.
    var one: Int64 { base.load(as: Int64.self) }

    /// The cells of a column in which each has so many bytes.
    var ofTwo: UnsafeMutablePointer<Int16> { base.assumingMemoryBound(to: Int16.self) }
    var ofFour: UnsafeMutablePointer<Int32> { base.assumingMemoryBound(to: Int32.self) }
    var ofEight: UnsafeMutablePointer<Int64> { base.assumingMemoryBound(to: Int64.self) }

    /// Whether any cell was ever filled.
    var hadFilled: Bool { width > 0 || one != CellMark.empty }

    /// How many bytes a cell needs for what it is to hold.
    static func width(for stored: Int64) -> UInt8 { Int16(stored: stored) != nil ? 2 : Int32(stored: stored) != nil ? 4 : 8 }
  }
}

// MARK: Filling

extension CellStore.Cells {
  /// Puts something in the cell of a row; false where there is no room for it. As long as one cell stands for all, the first row's does.
  @inline(__always)
  mutating func store(_ value: Int64, at row: Int) -> Bool {
    note(value)
    switch width {
    case 2: return Self.keep(value, in: ofTwo + row)
    case 4: return Self.keep(value, in: ofFour + row)
    case 8: return Self.keep(value, in: ofEight + row)
    default:
      if row == 0 { ofEight.pointee = value }
      return one == value
    }
  }

  @inline(__always)
  private static func keep<Cell: StoredCell>(_ value: Int64, in place: UnsafeMutablePointer<Cell>) -> Bool {
    guard let cell = Cell(stored: value) else { return false }
    place.pointee = cell
    return true
  }

  @inline(__always)
  private mutating func note(_ value: Int64) {
    hadEmpty = value == CellMark.empty || hadEmpty
    hadUnusable = value == CellMark.unusable || hadUnusable
  }

  /// The same as storing value after value; false where there is no room for one of them. Mostly all of them are values that fit: then they
  /// are copied, and looked at together.
  mutating func store(_ values: UnsafeBufferPointer<Int64>, at row: Int) -> Bool {
    switch width {
    case 2: return Self.copy(values, to: ofTwo + row) || keep(values, in: ofTwo + row)
    case 4: return Self.copy(values, to: ofFour + row) || keep(values, in: ofFour + row)
    case 8: return keep(values, in: ofEight + row)
    default:
      guard let first = values.first else { return true }
      return store(first, at: row) && Self.areAll(values, first)
    }
  }

  /// Copies values that fit into cells of two or four bytes; false where one does not, or is a mark. Nobody asks which, and so the compiler
  /// copies several at once.
  @inline(__always)
  private static func copy<Cell: StoredCell>(_ values: UnsafeBufferPointer<Int64>, to cells: UnsafeMutablePointer<Cell>) -> Bool {
    var beyond: UInt64 = 0
    for i in 0..<values.count {
      cells[i] = Cell(truncatingIfNeeded: values[i])
      // Neither below the least number nor above the greatest, and no mark.
      beyond |= UInt64(bitPattern: values[i] &- Int64(Cell.min)) | UInt64(bitPattern: values[i] &- Int64(Cell.min) &- 2)
    }
    return beyond &>> UInt64(truncatingIfNeeded: Cell.bitWidth) == 0
  }

  private mutating func keep<Cell: StoredCell>(_ values: UnsafeBufferPointer<Int64>, in cells: UnsafeMutablePointer<Cell>) -> Bool {
    var (isSomeEmpty, isSomeUnusable) = (false, false)
    for (place, value) in values.enumerated() {
      if !Self.keep(value, in: cells + place) { return false }
      isSomeEmpty = value == CellMark.empty || isSomeEmpty
      isSomeUnusable = value == CellMark.unusable || isSomeUnusable
    }
    (hadEmpty, hadUnusable) = (hadEmpty || isSomeEmpty, hadUnusable || isSomeUnusable)
    return true
  }

  private static func areAll(_ values: UnsafeBufferPointer<Int64>, _ one: Int64) -> Bool {
    var others: Int64 = 0
    for value in values { others |= value ^ one }
    return others == 0
  }
}

/// The cells of one column for loops that look at nothing else: the store is not asked for the column at each. Like a row it must not outlive
/// its table.
struct ColumnCells {
  let cells: CellStore.Cells
  /// How many rows there are.
  let count: Int

  /// The cell of a row, as the store tells it.
  @inline(__always)
  subscript(row: Int) -> Int64 {
    precondition(UInt(bitPattern: row) < UInt(bitPattern: count), "a row outside its table")
    return cells[row]
  }

  /// What the cell of a row holds; nil where it is empty or cannot be used.
  @inline(__always)
  func value(of row: Int) -> Int64? {
    let stored = self[row]
    return stored <= CellMark.unusable ? nil : stored
  }
}

extension CellStore {
  /// One column; rows that are appended later are not in it.
  @inline(__always)
  func column(_ column: Int) -> ColumnCells {
    precondition(UInt(bitPattern: column) < UInt(bitPattern: head.pointee.columnCount), "a column of another ledger")
    return ColumnCells(cells: head.pointee.columns[column], count: head.pointee.count)
  }
}
