/// The distinct values of cells, numbered in the order they are met.
///
/// The days of a term, the terms of a vocabulary and the texts that a ledger repeats lie near each other: they are found by their distance
/// from the first, where a ``KeyTable`` mixes and compares.
public struct CellNumbers {
  public private(set) var values: [Int64] = []
  /// Of the values near the first their numbers; -1 for those that were not met, and in the last place, which is of no value.
  private var near: [Int32] = [-1]
  /// How many places are of values.
  private var nearCount: UInt64 = 0
  /// What the first place of `near` stands for, once it is known, and how many places it may have.
  private var start: Int64?
  private let most: Int
  // In a long sheet new names are met everywhere, among the numbers of a million papers.
  private static let usual = 1 << 20
  private var far = KeyTable<Int64>()
  /// For each of the values that are far from the first its number.
  private var farNumbers: [Int] = []
  private static let reach = 2048

  /// Creates an empty collection, to which values are near that lie up to 2,048 below the first or a million above it.
  public init() {
    start = nil
    most = Self.usual
  }

  /// Creates an empty collection, to which values from 0 on are near.
  init(below most: Int) {
    start = 0
    self.most = most
  }

  /// The number of a value, and whether it is new.
  @inline(__always)
  public mutating func number(of value: Int64) -> (number: Int, isNew: Bool) {
    guard let start else { return begin(at: value) }
    let distance = UInt64(bitPattern: value &- start)
    if distance >= nearCount { return numberBeyond(value, distance) }
    let known = near[Int(truncatingIfNeeded: distance)]
    if known >= 0 { return (Int(known), false) }
    near[Int(truncatingIfNeeded: distance)] = Int32(truncatingIfNeeded: values.count)
    values.append(value)
    return (values.count &- 1, true)
  }

  /// The numbers of what the 64 rows from one on hold in a column, as far as it was met and is near; returns of which rows, one bit each.
  /// Of rows without a value it may tell anything.
  func find(_ cells: ColumnCells, from first: Int, into numbers: inout InlineArray<64, Int32>) -> UInt64 {
    precondition(UInt(bitPattern: first) < UInt(bitPattern: cells.count), "a row outside its table")
    let (count, cells) = (min(64, cells.count &- first), cells.cells)
    return switch cells.width {
    case 2: find(count, into: &numbers) { Int64(cells.ofTwo[first &+ $0]) }
    case 4: find(count, into: &numbers) { Int64(cells.ofFour[first &+ $0]) }
    default: find(count, into: &numbers) { cells[first &+ $0] }
    }
  }

  /// The same of so many values, at most 64, by their places.
  @inline(__always)
  private func find(_ count: Int, into numbers: inout InlineArray<64, Int32>, _ value: (Int) -> Int64) -> UInt64 {
    guard let start else { return 0 }
    // Nearly always they are 64, for which the compiler makes a loop of its own.
    let found = count == 64 ? number(64, start, into: &numbers, value) : number(count, start, into: &numbers, value)
    if found >= 0 { return .max &>> UInt64(truncatingIfNeeded: 64 &- count) }
    return (0..<count).reduce(0) { $0 | (numbers[$1] >= 0 ? 1 : 0) &<< UInt64(truncatingIfNeeded: $1) }
  }

  /// Numbers values near `start`; returns a number below nought where one was not met. Most were: no branch depends on a value. Nor is it
  /// asked whether places are there, which made a third of the time: `near` has one more than `nearCount`.
  @inline(__always)
  private func number(_ count: Int, _ start: Int64, into numbers: inout InlineArray<64, Int32>, _ value: (Int) -> Int64) -> Int32 {
    let (near, nearCount) = (near.span, nearCount)
    var all: Int32 = 0
    for place in 0..<count {
      let distance = UInt64(bitPattern: value(place) &- start)
      let number = near[unchecked: Int(truncatingIfNeeded: min(distance, nearCount))]
      numbers[unchecked: place] = number
      all |= number
    }
    return all
  }

  /// The numbers of what rows hold in a column, by the places of the rows among the 64.
  public mutating func number(_ rows: RowWord, _ column: AnyColumn) -> InlineArray<64, Int32> { number(rows, column.slot).numbers }

  /// Which of some rows hold a value in a column and which of them the first of it, one bit each, and the values' numbers by the places of
  /// the rows among the 64.
  mutating func number(_ rows: RowWord, _ slot: Int) -> (filled: UInt64, new: UInt64, numbers: InlineArray<64, Int32>) {
    let (filled, cells) = (rows.filled(slot).bits, rows.table.cells.column(slot))
    var numbers = InlineArray<64, Int32>(repeating: 0)
    let known = find(cells, from: rows.first, into: &numbers)
    if filled & ~known == 0 { return (filled, 0, numbers) }
    makeRoom(for: rows.narrowed(to: filled & ~known), in: cells)
    let new = add(filled & ~known, to: &numbers) { cells[rows.first &+ $0] }
    return (filled, new, numbers)
  }

  /// The numbers of some of 64 values, by their places, and which of them are new, one bit each.
  mutating func number(_ values: InlineArray<64, Int64>, of places: UInt64) -> (new: UInt64, numbers: InlineArray<64, Int32>) {
    // Read in place: to name one of 64 in an inline array copies it whole.
    let values = values.span
    var numbers = InlineArray<64, Int32>(repeating: 0)
    let known = find(64, into: &numbers) { values[$0] }
    return (add(places & ~known, to: &numbers) { values[$0] }, numbers)
  }

