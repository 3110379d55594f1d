import Tabular

/// Up to 64 rows of a sheet, to be read column by column: what a column asks of its cells stays at hand for all of them, and their values lie
/// beside each other when they are stored. Its cells take a few kilobytes, so that they are still near when the last column is read.
struct RowBlock {
  static let size = 64

  private(set) var count = 0
  private(set) var records = [Int](repeating: 0, count: size)
  /// Rows that may be none as a whole, one bit each: those with more cells than there are headers.
  private(set) var doubtful: UInt64 = 0
  /// Where each row starts in the sheet's text.
  private(set) var starts = [Int](repeating: 0, count: size)
  /// The cells under each header, row after row; ``missing`` where the row has none, or one whose bytes are not its text.
  private(set) var cells: [CellBounds]
  let width: Int
  private var fields: [Field] = []

  /// Of a cell that has to be read with care.
  private static let missing = CellBounds(start: 1, end: 0)

  /// For rows under so many headers.
  init(width: Int) {
    self.width = max(1, width)
    cells = [CellBounds](repeating: Self.missing, count: self.width * Self.size)
  }

  var isEmpty: Bool { count == 0 }
  var isFull: Bool { count == Self.size }

  /// Adds a record; there must be room for it.
  mutating func append(_ record: Int) {
    records[count] = record
    count += 1
  }

  /// Finds the cells of the records, which are those of a sheet.
  mutating func divide(_ sheet: Sheet, _ bytes: UnsafeRawBufferPointer) {
    var odd: UInt64 = 0
    cells.withUnsafeMutableBufferPointer { cells in
      starts.withUnsafeMutableBufferPointer { starts in
        for row in 0..<count {
          let places = UnsafeMutableBufferPointer(rebasing: cells[row * width..<(row + 1) * width])
          if let known = sheet.readBounds(of: records[row], in: bytes, into: places) {
            starts[row] = known.start
            if known.count < width { places[known.count...].update(repeating: Self.missing) }
          } else {
            odd |= 1 &<< UInt64(row)
          }
        }
      }
    }
    while odd != 0 {
      divideWithCare(odd.trailingZeroBitCount, sheet, bytes)
      odd &= odd &- 1
    }
  }

  /// The same of a record that has quotes, too many cells, or stands at the end.
  private mutating func divideWithCare(_ row: Int, _ sheet: Sheet, _ bytes: UnsafeRawBufferPointer) {
    sheet.readFields(of: records[row], in: bytes, into: &fields)
    if fields.count > width { doubtful |= 1 &<< UInt64(row) }
    starts[row] = fields.first?.start ?? 0
    for place in 0..<width {
      cells[row * width + place] = place < fields.count ? Self.bounds(fields[place], from: starts[row]) : Self.missing
    }
  }

  private static func bounds(_ field: Field, from start: Int) -> CellBounds {
    guard !field.hasEscapes, let first = UInt32(exactly: field.start - start), let end = UInt32(exactly: field.end - start) else {
      return missing
    }
    return CellBounds(start: first, end: end)
  }

  mutating func removeAll() { (count, doubtful) = (0, 0) }

  /// Where the cell under a header lies in the text; there must be one.
  func range(of cell: Int, in row: Int) -> Range<Int> {
    let bounds = cells[row * width + cell]
    return starts[row] + Int(bounds.start)..<starts[row] + Int(bounds.end)
  }
}

/// What a glance told of the rows of a block. Nearly all rows of a ledger hold nothing that refers to another row, or that there is anything to
/// say about; the others are read one by one, in their place.
struct GlancedRows {
  private(set) var count = 0
  /// The values of all rows, column after column.
  let values: RowValues
  /// Which rows have to be read with care, one bit each.
  private(set) var doubtful: UInt64 = 0
  /// Values that are not as typed, by row and column.
  fileprivate(set) var repairs: [(row: Int, column: Int, repair: Repair)] = []

  init(columns: Int) { values = RowValues(columns: columns * RowBlock.size) }

  /// Begins with the rows of a block, of which those are doubtful that are so for somebody else.
  fileprivate mutating func begin(_ block: RowBlock, doubtful: UInt64) {
    (count, self.doubtful) = (block.count, doubtful | block.doubtful)
    if !repairs.isEmpty { repairs.removeAll(keepingCapacity: true) }
  }

  /// The value of a column in a row.
  subscript(column: Int, row: Int) -> Int64 {
    @inline(__always) get { values[column &* RowBlock.size &+ row] }
    @inline(__always) nonmutating set { values[column &* RowBlock.size &+ row] = newValue }
  }

  /// Where the values of a column lie, for as many rows as a block has.
  fileprivate func places(of column: Int) -> UnsafeMutableBufferPointer<Int64> {
    UnsafeMutableBufferPointer(mutating: UnsafeBufferPointer(rebasing: values.all[column * RowBlock.size..<(column + 1) * RowBlock.size]))
  }

  /// The values of a column in some rows.
  subscript(column: Int, rows: Range<Int>) -> UnsafeBufferPointer<Int64> {
    let first = column * RowBlock.size
    return UnsafeBufferPointer(rebasing: values.all[first + rows.lowerBound..<first + rows.upperBound])
  }

  /// Gives all rows the same value.
  fileprivate func fill(_ column: Int, _ value: Int64) { for row in 0..<count { self[column, row] = value } }

  /// Has a row read with care.
  @inline(__always)
  fileprivate mutating func doubt(_ row: Int) { doubtful |= 1 &<< UInt64(row) }

