import Tabular

/// Something to tell about one cell.
public struct CellIssue: Sendable {
  /// Index in the table of the ledger.
  public let row: Int
  /// Where the cell stands.
  public let column: AnyColumn
  /// Unusable, or used with a remark.
  public let trouble: CellTrouble
}

/// A total row that does not equal the sum of the rows above it.
public struct TotalMismatch: Sendable {
  /// Index in the table's sources.
  public let source: Int
  /// Record of the total row, from 0.
  public let record: Int
  /// One marked `isTotaled`.
  public let column: AnyColumn
  /// As the total row says.
  public let stated: Fixed
  /// As the rows above add up, or as the capitals beside it say.
  public let sum: Fixed
  /// The rows agree, but the amount in capitals beside does not.
  public var isCapitals = false
  /// It counts problems rather than adds up money: 发现隐患3处.
  public var isCount = false
}

/// Reads the data rows of sheets into the tables of their ledgers.
public struct TableBuilder: Sendable {
  /// Numbers the texts of all tables.
  public let lexicon: Lexicon
  private let frame: ReadingFrame
  /// By ledger id; a table appears with its first sheet.
  public private(set) var tables: [String: Table] = [:]
  /// By ledger id, in the order of reading.
  public private(set) var issues: [String: [CellIssue]] = [:]
  /// By ledger id, in the order of reading.
  public private(set) var mismatches: [String: [TotalMismatch]] = [:]

  /// Creates a builder; without a window dates lacking their year stay undecided.
  public init(lexicon: Lexicon, frame: ReadingFrame) {
    self.lexicon = lexicon
    self.frame = frame
  }

  /// Creates a builder that knows the term only.
  public init(lexicon: Lexicon, window: DayRange?, asOf: Day?) {
    self.init(lexicon: lexicon, frame: ReadingFrame(window: window, asOf: asOf))
  }

  /// Reads a sheet, or some of its records. Rows of a file that repeats another are noted as rejected and not read.
  public mutating func append(_ sheet: LedgerSheet, records: Range<Int>? = nil, isRepeated: Bool = false) {
    let records = records ?? sheet.records
    let ledger = sheet.ledger
    let isCarryOver = ledger.carryOverWords.contains(where: sheet.name.holds)
    var main = begin(ledger, .init(sheet: sheet, map: sheet.map, isCarryOver: isCarryOver, isDerived: false))
    if isRepeated { return reject(sheet, records, main.table, main.source) }
    var derived = ledger.derivation.flatMap { derivation in
      derivation.map(headers: sheet.derivedHeaders, source: sheet.map).map { map in
        begin(derivation.target, .init(sheet: sheet, map: map, isCarryOver: isCarryOver, isDerived: true))
      }
    }
    main.table.reserve(records == sheet.records ? sheet.count(of: .data) : records.count)
    // In a long sheet most rows have a paper of their own, and its number.
    if records.count >= 65_536 { lexicon.reserve(records.count) }
    sheet.sheet.text.utf8.withUnsafeBytes { read(sheet, records, $0, &main, &derived) }
    issues[ledger.id, default: []] += main.issues
    mismatches[ledger.id, default: []] += main.mismatches
    guard let derived else { return }
    issues[derived.table.ledger.id, default: []] += derived.issues
    mismatches[derived.table.ledger.id, default: []] += derived.mismatches
  }

  private mutating func begin(_ ledger: Ledger, _ source: Table.Source) -> RowReader {
    let table = tables[ledger.id] ?? Table(ledger, lexicon: lexicon)
    tables[ledger.id] = table
    table.frame = frame
    return RowReader(table: table, source: table.add(source), frame: frame)
  }

  private func reject(_ sheet: LedgerSheet, _ records: Range<Int>, _ table: Table, _ source: Int) {
    for record in records where sheet.classes[record] == .data {
      table.rejected.append(.init(source: source, record: record, reason: .repeatedFile))
    }
  }

  private func read(
    _ sheet: LedgerSheet, _ records: Range<Int>, _ bytes: UnsafeRawBufferPointer, _ main: inout RowReader, _ derived: inout RowReader?
  ) {
    let damaged = Dictionary(sheet.sheet.anomalies.map { ($0.record, $0.kind) }, uniquingKeysWith: { a, _ in a })
    let readsBlocks = main.readsBlocks && derived?.readsBlocks ?? true
    var block = RowBlock()
    var fields: [Field] = []
    let first = main.table.count
    defer { main.settleShares(from: first) }
    // Totals without a row above them are FIL-013; there is nothing to compare them with.
    var hasRows = false
    var kept = records.lowerBound
    for record in records where sheet.classes[record] != .note {
      // The text of a large file is let go behind the row that is read.
      if block.isEmpty, record - kept >= 8192 {
        sheet.sheet.letGo(of: kept..<record)
        kept = record
      }
      let rowClass = sheet.classes[record]
      hasRows = hasRows || rowClass == .data
      if rowClass == .data, readsBlocks, damaged.isEmpty || damaged[record] == nil {
        block.append(record, of: sheet.sheet, bytes)
        if block.isFull { read(&block, of: sheet, bytes, &main, &derived) }
        continue
      }
      read(&block, of: sheet, bytes, &main, &derived)
      if rowClass == .total || rowClass == .data { sheet.sheet.readFields(of: record, in: bytes, into: &fields) }
      if rowClass == .data {
        read(record, fields, damaged[record], of: sheet, bytes, &main, &derived)
        continue
      }
      if rowClass == .total, hasRows {
        main.compareTotal(record, fields)
        derived?.compareTotal(record, fields)
      }
      main.interrupt()
      derived?.interrupt()
    }
    read(&block, of: sheet, bytes, &main, &derived)
    sheet.sheet.letGo(of: kept..<records.upperBound)
  }

