import LedgerKit
import Ledgers
import Tabular

/// What `figures` prints.
public struct FiguresReport: Sendable {
  private let summary: Summary

  /// Creates a report of a summary.
  public init(_ summary: Summary) { self.summary = summary }

  /// `houqin.figures/1`
  public var json: String {
    JSON.object([
      ("schema", .string("houqin.figures/1")), ("asOf", .string(summary.books.scope.asOf.iso)),
      ("semester", .string(summary.books.scope.semester.title)), ("figures", .array(summary.figures.map(Self.json))),
      ("tables", .array(summary.breakdowns.map(table))),
    ]).serialized() + "\n"
  }

  /// A figure as `figures` and `trace` give it.
  static func json(of f: FigureValue) -> JSON {
    .object([
      ("code", .string(f.figure.code)), ("id", .string(f.figure.id)), ("title", .string(f.figure.title)),
      ("unit", .string(f.figure.unit.symbol)), ("state", .string(f.state.rawValue)), ("value", .optional(f.value)),
      ("text", .string(f.text)),
      ("numerator", .optional(f.numeratorText)), ("denominator", .optional(f.denominatorText)),
      ("definition", .string(f.figure.definition)),
      ("rowsUsed", .number(f.tally.rowsUsed)), ("rowsExcluded", .number(f.tally.rowsExcluded)),
    ])
  }

  private func table(_ b: BreakdownValue) -> JSON {
    .object([
      ("code", .string(b.breakdown.code)), ("id", .string(b.breakdown.id)), ("title", .string(b.breakdown.title)),
      ("unit", .string(b.breakdown.unit.symbol)),
      (
        "rows",
        .array(
          b.rows.map { row in
            .object([
              ("key", .array(row.key.map { .string(PersonalData.masked($0)) })),
              ("value", .string(Exact(row.amount).value(in: b.breakdown.unit))),
            ])
          })
      ),
    ])
  }

  /// 指标.csv, and `--format csv`.
  public var csv: String { String(decoding: ResultWriter.bytes(write), as: UTF8.self) }

  /// What 指标.csv of a school mostly takes, in bytes.
  private static let usualSize = 1 << 17

  /// How much of 指标.csv is in memory before it is written, in bytes.
  private static let piece = 1 << 18

  /// Writes 指标.csv.
  func write(to file: ResultWriter) {
    var document = CSVDocument()
    document.reserve(Self.usualSize)
    func passOn() {
      guard document.count >= Self.piece else { return }
      file.append(document.take())
      document.reserve(Self.piece + Self.usualSize)
    }
    for title in ["编号", "名称", "分组", "数值", "单位", "显示", "分子", "分母", "计入行数", "未计入行数", "口径"] { document.append(title) }
    document.endRow()
    for (value, fixed) in zip(summary.figures, Self.figures) {
      Self.append(value, fixed, to: &document)
      passOn()
    }
    var key: [UInt8] = []
    for (value, fixed) in zip(summary.breakdowns, Self.breakdowns) {
      for row in value.rows {
        Self.append(row, value.breakdown.unit, fixed, to: &document, by: &key)
        passOn()
      }
    }
    file.append(document.take())
  }

  /// Only what comes from the ledgers can hold what has to be made visible.
  private static func append(_ value: FigureValue, _ fixed: CatalogCells, to document: inout CSVDocument) {
    document.append(cellsOf: fixed.opening)
    document.append(value.value ?? "")
    document.append(cellsOf: fixed.symbol)
    document.append(VisibleText.cell(value.text))
    document.append(value.numeratorText ?? "")
    document.append(value.denominatorText ?? "")
    document.append(value.tally.rowsUsed.magnitude)
    document.append(value.tally.rowsExcluded.magnitude)
    document.append(cellsOf: fixed.closing)
    document.endRow()
  }

