import Tabular

/// Up to 64 rows of a sheet on their way into a table, read column by column.
///
/// What a column asks of its cells stays at hand for all of them, and its values lie beside each other when they are stored. Nearly all rows
/// of a ledger hold nothing that refers to another row or that there is anything to tell about; the others are read one by one, in their place.
struct RowBlock {
  static let size = 64

  /// How many rows it has.
  private(set) var count = 0
  private(set) var records: [Int]
  /// Of each row its cells; behind the last row what earlier ones left, to be filled anew.
  private(set) var fields: [[Field]]
  /// The values of all rows, column after column.
  let values: RowValues
  /// Which rows a glance does not tell, one bit each.
  private(set) var doubtful: UInt64 = 0
  /// Values that are not as typed, by row and column.
  var repairs: [(row: Int, column: Int, repair: Repair)] = []

  init(columns: Int) {
    records = Array(repeating: 0, count: Self.size)
    fields = Array(repeating: [], count: Self.size)
    values = RowValues(columns: columns * Self.size)
  }

  var isEmpty: Bool { count == 0 }
  var isFull: Bool { count == Self.size }

  /// Adds a record of a sheet; there must be room for it.
  mutating func append(_ record: Int, of sheet: Sheet, _ bytes: UnsafeRawBufferPointer) {
    records[count] = record
    sheet.readFields(of: record, in: bytes, into: &fields[count])
    count += 1
  }

  mutating func removeAll() {
    (count, doubtful) = (0, 0)
    if !repairs.isEmpty { repairs.removeAll(keepingCapacity: true) }
  }

  /// The value of a column in a row.
  subscript(column: Int, row: Int) -> Int64 {
    @inline(__always) get { values[column &* Self.size &+ row] }
    @inline(__always) nonmutating set { values[column &* Self.size &+ row] = newValue }
  }

  /// Gives all rows the same value.
  func fill(_ column: Int, _ value: Int64) { for row in 0..<count { self[column, row] = value } }

  /// Has a row read with care.
  mutating func doubt(_ row: Int) { doubtful |= 1 &<< UInt64(row) }

  /// The rows from one on that a glance told, up to the first that it did not.
  func told(from row: Int) -> Range<Int> { row..<min(count, row + (doubtful &>> UInt64(row)).trailingZeroBitCount) }
}

extension RowReader {
  /// Reads the cells of a block as far as a glance tells.
  mutating func glance(at block: inout RowBlock, _ bytes: UnsafeRawBufferPointer) {
    rows &+= block.count
    for i in glances.indices { glance(at: i, of: &block, bytes) }
    doubtRows(of: &block)
    for i in unread { block.fill(i, CellMark.unusable) }
    if block.repairs.count > 1 { block.repairs.sort { ($0.row, $0.column) < ($1.row, $1.column) } }
  }

  private mutating func glance(at i: Int, of block: inout RowBlock, _ bytes: UnsafeRawBufferPointer) {
    let glance = glances[i]
    guard glance.cell >= 0 else { return block.fill(i, glance.ofAllRows) }
    for row in 0..<block.count {
      guard glance.cell < block.fields[row].count, !block.fields[row][glance.cell].hasEscapes else {
        block.doubt(row)
        continue
      }
      let field = block.fields[row][glance.cell]
      let range = Range(uncheckedBounds: (field.start, field.end))
      var value = CellMark.empty
      if !range.isEmpty {
        switch glimpse(i, glances[i].plain, bytes, range) {
        case .value(let known): value = known
        case .repaired(let known, let repair):
          value = known
          block.repairs.append((row, i, repair))
        case .unseen: value = read(i, row, of: &block, bytes, range)
        }
      }
      // An empty cell may stand for one above.
      if value == CellMark.empty, glance.fillsDown { block.doubt(row) }
      block[i, row] = value
    }
  }

  /// The value of a cell that means the same in every row; the row is doubted where it does not.
  private func read(_ i: Int, _ row: Int, of block: inout RowBlock, _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int64 {
    let column = columns[i]
    let reading = column.read(block.fields[row], sheet, isUndated: false, above: CellMark.empty, lastFilled: CellMark.empty)
    let value: Int64? =
      switch reading {
      case .empty: CellMark.empty
      case .value(let value): value
      case .noted, .unusable, .relative: nil
      }
    guard let value, column.isPlainlyRead else {
      block.doubt(row)
      return CellMark.empty
    }
    remember(value, ofColumn: i, bytes, range)
    if let repair = column.context.repair { block.repairs.append((row, i, repair)) }
    return value
  }

  /// Doubts the rows that may be no rows, may be several, or tell a date in another cell.
  private func doubtRows(of block: inout RowBlock) {
    for row in 0..<block.count where block.fields[row].count > headerCount { block.doubt(row) }
    if let itemized {
      for row in 0..<block.count where block[itemized.slot, row] > 0 {
        if table.lexicon.problems(in: Int32(truncatingIfNeeded: block[itemized.slot, row])) != .one { block.doubt(row) }
      }
    }
    guard let embeddedDate else { return }
    let (from, to) = (embeddedDate.from.slot, embeddedDate.to.slot)
    for row in 0..<block.count where block[to, row] == CellMark.empty && block[from, row] > CellMark.unusable {
      if embeddedDate.applies(block[from, row]) { block.doubt(row) }
    }
  }

  /// Appends some rows of a block that a glance told.
  mutating func append(_ rows: Range<Int>, of block: RowBlock) {
    for (row, column, repair) in block.repairs where rows.contains(row) {
      table.note(repair, table.count + row - rows.lowerBound, columns[column].column)
    }
    for i in sums.indices { addUp(i, rows, of: block) }
    table.append(block, rows, source: source)
    for i in columns.indices { above[i] = block[i, rows.upperBound - 1] }
    for i in filling where above[i] > CellMark.unusable { lastFilled[i] = above[i] }
  }

  private mutating func addUp(_ i: Int, _ rows: Range<Int>, of block: RowBlock) {
    let slot = sums[i].column.slot
    var sum = Fixed.zero
    for row in rows where block[slot, row] > CellMark.unusable { sum = sum + Fixed(millionths: block[slot, row]) }
    sums[i].overall = sums[i].overall + sum
    sums[i].partial = sums[i].partial + sum
  }
}
