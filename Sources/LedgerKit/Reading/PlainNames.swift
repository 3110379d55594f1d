/// The names in a cell that needs no closer look: two to four Chinese characters each, parted by 、. Most cells of persons are such; they
/// are read here at a tenth of the cost, without memory of their own.
struct PlainNames {
  /// How many names there are.
  private(set) var count = 0
  /// Where they lie; cells with more names are rare.
  private var places = InlineArray<8, Range<Int>>(repeating: 0..<0)

  /// Finds the names of a cell; nil where anything else stands in it, or a character that may mean more than a name.
  @inline(__always)
  init?(in cell: UnsafeRawBufferPointer) {
    var (start, i) = (0, 0)
    while i < cell.count {
      guard i &+ 2 < cell.count else { return nil }
      let c = UInt32(cell[i]) << 16 | UInt32(cell[i &+ 1]) << 8 | UInt32(cell[i &+ 2])
      if c == 0xE38081 {
        guard add(start..<i) else { return nil }
        start = i &+ 3
      } else if !Self.isPlain(c) {
        return nil
      }
      i &+= 3
    }
    guard add(start..<i) else { return nil }
  }

  /// Where a name lies in the cell.
  subscript(place: Int) -> Range<Int> { places[place] }

  @inline(__always)
  private mutating func add(_ place: Range<Int>) -> Bool {
    guard (6...12).contains(place.count), count < places.count else { return false }
    places[count] = place
    count &+= 1
    return true
  }

  /// A common Chinese character, but for 代 (signed for somebody), 和 (parts two names), and those of words that stand for a signature.
  @inline(__always)
  private static func isPlain(_ c: UInt32) -> Bool {
    switch c {
    // 代, 和, 已, 签, 见
    case 0xE4BBA3, 0xE5928C, 0xE5B7B2, 0xE7ADBE, 0xE8A781: false
    default: (0xE4B880...0xE9BEA5).contains(c)
    }
  }

  /// Puts the names in order, equal ones once; true where they were so. Mostly there are two.
  mutating func sort(in cell: UnsafeRawBufferPointer) -> Bool {
    var wereSorted = true
    var sorted = min(1, count)
    for next in sorted..<count {
      let name = places[next]
      var place = sorted
      while place > 0, Self.order(name, places[place - 1], in: cell) < 0 { place -= 1 }
      wereSorted = wereSorted && place == next
      if place > 0, Self.order(name, places[place - 1], in: cell) == 0 {
        wereSorted = false
        continue
      }
      for moved in stride(from: sorted, to: place, by: -1) { places[moved] = places[moved - 1] }
      places[place] = name
      sorted += 1
    }
    count = sorted
    return wereSorted
  }

  @inline(__always)
  private static func order(_ a: Range<Int>, _ b: Range<Int>, in cell: UnsafeRawBufferPointer) -> Int {
    UnsafeRawBufferPointer(rebasing: cell[a]).compared(with: UnsafeRawBufferPointer(rebasing: cell[b]))
  }
}
