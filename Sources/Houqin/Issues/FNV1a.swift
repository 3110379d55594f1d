/// FNV-1a, which guards against slips of hands, not against art: of many rows, four side by side.
///
/// Every step of one hash waits for its multiplication, during which the others take theirs, and all takes less than half the time.
enum FNV1a {
  /// The hashes of some rows; `begun` gives that of what stands before a row, or the algorithm's basis.
  static func hashes<Hash: FixedWidthInteger & UnsignedInteger>(
    of count: Int, prime: Hash, from begun: (Int) -> Hash, _ row: (Int) -> UnsafeRawBufferPointer
  ) -> [Hash] {
    func step(_ hash: Hash, _ byte: UInt8) -> Hash { (hash ^ Hash(truncatingIfNeeded: byte)) &* prime }
    var hashes: [Hash] = []
    hashes.reserveCapacity(count)
    for first in stride(from: 0, to: count - 3, by: 4) {
      let (a, b, c, d) = (row(first), row(first + 1), row(first + 2), row(first + 3))
      var four = (begun(first), begun(first + 1), begun(first + 2), begun(first + 3))
      let shared = min(a.count, b.count, c.count, d.count)
      for i in 0..<shared { four = (step(four.0, a[i]), step(four.1, b[i]), step(four.2, c[i]), step(four.3, d[i])) }
      hashes.append(a[shared...].reduce(four.0, step))
      hashes.append(b[shared...].reduce(four.1, step))
      hashes.append(c[shared...].reduce(four.2, step))
      hashes.append(d[shared...].reduce(four.3, step))
    }
    for last in hashes.count..<count { hashes.append(row(last).reduce(begun(last), step)) }
    return hashes
  }
}
