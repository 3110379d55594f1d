/// One number of the report: which rows it selects and how it reduces them (domain §4.1).
public final class Figure: Sendable {
  /// Adds the rows of the table it selects to the tally.
  public typealias Compute = @Sendable (inout Tally, Table, Books) -> Void

  /// `ST-HAZ-03`, with a suffix where one code stands for several numbers.
  public let code: String
  /// `hazards.closureRate`
  public let id: String
  /// As reports name it: 隐患整改率.
  public let title: String
  /// Part of its identity: 处 and 次 are not added up.
  public let unit: Unit
  /// In plain Chinese: what is divided by what, and which rows count.
  public let definition: String
  /// The columns it reads: a row in which one of them is unusable is left out, and counted as left out.
  public let reads: [AnyColumn]
  /// Which rows can belong to it, by their date.
  public let periods: Set<RowPeriod>
  /// Columns without which it cannot be given: of each group one must be on some sheet. Missing is not zero.
  public let needs: [[AnyColumn]]
  /// Whether numerator and denominator are money: shares of an amount.
  public let weighsMoney: Bool
  let compute: Compute

  /// Creates a figure; `compute` runs only where there is a usable row and every group of `needs` has a column.
  public init(
    _ code: String, _ id: String, _ title: String, _ unit: Unit, reads: [AnyColumn] = [], periods: Set<RowPeriod> = [.inTerm],
    needs: [[AnyColumn]] = [], weighsMoney: Bool = false, _ definition: String, compute: @escaping Compute
  ) {
    self.needs = needs
    self.weighsMoney = weighsMoney || unit == .money
    self.code = code
    self.id = id
    self.title = title
    self.unit = unit
    self.reads = reads
    self.periods = periods
    self.definition = definition
    self.compute = compute
  }

  /// Its value over the books; `ledger` is where its rows are.
  public func value(in books: Books, ledger: Ledger, keepingEvidence: Bool = false) -> FigureValue {
    guard let table = books.table(ledger) else { return FigureValue(self, ledger: ledger, state: .noLedger) }
    var tally = Tally(keepingEvidence: keepingEvidence, vague: table.approximateRows(reading: reads), of: table)
    let hasRows = excludeUnusable(table, &tally)
    if !hasRows {
      if let column = unusableColumn(in: table) {
        tally.lacksRows(table.has(anyOf: [column]) ? "各行的“\(column.title)”都无法使用" : "台账没有“\(column.title)”这一列")
      }
      return FigureValue(self, ledger: ledger, state: .noRows, tally: tally)
    }
    if let lacking = needs.first(where: { !table.has(anyOf: $0) }) {
      tally.lacksRows("台账没有“\(lacking.map(\.title).joined(separator: "”或“"))”这一列")
    } else {
      compute(&tally, table, books)
    }
    return FigureValue(self, ledger: ledger, state: tally.unavailable?.state ?? .value, tally: tally)
  }

  /// The rows that were counted or support its value, in the order they were met. Those left out are not looked for: that takes longer than
  /// the figure itself.
  public func countedRows(in books: Books, ledger: Ledger) -> [Row] {
    guard let table = books.table(ledger) else { return [] }
    var tally = Tally(keepingEvidence: true)
    compute(&tally, table, books)
    return (tally.evidence ?? []).filter { $0.role != .excluded }.map(\.row)
  }

  /// Counts the rows the figure cannot use; returns whether there is any row of the term that it can.
  private func excludeUnusable(_ table: Table, _ tally: inout Tally) -> Bool {
    tally.exclude(records: table.rejected.count)
    if tally.evidence == nil {
      let usable = table.rows(for: reads, in: RowPeriod.termAndBefore).count
      tally.exclude(records: table.countOfUnmerged - usable)
      return usable > 0
    }
    // Carried-over hazards belong to the figures that count them and are not missed by the others.
    var next = 0
    for row in table.rows(for: reads, in: RowPeriod.termAndBefore) {
      exclude(next..<row.index, of: table, &tally)
      next = row.index + 1
    }
    exclude(next..<table.count, of: table, &tally)
    return next > 0
  }

  private func exclude(_ rows: Range<Int>, of table: Table, _ tally: inout Tally) {
    for row in rows where !table.isMerged(row) { tally.exclude(table.row(row)) }
  }

  /// The column that keeps every row of the term out; nil where there is no such row at all.
  private func unusableColumn(in table: Table) -> AnyColumn? {
    table.rows(for: []).first { _ in true }.flatMap { row in reads.first(where: row.isUnusable) }
  }
}

/// A figure as computed.
public struct FigureValue: Sendable {
  /// Whether there is a value, and if not, what is lacking; the raw values stand in `figures --json`.
  public enum State: String, Sendable {
    case value
    case noLedger = "no-ledger"
    case noRows = "no-rows"
    case noDenominator = "no-denominator"
  }

  /// What was computed.
  public let figure: Figure
  /// Where its rows are.
  public let ledger: Ledger
  /// Only `value` may be printed as a number; missing is never zero.
  public let state: State
  /// Numerator, denominator, row counts and, where kept, evidence.
  public let tally: Tally
  /// It rests on numbers that are only about right, and is printed with 约.
  public var isApproximate: Bool { tally.isApproximate }

  init(_ figure: Figure, ledger: Ledger, state: State, tally: Tally = Tally()) {
    self.figure = figure
    self.ledger = ledger
    self.tally = tally
    self.state = state == .value && tally.denominator == 0 ? .noDenominator : state
  }

  /// Unrounded; nil where there is no value.
  public var exact: Exact? {
    guard state == .value else { return nil }
    return Exact(tally.numerator, over: figure.unit.isPlain ? 1 : tally.denominator ?? 1)
  }

  /// As a sentence prints it before its unit.
  public var inline: String { exact.map { (isApproximate ? "约" : "") + $0.inline(in: figure.unit) } ?? "—" }

  /// Decimal string without unit; nil where there is no value.
  public var value: String? { exact?.value(in: figure.unit) }

  /// The value with its unit, or why there is none.
  public var text: String {
    if let exact { return (isApproximate ? "约" : "") + exact.text(in: figure.unit) + (tally.note.map { "（\($0)）" } ?? "") }
    switch state {
    case .noLedger: return tally.unavailable?.why ?? "未提供\(ledger.title)"
    case .noRows: return tally.unavailable?.why ?? "本学期无\(ledger.title)" + (ledger.title.hasSuffix("记录") ? "" : "记录")
    default: return "—"
    }
  }
}

extension Unit {
  /// Counts and money are their numerator; the denominator, where there is one, is told beside it (5 of 5 months).
  public var isPlain: Bool {
    switch self {
    case .count, .money: true
    default: false
    }
  }
}
