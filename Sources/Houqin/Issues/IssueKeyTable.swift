/// Keys of a list, and the place of each.
///
/// Their digests are as good as random, so the standard library's keyed hash is not needed.
struct IssueKeyTable {
  private(set) var keys: [IssueKey] = []
  /// Open addressing, at most half full; 0 marks a free place, else the place of the key plus one.
  private var places: [Int32]
  /// Leaves as many bits of a mixed key as places are numbered by.
  private let shift: UInt64

  /// Of equal keys the first counts.
  init(_ keys: [IssueKey]) {
    self.init(for: keys.count)
    for key in keys { add(key) }
  }

  /// The keys of findings by their digests: of equal ones the second is numbered 2.
  init(numbering digests: [UInt64]) {
    self.init(for: digests.count)
    // Most digests come once, and are not counted.
    var counts: [UInt64: Int] = [:]
    for digest in digests {
      if !addNew(IssueKey(digest: digest, count: 1)) {
        counts[digest, default: 1] += 1
        add(IssueKey(digest: digest, count: counts[digest, default: 1]))
      }
    }
  }

  private init(for count: Int) {
    let bits = Int.bitWidth - count.leadingZeroBitCount + 1
    places = Array(repeating: 0, count: 1 << bits)
    shift = UInt64(64 - bits)
    keys.reserveCapacity(count)
  }

  /// The place of a key; nil where it is not there.
  func place(of key: IssueKey) -> Int? {
    let found = Int(places[firstPlace(of: key)])
    return found == 0 ? nil : found - 1
  }

  /// Adds a key; of equal ones the first counts.
  private mutating func add(_ key: IssueKey) {
    if !addNew(key) { keys.append(key) }
  }

  /// Adds a key that is not there; false where it is.
  private mutating func addNew(_ key: IssueKey) -> Bool {
    let place = firstPlace(of: key)
    guard places[place] == 0 else { return false }
    keys.append(key)
    places[place] = Int32(truncatingIfNeeded: keys.count)
    return true
  }

  /// Where a key is, or the free place where it belongs.
  private func firstPlace(of key: IssueKey) -> Int {
    var place = Int(truncatingIfNeeded: key.mixed >> shift)
    while places[place] != 0, keys[Int(places[place]) - 1] != key { place = (place + 1) & (places.count - 1) }
    return place
  }
}
