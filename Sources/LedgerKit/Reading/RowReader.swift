import Tabular

/// Reads the rows of one sheet into a table, cell by cell, remembering what 同上 and merged cells refer to.
struct RowReader {
  let table: Table
  let source: Int
  private(set) var issues: [CellIssue] = []
  private(set) var mismatches: [TotalMismatch] = []
  private var columns: [ColumnReader]
  private let headerCount: Int
  private let dateCell: Int?
  private var values: [Int64]
  private var sums: [(column: AnyColumn, cell: Int, overall: Fixed, partial: Fixed)]

  init(table: Table, source: Int, window: DayRange?, asOf: Day?) {
    self.table = table
    self.source = source
    let origin = table.sources[source]
    let sheet = origin.sheet
    let broken = Set(origin.map.repeated.map { $0.column.slot })
    columns = table.ledger.columns.map { column in
      let cell = origin.map.cells[column.slot]
      var context = ReadingContext(lexicon: table.lexicon, window: window, asOf: asOf, traits: column.traits)
      context.headerUnit = cell.flatMap { Folding.headerUnit(sheet.headers[$0]) } ?? sheet.titleUnit(for: column)
      context.header = cell.map { Folding.compact(sheet.headers[$0]) } ?? ""
      let named = cell == nil && column.traits.contains(.fromFileName)
      let unread = broken.contains(column.slot) || (cell == nil && column.need == .required && !origin.isDerived && !named)
      return ColumnReader(column: column, cell: cell, context: context, isUnread: unread, inAllRows: named ? sheet.name : nil)
    }
    headerCount = sheet.headers.count
    dateCell = table.ledger.date.flatMap { origin.map.cells[$0.slot] }
    values = Array(repeating: CellMark.empty, count: columns.count)
    sums = columns.compactMap { reader in
      guard reader.column.traits.contains(.isTotaled), let cell = reader.cell else { return nil }
      return (reader.column, cell, .zero, .zero)
    }
  }

  /// Whether a record cannot be a row: more cells than headers, a quote that never closes, bytes that are no text.
  func rejection(of fields: [Field], _ anomaly: Anomaly.Kind?) -> Table.Rejection.Reason? {
    switch anomaly {
    case .damagedBytes: return .damagedText
    case .unclosedQuote: return .unclosedQuote
    default: break
    }
    guard fields.count > headerCount else { return nil }
    let sheet = table.sources[source].sheet.sheet
    return fields[headerCount...].contains { !isEmpty($0, sheet) } ? .surplusCells : nil
  }

  /// A blank, total or title row: what stood above serves no row below.
  mutating func interrupt() {
    for i in columns.indices { columns[i].forget() }
  }

  mutating func append(_ record: Int, _ fields: [Field], sharing shared: [(from: AnyColumn, to: AnyColumn)] = [], of other: Row? = nil) {
    let isUndated = readValues(fields, shared, other)
    remember(isUndated)
    for i in columns.indices { table.buffers[i].append(columns[i].isUnread ? CellMark.unusable : values[i]) }
    table.sourceOfRow.append(Int64(source))
    table.recordOfRow.append(Int64(record))
    for i in sums.indices {
      let value = values[sums[i].column.slot]
      guard value > CellMark.unusable else { continue }
      sums[i].overall = sums[i].overall + Fixed(millionths: value)
      sums[i].partial = sums[i].partial + Fixed(millionths: value)
    }
  }

  /// A row of the sheet that is no row of this table: 同上 and merged cells below refer to it all the same.
  mutating func pass(_ fields: [Field], sharing shared: [(from: AnyColumn, to: AnyColumn)], of other: Row) {
    let told = issues.count
    remember(readValues(fields, shared, other))
    issues.removeLast(issues.count - told)
  }

  /// Reads a row's cells into `values`; true where its date cell is empty.
  private mutating func readValues(_ fields: [Field], _ shared: [(from: AnyColumn, to: AnyColumn)], _ other: Row?) -> Bool {
    let row = table.count
    let sheet = table.sources[source].sheet.sheet
    var relative: [(Int, RelativeDay)] = []
    let isUndated = dateCell.map { $0 >= fields.count || isEmpty(fields[$0], sheet) } ?? false
    for i in columns.indices {
      let reading = columns[i].read(fields, sheet, isUndated: isUndated)
      switch reading {
      case .empty: values[i] = CellMark.empty
      case .value(let v): values[i] = v
      case .noted(let v, let trouble):
        values[i] = v
        if trouble == .approximate { table.noteApproximate(row, columns[i].column) }
        issues.append(CellIssue(row: row, column: columns[i].column, trouble: trouble))
      case .unusable(let trouble):
        values[i] = CellMark.unusable
        issues.append(CellIssue(row: row, column: columns[i].column, trouble: trouble))
      case .relative(let r): relative.append((i, r))
      }
    }
    if let other {
      for (from, to) in shared { values[to.slot] = other.stored(from) ?? CellMark.empty }
      issues.removeAll { issue in issue.row == row && shared.contains { $0.to === issue.column } }
    }
    resolve(relative)
    return isUndated
  }

  private mutating func remember(_ isUndated: Bool) {
    for i in columns.indices { columns[i].remember(columns[i].isUnread ? CellMark.unusable : values[i], isUndated: isUndated) }
  }

