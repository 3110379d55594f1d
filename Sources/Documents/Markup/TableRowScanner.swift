/// Splits a pipe table's row into its cells.
enum TableRowScanner {
  /// The cells without the blanks around them; `\|` is a literal bar, and so is one between double braces if `shielded`.
  static func cells(_ row: [Unicode.Scalar], shielded: Bool) -> [[Unicode.Scalar]] {
    var cells: [[Unicode.Scalar]] = [[]]
    var depth = 0
    var index = row.first == "|" ? 1 : 0
    while let scalar = row[at: index] {
      if scalar == "\\", row[at: index + 1] == "|" {
        cells[cells.count - 1].append("|")
        index += 1
      } else if scalar == "|", depth == 0 {
        cells.append([])
      } else {
        if shielded { depth = max(0, depth + Braces.step(scalar)) }
        cells[cells.count - 1].append(scalar)
      }
      index += 1
    }
    if cells.count > 1, cells.last?.allSatisfy(\.isBlank) == true { cells.removeLast() }
    return cells.map { $0.trimmed() }
  }
}
