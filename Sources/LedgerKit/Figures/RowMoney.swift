/// What rows say in a column of money, 64 rows at a time.
extension RowWord {
  /// Where what the 64 rows say in a column of money lies, eight bytes each; nil where no row says anything.
  func money(_ column: Column<Money>) -> UnsafeRawPointer? {
    let cells = table.cells.column(column.slot)
    precondition(cells.isWide && first &+ 64 &- bits.leadingZeroBitCount <= cells.count, "a row outside its table")
    return cells.base.map { $0 + first &* 8 }
  }

  /// The sum of what they say; each of them must say something.
  func sum(of column: Column<Money>) -> Int128 {
    guard let money = money(column) else { return 0 }
    var (rest, sum) = (bits, Int128(0))
    while rest != 0 {
      sum += Int128(money.load(fromByteOffset: rest.trailingZeroBitCount &* 8, as: Int64.self))
      rest &= rest &- 1
    }
    return sum
  }
}
