/// SHA-256 (FIPS 180-4), by which reports name the exact files they were made from.
public struct SHA256: Sendable {
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  /// The message schedule of one block, kept to spare an allocation for each.
  private var schedule = [UInt32](repeating: 0, count: 64)
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
    length &+= UInt64(bytes.count)
    var start = 0
    if !pending.isEmpty {
      start = min(64 - pending.count, bytes.count)
      pending.append(contentsOf: bytes[..<start])
      guard pending.count == 64 else { return }
      compressPending()
    }
    let end = start + (bytes.count - start) / 64 * 64
    compress(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
    pending.append(contentsOf: bytes[end...])
  }

  /// The digest of the message so far, 32 bytes. The message may go on.
  public func finalize() -> [UInt8] {
    var last = self
    last.pending.append(0x80)
    last.pending.append(contentsOf: repeatElement(0, count: (120 - last.pending.count) % 64))
    let bitCount = length &* 8
    last.pending.append(contentsOf: (0..<8).map { UInt8(truncatingIfNeeded: bitCount >> (56 - 8 * $0)) })
    last.compressPending()
    return last.state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) } }
  }

  /// The digest of the message so far as 64 lower-case hexadecimal digits.
  public func hexDigest() -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  private mutating func compressPending() {
    let blocks = pending
    blocks.withUnsafeBytes { compress($0) }
    pending.removeAll(keepingCapacity: true)
  }

  /// Compresses whole blocks.
  private mutating func compress(_ blocks: UnsafeRawBufferPointer) {
    schedule.withUnsafeMutableBufferPointer { schedule in
      state.withUnsafeMutableBufferPointer { state in
        SHA256Block.constants.withUnsafeBufferPointer { constants in
          for start in stride(from: 0, to: blocks.count, by: 64) {
            SHA256Block.expand(blocks, at: start, constants, into: schedule)
            SHA256Block.mix(schedule, into: state)
          }
        }
      }
    }
  }
}
