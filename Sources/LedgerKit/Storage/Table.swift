/// Where a row's deciding date lies.
public enum RowPeriod: UInt8, Sendable {
  case inTerm
  /// Before the window, in a ledger that carries open rows over (hazards).
  case carriedOver
  /// In another semester: left out of this one's figures (GEN-005).
  case outside
  /// After the as-of date (GEN-004).
  case future
  /// No usable date.
  case undated

  /// Those of which most figures speak, and with them those that some speak of as well.
  public static let term: Set<RowPeriod> = [.inTerm]
  static let termAndBefore: Set<RowPeriod> = [.inTerm, .carriedOver]
}

/// All rows of one ledger, from all its files, column by column.
public final class Table: @unchecked Sendable {
  /// Whose columns it holds.
  public let ledger: Ledger
  /// Where its texts are.
  public let lexicon: Lexicon
  /// What the settings answered while its rows were read.
  public internal(set) var frame = ReadingFrame()
  /// The files the rows come from, in order.
  @exclusivity(unchecked) public internal(set) var sources: [Source] = []
  /// Records that could not be read as rows of the ledger at all.
  public internal(set) var rejected: [Rejection] = []

  /// The ledger's columns, then the source and the record of each row. Of each source it knows which columns its sheet has, whether its rows
  /// are derived (in the column of the source) and whether it is a form (in that of the record).
  @usableFromInline let cells: CellStore
  /// How many columns the ledger has.
  @usableFromInline let width: Int
  /// Slots of the deciding date and of what stands in for it; -1 where the ledger has none.
  @usableFromInline let dateSlot: Int
  @usableFromInline let dateFallbackSlots: [Int]

  /// Rows no figure uses, with the rule or reason.
  public private(set) var leftOut: [Int: String] = [:]
  /// How many rows figures can use, by what decides it, as long as no row changes.
  let usableCounts = UsableCounts()
  /// What several figures asked of it, as long as no row changes.
  let keptAnswers = KeptAnswers()
  /// Cells whose values are not exact, by row.
  private var precisions: [Int: [(column: AnyColumn, precision: Precision)]] = [:]
  /// Whether there are any: most tables have none, and rules and figures ask row by row.
  @usableFromInline @exclusivity(unchecked) private(set) var hasPrecisions = false
  /// Cells whose values are not as typed, in the order of reading.
  @exclusivity(unchecked) private(set) var repairs: [RepairMark] = []
  /// Columns that some sheet lacks but another column's cells told: a date of completion inside 整改情况.
  private var toldElsewhere = Set<Int>()

  /// One cell that was repaired; nine bytes, for a district has millions.
  struct RepairMark {
    let row: Int32
    let slot: UInt16
    let repair: Repair
  }

  /// A file and how its columns map to the ledger's.
  public struct Source: Sendable {
    /// The file's records and headers.
    public let sheet: LedgerSheet
    /// By slots of the table's ledger, which for derived rows is not the sheet's.
    public let map: HeaderMap
    /// Whether its rows are last term's open ones.
    public let isCarryOver: Bool
    /// Whether its rows are problem rows of a combined inspection sheet.
    public let isDerived: Bool

    /// Whether the sheet gives a column's numbers in parts: 人数 as 幼儿, 教师, 家长.
    public func hasParts(of column: AnyColumn) -> Bool {
      let sums = (isDerived ? sheet.ledger.derivation?.target : sheet.ledger)?.sums ?? []
      return sums.contains { $0.total === column && $0.parts.contains { map.cells[$0.slot] != nil } }
    }
  }

  /// A record that is not a row of the table.
  public struct Rejection: Sendable {
    /// Why a record's cells cannot be trusted.
    public enum Reason: Sendable { case surplusCells, unclosedQuote, damagedText, repeatedFile }
    /// Index in `sources`.
    public let source: Int
    /// Record of the sheet, from 0.
    public let record: Int
    /// Decides which FIL rule speaks.
    public let reason: Reason
  }

  /// Creates an empty table.
  public init(_ ledger: Ledger, lexicon: Lexicon) {
    self.ledger = ledger
    self.lexicon = lexicon
    width = ledger.columns.count
    dateSlot = ledger.date?.slot ?? -1
    dateFallbackSlots = ledger.dateFallbacks.map(\.slot)
    cells = CellStore(columns: width)
  }

  deinit { cells.deallocate() }

  /// Adds a file whose rows follow; returns its index.
  func add(_ source: Source) -> Int {
    sources.append(source)
    cells.addSource(source.map.cells.map { $0 != nil } + [source.isDerived, source.sheet.form != nil])
    return sources.count - 1
  }

  /// Makes room for so many more rows.
  func reserve(_ rows: Int) { cells.reserve(rows) }

  /// Appends a row; `values` has a cell for each column.
  @inline(__always)
  func append(_ values: RowValues, source: Int, record: Int) { cells.append(values.all, source: source, record: record) }

