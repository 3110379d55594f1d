/// The distinct values of cells, numbered in the order they are met.
///
/// The days of a term, the terms of a vocabulary and the texts that a ledger repeats lie near each other: they are found by their distance
/// from the first, where a ``KeyTable`` mixes and compares.
struct CellNumbers {
  private(set) var values: [Int64] = []
  /// Of the values near the first their numbers plus one; 0 for those that were not met.
  private var near: [Int32] = []
  /// What the first place of `near` stands for.
  private var start: Int64 = 0
  private var far = KeyTable<Int64>()
  /// For each of the values that are far from the first its number.
  private var farNumbers: [Int] = []
  private static let reach = 2048

  /// The number of a value, and whether it is new.
  @inline(__always)
  mutating func number(of value: Int64) -> (number: Int, isNew: Bool) {
    if near.isEmpty { begin(at: value) }
    let distance = UInt64(bitPattern: value &- start)
    if distance >= UInt64(truncatingIfNeeded: near.count) { return numberOfFar(value) }
    let known = near[Int(truncatingIfNeeded: distance)]
    if known > 0 { return (Int(known) &- 1, false) }
    values.append(value)
    near[Int(truncatingIfNeeded: distance)] = Int32(truncatingIfNeeded: values.count)
    return (values.count &- 1, true)
  }

  private mutating func begin(at value: Int64) {
    start = value &- Int64(Self.reach)
    near = [Int32](repeating: 0, count: 2 * Self.reach)
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
