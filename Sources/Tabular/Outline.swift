/// What a sheet's first records show of its form.
struct Outline {
  let dialect: Dialect
  /// The commonest number of cells in the first records and lines; 0 if no record has more than one cell.
  let usualCells: Int
  /// A full-width character that divides the first records where no ASCII delimiter does.
  let suspectedDelimiter: Character?

  /// How many records that are not blank are judged: enough to outweigh a preamble.
  private static let judgedRecords = 64
  /// How much of a record is searched for full-width characters, in bytes.
  private static let longestLine = 4096
  private static let judgedLines = 256
  /// In the order of preference.
  private static let candidates: [Dialect] = [.comma, .tab, .semicolon, .bar]
  private static let fullWidthDelimiters: [Character] = ["，", "；", "｜"]

  /// Judges the first records, divided by `dialect` if it is given.
  ///
  /// Otherwise the delimiter wins that gives the largest share of them the same number of cells above one; then the
  /// one that gives more cells; then the comma. Records whose quotes are odd count half, for a wrong delimiter leaves
  /// text after closing quotes.
  init(_ bytes: UnsafeRawBufferPointer, from start: Int, dialect given: Dialect?) {
    var best = (dialect: given ?? .comma, fit: Fit())
    for dialect in given.map({ [$0] }) ?? Self.candidates {
      // Where every record fits, only what divides the first one too can fit better.
      if best.fit.percent == 100, !Self.dividesFirst(bytes, from: start, by: dialect) { continue }
      let fit = Self.fit(of: dialect, bytes, from: start)
      if fit > best.fit { best = (dialect, fit) }
    }
    dialect = best.dialect
    // Where every record fits, they all have the same number.
    usualCells = best.fit.percent == 100 ? best.fit.cells : Self.usualCells(bytes, from: start, by: best.dialect)
    suspectedDelimiter = Self.fullWidthDelimiters.first { delimiter in
      best.fit.percent < 50 && Self.fit(of: delimiter, bytes, from: start, by: best.dialect).isConvincing(against: best.fit)
    }
  }

  /// How consistently the first records are divided: the share of the commonest number of cells above one, and that number.
  private struct Fit: Comparable {
    var percent = 0
    var cells = 0
    var records = 0

    /// From the records' numbers of cells, and whether each counts in full.
    init(_ counts: [(cells: Int, counts: Bool)] = []) {
      var halves: [Int: Int] = [:]
      for count in counts where count.cells > 1 { halves[count.cells, default: 0] += count.counts ? 2 : 1 }
      records = counts.count
      let commonest = halves.map { (percent: $0.value * 50 / counts.count, cells: $0.key) }.max { $0 < $1 }
      (percent, cells) = commonest ?? (0, 0)
    }

    static func < (a: Fit, b: Fit) -> Bool { (a.percent, a.cells) < (b.percent, b.cells) }

    /// Prose has full-width commas too, but seldom the same number in most lines, and hardly one in every line.
    func isConvincing(against ascii: Fit) -> Bool {
      records > 1 && percent > ascii.percent && percent >= (cells > 2 ? 50 : 100)
    }
  }

  private static func dividesFirst(_ bytes: UnsafeRawBufferPointer, from start: Int, by dialect: Dialect) -> Bool {
    guard let first = firstRecords(bytes, from: start, by: dialect, atMost: 1).first else { return false }
    return FieldScanner.count(bytes, first.range(in: bytes), delimiter: dialect.delimiter).cells > 1
  }

  private static func fit(of dialect: Dialect, _ bytes: UnsafeRawBufferPointer, from start: Int) -> Fit {
    Fit(
      firstRecords(bytes, from: start, by: dialect).map { record in
        (FieldScanner.count(bytes, record.range(in: bytes), delimiter: dialect.delimiter).cells, !record.hasOddQuotes)
      })
  }

  private static func fit(
    of delimiter: Character, _ bytes: UnsafeRawBufferPointer, from start: Int, by dialect: Dialect
  ) -> Fit {
    let delimiter = Array(delimiter.utf8)
    return Fit(
      firstRecords(bytes, from: start, by: dialect).map { record in
        let range = record.range(in: bytes).prefix(longestLine)
        return (1 + range.count { bytes[$0..<range.upperBound].starts(with: delimiter) }, true)
      })
  }

  /// Of the first records' numbers of cells the one that most of them and of the lines they consist of have.
  ///
  /// The lines are asked too because a quote that swallows rows may leave but few records. Where all records have one
  /// number of cells it is that one, whatever the lines look like.
  private static func usualCells(_ bytes: UnsafeRawBufferPointer, from start: Int, by dialect: Dialect) -> Int {
    func cells(_ range: Range<Int>) -> Int { FieldScanner.count(bytes, range, delimiter: dialect.delimiter).cells }
    let records = firstRecords(bytes, from: start, by: dialect)
    var votes: [Int: Int] = [:]
    for record in records { votes[cells(record.range(in: bytes)), default: 0] += 1 }
    votes[1] = nil
    if votes.count < 2 { return votes.first?.key ?? 0 }
    var line = start
    for _ in 0..<judgedLines where line < records.last?.end ?? start {
      let end = bytes.firstLineEnd(from: line, to: bytes.count)
      votes[cells(line..<end)]? += 1
      line = end < bytes.count ? bytes.endOfLineEnd(at: end) : end
    }
    return votes.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
  }

  /// The first records that hold more than delimiters and blanks.
  private static func firstRecords(
    _ bytes: UnsafeRawBufferPointer, from start: Int, by dialect: Dialect, atMost limit: Int = judgedRecords
  ) -> [RecordScanner.Record] {
    var scanner = RecordScanner(bytes, .init(delimiter: dialect.delimiter), from: start)
    var records: [RecordScanner.Record] = []
    while records.count < limit, let record = scanner.next() {
      let isBlank = bytes[record.range(in: bytes)].allSatisfy { $0 == Byte.space || $0 == dialect.delimiter }
      if !isBlank { records.append(record) }
    }
    return records
  }
}
