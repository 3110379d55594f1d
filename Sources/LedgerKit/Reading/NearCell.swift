/// A cell that is not empty, behind whose first byte the text goes on for ``reach`` bytes at least: what it is can be told without asking how
/// many of them may be looked at.
struct NearCell {
  let start: UnsafeRawPointer
  let count: Int

  static let reach = 32

  /// As many bytes as the cell has.
  var bytes: UnsafeRawBufferPointer { @inline(__always) get { UnsafeRawBufferPointer(start: start, count: count) } }
  /// Its first eight bytes and those behind it, the first lowest.
  var word: UInt64 { @inline(__always) get { UInt64(littleEndian: start.loadUnaligned(as: UInt64.self)) } }
}

/// Which cells of a column were not told at a glance, one bit for each row of a block.
struct ToldCells {
  /// Those of rows that have no such cell, or one whose bytes are not its text.
  fileprivate(set) var missing: UInt64 = 0
  /// Those that were asked about in vain, or stand too near the text's end.
  fileprivate(set) var untold: UInt64 = 0
}

extension RowBlock {
  /// Puts what `tell` says of the cells under a header into `values`, row by row; it is asked of those that are not empty.
  @inline(__always)
  func tell(
    _ cell: Int, of text: UnsafeRawBufferPointer, into values: UnsafeMutableBufferPointer<Int64>, _ tell: (NearCell) -> Int64?
  ) -> ToldCells {
    precondition(cell < width && values.count == Self.size, "a column of another sheet")
    var told = ToldCells()
    guard let base = text.baseAddress else { return told }
    let last = text.count &- NearCell.reach
    cells.withUnsafeBufferPointer { cells in
      starts.withUnsafeBufferPointer { starts in
        for row in 0..<count {
          let bounds = cells[row &* width &+ cell]
          let start = starts[row] &+ Int(bounds.start)
          guard bounds.start < bounds.end else {
            values[row] = CellMark.empty
            if bounds.start > bounds.end { told.missing |= 1 &<< UInt64(row) }
            continue
          }
          if start <= last, let value = tell(NearCell(start: base + start, count: Int(bounds.end &- bounds.start))) {
            values[row] = value
          } else {
            told.untold |= 1 &<< UInt64(row)
          }
        }
      }
    }
    return told
  }
}