  /// The numbers of the values of some of 64 places; returns which of them are new.
  private mutating func add(_ places: UInt64, to numbers: inout InlineArray<64, Int32>, _ value: (Int) -> Int64) -> UInt64 {
    var (rest, new) = (places, UInt64(0))
    while rest != 0 {
      let place = rest.trailingZeroBitCount
      rest &= rest &- 1
      let found = number(of: value(place))
      numbers[place] = Int32(truncatingIfNeeded: found.number)
      if found.isNew { new |= 1 &<< UInt64(truncatingIfNeeded: place) }
    }
    return new
  }

  /// The number of a value; nil where it was not met.
  func known(_ value: Int64) -> Int? {
    guard let start else { return nil }
    let distance = UInt64(bitPattern: value &- start)
    if distance >= nearCount { return far.number(of: value).map { farNumbers[$0] } }
    let known = near[Int(truncatingIfNeeded: distance)]
    return known >= 0 ? Int(known) : nil
  }

  /// Gives a value that was met another number, by which it is called from now on.
  mutating func call(_ value: Int64, _ number: Int) {
    let distance = UInt64(bitPattern: value &- (start ?? 0))
    if distance < nearCount {
      near[Int(truncatingIfNeeded: distance)] = Int32(truncatingIfNeeded: number)
    } else if let place = far.number(of: value) {
      farNumbers[place] = number
    }
  }

  private mutating func begin(at value: Int64) -> (number: Int, isNew: Bool) {
    start = value &- Int64(Self.reach)
    return number(of: value)
  }

  /// The number of a value beyond the places so far: there are made more of them, or it is too far.
  private mutating func numberBeyond(_ value: Int64, _ distance: UInt64) -> (number: Int, isNew: Bool) {
    if distance >= UInt64(truncatingIfNeeded: most) { return numberOfFar(value) }
    var size = max(2 * Self.reach, near.count - 1)
    while UInt64(truncatingIfNeeded: size) <= distance { size *= 2 }
    grow(to: min(most, size))
    return number(of: value)
  }

  private mutating func grow(to size: Int) {
    near = [Int32](unsafeUninitializedCapacity: size + 1) { [near] places, count in
      places[places.initialize(fromContentsOf: near)...].initialize(repeating: -1)
      count = size + 1
    }
    nearCount = UInt64(truncatingIfNeeded: size)
  }

  /// Makes places at once for all that a column holds from some rows on, if one of these holds more than there are places for: to make twice
  /// as many each time that some are lacking touches four times as much memory.
  mutating func makeRoom(for rows: RowWord, in cells: ColumnCells) {
    guard let start, nearCount > 0, cells.cells.width == 4 else { return }
    let beyond = nearCount..<UInt64(truncatingIfNeeded: most)
    if !rows.contains(where: { beyond.contains(UInt64(bitPattern: cells[$0.index] &- start)) }) { return }
    let stored = cells.cells.ofFour
    var greatest = Int32.min
    for row in rows.first..<cells.count { greatest = max(greatest, stored[row]) }
    grow(to: min(most, Int(Int64(greatest) - start) + 1))
  }

  private mutating func numberOfFar(_ value: Int64) -> (number: Int, isNew: Bool) {
    let (place, isNew) = far.place(of: value)
    if isNew {
      farNumbers.append(values.count)
      values.append(value)
    }
    return (farNumbers[place], isNew)
  }
}

/// The distinct pairs of small numbers, numbered in the order they are met.
///
/// A place for each pair that may be takes less room than a table of those that are, as long as both are few.
public struct PairNumbers {
  private var numbers = CellNumbers(below: 1 << 20)
  /// As many second numbers as are mostly met.
  private let width: Int

  /// Creates an empty collection; most second numbers are below `width`.
  public init(width: Int) { self.width = width }

  /// The number of a pair of two numbers that are not negative, and whether it is new.
  @inline(__always)
  public mutating func number(of a: Int, _ b: Int) -> (number: Int, isNew: Bool) { numbers.number(of: value(of: a, b)) }

  /// The numbers of some of 64 pairs, by their places, and which of them are new, one bit each.
  public mutating func number(
    _ firsts: InlineArray<64, Int32>, _ seconds: InlineArray<64, Int32>, of places: UInt64
  ) -> (new: UInt64, numbers: InlineArray<64, Int32>) {
    let (a, b) = (firsts.span, seconds.span)
    var values = InlineArray<64, Int64>(repeating: 0)
    for place in 0..<64 { values[place] = value(of: Int(a[place]), Int(b[place])) }
    return numbers.number(values, of: places)
  }

  /// The number of a pair; nil where it was not met.
  public func known(_ a: Int, _ b: Int) -> Int? { numbers.known(value(of: a, b)) }

  @inline(__always)
  private func value(of a: Int, _ b: Int) -> Int64 { Int64(b < width ? a &* width &+ b : ~(a &<< 32 | b)) }

  /// How many pairs were met.
  public var count: Int { numbers.values.count }
}
