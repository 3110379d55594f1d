/// Rows with hashes that rows of one key share, of which those are sought that may have a key in common.
///
/// Of most rows the key is the only one of its kind. Tables of bits, of which the processor holds those of a million rows, leave these
/// out; measured on a million rows, asking a table of all keys costs three times as much, for each row waits for memory.
struct HashedRows {
  private struct Entry {
    let row: Int32
    let hash: UInt32
  }

  private var entries: [Entry] = []

  /// Creates an empty list with room for so many rows.
  init(capacity: Int) { entries.reserveCapacity(capacity) }

  /// Adds a row with the bits of its hash, well mixed.
  @inline(__always)
  mutating func append(_ row: Row, _ hash: UInt64) {
    entries.append(Entry(row: Int32(truncatingIfNeeded: row.index), hash: UInt32(truncatingIfNeeded: hash)))
  }

  /// The places of the rows whose hash others may share, in the order they were added.
  ///
  /// Of rows whose hash is the only one up to a fourth share a bit all the same: the rest is sifted again as long as that helps, for to look
  /// at a row costs a hundred times as much.
  var alike: [Int] {
    var (rest, count) = (Self.sifted(entries), entries.count)
    while rest.count * 2 < count { (rest, count) = (Self.sifted(rest), rest.count) }
    return rest.map { Int($0.row) }
  }

  /// The rows whose hash others may share, with what other bits of it say. Whether a hash was met is a toss: no branch depends on it.
  private static func sifted(_ entries: [Entry]) -> [Entry] {
    let again = HashBits.met(again: entries.lazy.map(\.hash), entries.count)
    return [Entry](unsafeUninitializedCapacity: entries.count) { sifted, count in
      for entry in entries {
        sifted[count] = Entry(row: entry.row, hash: (entry.hash &* 0x9E37_79B1).byteSwapped)
        count &+= Int(again.bit(of: entry.hash))
      }
    }
  }
}

/// Hashes that were met, four bits for each: what it does not hold was not met.
private struct HashBits {
  private var words: [UInt64]

  /// Creates a table for so many hashes.
  private init(for count: Int) {
    var size = 1
    while size * 16 < count { size *= 2 }
    words = [UInt64](repeating: 0, count: size)
  }

  /// Those of so many hashes that were met before; they are few.
  static func met(again hashes: some Sequence<UInt32>, _ count: Int) -> HashBits {
    var (met, again) = (HashBits(for: count), HashBits(for: count / 2))
    var bits = met.words.mutableSpan
    var more = again.words.mutableSpan
    for hash in hashes {
      let (word, other) = (place(of: hash, in: bits.count), place(of: hash, in: more.count))
      let before = bits[word]
      bits[word] = before | 1 &<< UInt64(hash)
      more[other] |= (before &>> UInt64(hash) & 1) &<< UInt64(hash)
    }
    return again
  }

  /// 1 where a hash may have been met, else 0.
  @inline(__always)
  func bit(of hash: UInt32) -> UInt64 { words[Self.place(of: hash, in: words.count)] &>> UInt64(hash) & 1 }

  /// The word of a hash, of so many; the bit are its lowest six.
  @inline(__always)
  private static func place(of hash: UInt32, in count: Int) -> Int { Int(hash &>> 6) & (count &- 1) }
}
