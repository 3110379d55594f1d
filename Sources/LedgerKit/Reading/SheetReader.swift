import Tabular

/// Reads the data rows of one sheet into the table of its ledger, and those that are rows of another ledger as well into that one's.
struct SheetReader {
  /// Of the sheet's own ledger, and of the other one.
  private(set) var main: RowReader
  private(set) var derived: RowReader?
  private let sheet: LedgerSheet
  private let damaged: [Int: Anomaly.Kind]
  private let readsBlocks: Bool
  private var block: RowBlock
  private var fields: [Field] = []

  init(_ sheet: LedgerSheet, _ main: RowReader, _ derived: RowReader?) {
    (self.sheet, self.main, self.derived) = (sheet, main, derived)
    damaged = Dictionary(sheet.sheet.anomalies.map { ($0.record, $0.kind) }, uniquingKeysWith: { a, _ in a })
    block = RowBlock(width: main.headerCount)
    readsBlocks = main.readsBlocks && derived?.readsBlocks ?? true
  }

  /// Reads some of the sheet's records.
  mutating func read(_ records: Range<Int>) {
    let first = main.table.count
    sheet.sheet.text.utf8.withUnsafeBytes { read(records, $0) }
    main.settleShares(from: first)
  }

  private mutating func read(_ records: Range<Int>, _ bytes: UnsafeRawBufferPointer) {
    // Asked of this value, it would be copied record by record.
    let sheet = sheet
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
        block.append(record)
        if block.isFull { readBlock(bytes) }
        continue
      }
      readBlock(bytes)
      if rowClass == .data || rowClass == .total { sheet.sheet.readFields(of: record, in: bytes, into: &fields) }
      if rowClass == .data { read(record, fields, bytes) } else { interrupt(rowClass == .total && hasRows ? fields : nil, record) }
    }
    readBlock(bytes)
    sheet.sheet.letGo(of: kept..<records.upperBound)
  }

  /// A blank, total or title row; `total` are the cells of a total row to be compared.
  private mutating func interrupt(_ total: [Field]?, _ record: Int) {
    if let total {
      main.compareTotal(record, total)
      derived?.compareTotal(record, total)
    }
    main.interrupt()
    derived?.interrupt()
  }

  /// Reads the rows of the block, and empties it.
  private mutating func readBlock(_ bytes: UnsafeRawBufferPointer) {
    if block.isEmpty { return }
    block.divide(sheet.sheet, bytes)
    main.glance(at: block, bytes)
    if let derivation = sheet.ledger.derivation { derived?.glance(at: block, bytes, sharing: derivation.shared, of: main.glanced) }
    var row = 0
    while row < block.count {
      let told = derived?.glanced.told(from: row) ?? main.glanced.told(from: row)
      if told.isEmpty { readWithCare(block.records[row], bytes) } else { append(told) }
      row = max(row + 1, told.upperBound)
    }
    block.removeAll()
  }

  /// Appends some rows of the block that need no care.
  private mutating func append(_ rows: Range<Int>) {
    let first = main.table.count
    main.append(rows, of: block)
    main.pass(rows.upperBound - 1)
    guard let derivation = sheet.ledger.derivation, derived != nil else { return }
    for row in rows where derivation.selects(main.table.row(first + row - rows.lowerBound)) { derived?.append(row..<row + 1, of: block) }
    derived?.pass(rows.upperBound - 1)
  }

  /// Reads a row of the block with care.
  private mutating func readWithCare(_ record: Int, _ bytes: UnsafeRawBufferPointer) {
    sheet.sheet.readFields(of: record, in: bytes, into: &fields)
    read(record, fields, bytes)
  }

  /// Reads a record with care.
  private mutating func read(_ record: Int, _ fields: [Field], _ bytes: UnsafeRawBufferPointer) {
    if let reason = main.rejection(of: fields, damaged.isEmpty ? nil : damaged[record]) {
      main.table.rejected.append(.init(source: main.source, record: record, reason: reason))
      // What a rejected row says is not known, so nothing below may refer to it.
      return interrupt(nil, record)
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
