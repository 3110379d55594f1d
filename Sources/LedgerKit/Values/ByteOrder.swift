/// Texts compared as their UTF-8 bytes. Of composed texts, and nearly all are, that is what `<` and `==` say, which normalise Chinese texts at
/// each comparison: sorting the groups of a breakdown took a fifth of all figures' time.
extension String {
  /// Whether the text stands before another.
  public func precedesByBytes(_ other: String) -> Bool { comparedByBytes(other) < 0 }

  /// Below 0 where the text stands before another, 0 where both are the same, above 0 where it stands behind.
  func comparedByBytes(_ other: String) -> Int {
    let (mine, others) = (utf8, other.utf8)
    return mine.withContiguousStorageIfAvailable { a in
      others.withContiguousStorageIfAvailable { b in UnsafeRawBufferPointer(a).compared(with: UnsafeRawBufferPointer(b)) }
    }.flatMap { $0 } ?? (mine.elementsEqual(others) ? 0 : mine.lexicographicallyPrecedes(others) ? -1 : 1)
  }

  /// Whether both are the same, byte by byte. Texts that are asked about are often one in the same memory.
  public func hasSameBytes(as other: String) -> Bool {
    withBytes { a in
      other.withBytes { b in
        a.count == b.count && (a.baseAddress == b.baseAddress || UnsafeRawBufferPointer(a).compared(with: UnsafeRawBufferPointer(b)) == 0)
      }
    }
  }

  /// Whether the text's last bytes are those of another.
  func endsInBytes(of other: String) -> Bool {
    utf8.count >= other.utf8.count && utf8.suffix(other.utf8.count).elementsEqual(other.utf8)
  }
}

extension UnsafeRawBufferPointer {
  /// Below 0 where the bytes stand before others, 0 where both are the same, above 0 where they stand behind.
  public func compared(with other: UnsafeRawBufferPointer) -> Int {
    // A text that was copied is where it was.
    if baseAddress == other.baseAddress, count == other.count { return 0 }
    let shorter = Swift.min(count, other.count)
    var i = 0
    while i &+ 8 <= shorter, loadUnaligned(fromByteOffset: i, as: UInt64.self) == other.loadUnaligned(fromByteOffset: i, as: UInt64.self) {
      i &+= 8
    }
    while i < shorter, self[i] == other[i] { i &+= 1 }
    return i < shorter ? Int(self[i]) - Int(other[i]) : count - other.count
  }
}
