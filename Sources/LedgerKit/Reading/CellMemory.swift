/// What cells were read as before, by their bytes: a ledger's columns repeat a few dates, names and words, and a cell that stood in
/// the column already costs a comparison instead of a reading.
///
/// A small unsafe type: entries are plain memory, one table of places for each column. A place has 64 bytes, a line of the cache: 32 for a
/// copy of the cell, for in a long sheet the rows above have left the cache (looking at them took half of the time of reading a row's
/// cells), then the entry. Only readings without anything to tell are remembered, so that what is found here is what reading would give.
/// A column that seldom repeats (order numbers) is not asked any more.
final class CellMemory {
  /// A reading without a trouble: a value, perhaps owed to a repair.
  struct Entry {
    let value: Int64
    let repair: Repair?
    /// Where in the sheet's text the cell stood, of which only shorter ones are copied.
    fileprivate let start: UInt32
    fileprivate let count: UInt16
  }

  fileprivate static let placeSize = 64
  fileprivate static let longestCopy = 32

  /// A cell's place among those of its column, with what tells most other cells of the place apart.
  struct Place {
    fileprivate let index: Int
    fileprivate let tag: UInt8
    /// The cell's last bytes, fewer than eight, and noughts.
    fileprivate let rest: UInt64
  }

  /// Places a column, a power of two: 512, of a long sheet 4096, fewer for a short one, whose memory would cost more than its reading.
  private let size: Int
  /// 0 where the place is free, its entry without a value; empty cells are never looked up.
  private let tags: UnsafeMutablePointer<UInt8>
  private let places: UnsafeMutableRawPointer
  private let count: Int

  /// For a sheet of so many rows.
  init(columns: Int, rows: Int) {
    size = rows >= 65_536 ? 4096 : rows >= 512 ? 512 : max(16, 1 << (Int.bitWidth - max(1, rows).leadingZeroBitCount))
    count = columns * size
    places = .allocate(byteCount: count * Self.placeSize, alignment: Self.placeSize)
    tags = .allocate(capacity: count)
    tags.initialize(repeating: 0, count: count)
  }

  deinit {
    places.deallocate()
    tags.deallocate()
  }

  /// What is remembered of one column, as long as the memory is there.
  @inline(__always)
  subscript(column: Int) -> Column {
    precondition(column >= 0 && column &* size < count, "a column of another table")
    let first = column &* size
    return Column(mask: size &- 1, tags: tags + first, places: places + first &* Self.placeSize)
  }

  /// The places of one column.
  struct Column {
    fileprivate let mask: Int
    fileprivate let tags: UnsafeMutablePointer<UInt8>
    fileprivate let places: UnsafeMutableRawPointer
  }
}

extension CellMemory.Column {
  /// The place of a cell, which is `range` of `text` and not empty.
  @inline(__always)
  func place(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) -> CellMemory.Place {
    let (hash, rest) = CellBytes.hashAndRest(text, range)
    return CellMemory.Place(index: Int(truncatingIfNeeded: hash) & mask, tag: UInt8(truncatingIfNeeded: hash &>> 24) | 1, rest: rest)
  }

  /// What the same cell was read as before.
  @inline(__always)
  func entry(at place: CellMemory.Place, _ text: UnsafeRawBufferPointer, _ range: Range<Int>) -> CellMemory.Entry? {
    guard tags[place.index] == place.tag else { return nil }
    let memory = places + place.index &* CellMemory.placeSize
    let entry = memory.load(fromByteOffset: CellMemory.longestCopy, as: CellMemory.Entry.self)
    guard Int(entry.count) == range.count else { return nil }
    let isSame =
      range.count > CellMemory.longestCopy
      ? CellBytes.areEqual(text, Int(entry.start), range.lowerBound, count: range.count)
      : CellBytes.isCopy(UnsafeRawBufferPointer(start: memory, count: CellMemory.longestCopy), of: text, range, rest: place.rest)
    return isSame ? entry : nil
  }

  /// Remembers what a cell was read as, in place of another one.
  func remember(_ value: Int64, _ repair: Repair?, at place: CellMemory.Place, _ text: UnsafeRawBufferPointer, _ range: Range<Int>) {
    guard let start = UInt32(exactly: range.lowerBound), let length = UInt16(exactly: range.count) else { return }
    let memory = UnsafeMutableRawBufferPointer(start: places + place.index &* CellMemory.placeSize, count: CellMemory.placeSize)
    if range.count <= CellMemory.longestCopy {
      memory.initializeMemory(as: UInt8.self, repeating: 0)
      memory.copyMemory(from: UnsafeRawBufferPointer(rebasing: text[range]))
    }
    let entry = CellMemory.Entry(value: value, repair: repair, start: start, count: length)
    memory.storeBytes(of: entry, toByteOffset: CellMemory.longestCopy, as: CellMemory.Entry.self)
    tags[place.index] = place.tag
  }
}

/// Hashing and comparing short runs of bytes eight at a time.
enum CellBytes {
  @inline(__always)
  private static func word(_ text: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    text.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  /// The last bytes of a run, fewer than eight: with those behind them, or with those before them.
  @inline(__always)
  private static func rest(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) -> UInt64 {
    if range.lowerBound &+ 8 <= text.count {
      return UInt64(littleEndian: word(text, range.lowerBound)) & (UInt64(1) &<< UInt64(range.count &* 8) &- 1)
    }
    if range.upperBound >= 8 {
      return UInt64(littleEndian: word(text, range.upperBound &- 8)) &>> UInt64((8 &- range.count) &* 8)
    }
    var word: UInt64 = 0
    for i in range { word |= UInt64(text[i]) &<< UInt64((i &- range.lowerBound) &* 8) }
    return word
  }

  /// A number that equal runs share; it depends on the bytes alone.
  @inline(__always)
  static func hash(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) -> UInt64 { hashAndRest(text, range).hash }

  /// The same with the run's last bytes, fewer than eight, which who compares it next need not look for again.
  @inline(__always)
  static func hashAndRest(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) -> (hash: UInt64, rest: UInt64) {
    var h = UInt64(truncatingIfNeeded: range.count) &* 0x9E37_79B9_7F4A_7C15
    var i = range.lowerBound
    while i &+ 8 <= range.upperBound {
      h = (h ^ UInt64(littleEndian: word(text, i))) &* 0xFF51_AFD7_ED55_8CCD
      h ^= h &>> 32
      i &+= 8
    }
    if i == range.upperBound { return (h, 0) }
    let last = rest(text, i..<range.upperBound)
    h = (h ^ last) &* 0xFF51_AFD7_ED55_8CCD
    return (h ^ h &>> 32, last)
  }

  /// Whether a run of a text, with these last bytes, is what was copied into memory that held noughts.
  @inline(__always)
  static func isCopy(
    _ copy: UnsafeRawBufferPointer, of text: UnsafeRawBufferPointer, _ range: Range<Int>, rest: UInt64
  ) -> Bool {
    var i = 0
    while i &+ 8 <= range.count {
      if word(copy, i) != word(text, range.lowerBound &+ i) { return false }
      i &+= 8
    }
    return i == range.count || UInt64(littleEndian: word(copy, i)) == rest
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
