/// Finds the cells of one record.
enum FieldScanner {
  /// Replaces `fields` by those of the record in `range`, which excludes its line end. One that is known to hold no quote is read faster.
  static func scan(
    _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, delimiter: UInt8, hasQuotes: Bool, into fields: inout [Field]
  ) {
    if !hasQuotes, scanUnquoted(bytes, range, delimiter, into: &fields) { return }
    var cells = Cells(bytes, range, delimiter)
    var count = 0
    // Most records have as many cells as the one before: their places are filled anew, which costs half of adding them.
    fields.withUnsafeMutableBufferPointer { places in
      while count < places.count, let field = cells.next() {
        places[count] = field
        count &+= 1
      }
    }
    fields.removeLast(fields.count - count)
    if fields.capacity == 0 { fields.reserveCapacity(32) }
    while let field = cells.next() { fields.append(field) }
  }

  /// Does so where there are at least as many fields as the record has cells.
  private static func scanUnquoted(
    _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, _ delimiter: UInt8, into fields: inout [Field]
  ) -> Bool {
    withUnsafeTemporaryAllocation(of: CellBounds.self, capacity: fields.count) { places in
      guard let count = unquoted(bytes, range, delimiter: delimiter, into: places) else { return false }
      fields.withUnsafeMutableBufferPointer { fields in
        for place in 0..<count {
          let (start, end) = (range.lowerBound &+ Int(places[place].start), range.lowerBound &+ Int(places[place].end))
          fields[place] = Field(start: start, end: end, isQuoted: false, hasEscapes: false)
        }
      }
      fields.removeLast(fields.count - count)
      return true
    }
  }

  /// Puts the cells of a record without quotes into `places`, and tells how many there are; `nil` where there are more cells than places, or
  /// the text ends too soon behind the record to look at whole blocks.
  static func unquoted(
    _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, delimiter: UInt8, into places: UnsafeMutableBufferPointer<CellBounds>
  ) -> Int? {
    typealias Block = ByteBlock<ByteGroup>
    guard range.count <= Int32.max else { return nil }
    var index = bytes.skippingByteOrderMark(at: range.lowerBound, to: range.upperBound)
    var (start, count) = (UInt32(truncatingIfNeeded: index &- range.lowerBound), 0)
    while index < range.upperBound {
      guard index &+ Block.size <= bytes.count else { return nil }
      let rest = range.upperBound &- index
      var ends = Block(bytes, at: index).places { $0.places(of: delimiter) }
      if rest < Block.size { ends &= 1 &<< UInt64(rest) &- 1 }
      let offset = UInt32(truncatingIfNeeded: index &- range.lowerBound)
      while ends != 0 {
        guard count < places.count else { return nil }
        let end = offset &+ UInt32(truncatingIfNeeded: ends.trailingZeroBitCount)
        places[count] = CellBounds(start: start, end: end)
        (start, count) = (end &+ 1, count &+ 1)
        ends &= ends &- 1
      }
      index &+= Block.size
    }
    guard count < places.count else { return nil }
    places[count] = CellBounds(start: start, end: UInt32(truncatingIfNeeded: range.count))
    return count &+ 1
  }

  /// The cells of a record from the first to the last; there is always one.
  private struct Cells {
    let bytes: UnsafeRawBufferPointer
    let delimiter: UInt8
    /// Where the next cell begins; beyond `end` after the last.
    var start: Int
    let end: Int

    init(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, _ delimiter: UInt8) {
      (self.bytes, self.delimiter, end) = (bytes, delimiter, range.upperBound)
      start = bytes.skippingByteOrderMark(at: range.lowerBound, to: range.upperBound)
    }

    @inline(__always)
    mutating func next() -> Field? {
      guard start <= end else { return nil }
      let open = start
      if open < end, bytes[open] == Byte.quote, let close = QuotedCell.close(bytes, open: open, end: end) {
        let cellEnd = nextDelimiter(bytes, from: close &+ 1, to: end, delimiter)
        start = cellEnd &+ 1
        return QuotedCell.field(bytes, open: open, close: close, cellEnd: cellEnd)
      }
      let cellEnd = nextDelimiter(bytes, from: open, to: end, delimiter)
      start = cellEnd &+ 1
      return Field(start: open, end: cellEnd, isQuoted: false, hasEscapes: false)
    }
  }

