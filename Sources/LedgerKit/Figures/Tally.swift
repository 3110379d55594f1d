/// The running state of a figure. The same path counts and, when evidence is wanted, lists the rows that were counted, so that
/// what `trace` shows is what was computed.
public struct Tally: Sendable {
  /// The part a row plays in a figure.
  public enum Role: String, Sendable { case numerator, denominator, sum, excluded }

  /// A row behind a figure.
  public struct Evidence: Sendable {
    /// As read; it prints its own file, number and cells.
    public let row: Row
    /// Whether it counted above the line, only below it, in a sum, or not at all.
    public let role: Role
    /// What it adds to the numerator, so that all rows together give it; nought where another row of the same thing counts.
    public var numerator: Int128 = 0
    /// What it adds to the denominator.
    public var denominator: Int128 = 0
    /// What the row itself says, where it is one of several that are compared: its days, its seconds.
    public var value: Int128?
  }

  /// A count, seconds, or millionths of a yuan where the figure weighs money.
  public private(set) var numerator: Int128 = 0
  /// In the numerator's terms; nil where the figure has none, 0 where no row was added to it.
  public private(set) var denominator: Int128?
  /// Rows that were counted or support the value.
  public private(set) var rowsUsed = 0
  /// Rows and records the figure could not use.
  public private(set) var rowsExcluded = 0
  /// A remark that belongs to the value: 约, 未提供上期遗留.
  public var note: String?
  /// What the denominator is where no rows add up to it.
  public private(set) var standard: String?
  /// Why the figure cannot be given, and whether rows or a whole table are lacking.
  public private(set) var unavailable: (why: String, state: FigureValue.State)?
  /// The rows in the order they were met; nil unless asked for.
  public private(set) var evidence: [Evidence]?

  /// The rows that were counted or support the value; nil where they are too many to be listed, or of more than one table.
  public private(set) var rows: RowSet?
  /// The table whose rows are noted.
  private let table: ObjectIdentifier?

  /// Rows whose numbers are only about right, and whether one of them was counted.
  private let vague: Set<Int>
  /// Whether a counted row's number is only about right.
  public private(set) var isApproximate = false

  /// Creates an empty tally; `vague` are the indices of rows whose numbers are only about right.
  public init(keepingEvidence: Bool = false, vague: Set<Int> = [], of table: Table? = nil) {
    evidence = keepingEvidence ? [] : nil
    self.vague = vague
    self.table = table.map { ObjectIdentifier($0) }
    rows = table.map { RowSet(below: $0.count) }
  }

  /// Adds a row to a count or sum.
  @inline(__always)
  public mutating func add(_ row: Row, _ value: Int128 = 1, as role: Role = .sum) {
    numerator += value
    use(row)
    evidence?.append(Evidence(row: row, role: role, numerator: value))
  }

  /// Adds a row to the denominator and, where it qualifies, to the numerator.
  @inline(__always)
  public mutating func judge(_ row: Row, _ qualifies: Bool, weight: Int128 = 1) {
    denominator = (denominator ?? 0) + weight
    if qualifies { numerator += weight }
    use(row)
    evidence?.append(
      Evidence(row: row, role: qualifies ? .numerator : .denominator, numerator: qualifies ? weight : 0, denominator: weight))
  }

  /// Adds rows to a count.
  mutating func add(_ rows: RowWord, as role: Role) {
    if asksRows { return rows.forEach { add($0, as: role) } }
    numerator += Int128(rows.count)
    use(rows)
  }

  /// Adds what rows say in a column to a sum; those in which it says nothing are not counted.
  mutating func add(_ rows: RowWord, summing column: Column<Money>) {
    let rows = rows.filled(column.slot)
    if asksRows { return rows.forEach { if let money = $0[column] { add($0, Int128(money.amount.millionths)) } } }
    numerator += rows.sum(of: column)
    use(rows)
  }

  /// Rows that support a count of which only some add to it: the first of each thing that is counted.
  mutating func add(_ rows: RowWord, counting some: RowWord) {
    if asksRows { return rows.forEach { if some.contains($0) { add($0, as: .numerator) } else { support($0) } } }
    numerator += Int128(some.count)
    use(rows)
  }

  /// Rows that support the figure without adding to it.
  public mutating func support(_ rows: RowWord) {
    if asksRows { return rows.forEach { support($0) } }
    use(rows)
  }

  /// Adds rows to the denominator and those that qualify to the numerator.
  public mutating func judge(_ rows: RowWord, qualifying: RowWord) {
    if asksRows { return rows.forEach { judge($0, qualifying.contains($0)) } }
    denominator = (denominator ?? 0) + Int128(rows.count)
    numerator += Int128(qualifying.count)
    use(rows)
  }

