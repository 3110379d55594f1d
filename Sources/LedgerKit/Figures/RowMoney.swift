extension RowWord {
  /// The sum of what the rows say in a column of money; each of them must say something.
  func sum(of column: Column<Money>) -> Int128 {
    let money = table.cells.column(column.slot)
    var (rest, sum) = (bits, Int128(0))
    while rest != 0 {
      sum += Int128(money[first &+ rest.trailingZeroBitCount])
      rest &= rest &- 1
    }
    return sum
  }
}
