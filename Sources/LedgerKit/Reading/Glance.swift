/// What a glance at a cell needs to know of its column; most cells need no more.
struct Glance {
  /// Its cell in a record; -1 where the sheet has none, or none that can be used.
  let cell: Int
  let fillsDown: Bool
  /// What all rows have where there is no cell.
  let ofAllRows: Int64
  var plain: ColumnReader.Plain
  /// The numbers that days in it may have.
  let days: Range<Int64>
  /// Cells that were not remembered. A column of which most of the first cells were new is not worth remembering.
  var misses = 0

  init(_ reader: ColumnReader) {
    cell = reader.isUnread ? -1 : reader.cell ?? -1
    fillsDown = reader.fillsDown
    plain = reader.plain
    days = plain == .date ? Day.plausible(reader.context) : 0..<0
    if case .value(let value) = reader.ofAllRows { ofAllRows = value } else { ofAllRows = CellMark.empty }
  }
}
