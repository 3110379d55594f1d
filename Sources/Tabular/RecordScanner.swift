/// Finds where records end. Total time is linear in the text, whatever the quotes.
struct RecordScanner {
  /// One record and what is odd about its quotes.
  struct Record {
    /// The offset of the first byte.
    let start: Int
    /// The offset after the line end.
    let end: Int
    var hasUnclosedQuote = false
    var hasStrayQuote = false

    var hasOddQuotes: Bool { hasUnclosedQuote || hasStrayQuote }

    /// The record's bytes without its line end.
    func range(in bytes: UnsafeRawBufferPointer) -> Range<Int> { RecordScanner.trim(start..<end, in: bytes) }
  }

  private let bytes: UnsafeRawBufferPointer
  private let delimiter: UInt8
  private var position: Int

  init(_ bytes: UnsafeRawBufferPointer, delimiter: UInt8, from start: Int) {
    self.bytes = bytes
    self.delimiter = delimiter
    position = start
  }

  /// The next record, or `nil` at the end of the text.
  mutating func next() -> Record? {
    guard position < bytes.count else { return nil }
    var record = Record(start: position, end: bytes.count)
    let firstCell = bytes.skippingByteOrderMark(at: position, to: bytes.count)
    var index = bytes.firstQuoteOrLineEnd(from: firstCell)
    while index < bytes.count, bytes[index] == Byte.quote {
      index = bytes.firstQuoteOrLineEnd(from: skipQuote(at: index, firstCell: firstCell, &record))
    }
    position = index < bytes.count ? bytes.endOfLineEnd(at: index) : index
    return Record(start: record.start, end: position, hasUnclosedQuote: record.hasUnclosedQuote, hasStrayQuote: record.hasStrayQuote)
  }

  /// The offset from which to go on: after the closing quote if the quote at `index` opens a cell, else right after it.
  @inline(__always)
  private func skipQuote(at index: Int, firstCell: Int, _ record: inout Record) -> Int {
    guard index == firstCell || bytes[index &- 1] == delimiter else {
      if followsLeadingBlanks(index, firstCell: firstCell) { record.hasStrayQuote = true }
      return index &+ 1
    }
    guard let close = QuotedCell.close(bytes, open: index, end: bytes.count) else {
      record.hasUnclosedQuote = true
      return index &+ 1
    }
    if endsCell(after: close) { return close &+ 1 }
    // A quote that next occurs on a later line and closes nothing there opens that line's cell instead. Reading it so
    // keeps one stray quote from swallowing all lines up to the next. Between the two, quotes come in pairs, and a
    // pair that opens a cell closes it at once, so that no byte is searched more than twice.
    guard bytes.firstLineEnd(from: index, to: close) == close else {
      record.hasUnclosedQuote = true
      return index &+ 1
    }
    record.hasStrayQuote = true
    return close &+ 1
  }

  /// Whether nothing but blanks lies between the closing quote and the cell's end.
  @inline(__always)
  private func endsCell(after close: Int) -> Bool {
    var index = close &+ 1
    while index < bytes.count {
      let byte = bytes[index]
      if byte == delimiter || byte == Byte.lineFeed || byte == Byte.carriageReturn { return true }
      guard isBlank(byte) else { return false }
      index &+= 1
    }
    return true
  }

  /// Whether only blanks lie between the cell's start and the quote at `index`.
  private func followsLeadingBlanks(_ index: Int, firstCell: Int) -> Bool {
    var start = index
    while start > firstCell, bytes[start &- 1] != delimiter {
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
