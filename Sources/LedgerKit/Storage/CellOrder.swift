/// The cells of some narrow columns compared with each other, row by row, four rows at a time.
struct CellOrder {
  private let count: Int
  /// Where the cells of each of the columns lie that has any.
  private let columns: [UnsafeMutableRawPointer]

  /// Compares columns of a store in an order.
  init(of columns: [Int], in cells: CellStore) {
    count = cells.count
    self.columns = columns.compactMap { column in
      precondition(UInt(bitPattern: column) < UInt(bitPattern: cells.head.pointee.columnCount), "a column of another ledger")
      precondition(!cells.head.pointee.columns[column].isWide, "a column of wide cells")
      return cells.head.pointee.columns[column].base
    }
  }

  /// Which of the 64 rows from one on have in one of the columns a value below one of a column before it, one bit each.
  func misordered(from first: Int) -> UInt64 {
    precondition(UInt(bitPattern: first) < UInt(bitPattern: count), "a row outside its table")
    if first &+ 64 > count { return lastRowsMisordered(from: first) }
    // From the first row on: what is read the other way, column beside column, is not fetched ahead, and a row took six times as long.
    var bits = SIMD4<Int32>()
    var place = 0
    while place < 64 {
      bits = bits &>> 1 | misordered(fourFrom: first &+ place) &<< 15
      place &+= 4
    }
    return CellStore.interleaved(bits)
  }

  private func lastRowsMisordered(from first: Int) -> UInt64 {
    (first..<count).reduce(0) { $0 | (isMisordered($1) ? 1 : 0) &<< UInt64(truncatingIfNeeded: $1 &- first) }
  }

  /// Marks of empty and unusable cells lie below all values: no value is below them.
  private func isMisordered(_ row: Int) -> Bool {
    var highest = Int32.min
    return columns.contains { column in
      let cell = column.load(fromByteOffset: row &* 4, as: Int32.self)
      defer { highest = max(highest, cell) }
      return cell > Int32.min + 1 && cell < highest
    }
  }

  /// The same of four rows; 1 says that it is so.
  @inline(__always)
  private func misordered(fourFrom row: Int) -> SIMD4<Int32> {
    let (mark, one) = (SIMD4<Int32>(repeating: .min + 1), SIMD4<Int32>(repeating: 1))
    var (highest, found) = (SIMD4<Int32>(repeating: .min), SIMD4<Int32>())
    for column in columns {
      let cells = column.loadUnaligned(fromByteOffset: row &* 4, as: SIMD4<Int32>.self)
      found.replace(with: one, where: (cells .> mark) .& (cells .< highest))
      highest.replace(with: cells, where: cells .> highest)
    }
    return found
  }
}
