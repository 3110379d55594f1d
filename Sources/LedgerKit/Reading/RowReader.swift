import Tabular

/// Reads the rows of one table into the ledger's table, cell by cell, remembering what 同上 and merged cells refer to.
struct RowReader {
  let table: Table
  let source: Int
  private(set) var issues: [CellIssue] = []
  private(set) var mismatches: [TotalMismatch] = []
  let sheet: Sheet
  let columns: [ColumnReader]
  /// What a glance at a cell needs to know of its column.
  var glances: [Glance]
  let memory: CellMemory
  var days = PlainDays()
  /// Columns in which an empty cell may stand for a merged one.
  let filling: [Int]
  let headerCount: Int
  private let dateCell: Int?
  private let frame: ReadingFrame
  private let values: RowValues
  /// What a glance told of the last block of rows.
  var glanced: GlancedRows
  /// The values of the row above, for 同上; the last values at all, for merged cells.
  let above: RowValues
  let lastFilled: RowValues
  let unread: [Int]
  /// Columns whose cells the sheet gives in parts only.
  let parted: [(total: Column<Count>, parts: [Column<Count>])]
  let itemized: Column<Text>?
  let embeddedDate: EmbeddedDate?
  var rows = 0
  var sums: [(column: AnyColumn, cell: Int, overall: Fixed, partial: Fixed)]

  init(table: Table, source: Int, frame: ReadingFrame) {
    self.table = table
    self.source = source
    self.frame = frame
    let origin = table.sources[source]
    let sheet = origin.sheet
    self.sheet = sheet.sheet
    let broken = Set(origin.map.repeated.map { $0.column.slot })
    columns = table.ledger.columns.map { column in
      let cell = origin.map.cells[column.slot]
      var context = ReadingContext(lexicon: table.lexicon, frame: frame, traits: column.traits)
      context.headerUnit = cell.flatMap { Folding.headerUnit(sheet.headers[$0]) } ?? sheet.titleUnit(for: column)
      context.header = cell.map { Folding.compact(sheet.headers[$0]) } ?? ""
      let told = cell == nil ? sheet.told(of: column) : nil
      let isRequired = column.need == .required && !origin.isDerived && !origin.hasParts(of: column)
      let unread = broken.contains(column.slot) || (cell == nil && isRequired && told == nil && !column.traits.contains(.fromFileName))
      return ColumnReader(column: column, cell: cell, context: context, isUnread: unread, inAllRows: told)
    }
    glances = columns.map(Glance.init)
    memory = CellMemory(columns: columns.count, rows: self.sheet.recordCount)
    filling = columns.indices.filter { [columns] in columns[$0].fillsDown }
    unread = columns.indices.filter { [columns] in columns[$0].isUnread }
    parted = table.ledger.sums.filter { [columns] in columns[$0.total.slot].cell == nil && origin.hasParts(of: $0.total) }
    (itemized, embeddedDate) = (table.ledger.itemized, table.ledger.embeddedDate)
    headerCount = sheet.headers.count
    dateCell = table.ledger.date.flatMap { origin.map.cells[$0.slot] }
    values = RowValues(columns: columns.count)
    glanced = GlancedRows(columns: columns.count)
    (above, lastFilled) = (RowValues(columns: columns.count), RowValues(columns: columns.count))
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
    return fields[headerCount...].contains { !isEmpty($0, sheet) } ? .surplusCells : nil
  }

  /// A blank, total or title row: what stood above serves no row below.
  mutating func interrupt() {
    above.clear()
    lastFilled.clear()
  }

  /// Whether rows can be read in blocks: not where several cells make one.
  var readsBlocks: Bool { parted.isEmpty }

  mutating func append(
    _ record: Int, _ fields: [Field], _ bytes: UnsafeRawBufferPointer, sharing shared: [(from: AnyColumn, to: AnyColumn)] = [],
    of other: Row? = nil
  ) {
    let isUndated = readValues(fields, bytes, shared, other)
    remember(isUndated)
    addUp()
    guard let items = items(fields) else { return store(record) }
    // Numbered problems are rows of their own; what was paid is paid once.
    for (n, item) in items.enumerated() {
      if let column = table.ledger.itemized { values[column.slot] = Int64(item) }
      if n > 0 { for reader in columns where reader.column.traits.contains(.isTotaled) { values[reader.column.slot] = CellMark.empty } }
      if let column = table.ledger.itemized { table.note(.split, table.count, column) }
      store(record)
    }
  }

