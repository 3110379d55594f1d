extension SHA256 {
  /// The digests of some messages, each of a mark and the bytes behind it, as 64 lower-case hexadecimal digits. Two are hashed at a time,
  /// for which a processor needs little more time than for one; longest first, the least is left to be hashed alone.
  public static func hexDigests(of messages: [(mark: [UInt8], rest: TextBytes)]) -> [String] {
    var digests = messages.map { _ in "" }
    var waiting = messages.enumerated().map { SHA256Lane($0.offset, $0.element) }[...]
    guard var lane = waiting.popFirst() else { return digests }
    while var other = waiting.popFirst() {
      SHA256Lane.advance(&lane, &other)
      if lane.isAtEnd { swap(&lane, &other) }
      digests[other.place] = other.hexDigest()
    }
    digests[lane.place] = lane.hexDigest()
    return digests
  }
}

/// A message that is hashed beside others.
private struct SHA256Lane {
  /// Its place among them.
  let place: Int
  private var hash = SHA256()
  private let bytes: TextBytes
  /// How many of the bytes are in the hash.
  private var done = 0

  init(_ place: Int, _ message: (mark: [UInt8], rest: TextBytes)) {
    self.place = place
    bytes = message.rest
    hash.update(message.mark)
  }

  private var left: Int { bytes.count - done }
  var isAtEnd: Bool { left == 0 }

  /// Adds bytes of both to their hashes, until one is at its end.
  static func advance(_ first: inout SHA256Lane, _ second: inout SHA256Lane) {
    let count = min(first.left, second.left)
    let (bytes, others) = (first.bytes, second.bytes)
    bytes.withUnsafeBytes { bytes in
      others.withUnsafeBytes { others in
        SHA256.update(&first.hash, first.next(count, of: bytes), &second.hash, second.next(count, of: others))
      }
    }
    first.done += count
    second.done += count
  }

  private func next(_ count: Int, of bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: bytes[done..<done + count])
  }

  /// The digest of the whole message.
  mutating func hexDigest() -> String {
    let bytes = bytes
    bytes.withUnsafeBytes { hash.update(next(left, of: $0)) }
    return hash.hexDigest()
  }
}
