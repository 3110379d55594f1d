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

  /// The rows whose hash others may share, with what other bits of it say.
  private static func sifted(_ entries: [Entry]) -> [Entry] {
    // Few are met again.
    var (met, again) = (BitTable(for: entries.count), BitTable(for: entries.count / 2))
    for entry in entries where !met.insert(entry.hash) { _ = again.insert(entry.hash) }
    var sifted: [Entry] = []
    for entry in entries where again.contains(entry.hash) {
      sifted.append(Entry(row: entry.row, hash: (entry.hash &* 0x9E37_79B1).byteSwapped))
    }
    return sifted
  }
}

/// Hashes that were met, four bits for each: what it does not hold was not met.
private struct BitTable {
  private var words: [UInt64]

  /// Creates a table for so many hashes.
  init(for count: Int) {
    var size = 1
    while size * 16 < count { size *= 2 }
    words = [UInt64](repeating: 0, count: size)
  }

  /// Adds a hash; whether it was not there.
  mutating func insert(_ hash: UInt32) -> Bool {
    let (word, bit) = place(of: hash)
    if words[word] & bit != 0 { return false }
    words[word] |= bit
    return true
  }

  /// Whether a hash may have been met.
  func contains(_ hash: UInt32) -> Bool {
    let (word, bit) = place(of: hash)
    return words[word] & bit != 0
  }

  private func place(of hash: UInt32) -> (word: Int, bit: UInt64) { (Int(hash &>> 6) & (words.count - 1), 1 << UInt64(hash & 63)) }
}
