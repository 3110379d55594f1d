/// Finds where records end.
///
/// What a record is depends on nothing before it, so records may be sought from any record's start.
///
/// Total time is linear in the text, whatever the quotes. An opening quote makes the scanner look ahead to the quote
/// that may close it, and sometimes come back. Between the two, quotes come in pairs, and a pair that opens a cell
/// closes it at once; so a second look ahead begins at the first one's end, and no byte is looked at more than a few times.
struct RecordScanner {
  /// What divides records into cells, and how many cells they usually have.
  struct Grammar: Sendable {
    let delimiter: UInt8
    /// The sheet's usual number of cells; 0 where it is not known, and no quote is then suspected of swallowing rows.
    var usualCells = 0
  }

  /// What is seen of a record on the way to its end.
  struct Look: OptionSet {
    let rawValue: UInt8
    /// The first bytes show a first cell in ASCII that begins with a digit, as dates do; where they do not, it may be one all the same.
    static let opensWithNumber = Look(rawValue: 1)
    /// It holds a quote.
    static let hasQuotes = Look(rawValue: 2)
  }

  /// One record and what is odd about its quotes.
  struct Record {
    /// The offset of the first byte.
    let start: Int
    /// The offset after the line end.
    fileprivate(set) var end: Int
    fileprivate(set) var hasUnclosedQuote = false
    fileprivate(set) var hasStrayQuote = false
    fileprivate(set) var look: Look = []

    var hasOddQuotes: Bool { hasUnclosedQuote || hasStrayQuote }

    /// The record's bytes without its line end.
    func range(in bytes: UnsafeRawBufferPointer) -> Range<Int> { RecordScanner.trim(start..<end, in: bytes) }
  }

  private let bytes: UnsafeRawBufferPointer
  private let grammar: Grammar
  private var position: Int
  private var firstCell = 0
  private var search: StructureSearch
  /// The cells of the current record up to an offset; counted only where a cell spans lines.
  private var tally = (cells: 1, end: 0)

  init(_ bytes: UnsafeRawBufferPointer, _ grammar: Grammar, from start: Int) {
    self.bytes = bytes
    self.grammar = grammar
    position = start
    search = StructureSearch(bytes)
  }

  /// The next record, or `nil` at the end of the text.
  mutating func next() -> Record? {
    guard position < bytes.count else { return nil }
    var record = Record(start: position, end: bytes.count)
    firstCell = bytes.skippingByteOrderMark(at: position, to: bytes.count)
    tally = (1, firstCell)
    var index = search.first(from: firstCell)
    while index < bytes.count, bytes[index] == Byte.quote {
      record.look = .hasQuotes
      index = search.first(from: skipQuote(at: index, &record))
    }
    position = index < bytes.count ? bytes.endOfLineEnd(at: index) : index
    record.end = position
    if opensWithNumber(record) { record.look.insert(.opensWithNumber) }
    return record
  }

  /// Looks at the first sixteen bytes, which were just read.
  @inline(__always)
  private func opensWithNumber(_ record: Record) -> Bool {
    let start = record.start
    guard start &+ 16 <= bytes.count, bytes[start] &- UInt8(ascii: "0") < 10 else { return false }
    let group = ByteGroup(bytes, at: start)
    let ends = group.places(of: grammar.delimiter)
    // The places up to the first delimiter.
    let cell = ends ^ (ends &- 1)
    return ends != 0 && start &+ ends.trailingZeroBitCount < record.end && group.beyondASCII & cell == 0
  }

  /// The offset from which to go on: after the closing quote if the quote at `index` opens a cell, else right after it.
  @inline(__always)
  private mutating func skipQuote(at index: Int, _ record: inout Record) -> Int {
    guard index == firstCell || bytes[index &- 1] == grammar.delimiter else {
      if followsLeadingBlanks(index) { record.hasStrayQuote = true }
      return index &+ 1
    }
    guard let close = QuotedCell.close(bytes, open: index, end: bytes.count) else {
      record.hasUnclosedQuote = true
      return index &+ 1
    }
    if endsCell(after: close) {
      guard mayHoldRow(index &+ 1..<close), swallowsRows(open: index, close: close) else { return close &+ 1 }
      record.hasUnclosedQuote = true
      return index &+ 1
    }
    // A quote that next occurs on a later line and closes nothing there opens that line's cell instead.
    guard bytes.firstLineEnd(from: index, to: close) == close else {
      record.hasUnclosedQuote = true
      return index &+ 1
    }
    record.hasStrayQuote = true
    return close &+ 1
  }

  /// Whether a quoted text is long enough to hold a row, a glance that clears nearly all cells.
  @inline(__always)
  private func mayHoldRow(_ text: Range<Int>) -> Bool {
    grammar.usualCells >= SwallowedRows.fewestCells && text.count >= grammar.usualCells
  }

  /// Whether the cell between two quotes, if it spans lines, is more plausibly several rows.
  private mutating func swallowsRows(open: Int, close: Int) -> Bool {
    let lineEnd = bytes.firstLineEnd(from: open, to: close)
    guard lineEnd < close, hasDelimitersOfRow(open..<close) else { return false }
    let passed = FieldScanner.count(bytes, tally.end..<open, delimiter: grammar.delimiter, inText: tally.end != firstCell)
    tally = (tally.cells &+ passed.cells &- 1, close &+ 1)
    return SwallowedRows(bytes: bytes, delimiter: grammar.delimiter, usualCells: grammar.usualCells)
      .areIn(.init(open: open, close: close, firstLineEnd: lineEnd, number: tally.cells))
  }

  /// Whether `range` has as many delimiters as the usual row.
  private func hasDelimitersOfRow(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    for _ in 1..<grammar.usualCells {
      index = bytes.first(grammar.delimiter, from: index, to: range.upperBound)
      if index == range.upperBound { return false }
      index &+= 1
    }
    return true
  }

  /// Whether nothing but blanks lies between the closing quote and the cell's end.
  @inline(__always)
  private func endsCell(after close: Int) -> Bool {
    var index = close &+ 1
    while index < bytes.count {
      let byte = bytes[index]
      if byte == grammar.delimiter || byte == Byte.lineFeed || byte == Byte.carriageReturn { return true }
      guard isBlank(byte) else { return false }
      index &+= 1
    }
    return true
  }

  /// Whether only blanks lie between the cell's start and the quote at `index`.
  private func followsLeadingBlanks(_ index: Int) -> Bool {
    var start = index
    while start > firstCell, bytes[start &- 1] != grammar.delimiter {
      guard isBlank(bytes[start &- 1]) else { return false }
      start &-= 1
    }
    return true
  }

  @inline(__always)
  private func isBlank(_ byte: UInt8) -> Bool { byte == Byte.space || byte == Byte.tab }

  /// `range` without the line end that terminates it.
  @inline(__always)
  static func trim(_ range: Range<Int>, in bytes: UnsafeRawBufferPointer) -> Range<Int> {
    var end = range.upperBound
    if end > range.lowerBound, bytes[end &- 1] == Byte.lineFeed { end &-= 1 }
    let endsInReturn = end > range.lowerBound && bytes[end &- 1] == Byte.carriageReturn
    return range.lowerBound..<(endsInReturn ? end &- 1 : end)
  }
}