  /// The cell at `place` of the record in `range`, or `nil` if it has not so many. One that is known to hold no quote is read faster.
  static func field(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, delimiter: UInt8, hasQuotes: Bool, at place: Int) -> Field? {
    if !hasQuotes, range.upperBound + 16 <= bytes.count { return unquotedField(bytes, range, delimiter, at: place) }
    let end = range.upperBound
    var start = bytes.skippingByteOrderMark(at: range.lowerBound, to: end)
    var passed = 0
    while true {
      let close = start < end && bytes[start] == Byte.quote ? QuotedCell.close(bytes, open: start, end: end) : nil
      let cellEnd = nextDelimiter(bytes, from: close.map { $0 &+ 1 } ?? start, to: end, delimiter)
      if passed == place {
        guard let close else { return Field(start: start, end: cellEnd, isQuoted: false, hasEscapes: false) }
        return QuotedCell.field(bytes, open: start, close: close, cellEnd: cellEnd)
      }
      if cellEnd == end { return nil }
      (start, passed) = (cellEnd &+ 1, passed &+ 1)
    }
  }

  /// The same of a record without quotes behind which the text goes on.
  private static func unquotedField(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, _ delimiter: UInt8, at place: Int) -> Field? {
    var start = bytes.skippingByteOrderMark(at: range.lowerBound, to: range.upperBound)
    var (index, passed) = (start, 0)
    while index < range.upperBound {
      var ends = ByteGroup(bytes, at: index).places(of: delimiter)
      while ends != 0, index &+ ends.trailingZeroBitCount < range.upperBound {
        let end = index &+ ends.trailingZeroBitCount
        if passed == place { return Field(start: start, end: end, isQuoted: false, hasEscapes: false) }
        (start, passed) = (end &+ 1, passed &+ 1)
        ends &= ends &- 1
      }
      index &+= 16
    }
    return passed == place ? Field(start: start, end: range.upperBound, isQuoted: false, hasEscapes: false) : nil
  }

  /// The number of cells in `range`, and whether a quote opens one of them that none in `range` closes.
  ///
  /// With `inText`, `range` begins within the text of a cell, where a quote opens nothing.
  static func count(
    _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, delimiter: UInt8, inText: Bool = false
  ) -> (cells: Int, isOpen: Bool) {
    let end = range.upperBound
    var (start, cells, isOpen, mayOpen) = (range.lowerBound, 1, false, !inText)
    while true {
      if mayOpen, start < end, bytes[start] == Byte.quote {
        if let close = QuotedCell.close(bytes, open: start, end: end) { start = close &+ 1 } else { isOpen = true }
      }
      let cellEnd = nextDelimiter(bytes, from: start, to: end, delimiter)
      if cellEnd == end { return (cells, isOpen) }
      (start, cells, mayOpen) = (cellEnd &+ 1, cells &+ 1, true)
    }
  }

  /// Cells are short: looking at single bytes beats looking at eight.
  @inline(__always)
  private static func nextDelimiter(_ bytes: UnsafeRawBufferPointer, from start: Int, to end: Int, _ delimiter: UInt8) -> Int {
    var index = start
    while index < end, bytes[index] != delimiter { index &+= 1 }
    return index
  }
}

/// The rules inside quotes.
enum QuotedCell {
  /// The offset of the quote that closes the cell opened at `open`: the first before `end` that is not doubled.
  @inline(__always)
  static func close(_ bytes: UnsafeRawBufferPointer, open: Int, end: Int) -> Int? {
    var index = bytes.first(Byte.quote, from: open &+ 1, to: end)
    while index < end {
      guard index &+ 1 < end, bytes[index &+ 1] == Byte.quote else { return index }
      index = bytes.first(Byte.quote, from: index &+ 2, to: end)
    }
    return nil
  }

  /// The field of a quoted cell. Text after the closing quote is kept: the range then goes on to the cell's end.
  @inline(__always)
  static func field(_ bytes: UnsafeRawBufferPointer, open: Int, close: Int, cellEnd: Int) -> Field {
    if close &+ 1 != cellEnd { return Field(start: open &+ 1, end: cellEnd, isQuoted: true, hasEscapes: true) }
    let hasDoubled = bytes.first(Byte.quote, from: open &+ 1, to: close) != close
    return Field(start: open &+ 1, end: close, isQuoted: true, hasEscapes: hasDoubled)
  }

  /// A quoted cell's value: doubled quotes become one, and a closing quote with text after it disappears.
  static func unescape(_ bytes: Slice<UnsafeRawBufferPointer>) -> [UInt8] {
    var value: [UInt8] = []
    value.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while let quote = bytes[index...].firstIndex(of: Byte.quote) {
      value.append(contentsOf: bytes[index..<quote])
      guard quote + 1 < bytes.endIndex, bytes[quote + 1] == Byte.quote else {
        value.append(contentsOf: bytes[(quote + 1)...])
        return value
      }
      value.append(Byte.quote)
      index = quote + 2
    }
    value.append(contentsOf: bytes[index...])
    return value
  }
}
