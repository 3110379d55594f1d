/// Tells a cell of several lines from a stray quote that swallows rows until some other quote happens to end a cell.
///
/// A cell that spans lines is believed wherever its record has the sheet's usual number of cells, so a rectangular
/// sheet that follows RFC 4180 is read exactly so. Otherwise the lines themselves are asked what they are.
struct SwallowedRows {
  let bytes: UnsafeRawBufferPointer
  let delimiter: UInt8
  /// The commonest number of cells in the sheet's first records.
  let usualCells: Int

  /// Fewer cells than this occur by chance in the lines of a long remark.
  static let fewestCells = 3

  /// A quoted cell that spans lines.
  struct Cell {
    let open: Int
    let close: Int
    /// The first line end between the quotes.
    let firstLineEnd: Int
    /// Its place in the record, counted from 1.
    let number: Int
  }

  /// Whether `cell` is more plausibly a stray quote.
  ///
  /// It is if its record has not the usual number of cells, and most of the complete lines in it have. Where it
  /// contains no complete line, both of its lines must have that number, and the record fewer.
  func areIn(_ cell: Cell) -> Bool {
    let closingLineEnd = bytes.firstLineEnd(from: cell.close &+ 1, to: bytes.count)
    let rest = FieldScanner.count(bytes, cell.close &+ 1..<closingLineEnd, delimiter: delimiter, inText: true)
    let joined = cell.number &+ rest.cells &- 1
    // Where a further cell spans lines, how many cells the record has is not known here: it is believed.
    guard !rest.isOpen, joined != usualCells else { return false }
    let (rows, others, closingLine) = completeLines(of: cell)
    if rows + others > 0 { return rows > others }
    return joined < usualCells && cells(openingLineOf: cell) == usualCells && cells(closingLine..<closingLineEnd) == usualCells
  }

  /// How many lines within the cell have the usual number of cells and how many not, blank ones aside, and where the
  /// line of the closing quote starts.
  private func completeLines(of cell: Cell) -> (rows: Int, others: Int, closingLine: Int) {
    var (rows, others) = (0, 0)
    var line = bytes.endOfLineEnd(at: cell.firstLineEnd)
    while true {
      let end = bytes.firstLineEnd(from: line, to: cell.close)
      if end == cell.close { return (rows, others, line) }
      if cells(line..<end) == usualCells { rows &+= 1 } else if line < end { others &+= 1 }
      line = bytes.endOfLineEnd(at: end)
    }
  }

  private func cells(_ line: Range<Int>) -> Int { FieldScanner.count(bytes, line, delimiter: delimiter).cells }

  /// The cells of the record's line in which the quote stands, the quote being an ordinary character.
  private func cells(openingLineOf cell: Cell) -> Int {
    cell.number + FieldScanner.count(bytes, cell.open..<cell.firstLineEnd, delimiter: delimiter, inText: true).cells - 1
  }
}