  /// Has some rows read with care, one bit each.
  fileprivate mutating func doubt(rows: UInt64) { doubtful |= rows }

  /// The rows from one on that need no care, up to the first that does.
  func told(from row: Int) -> Range<Int> { row..<min(count, row + (doubtful &>> UInt64(row)).trailingZeroBitCount) }
}

extension RowReader {
  /// Reads the cells of a block as far as a glance tells. Cells that mean the same in both ledgers are taken over from another reader.
  mutating func glance(
    at block: RowBlock, _ bytes: UnsafeRawBufferPointer, sharing shared: [(from: AnyColumn, to: AnyColumn)] = [],
    of other: GlancedRows? = nil
  ) {
    rows &+= block.count
    glanced.begin(block, doubtful: other?.doubtful ?? 0)
    // Asked of the table, the lexicon would be counted column by column.
    let lexicon = table.lexicon
    for i in glances.indices where !shared.contains(where: { $0.to.slot == i }) { glance(at: i, of: block, bytes, lexicon) }
    if let other { share(shared, other) }
    doubtRows(of: block)
    for i in unread { glanced.fill(i, CellMark.unusable) }
    if glanced.repairs.count > 1 { glanced.repairs.sort { ($0.row, $0.column) < ($1.row, $1.column) } }
  }

  private mutating func glance(at i: Int, of block: RowBlock, _ bytes: UnsafeRawBufferPointer, _ lexicon: Lexicon) {
    let glance = glances[i]
    guard glance.cell >= 0 else { return glanced.fill(i, glance.ofAllRows) }
    let told = Self.tell(glance, block, bytes, lexicon, memory[i], &days, glanced.places(of: i))
    glanced.doubt(rows: told.missing)
    var untold = told.untold
    while untold != 0 {
      look(i, untold.trailingZeroBitCount, of: block, bytes, lexicon)
      untold &= untold &- 1
    }
    // An empty cell, or one that means nothing, may stand for one above.
    if glance.fillsDown { for row in 0..<block.count where glanced[i, row] == CellMark.empty { glanced.doubt(row) } }
  }

  /// Looks once more at a cell that most others are not like.
  private mutating func look(_ i: Int, _ row: Int, of block: RowBlock, _ bytes: UnsafeRawBufferPointer, _ lexicon: Lexicon) {
    let glance = glances[i]
    let range = block.range(of: glance.cell, in: row)
    switch glimpse(i, glance, bytes, range, lexicon) {
    case .value(let known): glanced[i, row] = known
    case .repaired(let known, let repair):
      glanced[i, row] = known
      glanced.repairs.append((row, i, repair))
    case .unseen: glanced[i, row] = read(i, row, bytes, range)
    }
  }

  /// The value of a cell that means the same in every row; the row is doubtful where it does not.
  private mutating func read(_ i: Int, _ row: Int, _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int64 {
    let column = columns[i]
    let reading = sheet.text.utf8.withSpan(of: range) { column.read($0) }
    let value: Int64? =
      switch reading {
      case .empty: CellMark.empty
      case .value(let value): value
      case .noted, .unusable, .relative: nil
      }
    guard let value, column.isPlainlyRead else {
      glanced.doubt(row)
      return CellMark.empty
    }
    remember(value, ofColumn: i, bytes, range)
    if let repair = column.context.repair { glanced.repairs.append((row, i, repair)) }
    return value
  }

  private func share(_ shared: [(from: AnyColumn, to: AnyColumn)], _ other: GlancedRows) {
    for (from, to) in shared {
      for row in 0..<glanced.count {
        let value = other[from.slot, row]
        glanced[to.slot, row] = value > CellMark.unusable ? value : CellMark.empty
      }
    }
  }

  /// Doubts the rows that may be several, or tell a date in another cell.
  private mutating func doubtRows(of block: RowBlock) {
    if let itemized {
      for row in 0..<block.count where glanced[itemized.slot, row] > 0 {
        if table.lexicon.problems(in: Int32(truncatingIfNeeded: glanced[itemized.slot, row])) != .one { glanced.doubt(row) }
      }
    }
    guard let embeddedDate else { return }
    let (from, to) = (embeddedDate.from.slot, embeddedDate.to.slot)
    for row in 0..<block.count where glanced[to, row] == CellMark.empty && glanced[from, row] > CellMark.unusable {
      if embeddedDate.applies(glanced[from, row]) { glanced.doubt(row) }
    }
  }

  /// Appends some rows of a block that need no care.
  mutating func append(_ rows: Range<Int>, of block: RowBlock) {
    for (row, column, repair) in glanced.repairs where rows.contains(row) {
      table.note(repair, table.count + row - rows.lowerBound, columns[column].column)
    }
    for i in sums.indices { addUp(i, rows) }
    table.append(glanced, rows, of: block, source: source)
  }

  /// Goes on below a row of a block that needs no care.
  func pass(_ row: Int) {
    for i in columns.indices { above[i] = glanced[i, row] }
    for i in filling where above[i] > CellMark.unusable { lastFilled[i] = above[i] }
  }

  private mutating func addUp(_ i: Int, _ rows: Range<Int>) {
    let slot = sums[i].column.slot
    var sum = Fixed.zero
    for row in rows where glanced[slot, row] > CellMark.unusable { sum = sum + Fixed(millionths: glanced[slot, row]) }
    sums[i].overall = sums[i].overall + sum
    sums[i].partial = sums[i].partial + sum
  }
}
