import LedgerKit
import Ledgers
import Tabular

/// What is to be told about files and about records that are no rows.
enum FileTroubles {
  static func all(in workbook: Workbook) -> [FileTrouble] {
    workbook.inputs.flatMap(troubles) + workbook.tables.sorted { $0.key < $1.key }.flatMap { ofTable($0.value) }
      + workbook.repeats.sorted { $0.key < $1.key }.flatMap { id, found in workbook.tables[id].map { repeats($0, found) } ?? [] }
      + workbook.mismatches.sorted { $0.key < $1.key }.flatMap { id, found in workbook.tables[id].map { totals($0, found) } ?? [] }
      + TitleTroubles.all(in: workbook) + UnitTroubles.all(in: workbook)
  }

  private static func ofTable(_ table: Table) -> [FileTrouble] { rejections(table) + otherMonths(table) }

  private static func troubles(_ input: Input) -> [FileTrouble] {
    switch input.understanding {
    case .unreadable(let what): return [FileTrouble(what, file: input.file)]
    case .unsupported(let title, _, _): return [FileTrouble(.unsupported(title: title), file: input.file)]
    case .matrix(let header, _): return [FileTrouble(.matrix, file: input.file, record: header)]
    case .unrecognized(let sheet): return [FileTrouble(unrecognized(sheet), file: input.file)]
    case .repeated(let sheets, let other): return [FileTrouble(.repeatedFile(other: other), file: input.file, ledger: sheets.first?.ledger)]
    case .ledger(let sheets, let named, let strange):
      let misnamed = named.flatMap { named in
        sheets.first.map { FileTrouble(.misnamed(named: named.title, read: $0.ledger.title), file: input.file, ledger: $0.ledger) }
      }
      return [misnamed].compactMap { $0 } + strange.map { FileTrouble(.strangeTable, file: input.file, record: $0) }
        + sheets.flatMap(headers)
    }
  }

  private static func unrecognized(_ sheet: Sheet) -> FileTrouble.What {
    if (0..<sheet.recordCount).allSatisfy(sheet.isBlank) { return .empty }
    return sheet.suspectedDelimiter.map { .fullWidthDelimiter(String($0)) } ?? .unrecognized
  }

  private static func headers(_ sheet: LedgerSheet) -> [FileTrouble] {
    func trouble(_ what: FileTrouble.What) -> FileTrouble { FileTrouble(what, file: sheet.file, ledger: sheet.ledger) }
    let derived = sheet.ledger.derivation?.map(headers: sheet.derivedHeaders, source: sheet.map)
    let vague = Set(sheet.map.ambiguous.flatMap { $0.columns.map(\.slot) })
    let lacking = sheet.ledger.columns.filter { column in
      column.need == .required && sheet.map.cells[column.slot] == nil && !isToldByName(column, sheet) && !sheet.hasParts(of: column)
        && !vague.contains(column.slot)
    }
    let told = lacking.compactMap { column in sheet.told(of: column).map { (column, $0) } }.filter { !$0.0.traits.contains(.fromFileName) }
    let missing = lacking.filter { column in !told.contains { $0.0 === column } }
    let unknown = sheet.map.unknown.filter { index, _ in !(derived?.cells.contains(index) ?? false) }
    var result = missing.map { trouble(.missingColumn($0)) } + told.map { trouble(.toldAbove($0.0, $0.1)) }
    result += sheet.map.ambiguous.map { trouble(.vagueHeader($0.header, $0.columns)) }
    result += sheet.map.repeated.map { trouble(.repeatedHeader($0.header)) }
    result += unknown.map { trouble(.unknownHeader($0.header)) }
    guard sheet.ledger.role == .record, sheet.count(of: .data) == 0 else { return result }
    return result + [trouble(sheet.count(of: .total) > 0 ? .onlyTotals : .empty)]
  }

  /// Whether the file's name says for all rows what the missing column would.
  private static func isToldByName(_ column: AnyColumn, _ sheet: LedgerSheet) -> Bool {
    column.traits.contains(.fromFileName) && InspectionKind.term(for: sheet.name) != nil
  }

  private static func repeats(_ table: Table, _ found: [RepeatedSource]) -> [FileTrouble] {
    found.map { repeated in
      FileTrouble(
        .mostlyRepeated(other: table.sources[repeated.other].sheet.file, same: repeated.same, own: repeated.own),
        file: table.sources[repeated.source].sheet.file, ledger: table.ledger)
    }
  }

  /// Files named after a month with rows of other months (FIL-009).
  private static func otherMonths(_ table: Table) -> [FileTrouble] {
    guard table.ledger.role == .record else { return [] }
    let months = table.sources.map { $0.isDerived ? nil : FileMonth.month(in: $0.sheet.name) }
    guard months.contains(where: { $0 != nil }) else { return [] }
    var others: [Int: [Int]] = [:]
    for row in table.rows {
      let source = table.sourceIndex(of: row.index)
      guard let month = months[source], let day = row.date, day.parts.month != month else { continue }
      others[source, default: []].append(row.number)
    }
    return others.sorted { $0.key < $1.key }.map { source, rows in
      FileTrouble(.otherMonth(name: months[source] ?? 0, rows: rows), file: table.sources[source].sheet.file, ledger: table.ledger)
    }
  }

  private static func rejections(_ table: Table) -> [FileTrouble] {
    table.rejected.compactMap { rejection in
      let sheet = table.sources[rejection.source].sheet
      let file = sheet.file
      let what: FileTrouble.What
      switch rejection.reason {
      case .surplusCells:
        let cells = sheet.sheet.cells(of: rejection.record)
        what = .surplusCells((cells.lastIndex { !Folding.compact($0).isEmpty } ?? 0) + 1, headers: sheet.headers.count)
      case .unclosedQuote: what = .unclosedQuote
      case .damagedText: what = .damagedRow
      case .repeatedFile: return nil
      }
      return FileTrouble(what, file: file, record: rejection.record, ledger: table.ledger)
    }
  }

  private static func totals(_ table: Table, _ found: [TotalMismatch]) -> [FileTrouble] {
    found.compactMap { mismatch in
      let source = table.sources[mismatch.source]
      // Totals alone are told as such (FIL-013).
      if source.sheet.count(of: .data) == 0 { return nil }
      return FileTrouble(
        .totalMismatch(mismatch, header: source.sheet.header(of: mismatch.column, in: source.map)), file: source.sheet.file,
        record: mismatch.record, ledger: table.ledger,
        value: source.sheet.raw(record: mismatch.record, cell: source.map.cells[mismatch.column.slot]))
    }
  }
}
