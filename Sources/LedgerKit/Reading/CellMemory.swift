/// What cells were read as before, by their bytes: a ledger's columns repeat a few dates, names and words, and a cell that stood in
/// the column already costs a comparison instead of a reading.
///
/// A small unsafe type: entries are plain memory, one table of places for each column. A place has 64 bytes, a line of the cache: 32 for a
/// copy of the cell, for in a long sheet the rows above have left the cache (looking at them took half of the time of reading a row's
/// cells), then the entry. A cell may lie in the place beside its own where that is taken. Only readings without anything to tell are
/// remembered, so that what is found here is what reading would give.
/// A column that seldom repeats (order numbers) is not asked any more.
final class CellMemory {
  /// A reading without a trouble: a value, perhaps owed to a repair.
  struct Entry {
    let value: Int64
    let repair: Repair?
    /// Where in the sheet's text the cell stood, of which only shorter ones are copied.
    fileprivate let start: UInt32
    fileprivate let count: UInt16
    /// As many of a short cell that is read as it is typed, else 0.
    fileprivate let plainCount: UInt16
  }

  fileprivate static let placeSize = 64

  /// A cell's place among those of its column, with what tells most other cells of the place apart.
  struct Place {
    fileprivate let index: Int
    fileprivate let tag: UInt8
    /// The cell's first bytes, and noughts.
    fileprivate let copy: CellCopy
  }

  /// Places a column, a power of two: 512, of a long sheet 4096, fewer for a short one, whose memory would cost more than its reading.
  private let size: Int
  /// What a number of 64 bits is shifted by to be one of them.
  private let shift: UInt64
  /// 0 where the place is free, its entry without a value; empty cells are never looked up.
  private let tags: UnsafeMutablePointer<UInt8>
  private let places: UnsafeMutableRawPointer
  private let count: Int
  /// As many bytes with all bits as a copy has, and as many with none.
  private let masks: UnsafeMutablePointer<UInt8>

  /// For a sheet of so many rows.
  init(columns: Int, rows: Int) {
    size = rows >= 65_536 ? 4096 : rows >= 512 ? 512 : max(16, 1 << (Int.bitWidth - max(1, rows).leadingZeroBitCount))
    shift = UInt64(size.leadingZeroBitCount + 1)
    count = columns * size
    places = .allocate(byteCount: count * Self.placeSize, alignment: Self.placeSize)
    tags = .allocate(capacity: count)
    tags.initialize(repeating: 0, count: count)
    masks = .allocate(capacity: 2 * CellCopy.length)
    masks.initialize(repeating: 0xFF, count: CellCopy.length)
    (masks + CellCopy.length).initialize(repeating: 0, count: CellCopy.length)
  }

  deinit {
    places.deallocate()
    tags.deallocate()
    masks.deallocate()
  }

  /// What is remembered of one column, as long as the memory is there.
  @inline(__always)
  subscript(column: Int) -> Column {
    precondition(column >= 0 && column &* size < count, "a column of another table")
    let first = column &* size
    return Column(shift: shift, tags: tags + first, places: places + first &* Self.placeSize, masks: masks)
  }

  /// The places of one column.
  struct Column {
    fileprivate let shift: UInt64
    fileprivate let tags: UnsafeMutablePointer<UInt8>
    fileprivate let places: UnsafeMutableRawPointer
    fileprivate let masks: UnsafeMutablePointer<UInt8>
  }
}

/// The last short cell of a column. Of many columns nearly all cells are the same word: 合格, 公斤, 齐全.
struct LastCell {
  fileprivate var word: UInt64 = 0
  fileprivate var count = 0
  fileprivate var value: Int64 = 0
}

extension CellMemory.Column {
  /// The same as ``value(_:)``, at once for a cell of up to eight bytes that is the same as the last one.
  @inline(__always)
  func value(_ cell: NearCell, _ last: inout LastCell) -> Int64? {
    guard cell.count <= 8 else { return value(cell) }
    let word = cell.word &<< UInt64(64 &- cell.count &* 8)
    if word == last.word, cell.count == last.count { return last.value }
    guard let value = value(cell) else { return nil }
    last = LastCell(word: word, count: cell.count, value: value)
    return value
  }

  /// The value of a cell of up to 32 bytes that was read before as what is typed.
  @inline(__always)
  func value(_ cell: NearCell) -> Int64? {
    cell.count <= CellCopy.shortLength ? value(cell, isShort: true) : longValue(cell)
  }

