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
public struct TableBuilder {
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

  /// Reads a sheet. Rows of a file that repeats another are noted as rejected and not read.
  public mutating func append(_ sheet: LedgerSheet, isRepeated: Bool = false) {
    let ledger = sheet.ledger
    let isCarryOver = ledger.carryOverWords.contains(where: sheet.name.holds)
    var main = begin(ledger, .init(sheet: sheet, map: sheet.map, isCarryOver: isCarryOver, isDerived: false))
    if isRepeated { return reject(sheet, main.table, main.source) }
    var derived = ledger.derivation.flatMap { derivation in
      derivation.map(headers: sheet.derivedHeaders, source: sheet.map).map { map in
        begin(derivation.target, .init(sheet: sheet, map: map, isCarryOver: isCarryOver, isDerived: true))
      }
    }
    main.table.reserve(sheet.count(of: .data))
    sheet.sheet.text.utf8.withUnsafeBytes { read(sheet, $0, &main, &derived) }
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

  private func reject(_ sheet: LedgerSheet, _ table: Table, _ source: Int) {
    for record in sheet.records where sheet.classes[record] == .data {
      table.rejected.append(.init(source: source, record: record, reason: .repeatedFile))
    }
  }

  /// The text of a large file is let go behind the row that is read.
  private func letGo(of sheet: LedgerSheet, before record: Int) {
    let first = sheet.records.lowerBound
    if record > first, (record - first) % 8192 == 0 { sheet.sheet.letGo(of: first..<record) }
  }

  private func read(_ sheet: LedgerSheet, _ bytes: UnsafeRawBufferPointer, _ main: inout RowReader, _ derived: inout RowReader?) {
    let damaged = Dictionary(sheet.sheet.anomalies.map { ($0.record, $0.kind) }, uniquingKeysWith: { a, _ in a })
    var fields: [Field] = []
    let first = main.table.count
    defer { main.settleShares(from: first) }
    // Totals without a row above them are FIL-013; there is nothing to compare them with.
    var hasRows = false
    for record in sheet.records where sheet.classes[record] != .note {
      letGo(of: sheet, before: record)
      let rowClass = sheet.classes[record]
      if rowClass == .total || rowClass == .data { sheet.sheet.readFields(of: record, in: bytes, into: &fields) }
      hasRows = hasRows || rowClass == .data
      if rowClass == .total, hasRows {
        main.compareTotal(record, fields)
        derived?.compareTotal(record, fields)
      }
      guard rowClass == .data else {
        main.interrupt()
        derived?.interrupt()
        continue
      }
      if let reason = main.rejection(of: fields, damaged.isEmpty ? nil : damaged[record]) {
        main.table.rejected.append(.init(source: main.source, record: record, reason: reason))
        // What a rejected row says is not known, so nothing below may refer to it.
        main.interrupt()
        derived?.interrupt()
        continue
      }
      main.append(record, fields, bytes)
      guard let derivation = sheet.ledger.derivation, derived != nil else { continue }
      let row = main.table.row(main.table.count - 1)
      if derivation.selects(row) {
        derived?.append(record, fields, bytes, sharing: derivation.shared, of: row)
      } else {
        derived?.pass(fields, bytes, sharing: derivation.shared, of: row)
      }
    }
  }
}
