/// SHA-256 (FIPS 180-4), by which reports name the exact files they were made from.
public struct SHA256: Sendable {
  private var state = SHA256Block.State()
  /// Bytes that do not yet fill a block of 64.
  private var pending: [UInt8] = []
  private var length: UInt64 = 0

  /// The hash of an empty message, to be added to.
  public init() {
    pending.reserveCapacity(128)
  }

  /// The digest of `bytes` as 64 lower-case hexadecimal digits.
  public static func hexDigest(_ bytes: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return hash.hexDigest()
  }

  /// Adds bytes to the message.
  public mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { update($0) }
  }

  /// Adds bytes to the message.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    append(completing(bytes))
  }

  /// Adds bytes to two messages at once.
  static func update(_ first: inout SHA256, _ bytes: UnsafeRawBufferPointer, _ second: inout SHA256, _ others: UnsafeRawBufferPointer) {
    let (bytes, others) = (first.completing(bytes), second.completing(others))
    let common = min(bytes.count, others.count) / 64 * 64
    SHA256Block.compress(
      UnsafeRawBufferPointer(rebasing: bytes[..<common]), into: &first.state,
      beside: UnsafeRawBufferPointer(rebasing: others[..<common]), into: &second.state)
    first.append(UnsafeRawBufferPointer(rebasing: bytes[common...]))
    second.append(UnsafeRawBufferPointer(rebasing: others[common...]))
  }

  /// Counts new bytes and completes with them the block that is begun; gives those that are left.
  private mutating func completing(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    length &+= UInt64(bytes.count)
    if pending.isEmpty { return bytes }
    let start = min(64 - pending.count, bytes.count)
    pending.append(contentsOf: bytes[..<start])
    if pending.count == 64 { compressPending() }
    return UnsafeRawBufferPointer(rebasing: bytes[start...])
  }

  /// Compresses the whole blocks of bytes that are counted, and keeps the rest.
  private mutating func append(_ bytes: UnsafeRawBufferPointer) {
    let end = bytes.count / 64 * 64
    SHA256Block.compress(UnsafeRawBufferPointer(rebasing: bytes[..<end]), into: &state)
    pending.append(contentsOf: bytes[end...])
  }

  /// The digest of the message so far, 32 bytes. The message may go on.
  public func finalize() -> [UInt8] {
    var last = self
    Self.pad(&last.pending, length: length)
    last.compressPending()
    return last.state.bytes
  }

  /// Completes the last block of a message of so many bytes.
  static func pad(_ rest: inout [UInt8], length: UInt64) {
    let count = 9 + (119 - rest.count % 64) % 64
    padding.withUnsafeBufferPointer { rest.append(contentsOf: UnsafeBufferPointer(rebasing: $0[..<count])) }
    rest.withUnsafeMutableBytes { $0.storeBytes(of: (length &* 8).bigEndian, toByteOffset: $0.count - 8, as: UInt64.self) }
  }

  private static let padding: [UInt8] = [0x80] + repeatElement(0, count: 71)

  /// The digest of the message so far as 64 lower-case hexadecimal digits.
  public func hexDigest() -> String {
    let digest = finalize()
    return String(unsafeUninitializedCapacity: 64) { digits in
      for place in 0..<64 { digits[place] = Self.digits[Int(digest[place >> 1] >> (place & 1 == 0 ? 4 : 0) & 15)] }
      return 64
    }
  }

  private static let digits = Array("0123456789abcdef".utf8)

  private mutating func compressPending() {
    let blocks = pending
    blocks.withUnsafeBytes { SHA256Block.compress($0, into: &state) }
    pending.removeAll(keepingCapacity: true)
  }
}