  /// Compares a total row with the rows above it (FIL-011).
  mutating func compareTotal(_ record: Int, _ fields: [Field]) {
    let sheet = table.sources[source].sheet.sheet
    let kind = fields.prefix(4).lazy.compactMap { RowWords.total(sheet.string($0)) }.first ?? .overall
    defer { if kind != .cumulative { for i in sums.indices { sums[i].partial = .zero } } }
    for i in sums.indices where kind != .cumulative && sums[i].cell < fields.count {
      var context = ReadingContext(lexicon: table.lexicon)
      context.headerUnit = columns[sums[i].column.slot].context.headerUnit
      let bytes = Array(sheet.string(fields[sums[i].cell]).utf8)
      let range = CellText.trimmed(bytes.span)
      guard !range.isEmpty, case .value(let v) = sums[i].column.read(bytes.span.extracting(range), &context) else { continue }
      let stated = Fixed(millionths: v)
      let expected = kind == .partial ? sums[i].partial : sums[i].overall
      let agrees = near(stated, expected) || near(stated, sums[i].partial)
      if !agrees {
        mismatches.append(.init(source: source, record: record, column: sums[i].column, stated: stated, sum: expected))
      }
    }
  }

  private func near(_ a: Fixed, _ b: Fixed) -> Bool { (a - b).millionths.magnitude <= 10_000 }

  private mutating func resolve(_ relative: [(Int, RelativeDay)]) {
    guard !relative.isEmpty else { return }
    let base = table.ledger.date.map { values[$0.slot] } ?? CellMark.empty
    for (i, r) in relative {
      values[i] = base <= CellMark.unusable ? CellMark.empty : Int64(r.resolved(from: Day(number: Int32(truncatingIfNeeded: base))).number)
    }
  }

  private func isEmpty(_ field: Field, _ sheet: Sheet) -> Bool {
    CellText.trimmed(sheet.text.utf8.span.extracting(field.start..<field.end)).isEmpty
  }
}

/// One column of a sheet while it is read downwards.
struct ColumnReader {
  let column: AnyColumn
  let cell: Int?
  var context: ReadingContext
  /// The header is missing though required, or doubled: no cell of the column can be used.
  let isUnread: Bool
  /// The value of the row above, for 同上; the last value at all, for merged cells.
  private var above = CellMark.empty
  private var lastFilled = CellMark.empty

  /// What the file's name says of every row, where the sheet lacks the column.
  private var fromName = CellReading.empty

  init(column: AnyColumn, cell: Int?, context: ReadingContext, isUnread: Bool, inAllRows name: String?) {
    self.column = column
    self.cell = cell
    self.context = context
    self.isUnread = isUnread
    guard let name else { return }
    let bytes = Array(name.utf8)
    if case .value(let v) = column.read(bytes.span, &self.context) { fromName = .value(v) }
  }

  mutating func forget() {
    above = CellMark.empty
    lastFilled = CellMark.empty
  }

  /// A row with a date of its own begins anew: what it leaves empty serves no row below.
  mutating func remember(_ value: Int64, isUndated: Bool) {
    above = value
    if value > CellMark.unusable { lastFilled = value } else if !isUndated { lastFilled = CellMark.empty }
  }

  mutating func read(_ fields: [Field], _ sheet: Sheet, isUndated: Bool) -> CellReading {
    guard !isUnread, let cell else { return fromName }
    guard cell < fields.count else { return merged(isUndated) }
    let field = fields[cell]
    if field.hasEscapes {
      let bytes = Array(sheet.string(field).utf8)
      return read(bytes.span, isUndated)
    }
    return read(sheet.text.utf8.span.extracting(field.start..<field.end), isUndated)
  }

  private mutating func read(_ bytes: Span<UInt8>, _ isUndated: Bool) -> CellReading {
    let text = bytes.extracting(CellText.trimmed(bytes))
    if text.isEmpty { return merged(isUndated) }
    if CellText.isExcelError(text) { return .unusable(.excelError) }
    if CellText.isDitto(text) {
      guard column.allowsDitto else { return .unusable(.unreadableNumber) }
      return above > CellMark.unusable ? .value(above) : .unusable(.dittoWithoutPrevious)
    }
    if column.traits.contains(.identifier), CellText.isScientific(text.text) { return .unusable(.excelError) }
    if column.hasNilWords, CellText.isNil(text) { return .empty }
    let reading = column.read(text, &context)
    guard column.traits.contains(.lenient) else { return reading }
    return reading == .unusable(.unreadableDate) || reading == .unusable(.unreadableNumber) ? .empty : reading
  }

  /// An empty cell below a merged one.
  private func merged(_ isUndated: Bool) -> CellReading {
    let fills = column.traits.contains(.fillsDown) || (isUndated && column.traits.contains(.fillsDownWithDate))
    return fills && lastFilled > CellMark.unusable ? .value(lastFilled) : .empty
  }
}

extension LedgerSheet {
  /// The unit a title row states for money: `单位：万元`.
  func titleUnit(for column: AnyColumn) -> String? {
    guard column is Column<Money> else { return nil }
    for cell in (0..<headerRecord).flatMap({ sheet.cells(of: $0) }) {
      // A school calls itself 单位 too: 填报单位：春芽幼儿园.
      let words = Folding.compact(cell).split(separator: "单位:", omittingEmptySubsequences: false).dropFirst()
      for word in words.map({ $0.prefix { $0.isLetter } }) {
        if let unit = ["万元", "千元", "元"].first(where: { word == $0 || word == "人民币" + $0 }) { return unit }
      }
    }
    return nil
  }
}
