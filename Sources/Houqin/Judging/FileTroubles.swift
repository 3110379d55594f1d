import LedgerKit
import Ledgers

/// What is to be told about files and about records that are no rows.
enum FileTroubles {
  static func all(in workbook: Workbook) -> [FileTrouble] {
    workbook.inputs.flatMap(troubles) + workbook.tables.sorted { $0.key < $1.key }.flatMap { rejections($0.value) }
      + workbook.mismatches.sorted { $0.key < $1.key }.flatMap { id, found in workbook.tables[id].map { totals($0, found) } ?? [] }
  }

  private static func troubles(_ input: Input) -> [FileTrouble] {
    switch input.understanding {
    case .unreadable(let what): return [FileTrouble(what, file: input.file)]
    case .unsupported(let title, _, _): return [FileTrouble(.unsupported(title: title), file: input.file)]
    case .unrecognized(let sheet):
      let isBlank = (0..<sheet.recordCount).allSatisfy(sheet.isBlank)
      return [FileTrouble(isBlank ? .empty : .unrecognized, file: input.file)]
    case .repeated(let sheet, let other): return [FileTrouble(.repeatedFile(other: other), file: input.file, ledger: sheet.ledger)]
    case .ledger(let sheet, let named):
      let misnamed = named.map { FileTrouble(.misnamed(named: $0.title, read: sheet.ledger.title), file: input.file, ledger: sheet.ledger) }
      return [misnamed].compactMap { $0 } + headers(sheet)
    }
  }

  private static func headers(_ sheet: LedgerSheet) -> [FileTrouble] {
    func trouble(_ what: FileTrouble.What) -> FileTrouble { FileTrouble(what, file: sheet.file, ledger: sheet.ledger) }
    let derived = sheet.ledger.derivation?.map(headers: sheet.headers, source: sheet.map)
    let missing = sheet.ledger.columns.filter { column in
      column.need == .required && sheet.map.cells[column.slot] == nil && !isToldByName(column, sheet)
    }
    let unknown = sheet.map.unknown.filter { index, _ in !(derived?.cells.contains(index) ?? false) }
    let isEmpty = sheet.ledger.role == .record && sheet.count(of: .data) == 0
    var result = missing.map { trouble(.missingColumn($0)) }
    result += sheet.map.repeated.map { trouble(.repeatedHeader($0.header)) }
    result += unknown.map { trouble(.unknownHeader($0.header)) }
    return isEmpty ? result + [trouble(.empty)] : result
  }

  /// Whether the file's name says for all rows what the missing column would.
  private static func isToldByName(_ column: AnyColumn, _ sheet: LedgerSheet) -> Bool {
    column.traits.contains(.fromFileName) && InspectionKind.term(for: sheet.name) != nil
  }

  private static func rejections(_ table: Table) -> [FileTrouble] {
    table.rejected.compactMap { rejection in
      let file = table.sources[rejection.source].sheet.file
      let what: FileTrouble.What
      switch rejection.reason {
      case .surplusCells: what = .surplusCells
      case .unclosedQuote: what = .unclosedQuote
      case .damagedText: what = .damagedRow
      case .repeatedFile: return nil
      }
      return FileTrouble(what, file: file, record: rejection.record, ledger: table.ledger)
    }
  }

  private static func totals(_ table: Table, _ found: [TotalMismatch]) -> [FileTrouble] {
    found.map { mismatch in
      let source = table.sources[mismatch.source]
      return FileTrouble(
        .totalMismatch(mismatch, header: source.sheet.header(of: mismatch.column, in: source.map)), file: source.sheet.file,
        record: mismatch.record, ledger: table.ledger,
        value: source.sheet.raw(record: mismatch.record, cell: source.map.cells[mismatch.column.slot]))
    }
  }
}
