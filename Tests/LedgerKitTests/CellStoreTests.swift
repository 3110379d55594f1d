import Testing

@testable import LedgerKit

/// Cells take two, four or eight bytes each, or one stands for all; whatever they take, they hold what was put into them.
@Suite("Cells of any width")
struct CellStoreTests {
  private static let empty = CellMark.empty
  private static let unusable = CellMark.unusable

  /// The least and the greatest value of each width, and those beyond them.
  private static let borders: [(value: Int64, width: UInt8)] = [
    (0, 2), (-1, 2), (32_767, 2), (-32_766, 2), (empty, 2), (unusable, 2),
    (32_768, 4), (-32_767, 4), (-32_768, 4), (-32_769, 4), (2_147_483_647, 4), (-2_147_483_646, 4),
    (2_147_483_648, 8), (-2_147_483_647, 8), (-2_147_483_648, 8), (-2_147_483_649, 8), (.max, 8), (.min + 2, 8),
  ]

  @Test("What fits into a cell, and is the same in a wider one", arguments: borders.indices) func border(place: Int) {
    let (value, width) = Self.borders[place]
    #expect(CellStore.Cells.width(for: value) == width)
    #expect(Int16(stored: value).map(\.stored) == (width == 2 ? value : nil))
    #expect(Int32(stored: value).map(\.stored) == (width <= 4 ? value : nil))
    #expect(Int64(stored: value).map(\.stored) == value)
  }

  private static let bounds: [(stored: ClosedRange<Int64>, cells: ClosedRange<Int16>?)] = [
    (.min ... .max, .min ... .max),
    (empty...empty, .min ... .min),
    (unusable...unusable, -32_767 ... -32_767),
    (empty...unusable, .min ... -32_767),
    (CellMark.values, -32_766...32_767),
    (unusable...0, -32_767...0),
    // What two bytes cannot hold is below or above all that they can.
    (.min + 2 ... -32_767, nil),
    (-32_768 ... -32_766, -32_766 ... -32_766),
    (empty ... -40_000, .min ... -32_767),
    (32_767...32_768, 32_767...32_767),
    (32_768...Int64.max, nil),
    (5...7, 5...7),
  ]

  @Test("Which cells lie within bounds", arguments: bounds.indices) func withinBounds(place: Int) {
    let (stored, cells) = Self.bounds[place]
    #expect(Int16.cells(in: stored) == cells)
    #expect(Int64.cells(in: stored) == stored)
  }

  /// What a column is given, and how many bytes its cells have then.
  private static let columns: [(values: [Int64], width: UInt8)] = [
    ([7], 0), ([7, 7, 7], 0), ([empty, empty], 0), ([unusable, unusable], 0), ([.max, .max], 0),
    ([7, 8], 2), ([7, 7, 8, 8], 2), ([empty, unusable], 2), ([32_767, -32_766, 0], 2), ([19_422, empty, 19_423], 2),
    ([0, 32_768], 4), ([32_768, 0], 4), ([0, -32_767], 4), ([0, -32_768, unusable], 4), ([2_147_483_647, -2_147_483_646, empty], 4),
    ([0, 2_147_483_648], 8), ([-2_147_483_647, empty], 8), ([-2_147_483_648, unusable, 1], 8), ([.max, .min + 2], 8),
    // Wider and wider.
    ([empty, 3, unusable, 40_000, empty, -5, 1 << 40, unusable, 2], 8), ([1, 1, .max], 8), ([1, 2, 70_000], 4),
  ]

  /// Rows that begin with so many of the first value: where it changes, one cell still stands for all.
  private static func rows(_ values: [Int64], after lead: Int) -> [Int64] {
    [Int64](repeating: values[0], count: lead) + (0..<130).map { values[$0 % values.count] }
  }

  private static func fillRowByRow(_ store: CellStore, _ values: [Int64]) {
    for (row, value) in values.enumerated() {
      [value].withUnsafeBufferPointer { store.append($0, source: 0, record: row) }
    }
  }

  /// Up to 64 rows at once.
  private static func fill(_ store: CellStore, _ values: [Int64]) {
    for start in stride(from: 0, to: values.count, by: 64) {
      let rows = start..<min(start + 64, values.count)
      values.withUnsafeBufferPointer { values in
        store.append(rows.count, source: 0, records: Array(rows)[...]) { _ in UnsafeBufferPointer(rebasing: values[rows]) }
      }
    }
  }

