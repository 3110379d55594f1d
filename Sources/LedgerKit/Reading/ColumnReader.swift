import Tabular

/// One column of a table while it is read downwards. A class, for nothing of it is copied from cell to cell; only the reader itself
/// changes it, one thing at a time, so that nothing needs an exclusivity check.
final class ColumnReader {
  let column: AnyColumn
  let cell: Int?
  @exclusivity(unchecked) var context: ReadingContext
  /// The header is missing though required, or doubled: no cell of the column can be used.
  let isUnread: Bool
  /// What is odd about the last cell's text, besides its reading.
  @exclusivity(unchecked) private(set) var oddities: [CellTrouble] = []
  /// The value of the row above, for 同上.
  private var above = CellMark.empty
  /// The last value at all, for merged cells.
  private var lastFilled = CellMark.empty
  /// Whether an empty cell may stand for a merged one.
  let fillsDown: Bool
  private let isText: Bool
  private let allowsDitto: Bool
  private let hasNilWords: Bool
  private let traits: ColumnTraits

  /// Whether the last reading would be the same in any other row.
  private(set) var dependsOnTextAlone = true

  /// Whether the last reading would be the same in any other row and leaves nothing to tell but a repair.
  var isPlainlyRead: Bool { dependsOnTextAlone && oddities.isEmpty && context.precision == nil }

  /// What the file's name or the lines above the header say of every row, where the sheet lacks the column.
  private(set) var ofAllRows = CellReading.empty

  init(column: AnyColumn, cell: Int?, context: ReadingContext, isUnread: Bool, inAllRows told: String?) {
    self.column = column
    self.cell = cell
    self.context = context
    self.isUnread = isUnread
    (isText, allowsDitto, hasNilWords, traits) = (column.isText, column.allowsDitto, column.hasNilWords, column.traits)
    fillsDown = column.fillsDown
    guard let told else { return }
    let bytes = Array(told.utf8)
    if case .value(let v) = column.read(bytes.span, &self.context) { ofAllRows = .value(v) }
  }

  /// What cells are read as that a glance can tell: without blanks, words or units. A text may be the number of a paper (`code`), which no
  /// other row has, or one that was read before; persons may be plain `names`, and a `date` a plain `day`, or were read before.
  enum Plain {
    case none, remembered, text, code, people, names, date, day, fixed, whole

    /// Whether what a cell was read as is kept for cells of the same text.
    var isRemembered: Bool { self == .remembered || self == .text || self == .people || self == .date }
  }

  /// What cells of a column that seldom repeats are read as at a glance.
  var plainUnremembered: Plain {
    switch plain {
    case .text: .code
    case .people: .names
    case .date: .day
    default: .none
    }
  }

  var plain: Plain {
    if cell == nil || isUnread { return .none }
    switch column {
    case is Column<Money>: return Money.unit(context.headerUnit) == 1 ? .fixed : .none
    case is Column<Quantity>: return .fixed
    case is Column<Count>: return .whole
    case is Column<Text>: return .text
    case is Column<Persons>: return .people
    case is Column<Day>: return .date
    default: return .remembered
    }
  }

  /// Reads the column's cell of a record. `above` is the value of the row above, `lastFilled` the last one at all.
  func read(_ fields: [Field], _ sheet: Sheet, isUndated: Bool, above: Int64, lastFilled: Int64) -> CellReading {
    begin(above, lastFilled)
    guard !isUnread, let cell else { return ofAllRows }
    guard cell < fields.count else { return merged(isUndated) }
    let field = fields[cell]
    if field.hasEscapes {
      let bytes = Array(sheet.string(field).utf8)
      return read(bytes.span, isUndated)
    }
    return sheet.text.utf8.withSpan(of: field.start..<field.end) { read($0, isUndated) }
  }

  /// Reads a cell of the column by itself, whatever stands above.
  func read(_ cell: Span<UInt8>) -> CellReading {
    begin(CellMark.empty, CellMark.empty)
    return read(cell, false)
  }

  private func begin(_ above: Int64, _ lastFilled: Int64) {
    (self.above, self.lastFilled, dependsOnTextAlone) = (above, lastFilled, true)
    context.beginCell()
    if !oddities.isEmpty { oddities.removeAll(keepingCapacity: true) }
  }

  private func read(_ bytes: Span<UInt8>, _ isUndated: Bool) -> CellReading {
    let range = CellText.trimmed(bytes)
    let text = bytes.extracting(range)
    if text.isEmpty { return merged(isUndated) }
    if CellText.isExcelError(text) { return .unusable(.excelError) }
    if CellText.isDitto(text) { return ditto() }
    if traits.contains(.identifier), CellText.mayBeScientific(text), CellText.isScientific(text.text) { return .unusable(.digitsLost) }
    if hasNilWords, CellText.isNil(text) { return .empty }
    if text[0] == 0x3D, !isText { return .unusable(.formula) }
    if traits.contains(.asksOfTicks), text.count <= 3, CellText.isTick(text) { return tick() }
    let reading = column.read(text, &context)
    if !isText, isUnknown(reading), Placeholders.isOne(text.text) { oddities.append(.placeholder) }
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
  private func tick() -> CellReading {
    guard let answer = context.frame.answer(.tick) else { return .unusable(.undecided(.tick)) }
    context.repair = .answered
    return answer == "正常" ? .empty : .value(Int64(context.lexicon.intern(answer)))
  }

  /// 同上: the value of the row above. A number must be typed.
  private func ditto() -> CellReading {
    dependsOnTextAlone = false
    guard allowsDitto else { return .unusable(.dittoNumber) }
    guard above > CellMark.unusable else { return .unusable(.dittoWithoutPrevious) }
    context.repair = .ditto
    return .value(above)
  }

  /// The reading of the text without entities and invisible characters.
  private func cleaned(_ text: Span<UInt8>, _ marks: TextMarks) -> CellReading {
    let bytes = Entities.cleaned(text)
    context.beginCell()
    tell(marks, isTrimmed: false)
    if bytes.isEmpty { return .empty }
    if hasNilWords, CellText.isNil(bytes.span) { return .empty }
    let reading = column.read(bytes.span, &context)
    context.repair = context.repair ?? .width
    return lenient(reading)
  }

  /// Notes what is odd about the text whatever its column (GEN-014, 018–020, 024).
  private func tell(_ marks: TextMarks, isTrimmed: Bool) {
    if marks.contains(.folded) || isTrimmed {
      oddities.append(.folded)
      context.repair = context.repair ?? .width
    }
    guard isText, !marks.isEmpty else { return }
    if marks.contains(.placeholder) { oddities.append(.placeholder) }
    if marks.contains(.personalData), !traits.contains(.isPrivate), !traits.contains(.identifier) {
      oddities.append(.personalData)
    }
    if marks.contains(.childName) { oddities.append(.childName) }
    if marks.contains(.formulaPrefix) { oddities.append(.formulaPrefix) }
  }

  private func lenient(_ reading: CellReading) -> CellReading {
    guard traits.contains(.lenient), case .unusable(let trouble) = reading else { return reading }
    return [.unreadableDate, .unreadableNumber, .recurring, .weekUnknown, .severalValues].contains(trouble) ? .empty : reading
  }

  /// An empty cell below a merged one.
  private func merged(_ isUndated: Bool) -> CellReading {
    dependsOnTextAlone = false
    let fills = traits.contains(.fillsDown) || (isUndated && traits.contains(.fillsDownWithDate))
    guard fills, lastFilled > CellMark.unusable else { return .empty }
    context.repair = .merged
    return .value(lastFilled)
  }
}
