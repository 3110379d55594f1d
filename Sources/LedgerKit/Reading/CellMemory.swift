/// What cells were read as before, by their bytes: a ledger's columns repeat a few dates, names and words, and a cell that stood in
/// the column already costs a comparison instead of a reading.
///
/// A small unsafe type: entries are plain memory, one table of places for each column, each holding where in the sheet's text
/// such a cell stood last. Only readings without anything to tell are remembered, so that what is found here is what reading would
/// give. A column that seldom repeats (order numbers) is not asked any more.
final class CellMemory {
  /// A reading without a trouble: a value, perhaps owed to a repair.
  struct Entry {
    fileprivate(set) var value: Int64 = 0
    fileprivate var start: UInt32 = 0
    /// 0 where the place is free; empty cells are never looked up.
    fileprivate var count: UInt16 = 0
    fileprivate(set) var repair: Repair?
  }

  /// Places a column, a power of two: 512, of a long sheet 4096, fewer for a short one, whose memory would cost more than its reading.
  private let size: Int
  private let entries: UnsafeMutablePointer<Entry>
  private let count: Int

  /// For a sheet of so many rows.
  init(columns: Int, rows: Int) {
    size = rows >= 65_536 ? 4096 : rows >= 512 ? 512 : max(16, 1 << (Int.bitWidth - max(1, rows).leadingZeroBitCount))
    count = columns * size
    entries = .allocate(capacity: count)
    entries.initialize(repeating: Entry(), count: count)
  }

  deinit { entries.deallocate() }

  /// The place of a cell, which is `range` of `text` and not empty, among those of its column.
  @inline(__always)
  func place(_ text: UnsafeRawBufferPointer, _ range: Range<Int>, column: Int) -> Int {
    column &* size &+ Int(truncatingIfNeeded: CellBytes.hash(text, range)) & (size &- 1)
  }

  /// What the same cell was read as before; from now on it is compared with the cell that is asked for, whose text is at hand.
  @inline(__always)
  func entry(at place: Int, _ text: UnsafeRawBufferPointer, _ range: Range<Int>) -> Entry? {
    precondition(place >= 0 && place < count, "a column of another table")
    let entry = entries[place]
    guard Int(entry.count) == range.count, CellBytes.areEqual(text, Int(entry.start), range.lowerBound, count: range.count) else {
      return nil
    }
    if let start = UInt32(exactly: range.lowerBound) { entries[place].start = start }
    return entry
  }

  /// Remembers what a cell was read as, in place of another one.
  func remember(_ value: Int64, _ repair: Repair?, at place: Int, _ range: Range<Int>) {
    precondition(place >= 0 && place < count, "a column of another table")
    guard let start = UInt32(exactly: range.lowerBound), let length = UInt16(exactly: range.count) else { return }
    entries[place] = Entry(value: value, start: start, count: length, repair: repair)
  }
}

/// Hashing and comparing short runs of bytes eight at a time.
enum CellBytes {
  @inline(__always)
  private static func word(_ text: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    text.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  /// The last bytes of a run, fewer than eight.
  @inline(__always)
  private static func rest(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) -> UInt64 {
    if range.lowerBound &+ 8 <= text.count {
      return UInt64(littleEndian: word(text, range.lowerBound)) & (UInt64(1) &<< UInt64(range.count &* 8) &- 1)
    }
    var word: UInt64 = 0
    for i in range { word |= UInt64(text[i]) &<< UInt64((i &- range.lowerBound) &* 8) }
    return word
  }

  /// A number that equal runs share; it depends on the bytes alone.
  @inline(__always)
  static func hash(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) -> UInt64 {
    var h = UInt64(truncatingIfNeeded: range.count) &* 0x9E37_79B9_7F4A_7C15
    var i = range.lowerBound
    while i &+ 8 <= range.upperBound {
      h = (h ^ UInt64(littleEndian: word(text, i))) &* 0xFF51_AFD7_ED55_8CCD
      h ^= h &>> 32
      i &+= 8
    }
    if i < range.upperBound {
      h = (h ^ rest(text, i..<range.upperBound)) &* 0xFF51_AFD7_ED55_8CCD
      h ^= h &>> 32
    }
    return h
  }

  /// Whether a text holds a part, which is not empty.
  static func contains(_ text: UnsafeRawBufferPointer, _ part: [UInt8]) -> Bool {
    part.withUnsafeBytes { contains(text, $0) }
  }

  /// The same with the part anywhere in memory.
  @inline(__always)
  static func contains(_ text: UnsafeRawBufferPointer, _ part: UnsafeRawBufferPointer) -> Bool {
    guard let first = part.first else { return false }
    var start = 0
    while start &+ part.count <= text.count {
      if text[start] == first {
        var i = 1
        while i < part.count, text[start &+ i] == part[i] { i &+= 1 }
        if i == part.count { return true }
      }
      start &+= 1
    }
    return false
  }

  /// Whether two runs of one text are the same.
  @inline(__always)
  static func areEqual(_ text: UnsafeRawBufferPointer, _ a: Int, _ b: Int, count: Int) -> Bool {
    areEqual(text, a, text, b, count: count)
  }

  /// Whether a run of one text is the same as one of another.
  @inline(__always)
  static func areEqual(_ x: UnsafeRawBufferPointer, _ a: Int, _ y: UnsafeRawBufferPointer, _ b: Int, count: Int) -> Bool {
    var i = 0
    while i &+ 8 <= count {
      if word(x, a &+ i) != word(y, b &+ i) { return false }
      i &+= 8
    }
    return i == count || rest(x, a &+ i..<a &+ count) == rest(y, b &+ i..<b &+ count)
  }
}