  /// Bare shares of a sheet that are all one or less are fractions; beside larger ones nobody can tell (GEN-017; domain §5.1, 64).
  mutating func settleShares(from first: Int) {
    for reader in columns where reader.column.isPercent && reader.cell != nil && frame.answer(.smallShare) == nil {
      let (cells, slot) = (table.cells, reader.column.slot)
      let bare = (first..<table.count).filter {
        cells[slot, $0] > CellMark.unusable && !table.row($0).raw(reader.column).contains { "%％分".contains($0) }
      }
      let small = bare.filter { cells[slot, $0] <= Fixed.scale }
      let areFractions = small.count == bare.count
      for row in small {
        cells.set(slot, row, areFractions ? cells[slot, row] * 100 : CellMark.unusable)
        if areFractions {
          table.note(.unit, row, reader.column)
        } else {
          issues.append(CellIssue(row: row, column: reader.column, trouble: .smallShare))
        }
      }
    }
  }

  private mutating func store(_ record: Int) {
    for i in unread { values[i] = CellMark.unusable }
    table.append(values, source: source, record: record)
  }

  private mutating func addUp() {
    for i in sums.indices {
      let value = values[sums[i].column.slot]
      guard value > CellMark.unusable else { continue }
      sums[i].overall = sums[i].overall + Fixed(millionths: value)
      sums[i].partial = sums[i].partial + Fixed(millionths: value)
    }
  }

  /// The numbered items of the column that is split into rows, where it has several.
  private mutating func items(_ fields: [Field]) -> [Int32]? {
    guard let column = itemized, values[column.slot] > 0 else { return nil }
    let problems = table.lexicon.problems(in: Int32(truncatingIfNeeded: values[column.slot]))
    if problems == .unnumbered { issues.append(CellIssue(row: table.count, column: column, trouble: .unsplitProblems)) }
    guard case .numbered(let items) = problems, frame.answer(.splitProblems) != "否" else { return nil }
    issues.append(CellIssue(row: table.count, column: column, trouble: .splitProblems(items.count)))
    return items
  }

  /// A row of the sheet that is no row of this table: 同上 and merged cells below refer to it all the same.
  mutating func pass(_ fields: [Field], _ bytes: UnsafeRawBufferPointer, sharing shared: [(from: AnyColumn, to: AnyColumn)], of other: Row)
  {
    let (told, repaired) = (issues.count, table.repairCount)
    remember(readValues(fields, bytes, shared, other))
    issues.removeLast(issues.count - told)
    table.forgetRepairs(after: repaired)
  }

  /// Reads a row's cells into `values`; true where its date cell is empty. `bytes` are the sheet's.
  private mutating func readValues(
    _ fields: [Field], _ bytes: UnsafeRawBufferPointer, _ shared: [(from: AnyColumn, to: AnyColumn)], _ other: Row?
  ) -> Bool {
    let row = table.count
    var relative: [(Int, RelativeDay)] = []
    let isUndated = dateCell.map { $0 >= fields.count || isEmpty(fields[$0], bytes) } ?? false
    let (told, repaired) = (issues.count, table.repairCount)
    rows &+= 1
    let lexicon = table.lexicon
    for i in glances.indices {
      let glance = glances[i]
      guard glance.cell >= 0 else {
        values[i] = glance.ofAllRows
        continue
      }
      guard glance.cell < fields.count, !fields[glance.cell].hasEscapes else {
        read(i, fields, row, isUndated, &relative)
        continue
      }
      let range = Range(uncheckedBounds: (fields[glance.cell].start, fields[glance.cell].end))
      if range.isEmpty {
        if glance.fillsDown { read(i, fields, row, isUndated, &relative) } else { values[i] = CellMark.empty }
        continue
      }
      switch glimpse(i, glance, bytes, range, lexicon) {
      case .value(let value): values[i] = value
      case .repaired(let value, let repair):
        values[i] = value
        table.note(repair, row, columns[i].column)
      case .unseen:
        if read(i, fields, row, isUndated, &relative) { remember(values[i], ofColumn: i, bytes, range) }
      }
    }
    if let other { share(shared, other, told, repaired) }
    resolve(relative)
    findEmbedded(fields)
    addParts(row)
    return isUndated
  }

