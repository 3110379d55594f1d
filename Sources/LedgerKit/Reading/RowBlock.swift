import Tabular

/// Up to 64 rows of a sheet, to be read column by column: what a column asks of its cells stays at hand for all of them, and their values lie
/// beside each other when they are stored.
struct RowBlock {
  static let size = 64

  private(set) var count = 0
  private(set) var records = [Int](repeating: 0, count: size)
  /// Of each row its cells; behind the last row what earlier ones left, to be filled anew.
  private(set) var fields = [[Field]](repeating: [], count: size)

  var isEmpty: Bool { count == 0 }
  var isFull: Bool { count == Self.size }

  /// Adds a record of a sheet; there must be room for it.
  mutating func append(_ record: Int, of sheet: Sheet, _ bytes: UnsafeRawBufferPointer) {
    records[count] = record
    sheet.readFields(of: record, in: bytes, into: &fields[count])
    count += 1
  }

  mutating func removeAll() { count = 0 }
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
    (count, self.doubtful) = (block.count, doubtful)
    if !repairs.isEmpty { repairs.removeAll(keepingCapacity: true) }
  }

  /// The value of a column in a row.
  subscript(column: Int, row: Int) -> Int64 {
    @inline(__always) get { values[column &* RowBlock.size &+ row] }
    @inline(__always) nonmutating set { values[column &* RowBlock.size &+ row] = newValue }
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
    for i in glances.indices where !shared.contains(where: { $0.to.slot == i }) { glance(at: i, of: block, bytes) }
    if let other { share(shared, other) }
    doubtRows(of: block)
    for i in unread { glanced.fill(i, CellMark.unusable) }
    if glanced.repairs.count > 1 { glanced.repairs.sort { ($0.row, $0.column) < ($1.row, $1.column) } }
  }

  private mutating func glance(at i: Int, of block: RowBlock, _ bytes: UnsafeRawBufferPointer) {
    let glance = glances[i]
    guard glance.cell >= 0 else { return glanced.fill(i, glance.ofAllRows) }
    // Asked of the table, it would be counted cell by cell.
    let lexicon = table.lexicon
    for row in 0..<block.count {
      guard glance.cell < block.fields[row].count, !block.fields[row][glance.cell].hasEscapes else {
        glanced.doubt(row)
        continue
      }
      let field = block.fields[row][glance.cell]
      let range = Range(uncheckedBounds: (field.start, field.end))
      var value = CellMark.empty
      if !range.isEmpty {
        switch glimpse(i, glance, bytes, range, lexicon) {
        case .value(let known): value = known
        case .repaired(let known, let repair):
          value = known
          glanced.repairs.append((row, i, repair))
        case .unseen: value = read(i, block.fields[row], row, bytes, range)
        }
      }
      // An empty cell may stand for one above.
      if value == CellMark.empty, glance.fillsDown { glanced.doubt(row) }
      glanced[i, row] = value
    }
  }

  /// The value of a cell that means the same in every row; the row is doubtful where it does not.
  private mutating func read(_ i: Int, _ fields: [Field], _ row: Int, _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int64 {
    let column = columns[i]
    let reading = column.read(fields, sheet, isUndated: false, above: CellMark.empty, lastFilled: CellMark.empty)
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

  /// Doubts the rows that may be no rows, may be several, or tell a date in another cell.
  private mutating func doubtRows(of block: RowBlock) {
    for row in 0..<block.count where block.fields[row].count > headerCount { glanced.doubt(row) }
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