  /// The same, each weighing what it says in a column; those in which it says nothing are not counted.
  public mutating func judge(_ rows: RowWord, qualifying: RowWord, weighing column: Column<Money>) {
    let rows = rows.filled(column.slot)
    if rows.bits == 0 { return }
    if asksRows {
      return rows.forEach { if let money = $0[column] { judge($0, qualifying.contains($0), weight: Int128(money.amount.millionths)) } }
    }
    denominator = (denominator ?? 0) + rows.sum(of: column)
    numerator += rows.narrowed(to: rows.bits & qualifying.bits).sum(of: column)
    use(rows)
  }

  /// Whether each row is looked at by itself, because it is evidence or may be only about right.
  private var asksRows: Bool { evidence != nil || !vague.isEmpty }

  /// Adds a value to the numerator and one to the denominator: a mean.
  public mutating func average(_ row: Row, _ value: Int128) {
    numerator += value
    denominator = (denominator ?? 0) + 1
    use(row)
    evidence?.append(Evidence(row: row, role: .sum, numerator: value, denominator: 1))
  }

  /// A row that supports the figure without adding to it: the second row of one occasion. Where the figure is set outright, `giving`
  /// tells what of it is the row's: the evidence adds up to what was set.
  public mutating func support(
    _ row: Row, as role: Role = .numerator, giving numerator: Int128 = 0, of denominator: Int128 = 0, value: Int128? = nil
  ) {
    use(row)
    evidence?.append(Evidence(row: row, role: role, numerator: numerator, denominator: denominator, value: value))
  }

  @inline(__always)
  private mutating func use(_ row: Row) {
    rowsUsed += 1
    if rowsUsed <= RowSet.most, ObjectIdentifier(row.table) == table { rows?.insert(row.index) } else { rows = nil }
    if !vague.isEmpty, vague.contains(row.index) { isApproximate = true }
  }

  private mutating func use(_ rows: RowWord) {
    rowsUsed += rows.count
    if rowsUsed <= RowSet.most, ObjectIdentifier(rows.table) == table { self.rows?.insert(rows) } else { self.rows = nil }
  }

  /// Counts a row the figure cannot use.
  public mutating func exclude(_ row: Row) {
    rowsExcluded += 1
    evidence?.append(Evidence(row: row, role: .excluded))
  }

  /// Counts records that never became rows.
  public mutating func exclude(records count: Int) { rowsExcluded += count }

  /// Sets the value outright, for figures that are not sums of rows.
  public mutating func set(_ numerator: Int128, over denominator: Int128? = nil) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Says that the denominator is no sum of rows, and what it is instead: the areas of the list, the months of the calendar.
  public mutating func divides(by standard: String) { self.standard = standard }

  /// The figure needs a table that was not handed in.
  public mutating func lacksTable(_ why: String) { unavailable = (why, .noLedger) }
  /// No row has what the figure needs.
  public mutating func lacksRows(_ why: String) { unavailable = (why, .noRows) }

  /// Declares that there is a denominator, even if no row ever adds to it.
  public mutating func expectDenominator() { denominator = denominator ?? 0 }
}

/// Rows of a table by their indices, one bit each.
public struct RowSet: Sendable, Equatable {
  /// More rows than this no figure notes: nobody looks them up.
  public static let most = 50_000

  private var bits: [UInt64]
  /// Those of the word in which the last row lies, not yet in `bits`: rows come in order, and an array asks at each change whether it is
  /// shared.
  private var open: (place: Int, bits: UInt64) = (0, 0)

  init(below count: Int) { bits = [UInt64](repeating: 0, count: (count + 63) / 64) }

  @inline(__always)
  mutating func insert(_ row: Int) {
    if row >> 6 != open.place { close(before: row >> 6) }
    open.bits |= 1 << UInt64(truncatingIfNeeded: row & 63)
  }

  mutating func insert(_ rows: RowWord) {
    if rows.first >> 6 != open.place { close(before: rows.first >> 6) }
    open.bits |= rows.bits
  }

  private mutating func close(before place: Int) {
    bits[open.place] |= open.bits
    open = (place, 0)
  }

  private func word(_ place: Int) -> UInt64 { place == open.place ? bits[place] | open.bits : bits[place] }

  /// Whether the same rows are in both.
  public static func == (a: RowSet, b: RowSet) -> Bool {
    a.bits.count == b.bits.count && a.bits.indices.allSatisfy { a.word($0) == b.word($0) }
  }

  /// Calls `body` with every run of indices that follow each other, ascending: rows mostly do, and whole words of them are passed at once.
  public func forEachRun(_ body: (Range<Int>) -> Void) {
    var start: Int?
    for place in bits.indices {
      let word = word(place)
      var bit = 0
      while bit < 64 {
        // Shifted beyond its last bit a word is 0, which has 64 zeros.
        let same = ((start == nil ? word : ~word) >> UInt64(bit)).trailingZeroBitCount
        bit += min(same, 64 - bit)
        if bit == 64 { break }
        if let begun = start { body(begun..<place << 6 | bit) }
        start = start == nil ? place << 6 | bit : nil
      }
    }
    if let start { body(start..<bits.count << 6) }
  }
}