  /// Reads a cell with all care; true where its reading depends on its text alone and leaves nothing to tell.
  @discardableResult
  private mutating func read(
    _ i: Int, _ fields: [Field], _ row: Int, _ isUndated: Bool, _ relative: inout [(Int, RelativeDay)]
  ) -> Bool {
    let column = columns[i]
    let reading = column.read(fields, sheet, isUndated: isUndated, above: above[i], lastFilled: lastFilled[i])
    note(row, column)
    switch reading {
    case .empty: values[i] = CellMark.empty
    case .value(let v): values[i] = v
    case .noted(let v, let trouble):
      values[i] = v
      issues.append(CellIssue(row: row, column: column.column, trouble: trouble))
      return false
    case .unusable(let trouble):
      values[i] = CellMark.unusable
      issues.append(CellIssue(row: row, column: column.column, trouble: trouble))
      return false
    case .relative(let r):
      relative.append((i, r))
      return false
    }
    return column.isPlainlyRead
  }

  /// Notes what a cell's reading owes to a repair, and what else is odd about its text.
  private mutating func note(_ row: Int, _ column: ColumnReader) {
    if let repair = column.context.repair { table.note(repair, row, column.column) }
    if let precision = column.context.precision { table.note(precision, row, column.column) }
    guard !column.oddities.isEmpty else { return }
    for trouble in column.oddities { issues.append(CellIssue(row: row, column: column.column, trouble: trouble)) }
  }

  /// Takes over the cells that mean the same in both ledgers; what is told of them is told there.
  private mutating func share(_ shared: [(from: AnyColumn, to: AnyColumn)], _ other: Row, _ told: Int, _ repaired: Int) {
    for (from, to) in shared { values[to.slot] = other.stored(from) ?? CellMark.empty }
    guard issues.count > told || table.repairCount > repaired else { return }
    let slots = Set(shared.map(\.to.slot))
    let kept = issues[told...].filter { !slots.contains($0.column.slot) }
    issues.removeLast(issues.count - told)
    issues += kept
    table.forgetRepairs(after: repaired, of: slots)
  }

  private mutating func remember(_ isUndated: Bool) {
    above.take(values)
    for i in unread { above[i] = CellMark.unusable }
    // A row with a date of its own begins anew: what it leaves empty serves no row below.
    for i in filling {
      if above[i] > CellMark.unusable { lastFilled[i] = above[i] } else if !isUndated { lastFilled[i] = CellMark.empty }
    }
  }

  private mutating func resolve(_ relative: [(Int, RelativeDay)]) {
    guard !relative.isEmpty else { return }
    let base = table.ledger.date.map { values[$0.slot] } ?? CellMark.empty
    for (i, r) in relative {
      values[i] = base <= CellMark.unusable ? CellMark.empty : Int64(r.resolved(from: Day(number: Int32(truncatingIfNeeded: base))).number)
      if values[i] > CellMark.unusable { table.note(.deadline, table.count, columns[i].column) }
    }
  }