  private static func append(
    _ row: BreakdownValue.Item, _ unit: Unit, _ fixed: CatalogCells, to document: inout CSVDocument, by key: inout [UInt8]
  ) {
    let (value, text) = Exact(row.amount).written(in: unit)
    write(row.key, to: &key)
    if appendPlain(key, value, text, fixed, to: &document) { return }
    VisibleText.makeCell(&key)
    document.append(cellsOf: fixed.opening)
    key.withUnsafeBufferPointer { document.append($0) }
    document.append(value)
    document.append(cellsOf: fixed.symbol)
    document.append(text)
    document.append(cellsOf: fixed.closing)
    document.endRow()
  }

  /// Adds a row of a group if nothing in it is to be quoted, defused or made visible, as in most; false else.
  private static func appendPlain(
    _ key: [UInt8], _ value: String, _ text: String, _ fixed: CatalogCells, to document: inout CSVDocument
  ) -> Bool {
    document.appendRow(atMost: fixed.count + key.count + value.utf8.count + text.utf8.count) { row in
      row.append(cellsOf: fixed.opening)
      guard key.withUnsafeBufferPointer({ row.append(plain: $0) }), value.withBytes({ row.append(plain: $0) }) else { return false }
      row.append(cellsOf: fixed.symbol)
      guard text.withBytes({ row.append(plain: $0) }) else { return false }
      row.append(cellsOf: fixed.closing)
      return true
    }
  }

  /// Makes a cell of a group's names; `cell` serves group after group.
  private static func write(_ names: [String], to cell: inout [UInt8]) {
    cell.removeAll(keepingCapacity: true)
    for (place, name) in names.enumerated() {
      if place > 0 { cell += "｜".utf8 }
      name.withBytes { cell.append(contentsOf: $0) }
    }
    PersonalData.mask(&cell)
  }

  /// What is the same in every 指标.csv, by the catalogue's order: the schools of a district share it.
  private static let figures = Catalog.figures.map { _, figure in
    CatalogCells(cells(figure.code, figure.title, ""), cells(figure.unit.symbol), cells(figure.definition))
  }
  private static let breakdowns = Catalog.breakdowns.map { _, breakdown in
    CatalogCells(cells(breakdown.code, breakdown.title), cells(breakdown.unit.symbol), cells("", "", "", "", breakdown.definition))
  }

  /// Cells of a row that do not depend on the data.
  private struct CatalogCells {
    let opening: CSVDocument
    let symbol: CSVDocument
    let closing: CSVDocument

    init(_ opening: CSVDocument, _ symbol: CSVDocument, _ closing: CSVDocument) {
      (self.opening, self.symbol, self.closing) = (opening, symbol, closing)
    }

    /// What they take with commas around other cells, in bytes.
    var count: Int { opening.count + symbol.count + closing.count + 8 }
  }

  /// Cells written apart.
  private static func cells(_ texts: String...) -> CSVDocument {
    var cells = CSVDocument(bom: false)
    for text in texts { cells.append(text) }
    return cells
  }

  /// One figure a line, for the terminal: code, title, value, rows left out.
  public var text: String {
    summary.figures.map { f in
      let parts = f.numeratorText.flatMap { n in f.denominatorText.map { "（\(n)/\($0)）" } } ?? ""
      return "\(f.figure.code)\t\(f.figure.title)\t\(f.text)\(parts)"
        + (f.tally.rowsExcluded > 0 ? "\t未计入\(f.tally.rowsExcluded)行" : "")
    }.joined(separator: "\n") + "\n"
  }
}

extension FigureValue {
  /// The numerator in the figure's unit; of rates of money in yuan.
  var numeratorText: String? { part(tally.numerator) }
  var denominatorText: String? { tally.denominator.flatMap(part) }

  private func part(_ number: Int128) -> String? {
    guard state == .value || state == .noDenominator else { return nil }
    return figure.weighsMoney ? Format.yuan(number) : String(number)
  }
}