  /// Appends some rows of a block.
  func append(_ glanced: GlancedRows, _ rows: Range<Int>, of block: RowBlock, source: Int) {
    cells.append(rows.count, source: source, records: block.records[rows]) { glanced[$0, rows] }
  }

  /// Appends the rows of another table of the ledger with all that is known of them, whose texts have other numbers there. Its first source
  /// may be a part of the last one here.
  func join(_ other: Table, _ numbers: [Int32], continuing: Bool) {
    let (first, firstSource) = (count, sources.count - (continuing ? 1 : 0))
    for source in other.sources.dropFirst(continuing ? 1 : 0) { _ = add(source) }
    cells.append(other.cells, firstSource: firstSource) { [ledger, width] slot in
      guard slot < width, let renumbered = ledger.columns[slot].renumbered else { return nil }
      return { values in
        for place in values.indices where values[place] > CellMark.unusable { values[place] = renumbered(values[place], numbers) }
      }
    }
    rejected += other.rejected.map { Rejection(source: firstSource + $0.source, record: $0.record, reason: $0.reason) }
    repairs += other.repairs.map { RepairMark(row: Int32(first) + $0.row, slot: $0.slot, repair: $0.repair) }
    for (row, vague) in other.precisions { precisions[first + row] = vague }
    hasPrecisions = !precisions.isEmpty
    toldElsewhere.formUnion(other.toldElsewhere)
  }

  /// What the settings answer; nil where they do not.
  public func answer(_ question: Question) -> String? { frame.answer(question) }

  /// Rows of all sources, left-out and merged ones included.
  public var count: Int { cells.count }
  /// Whether no file gave it a row.
  public var isEmpty: Bool { count == 0 }
  /// The row at an index, which must be below `count`.
  public func row(_ index: Int) -> Row { Row(table: self, cells: cells, index: index) }
  /// All rows, in the order of reading.
  public var rows: TableRows { TableRows(self) }

  /// Which of the sources a row comes from.
  public func sourceIndex(of row: Int) -> Int { cells.source(of: row) }
  /// Record of its sheet, from 0, a row was read from.
  func record(of row: Int) -> Int { cells.record(of: row) }
  /// Line of its file, from 0, a row stands on.
  func line(of row: Int) -> Int {
    let (source, record) = (sourceIndex(of: row), record(of: row))
    return isForm(source) ? sources[source].sheet.line(of: record) : record
  }

  /// Whether a source is a form, whose cells lie below each other.
  func isForm(_ source: Int) -> Bool { cells.fact(cells.recordSlot, ofSource: source) }

  /// A number that rows with equal cells share.
  public func contentHash(of row: Int) -> Int {
    var h: UInt64 = 0x9E37_79B9_7F4A_7C15
    for slot in 0..<width { h = CellStore.mixed(h, cells[slot, row]) }
    return Int(truncatingIfNeeded: h)
  }

  /// Whether two rows agree in every column of the ledger.
  public func haveEqualContent(_ a: Int, _ b: Int) -> Bool { (0..<width).allSatisfy { cells[$0, a] == cells[$0, b] } }

  /// Gives back the memory of the texts of large files, or of those of some rows; they are read from the disk again when they are asked
  /// for. To let go of all after every few rows would take time that grows with the square of the rows.
  public func letGoOfTexts(of rows: Range<Int>? = nil) {
    if let rows, let last = rows.last, sourceIndex(of: rows.lowerBound) == sourceIndex(of: last),
      record(of: rows.lowerBound) <= record(of: last)
    {
      return sources[sourceIndex(of: last)].sheet.sheet.letGo(of: record(of: rows.lowerBound)..<record(of: last) + 1)
    }
    for source in sources { source.sheet.sheet.letGo() }
  }

  // MARK: What later stages decide about rows

  private func forgetWhatWasCounted() {
    usableCounts.forget()
    keptAnswers.forget()
  }

  /// Says where each row lies in time: in the term where its deciding date is one of some days, as most are; the others as `period` says.
  public func setPeriods(inTermFrom first: Day, to last: Day, others period: (Row) -> RowPeriod) {
    defer { forgetWhatWasCounted() }
    for start in stride(from: 0, to: count, by: 64) {
      var settled = cells.word(ofRowsFrom: start, in: 1 << RowPeriod.inTerm.rawValue)
      let hasDays = dateSlot >= 0 && first <= last
      settled &= hasDays ? cells.word(dateSlot, from: start, in: Int64(first.number)...Int64(last.number)) : 0
      for row in RowWord(table: self, first: start, bits: ~settled & .max >> UInt64(max(0, start + 64 - count))) {
        cells.setState(row.index, cells.state(row.index) & ~RowState.period | period(row).rawValue)
      }
    }
  }