  /// The last rows from another store, in which values have half of the numbers that they have in the end.
  private static func join(_ store: CellStore, _ values: [Int64]) {
    fill(store, Array(values.prefix(70)))
    let rest = Array(values.dropFirst(70))
    let other = CellStore(columns: 1)
    defer { other.deallocate() }
    fill(other, rest.map { $0 > unusable ? $0 / 2 : $0 })
    var next = 0
    store.append(other, firstSource: 0) { slot in
      guard slot == 0 else { return nil }
      return { values in
        for place in values.indices where values[place] > unusable { values[place] = values[place] * 2 + rest[next + place] % 2 }
        next += values.count
      }
    }
  }

  private static func check(_ store: CellStore, _ values: [Int64]) {
    let column = store.column(0)
    #expect(store.count == values.count)
    #expect(values.indices.map { store[0, $0] } == values)
    #expect(values.indices.map { column[$0] } == values)
    #expect(values.indices.map { column.value(of: $0) } == values.map { $0 > unusable ? $0 : nil })
    #expect(store.hadFilled(0) == values.contains { $0 != empty })
    #expect(store.hadEmpty(0) == values.contains(empty))
    #expect(store.hadUnusable(0) == values.contains(unusable))
  }

  @Test("A column grows as wide as its values are", arguments: columns.indices, [0, 1, 63, 64, 100]) func grows(place: Int, lead: Int) {
    let (values, width) = Self.columns[place]
    let rows = Self.rows(values, after: lead)
    for fill in [Self.fillRowByRow, Self.fill, Self.join] {
      let store = CellStore(columns: 1)
      defer { store.deallocate() }
      fill(store, rows)
      Self.check(store, rows)
      #expect(store.head.pointee.columns[0].width == width)
      // All rows are of the first source.
      #expect(store.head.pointee.columns[store.sourceSlot].width == 0)
      #expect(store.sources(of: store.rows).allSatisfy { $0 == 0 })
    }
  }

  @Test("A cell that is changed or taken out of use is so alone", arguments: columns.indices, [0, 65]) func takenOut(place: Int, row: Int) {
    var rows = Self.rows(Self.columns[place].values, after: 1)
    let store = CellStore(columns: 1)
    defer { store.deallocate() }
    Self.fill(store, rows)
    let column = store.column(0)
    store.set(0, row, Self.unusable)
    let hadEmpty = rows.contains(Self.empty)
    rows[row] = Self.unusable
    #expect(rows.indices.map { store[0, $0] } == rows)
    #expect(store.hadUnusable(0) && store.hadEmpty(0) == hadEmpty)
    // Who reads the column goes on.
    let others = rows.indices.filter { $0 != row }
    #expect(others.map { column[$0] } == others.map { rows[$0] })
    store.set(0, row, 1 << 50)
    rows[row] = 1 << 50
    #expect(rows.indices.map { store[0, $0] } == rows)
  }

  /// Which rows words of 64 tell of.
  private static func rows(of words: [UInt64], _ count: Int) -> [Bool] {
    (0..<count).map { row in words[row / 64] >> UInt64(row % 64) & 1 == 1 }
  }

  private static let asked: [ClosedRange<Int64>] =
    bounds.map(\.stored) + [
      -2_147_483_648 ... -2_147_483_647, -2_147_483_646...2_147_483_647, 2_147_483_648...Int64.max, 7...7, 40_000...70_000,
    ]