  /// Reads the rows of a block, and empties it.
  private func read(
    _ block: inout RowBlock, of sheet: LedgerSheet, _ bytes: UnsafeRawBufferPointer, _ main: inout RowReader, _ derived: inout RowReader?
  ) {
    if block.isEmpty { return }
    main.glance(at: block, bytes)
    if let derivation = sheet.ledger.derivation { derived?.glance(at: block, bytes, sharing: derivation.shared, of: main.glanced) }
    var row = 0
    while row < block.count {
      let told = derived?.glanced.told(from: row) ?? main.glanced.told(from: row)
      if told.isEmpty {
        read(block.records[row], block.fields[row], nil, of: sheet, bytes, &main, &derived)
      } else {
        append(told, of: block, sheet, &main, &derived)
      }
      row = max(row + 1, told.upperBound)
    }
    block.removeAll()
  }

  /// Appends some rows of a block that need no care, and those of them that are rows of another ledger as well to its table.
  private func append(
    _ rows: Range<Int>, of block: RowBlock, _ sheet: LedgerSheet, _ main: inout RowReader, _ derived: inout RowReader?
  ) {
    let first = main.table.count
    main.append(rows, of: block)
    main.pass(rows.upperBound - 1)
    guard let derivation = sheet.ledger.derivation else { return }
    for row in rows where derived != nil && derivation.selects(main.table.row(first + row - rows.lowerBound)) {
      derived?.append(row..<row + 1, of: block)
    }
    derived?.pass(rows.upperBound - 1)
  }

  /// Reads a record with care.
  private func read(
    _ record: Int, _ fields: [Field], _ anomaly: Anomaly.Kind?, of sheet: LedgerSheet, _ bytes: UnsafeRawBufferPointer,
    _ main: inout RowReader, _ derived: inout RowReader?
  ) {
    if let reason = main.rejection(of: fields, anomaly) {
      main.table.rejected.append(.init(source: main.source, record: record, reason: reason))
      // What a rejected row says is not known, so nothing below may refer to it.
      main.interrupt()
      derived?.interrupt()
      return
    }
    main.append(record, fields, bytes)
    guard let derivation = sheet.ledger.derivation, derived != nil else { return }
    let row = main.table.row(main.table.count - 1)
    if derivation.selects(row) {
      derived?.append(record, fields, bytes, sharing: derivation.shared, of: row)
    } else {
      derived?.pass(fields, bytes, sharing: derivation.shared, of: row)
    }
  }
}

// MARK: Sheets read in two parts at once

extension TableBuilder {
  /// The first record near a given one from which a sheet can be read without the rows above: none of its cells refers to them (同上), nor
  /// will those below refer to a row further up (merged cells). nil where there is none, or where other rows are weighed too: total rows,
  /// shares of one and less, rows of another ledger.
  public static func border(in sheet: LedgerSheet, near record: Int) -> Int? {
    let (map, columns) = (sheet.map, sheet.ledger.columns)
    guard sheet.ledger.derivation == nil, sheet.form == nil, sheet.count(of: .total) == 0, record > sheet.headerRecords.upperBound,
      !columns.contains(where: { $0.isPercent && map.cells[$0.slot] != nil })
    else { return nil }
    let cells = columns.filter { $0.fillsDown || $0 === sheet.ledger.date }.compactMap { map.cells[$0.slot] }
    return (record..<min(record + 1000, sheet.records.upperBound)).first { record in
      guard sheet.classes[record] == .data else { return false }
      let fields = sheet.sheet.fields(of: record)
      guard fields.count <= sheet.headers.count, cells.allSatisfy({ $0 < fields.count }) else { return false }
      let texts = fields.map { sheet.sheet.bytes(of: $0) }.map { Array($0[CellText.trimmed($0.span)]) }
      return cells.allSatisfy { !texts[$0].isEmpty } && !texts.contains { CellText.isDitto($0.span) }
    }
  }

  /// Takes over what another builder read behind what this one read. Its first sheet may be the rest of the last one here; all is as if
  /// one builder had read everything, but that texts may be numbered otherwise.
  public mutating func join(_ other: TableBuilder, continuing ledger: Ledger?) {
    let numbers = lexicon.join(other.lexicon)
    for (id, table) in other.tables {
      let mine = tables[id] ?? Table(table.ledger, lexicon: lexicon)
      tables[id] = mine
      mine.frame = frame
      let (rows, sources) = (mine.count, mine.sources.count - (ledger?.id == id ? 1 : 0))
      mine.join(table, numbers, continuing: ledger?.id == id)
      issues[id, default: []] += (other.issues[id] ?? []).map { CellIssue(row: rows + $0.row, column: $0.column, trouble: $0.trouble) }
      mismatches[id, default: []] += (other.mismatches[id] ?? []).map { $0.moved(by: sources) }
    }
  }
}

extension TotalMismatch {
  /// The same of a table in which so many sources precede.
  fileprivate func moved(by sources: Int) -> TotalMismatch {
    TotalMismatch(
      source: source + sources, record: record, column: column, stated: stated, sum: sum, isCapitals: isCapitals, isCount: isCount)
  }
}
