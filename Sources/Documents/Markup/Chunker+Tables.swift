extension Chunker {
  /// The alignments, if a pipe table's header stands at `index` and its delimiter row below.
  func tableAlignments(at index: Int) -> [TableColumn.Alignment]? {
    guard index + 1 < lines.count, lines[index].scalars.contains("|"), lines[index + 1].scalars.contains("-") else { return nil }
    let delimiters = cells(lines[index + 1])
    guard delimiters.count == cells(lines[index]).count else { return nil }
    var alignments: [TableColumn.Alignment] = []
    for cell in delimiters {
      guard let alignment = alignment(cell.scalars) else { return nil }
      alignments.append(alignment)
    }
    return alignments
  }

  private func alignment(_ cell: [Unicode.Scalar]) -> TableColumn.Alignment? {
    let dashes = cell.drop { $0 == ":" }.prefix { $0 == "-" }
    let colons = (cell.first == ":", cell.last == ":")
    guard !dashes.isEmpty, dashes.count + (colons.0 ? 1 : 0) + (colons.1 ? 1 : 0) == cell.count else { return nil }
    return colons.1 ? (colons.0 ? .center : .end) : .start
  }

  mutating func takeTable(_ alignments: [TableColumn.Alignment]) {
    let header = cells(lines[next])
    next += 2
    var rows: [[Chunk.Text]] = []
    while next < lines.count, !lines[next].isBlank, lines[next].scalars.contains("|") {
      rows.append(cells(lines[next]))
      next += 1
    }
    chunks.append(.table(header: header, alignments: alignments, rows: rows))
  }

  private func cells(_ line: SourceLine) -> [Chunk.Text] {
    TableRowScanner.cells(line.scalars.trimmed(), shielded: rules.bracesShieldPipes).map { Chunk.Text(scalars: $0, line: line.number) }
  }
}