  /// A date inside another cell: 已整改（3.12）, 当场整改 (domain §5.1, 59).
  private mutating func findEmbedded(_ fields: [Field]) {
    guard let place = embeddedDate, values[place.to.slot] == CellMark.empty, values[place.from.slot] > CellMark.unusable,
      place.applies(values[place.from.slot]), let cell = columns[place.from.slot].cell, cell < fields.count,
      fields[cell].end > fields[cell].start
    else { return }
    let text = Folding.compact(sheet.string(fields[cell]))
    var found: Int64?
    if place.sameDay.contains(where: text.holds), let date = table.ledger.date, values[date.slot] > CellMark.unusable {
      found = values[date.slot]
    } else if let written = DayWords.embedded(in: text) {
      var context = ReadingContext(lexicon: table.lexicon, frame: frame, traits: place.to.traits)
      let bytes = Array(written.utf8)
      switch place.to.read(bytes.span, &context) {
      case .value(let v), .noted(let v, _): found = context.precision == nil ? v : nil
      default: break
      }
    }
    guard let found else { return }
    values[place.to.slot] = found
    table.note(.found, table.count, place.to)
  }

  /// A sum that the sheet gives in parts only: 人数 as 幼儿, 教师, 家长.
  private mutating func addParts(_ row: Int) {
    for sum in parted {
      let parts = sum.parts.map { values[$0.slot] }.filter { $0 != CellMark.empty }
      if parts.isEmpty { continue }
      values[sum.total.slot] = parts.contains(CellMark.unusable) ? CellMark.unusable : parts.reduce(0, +)
      table.note(.sum, row, sum.total)
    }
  }

  private func isEmpty(_ field: Field, _ bytes: UnsafeRawBufferPointer) -> Bool {
    if field.start == field.end { return true }
    // A digit first is no blank.
    if bytes[field.start] &- 0x30 <= 9 { return false }
    return isEmpty(field, sheet)
  }

  private func isEmpty(_ field: Field, _ sheet: Sheet) -> Bool {
    sheet.text.utf8.withSpan(of: field.start..<field.end) { CellText.trimmed($0).isEmpty }
  }
}

// MARK: Totals

extension RowReader {
  /// Compares a total row with the rows above it (FIL-011), and an amount in capitals with the digits beside it (domain §5.1, 10).
  mutating func compareTotal(_ record: Int, _ fields: [Field]) {
    let texts = fields.map(sheet.string)
    let kind = texts.prefix(4).lazy.compactMap(RowWords.total).first ?? .overall
    defer { if kind != .cumulative { for i in sums.indices { sums[i].partial = .zero } } }
    let capitals = texts.lazy.compactMap(RowWords.capitals).first
    for i in sums.indices where kind != .cumulative && sums[i].cell < fields.count {
      let column = sums[i].column
      guard let stated = amount(texts[sums[i].cell], column) ?? (column is Column<Money> ? capitals : nil) else { continue }
      let expected = kind == .partial ? sums[i].partial : sums[i].overall
      let agrees = near(stated, expected) || near(stated, sums[i].partial)
      if !agrees {
        mismatches.append(.init(source: source, record: record, column: column, stated: stated, sum: expected))
      } else if column is Column<Money>, let capitals, !near(capitals, stated) {
        mismatches.append(.init(source: source, record: record, column: column, stated: stated, sum: capitals, isCapitals: true))
      }
    }
    compareProblems(record, texts)
  }

  /// 发现隐患3处 in a total row against the problems above it (domain §5.2).
  private mutating func compareProblems(_ record: Int, _ texts: [String]) {
    guard let column = table.ledger.itemized, let stated = texts.lazy.compactMap(RowWords.problems).first else { return }
    let found = (0..<table.count).count { table.sourceIndex(of: $0) == source && table.row($0)[column] != nil }
    guard found != stated else { return }
    mismatches.append(.init(source: source, record: record, column: column, stated: Fixed(stated), sum: Fixed(found), isCount: true))
  }

  private func amount(_ text: String, _ column: AnyColumn) -> Fixed? {
    var context = ReadingContext(lexicon: table.lexicon)
    context.headerUnit = columns[column.slot].context.headerUnit
    let bytes = Array(text.utf8)
    let range = CellText.trimmed(bytes.span)
    guard !range.isEmpty else { return nil }
    switch column.read(bytes.span.extracting(range), &context) {
    case .value(let v), .noted(let v, .converted), .noted(let v, .extraText): return Fixed(millionths: v)
    default: return nil
    }
  }

  private func near(_ a: Fixed, _ b: Fixed) -> Bool { (a - b).millionths.magnitude <= 10_000 }
}