  /// Apart from the loop over short cells, which half of the instructions are enough for.
  @inline(never)
  private func longValue(_ cell: NearCell) -> Int64? { cell.count <= CellCopy.length ? value(cell, isShort: false) : nil }

  @inline(__always)
  private func value(_ cell: NearCell, isShort: Bool) -> Int64? {
    let place = place(CellCopy(cell.start, mask: masks + (CellCopy.length &- cell.count), isShort: isShort))
    return value(at: place.index, place, cell.count, isShort: isShort) ?? value(at: place.index ^ 1, place, cell.count, isShort: isShort)
  }

  @inline(__always)
  private func value(at index: Int, _ place: CellMemory.Place, _ count: Int, isShort: Bool) -> Int64? {
    guard tags[index] == place.tag else { return nil }
    let memory = places + index &* CellMemory.placeSize
    let entry = memory.load(fromByteOffset: CellCopy.length, as: CellMemory.Entry.self)
    return Int(entry.plainCount) == count && place.copy.isSame(as: memory, isShort: isShort) ? entry.value : nil
  }

  @inline(__always)
  private func place(_ copy: CellCopy) -> CellMemory.Place {
    let hash = copy.hash
    return CellMemory.Place(index: Int(truncatingIfNeeded: hash &>> shift), tag: UInt8(truncatingIfNeeded: hash &>> 32) | 1, copy: copy)
  }

  /// The place of a cell, which is `range` of `text` and not empty.
  func place(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) -> CellMemory.Place {
    let kept = min(range.count, CellCopy.length)
    guard range.lowerBound + CellCopy.length <= text.count, let start = text.baseAddress else {
      return place(CellCopy(few: UnsafeRawBufferPointer(rebasing: text[range])))
    }
    return place(CellCopy(start + range.lowerBound, mask: masks + (CellCopy.length - kept)))
  }

  /// What the same cell was read as before.
  func entry(at place: CellMemory.Place, _ text: UnsafeRawBufferPointer, _ range: Range<Int>) -> CellMemory.Entry? {
    entry(at: place.index, place, text, range) ?? entry(at: place.index ^ 1, place, text, range)
  }

  private func entry(
    at index: Int, _ place: CellMemory.Place, _ text: UnsafeRawBufferPointer, _ range: Range<Int>
  ) -> CellMemory.Entry? {
    guard tags[index] == place.tag else { return nil }
    let memory = places + index &* CellMemory.placeSize
    let entry = memory.load(fromByteOffset: CellCopy.length, as: CellMemory.Entry.self)
    guard Int(entry.count) == range.count, place.copy.isSame(as: memory) else { return nil }
    let isLonger = range.count > CellCopy.length
    return !isLonger || CellBytes.areEqual(text, Int(entry.start), range.lowerBound, count: range.count) ? entry : nil
  }

  /// Remembers what a cell was read as, beside another one of the place, or instead of it.
  func remember(_ value: Int64, _ repair: Repair?, at place: CellMemory.Place, _ text: UnsafeRawBufferPointer, _ range: Range<Int>) {
    guard let start = UInt32(exactly: range.lowerBound), let length = UInt16(exactly: range.count) else { return }
    let index = tags[place.index] != 0 && tags[place.index ^ 1] == 0 ? place.index ^ 1 : place.index
    let memory = places + index &* CellMemory.placeSize
    memory.storeBytes(of: place.copy, as: CellCopy.self)
    let isPlain = repair == nil && range.count <= CellCopy.length
    let entry = CellMemory.Entry(value: value, repair: repair, start: start, count: length, plainCount: isPlain ? length : 0)
    memory.storeBytes(of: entry, toByteOffset: CellCopy.length, as: CellMemory.Entry.self)
    tags[index] = place.tag
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
  static func hash(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) -> UInt64 {
    var h = UInt64(truncatingIfNeeded: range.count) &* 0x9E37_79B9_7F4A_7C15
    var i = range.lowerBound
    while i &+ 8 <= range.upperBound {
      h = (h ^ UInt64(littleEndian: word(text, i))) &* 0xFF51_AFD7_ED55_8CCD
      h ^= h &>> 32
      i &+= 8
    }
    if i == range.upperBound { return h }
    h = (h ^ rest(text, i..<range.upperBound)) &* 0xFF51_AFD7_ED55_8CCD
    return h ^ h &>> 32
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