  /// Leaves a row out of every figure; the first reason stays.
  public func leaveOut(_ row: Int, because rule: String) {
    guard !isLeftOut(row) else { return }
    leftOut[row] = rule
    forgetWhatWasCounted()
    cells.setState(row, cells.state(row) | RowState.leftOut)
  }

  /// Whether an error keeps the row out of every figure.
  @inlinable
  public func isLeftOut(_ row: Int) -> Bool { cells.state(row) & RowState.leftOut != 0 }

  /// Takes cells of a row out of use: no later rule reads them, and figures that read them leave the row out.
  public func spoil(_ row: Int, _ columns: [AnyColumn]) {
    for column in columns { cells.set(column.slot, row, CellMark.unusable) }
    forgetWhatWasCounted()
  }

  /// A row that is the same thing as a row of another file; it is not counted twice.
  public func merge(_ row: Int) {
    cells.setState(row, cells.state(row) | RowState.merged)
    forgetWhatWasCounted()
  }
  /// Rows that no other row stands for.
  var countOfUnmerged: Int {
    usableCounts.count(of: .init(periods: 0, doubtful: [])) { (0..<count).reduce(0) { isMerged($1) ? $0 : $0 + 1 } }
  }
  /// Whether another row already stands for this one.
  @inlinable
  public func isMerged(_ row: Int) -> Bool { cells.state(row) & RowState.merged != 0 }

  /// A value that is not exactly what it says (约620人, 3月份) is used, and what rests on it can tell.
  func note(_ precision: Precision, _ row: Int, _ column: AnyColumn) {
    precisions[row, default: []].append((column, precision))
    hasPrecisions = true
  }

  @usableFromInline
  func precision(_ row: Int, _ column: AnyColumn) -> Precision? {
    precisions[row]?.first { $0.column === column }?.precision
  }

  /// The rows in which one of some columns holds a number that is only about right.
  func approximateRows(reading columns: [AnyColumn]) -> Set<Int> {
    if precisions.isEmpty { return [] }
    return Set(
      precisions.filter { $0.value.contains { vague in vague.precision == .about && columns.contains { $0 === vague.column } } }.keys)
  }

  /// Notes that a cell's value is not as typed.
  func note(_ repair: Repair, _ row: Int, _ column: AnyColumn) {
    repairs.append(RepairMark(row: Int32(row), slot: UInt16(column.slot), repair: repair))
    if repair == .found { toldElsewhere.insert(column.slot) }
  }

  /// How many repairs there are, and back to so many.
  var repairCount: Int { repairs.count }
  func forgetRepairs(after count: Int) { repairs.removeLast(repairs.count - count) }
  func forgetRepairs(after count: Int, of slots: Set<Int>) {
    if repairs.count > count { repairs[count...].removeAll { slots.contains(Int($0.slot)) } }
  }

  /// How often each kind of repair was made.
  public var repairCounts: [Repair: Int] {
    var counts = [Int](repeating: 0, count: Repair.allCases.count)
    for mark in repairs { counts[Int(mark.repair.rawValue)] += 1 }
    return Dictionary(
      uniqueKeysWithValues: Repair.allCases.compactMap { counts[Int($0.rawValue)] == 0 ? nil : ($0, counts[Int($0.rawValue)]) })
  }

  /// The rows in which a column's cell was repaired.
  public func repairedRows(of column: AnyColumn) -> Set<Int> {
    Set(repairs.lazy.filter { Int($0.slot) == column.slot }.map { Int($0.row) })
  }

  /// The rows in which a column's cell was repaired in one way, in order.
  public func repairedRows(of column: AnyColumn, by repair: Repair) -> [Int] {
    repairs.lazy.filter { Int($0.slot) == column.slot && $0.repair == repair }.map { Int($0.row) }.sorted()
  }

  /// The repaired cells with before and after, in the order of reading; made anew each time.
  public var normalizations: [Normalization] { repairs.map(normalization) }

  /// The first cells of a kind of repair.
  public func normalizations(of repair: Repair, first count: Int) -> [Normalization] {
    repairs.lazy.filter { $0.repair == repair }.prefix(count).map(normalization)
  }

  private func normalization(_ mark: RepairMark) -> Normalization {
    let row = row(Int(mark.row))
    let column = ledger.columns[Int(mark.slot)]
    let after = row.stored(column).map { PersonalData.masked(column.plainText($0, in: lexicon)) } ?? ""
    return Normalization(
      file: row.file, row: row.number(of: column), column: row.header(column), repair: mark.repair,
      before: PersonalData.masked(row.raw(column)),
      after: after)
  }

  /// Whether any file has one of these columns.
  public func has(anyOf columns: [AnyColumn]) -> Bool {
    columns.contains { toldElsewhere.contains($0.slot) }
      || sources.contains { source in columns.contains { source.map.cells[$0.slot] != nil } }
  }
}
