import Tabular

/// One column of a table while it is read downwards.
struct ColumnReader {
  let column: AnyColumn
  let cell: Int?
  var context: ReadingContext
  /// The header is missing though required, or doubled: no cell of the column can be used.
  let isUnread: Bool
  /// What is odd about the last cell's text, besides its reading.
  private(set) var oddities: [CellTrouble] = []
  /// The value of the row above, for 同上; the last value at all, for merged cells.
  private var above = CellMark.empty
  private var lastFilled = CellMark.empty

  /// What the file's name or the lines above the header say of every row, where the sheet lacks the column.
  private var ofAllRows = CellReading.empty

  init(column: AnyColumn, cell: Int?, context: ReadingContext, isUnread: Bool, inAllRows told: String?) {
    self.column = column
    self.cell = cell
    self.context = context
    self.isUnread = isUnread
    guard let told else { return }
    let bytes = Array(told.utf8)
    if case .value(let v) = column.read(bytes.span, &self.context) { ofAllRows = .value(v) }
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
    context.beginCell()
    if !oddities.isEmpty { oddities.removeAll(keepingCapacity: true) }
    guard !isUnread, let cell else { return ofAllRows }
    guard cell < fields.count else { return merged(isUndated) }
    let field = fields[cell]
    if field.hasEscapes {
      let bytes = Array(sheet.string(field).utf8)
      return read(bytes.span, isUndated)
    }
    return read(sheet.text.utf8.span.extracting(field.start..<field.end), isUndated)
  }

  private mutating func read(_ bytes: Span<UInt8>, _ isUndated: Bool) -> CellReading {
    let range = CellText.trimmed(bytes)
    let text = bytes.extracting(range)
    if text.isEmpty { return merged(isUndated) }
    if CellText.isExcelError(text) { return .unusable(.excelError) }
    if CellText.isDitto(text) { return ditto() }
    if column.traits.contains(.identifier), CellText.isScientific(text.text) { return .unusable(.digitsLost) }
    if column.hasNilWords, CellText.isNil(text) { return .empty }
    if text[0] == 0x3D, !column.isText { return .unusable(.formula) }
    if column.traits.contains(.asksOfTicks), text.count <= 3, CellText.isTick(text) { return tick() }
    let reading = column.read(text, &context)
    if !column.isText, isUnknown(reading), Placeholders.isOne(text.text) { oddities.append(.placeholder) }
    if context.isPlain, range.count == bytes.count { return reading }
    let marks = context.textID.map { context.lexicon.marks(of: $0) } ?? TextMarks.characters(text)
    if marks.contains(.dirty) { return cleaned(text, marks) }
    tell(marks, isTrimmed: CellText.hasWideBlanks(bytes, around: range))
    return lenient(reading)
  }

  private func isUnknown(_ reading: CellReading) -> Bool {
    switch reading {
    case .unusable, .noted(_, .notInVocabulary): true
    default: false
    }
  }

  /// A tick where a text should tell of trouble: it is asked, and 正常 means none.
  private mutating func tick() -> CellReading {
    guard let answer = context.frame.answer(.tick) else { return .unusable(.undecided(.tick)) }
    context.repair = .answered
    return answer == "正常" ? .empty : .value(Int64(context.lexicon.intern(answer)))
  }

  /// 同上: the value of the row above. A number must be typed.
  private mutating func ditto() -> CellReading {
    guard column.allowsDitto else { return .unusable(.dittoNumber) }
    guard above > CellMark.unusable else { return .unusable(.dittoWithoutPrevious) }
    context.repair = .ditto
    return .value(above)
  }

  /// The reading of the text without entities and invisible characters.
  private mutating func cleaned(_ text: Span<UInt8>, _ marks: TextMarks) -> CellReading {
    let bytes = Entities.cleaned(text)
    context.beginCell()
    tell(marks, isTrimmed: false)
    if bytes.isEmpty { return .empty }
    if column.hasNilWords, CellText.isNil(bytes.span) { return .empty }
    let reading = column.read(bytes.span, &context)
    context.repair = context.repair ?? .width
    return lenient(reading)
  }

  /// Notes what is odd about the text whatever its column (GEN-014, 018–020, 024).
  private mutating func tell(_ marks: TextMarks, isTrimmed: Bool) {
    if marks.contains(.folded) || isTrimmed {
      oddities.append(.folded)
      context.repair = context.repair ?? .width
    }
    guard column.isText, !marks.isEmpty else { return }
    if marks.contains(.placeholder) { oddities.append(.placeholder) }
    if marks.contains(.personalData), !column.traits.contains(.isPrivate), !column.traits.contains(.identifier) {
      oddities.append(.personalData)
    }
    if marks.contains(.childName) { oddities.append(.childName) }
    if marks.contains(.formulaPrefix) { oddities.append(.formulaPrefix) }
  }

  private func lenient(_ reading: CellReading) -> CellReading {
    guard column.traits.contains(.lenient), case .unusable(let trouble) = reading else { return reading }
    return [.unreadableDate, .unreadableNumber, .recurring, .weekUnknown, .severalValues].contains(trouble) ? .empty : reading
  }

  /// An empty cell below a merged one.
  private mutating func merged(_ isUndated: Bool) -> CellReading {
    let fills = column.traits.contains(.fillsDown) || (isUndated && column.traits.contains(.fillsDownWithDate))
    guard fills, lastFilled > CellMark.unusable else { return .empty }
    context.repair = .merged
    return .value(lastFilled)
  }
}
