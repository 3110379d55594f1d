/// The first 64 bits of the digests of many short messages, made one after the other.
///
/// Two are hashed at a time, for which a processor needs little more time than for one; and few wait, so that they are near it.
public struct SHA256Prefixes: Sendable {
  /// Messages that wait, each but the one that is begun with the padding of its last block.
  @usableFromInline var bytes: [UInt8] = []
  /// Where those that are ended end.
  private var ends: [Int] = []
  private var prefixes: [UInt64] = []

  /// How many wait for each other.
  private static let length = 16

  /// Makes room for so many messages.
  public init(count: Int = 0) { prefixes.reserveCapacity(count) }

  /// Calls `body` with bytes to append more of the message to; what stands there is not to be touched.
  @inlinable
  @inline(__always)
  public mutating func append<R>(_ body: (inout [UInt8]) -> R) -> R { body(&bytes) }

  /// Ends a message; the next one begins.
  public mutating func endMessage() {
    SHA256.pad(&bytes, length: UInt64(bytes.count - (ends.last ?? 0)))
    ends.append(bytes.count)
    if ends.count == Self.length { hash() }
  }

  /// Those of all messages, in order.
  public mutating func finish() -> [UInt64] {
    hash()
    return prefixes
  }

  private mutating func hash() {
    let first = prefixes.count
    prefixes.append(contentsOf: repeatElement(0, count: ends.count))
    bytes.withUnsafeBytes { bytes in
      var waiting = ends.indices
      func next() -> Lane? { waiting.popFirst().map { Lane(place: first + $0, rest: ($0 == 0 ? 0 : ends[$0 - 1])..<ends[$0]) } }
      guard var lane = next() else { return }
      while var other = next() {
        Lane.advance(&lane, &other, in: bytes)
        if lane.rest.isEmpty { swap(&lane, &other) }
        prefixes[other.place] = other.state.prefix
      }
      lane.advance(in: bytes)
      prefixes[lane.place] = lane.state.prefix
    }
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  /// A message that is hashed beside another.
  private struct Lane {
    /// Its place among all.
    let place: Int
    /// What is not hashed yet: whole blocks.
    var rest: Range<Int>
    var state = SHA256Block.State()

    /// Hashes both until one is at its end.
    static func advance(_ first: inout Lane, _ second: inout Lane, in bytes: UnsafeRawBufferPointer) {
      let count = min(first.rest.count, second.rest.count)
      SHA256Block.compress(
        UnsafeRawBufferPointer(rebasing: bytes[first.rest.prefix(count)]), into: &first.state,
        beside: UnsafeRawBufferPointer(rebasing: bytes[second.rest.prefix(count)]), into: &second.state)
      first.rest.removeFirst(count)
      second.rest.removeFirst(count)
    }

    /// Hashes what is left.
    mutating func advance(in bytes: UnsafeRawBufferPointer) {
      SHA256Block.compress(UnsafeRawBufferPointer(rebasing: bytes[rest]), into: &state)
    }
  }
}
