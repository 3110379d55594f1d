/// Rows whose keys others may have, sought by hashes that rows of one key share.
///
/// Of most rows the key is the only one of its kind. Tables of bits, of which the processor holds those of a million rows, leave these
/// out; measured on a million rows, asking a table of all keys costs three times as much, for each row waits for memory.
enum HashedRows {
  private struct Entry {
    let row: Int32
    let hash: UInt32
  }

  /// The places of those of so many rows whose hash others may share, in their order. `tell` writes the hashes of the 64 rows from one on,
  /// and returns which of them have one, one bit each. It is asked of all rows twice: to keep what it tells takes more memory than all else.
  ///
  /// Of rows whose hash is the only one up to a fourth share a bit all the same: the rest is sifted again as long as that helps, for to look
  /// at a row costs a hundred times as much.
  static func alike(below count: Int, _ tell: (_ first: Int, _ hashes: inout [UInt32]) -> UInt64) -> [Int] {
    var (rest, before) = sifted(below: count, tell)
    while rest.count * 2 < before {
      let entries = rest
      rest = sifted(below: entries.count) { first, hashes in
        let some = entries[first..<min(first + 64, entries.count)]
        for (place, entry) in some.enumerated() { hashes[place] = entry.hash.byteSwapped &* 0x9E37_79B1 }
        return .max >> UInt64(64 - some.count)
      }.rest.map { Entry(row: entries[Int($0.row)].row, hash: $0.hash) }
      before = entries.count
    }
    return rest.map { Int($0.row) }
  }

  /// The same where the hashes are known: one for each row, which is negative where it has none.
  static func alike(_ hashes: [Int32]) -> [Int] {
    alike(below: hashes.count) { first, told in
      let some = hashes[first..<min(first + 64, hashes.count)]
      var rows: UInt64 = 0
      for (place, hash) in some.enumerated() {
        told[place] = UInt32(bitPattern: hash) &<< 1
        rows |= (hash < 0 ? 0 : 1) &<< UInt64(truncatingIfNeeded: place)
      }
      return rows
    }
  }

  /// The rows whose hash others may share, with their hashes, and how many rows have one. Whether a hash was met is a toss: no branch
  /// depends on it.
  private static func sifted(
    below count: Int, _ tell: (_ first: Int, _ hashes: inout [UInt32]) -> UInt64
  ) -> (rest: [Entry], count: Int) {
    var (met, hashed) = (MetHashes(for: count), 0)
    var hashes = [UInt32](repeating: 0, count: 64)
    for first in stride(from: 0, to: count, by: 64) {
      let rows = tell(first, &hashes)
      met.meet(hashes, of: rows)
      hashed += rows.nonzeroBitCount
    }
    let rest = [Entry](unsafeUninitializedCapacity: count) { rest, kept in
      for first in stride(from: 0, to: count, by: 64) {
        var rows = tell(first, &hashes)
        let hashes = hashes.span
        while rows != 0 {
          let place = rows.trailingZeroBitCount
          rows &= rows &- 1
          rest[kept] = Entry(row: Int32(truncatingIfNeeded: first &+ place), hash: hashes[place])
          kept &+= Int(truncatingIfNeeded: met.again(hashes[place]))
        }
      }
    }
    return (rest, hashed)
  }
}

/// Which hashes were met, and which more than once: two bits of four places for each, beside each other. What it does not hold was not met.
private struct MetHashes {
  private var words: [UInt64]
  private let places: UInt64

  /// Creates a table for so many hashes.
  init(for count: Int) {
    places = UInt64(count) * 4 + 1
    words = [UInt64](repeating: 0, count: count / 8 + 1)
  }

  /// Meets the hashes of some of 64 rows.
  mutating func meet(_ hashes: [UInt32], of rows: UInt64) {
    let (places, hashes) = (places, hashes.span)
    var words = words.mutableSpan
    var rest = rows
    while rest != 0 {
      let place = Self.place(of: hashes[rest.trailingZeroBitCount], among: places)
      rest &= rest &- 1
      let before = words[place.word]
      words[place.word] = before | (before &>> place.bit &* 2 & 2 | 1) &<< place.bit
    }
  }

  /// 1 where a hash may have been met more than once, else 0.
  @inline(__always)
  func again(_ hash: UInt32) -> UInt64 {
    let place = Self.place(of: hash, among: places)
    return words[place.word] &>> (place.bit | 1) & 1
  }

  /// Where the two bits of a hash are: a product has its highest bits mixed best.
  @inline(__always)
  private static func place(of hash: UInt32, among places: UInt64) -> (word: Int, bit: UInt64) {
    let place = (UInt64(hash) &* places) &>> 32
    return (Int(truncatingIfNeeded: place &>> 5), (place & 31) &* 2)
  }
}
