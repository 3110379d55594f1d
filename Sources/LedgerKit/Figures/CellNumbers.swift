/// The distinct values of cells, numbered in the order they are met.
///
/// The days of a term, the terms of a vocabulary and the texts that a ledger repeats lie near each other: they are found by their distance
/// from the first, where a ``KeyTable`` mixes and compares.
public struct CellNumbers {
  public private(set) var values: [Int64] = []
  /// Of the values near the first their numbers plus one; 0 for those that were not met.
  private var near: [Int32] = []
  /// What the first place of `near` stands for, once it is known, and how many places it may have.
  private var start: Int64?
  private let most: Int
  // Of a long sheet names are met early, and yet among the numbers of a hundred thousand papers.
  private static let usual = 1 << 18
  private var far = KeyTable<Int64>()
  /// For each of the values that are far from the first its number.
  private var farNumbers: [Int] = []
  private static let reach = 2048

  /// Creates an empty collection, to which values are near that lie up to 2,048 below the first or some 260,000 above it.
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
    if distance >= UInt64(truncatingIfNeeded: near.count) { return numberBeyond(value, distance) }
    let known = near[Int(truncatingIfNeeded: distance)]
    if known > 0 { return (Int(known) &- 1, false) }
    values.append(value)
    near[Int(truncatingIfNeeded: distance)] = Int32(truncatingIfNeeded: values.count)
    return (values.count &- 1, true)
  }

  /// The numbers of the values of 64 cells that were met, as far as they are near; returns which of them, one bit each.
  ///
  /// A branch less a cell than to ask for each: of most cells the value was met.
  func find(_ cells: InlineArray<64, Int64>, into numbers: inout InlineArray<64, Int32>) -> UInt64 {
    guard let start else { return 0 }
    // Read in place: to name one of 64 in an inline array copies it whole.
    let (near, cells) = (near.span, cells.span)
    var found: UInt64 = 0
    for place in 0..<64 {
      let distance = UInt64(bitPattern: cells[place] &- start)
      let known = distance < UInt64(truncatingIfNeeded: near.count) ? near[Int(truncatingIfNeeded: distance)] : 0
      numbers[place] = known &- 1
      found |= (known > 0 ? 1 : 0) &<< UInt64(truncatingIfNeeded: place)
    }
    return found
  }

  /// Which of some rows hold a value in a column and which of them the first of it, one bit each, and the values' numbers by the places of
  /// the rows among the 64.
  mutating func number(_ rows: RowWord, _ slot: Int) -> (filled: UInt64, new: UInt64, numbers: InlineArray<64, Int32>) {
    let (filled, read) = rows.read(slot)
    var numbers = InlineArray<64, Int32>(repeating: 0)
    var (rest, new) = (filled & ~find(read, into: &numbers), UInt64(0))
    let cells = read.span
    while rest != 0 {
      let place = rest.trailingZeroBitCount
      rest &= rest &- 1
      let found = number(of: cells[place])
      numbers[place] = Int32(truncatingIfNeeded: found.number)
      if found.isNew { new |= 1 &<< UInt64(truncatingIfNeeded: place) }
    }
    return (filled, new, numbers)
  }

  /// Gives a value that was met another number, by which it is called from now on.
  mutating func call(_ value: Int64, _ number: Int) {
    let distance = UInt64(bitPattern: value &- (start ?? 0))
    if distance < UInt64(truncatingIfNeeded: near.count) {
      near[Int(truncatingIfNeeded: distance)] = Int32(truncatingIfNeeded: number &+ 1)
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
    var size = max(2 * Self.reach, near.count)
    while UInt64(truncatingIfNeeded: size) <= distance { size *= 2 }
    near += [Int32](repeating: 0, count: size - near.count)
    return number(of: value)
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

  /// The numbers of 64 pairs that were met, in place of the first of each pair; returns which of them, as far as they are near, one bit
  /// each.
  func find(_ numbers: inout InlineArray<64, Int32>, beside others: InlineArray<64, Int32>) -> UInt64 {
    var values = InlineArray<64, Int64>(repeating: 0)
    let seconds = others.span
    for place in 0..<64 { values[place] = value(of: Int(numbers[place]), Int(seconds[place])) }
    return self.numbers.find(values, into: &numbers)
  }

  @inline(__always)
  private func value(of a: Int, _ b: Int) -> Int64 { Int64(b < width ? a &* width &+ b : ~(a &<< 32 | b)) }

  /// How many pairs were met.
  public var count: Int { numbers.values.count }
}