  @Test("Which of 64 rows hold something within bounds", arguments: columns.indices) func words(place: Int) {
    let rows = Self.rows(Self.columns[place].values, after: 3)
    let store = CellStore(columns: 1)
    defer { store.deallocate() }
    Self.fillRowByRow(store, rows)
    for bounds in Self.asked {
      let isThere = rows.map(bounds.contains)
      let words = stride(from: 0, to: rows.count, by: 64).map { store.word(0, from: $0, in: bounds) }
      #expect(Self.rows(of: words, rows.count) == isThere)
      #expect(words[2] >> UInt64(rows.count - 128) == 0)
      #expect(store.contains(0, in: bounds) == isThere.contains(true))
      if let isEvery = store.isEvery(0, in: bounds) { #expect(isThere.allSatisfy { $0 == isEvery }) }
    }
    // Of low bits those of even numbers.
    let evens = stride(from: 0, to: rows.count, by: 64).map { store.word(0, from: $0, lowBits: 0x5555_5555_5555_5555) }
    #expect(Self.rows(of: evens, rows.count) == rows.map { $0 > Self.unusable && $0 & 1 == 0 })
  }

  private static let rising: [(values: [Int64], rise: Bool)] = [
    ([], true), ([7], true), ([empty], false), ([unusable], false), ([1, 2, 32_767], true), ([1, 32_767, 32_768], true),
    ([-32_766, 0, 32_768], true), ([.min + 2, .max], true), ([-1 << 40, 5, 5], false), ([7, 7], false), ([7, unusable], false),
    ([empty, 7], false), ([70_000, 69_999], false),
  ]

  @Test("Whether each cell holds more than the one above it", arguments: rising.indices) func rises(place: Int) {
    let (values, rise) = Self.rising[place]
    let store = CellStore(columns: 1)
    defer { store.deallocate() }
    Self.fillRowByRow(store, values)
    #expect(store.rises(0) == rise)
  }

  @Test("Rows of equal cells have equal hashes; most others do not", arguments: columns.indices) func mix(place: Int) {
    let values = Self.columns[place].values
    let rows = Self.rows(values, after: 3)
    let store = CellStore(columns: 1)
    defer { store.deallocate() }
    Self.fill(store, rows)
    var hashes = [UInt32](repeating: 0, count: 64)
    store.mix([0], from: 64, into: &hashes)
    let ofValues = Dictionary(grouping: 64..<128) { rows[$0] }.mapValues { Set($0.map { hashes[$0 - 64] }) }
    #expect(ofValues.values.allSatisfy { $0.count == 1 })
    #expect(Set(ofValues.values).count == ofValues.count)
  }

  /// Two columns after each other, by the values of both in some rows, and which of them are out of order.
  private static let orders: [(first: [Int64], second: [Int64], misordered: [Bool])] = [
    ([1, 3, 2], [2, 2, 2], [false, true, false]),
    ([1, 3, empty], [2, unusable, -5], [false, false, false]),
    // Four bytes beside two, four in both, eight beside two, one for all.
    ([40_000, 3, -40_000], [2, 3, 2], [true, false, false]),
    ([40_000, -40_000, 3], [40_000, -40_001, 50_000], [false, true, false]),
    ([1 << 40, 3], [2, 3], [true, false]),
    ([unusable, -32_766], [-32_766, unusable], [false, false]),
  ]

  @Test("Cells that are less than those of a column before", arguments: orders.indices) func order(place: Int) {
    let (first, second, misordered) = Self.orders[place]
    let store = CellStore(columns: 3)
    defer { store.deallocate() }
    for row in 0..<130 {
      let place = row % misordered.count
      [first[place], Self.empty, second[place]].withUnsafeBufferPointer { store.append($0, source: 0, record: row) }
    }
    let order = CellOrder(of: [0, 1, 2], in: store)
    let words = [0, 64, 128].map(order.misordered)
    #expect(Self.rows(of: words, 130) == (0..<130).map { misordered[$0 % misordered.count] })
    #expect(CellOrder(of: [0], in: store).misordered(from: 0) == 0)
    #expect(CellOrder(of: [1], in: store).misordered(from: 64) == 0)
  }

  @Test("Rows that follow each other on a sheet") func runs() {
    let store = CellStore(columns: 1)
    defer { store.deallocate() }
    let places: [(source: Int, record: Int)] = [(0, 5), (0, 6), (0, 7), (0, 9), (1, 10), (1, 11), (1, 40_000), (1, 40_001)]
    for (source, record) in places { [0].withUnsafeBufferPointer { store.append($0, source: source, record: record) } }
    #expect([0, 1, 3, 4, 6, 7].map(store.endOfRun) == [3, 3, 4, 6, 8, 8])
    // The same rows once more, from another store whose first source is the third here.
    let joined = CellStore(columns: 1)
    defer { joined.deallocate() }
    [0].withUnsafeBufferPointer { values in joined.append(1, source: 1, records: [3]) { _ in values } }
    joined.append(store, firstSource: 2) { _ in nil }
    #expect(joined.sources(of: joined.rows) == [1] + places.map { $0.source + 2 })
    #expect(joined.rows.map(joined.record) == [3] + places.map(\.record))
    #expect([0, 1, 2, 4, 5, 7, 8].map(joined.endOfRun) == [1, 4, 4, 5, 7, 9, 9])
  }
}

extension CellStore {
  fileprivate var rows: Range<Int> { 0..<count }
  fileprivate func sources(of rows: Range<Int>) -> [Int] { rows.map(source(of:)) }
}
