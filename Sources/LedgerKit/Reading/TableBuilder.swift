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
    let main = begin(ledger, .init(sheet: sheet, map: sheet.map, isCarryOver: isCarryOver, isDerived: false))
    if isRepeated { return reject(sheet, records, main.table, main.source) }
    let derived = ledger.derivation.flatMap { derivation in
      derivation.map(headers: sheet.derivedHeaders, source: sheet.map).map { map in
        begin(derivation.target, .init(sheet: sheet, map: map, isCarryOver: isCarryOver, isDerived: true))
      }
    }
    // For the whole sheet, even where only its first part is read: what another core reads of it is appended without moving anything.
    main.table.reserve(records.lowerBound == sheet.records.lowerBound ? sheet.count(of: .data) : records.count)
    var reader = SheetReader(sheet, main, derived)
    reader.read(records)
    for reader in [reader.main, reader.derived].compactMap(\.self) {
      issues[reader.table.ledger.id, default: []] += reader.issues
      mismatches[reader.table.ledger.id, default: []] += reader.mismatches
    }
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
