import Tabular

/// What a finding is known by in every list: ten letters, and of several equal ones from the second on `-2`, `-3`, …
struct IssueKey: Hashable, Sendable {
  /// The digest in the upper 40 bits, how many with it have come in the lower 24.
  private let number: UInt64

  /// More findings of one digest than memory holds.
  private static let most = 0xFF_FFFF

  /// The number's bits, mixed; those of a digest are so already.
  var mixed: UInt64 { number &* 0x9E37_79B9_7F4A_7C15 }

  init(digest: UInt64, count: Int) { number = digest << 24 | UInt64(min(count, Self.most)) }

  /// As it stands in a list; nil where it does not read as one.
  init?(_ text: String) {
    var text = text
    guard let key = text.withUTF8(Self.init) else { return nil }
    self = key
  }

  /// The same in UTF-8.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    guard let read = Self.read(text) else { return nil }
    self.init(digest: read.digest, count: read.count)
  }

  private static func read(_ text: UnsafeBufferPointer<UInt8>) -> (digest: UInt64, count: Int)? {
    guard text.count >= 10 else { return nil }
    var digest: UInt64 = 0
    for letter in text[..<10] {
      let value = values[Int(letter)]
      if value > 15 { return nil }
      digest = digest << 4 | UInt64(value)
    }
    if text.count == 10 { return (digest, 1) }
    guard (12...19).contains(text.count), text[10] == UInt8(ascii: "-"), text[11] != UInt8(ascii: "0") else { return nil }
    var count = 0
    for digit in text[11...] {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      count = 10 * count + Int(digit - UInt8(ascii: "0"))
    }
    return count > 1 && count <= most ? (digest, count) : nil
  }

  /// As it stands in a list.
  var text: String { withBytes { String(decoding: $0, as: UTF8.self) } }

  /// Calls `body` with the same in UTF-8, valid only during the call. A digest of 40 bits is ten letters: spreadsheet programs would turn
  /// 12345678 or 1234E567 into numbers.
  func withBytes<R>(_ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    let count = number & UInt64(Self.most)
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 10) { letters in
      for place in 0..<10 { letters[place] = Self.letter(UInt8(truncatingIfNeeded: number &>> UInt64(60 &- 4 &* place) & 15)) }
      let key = UnsafeBufferPointer(letters)
      return count == 1 ? body(key) : "\(String(decoding: key, as: UTF8.self))-\(count)".withBytes(body)
    }
  }

  /// The consonants from B to T: one further where a vowel is passed by. To look them up in memory takes longer.
  @inline(__always)
  private static func letter(_ value: UInt8) -> UInt8 {
    UInt8(ascii: "B") &+ value &+ (value > 2 ? 1 : 0) &+ (value > 5 ? 1 : 0) &+ (value > 10 ? 1 : 0)
  }

  private static let alphabet = (0...15).map(letter)
  /// What each byte stands for; 255 where it is no letter of a key.
  private static let values = (0...255).map { byte in alphabet.firstIndex(of: byte).map(UInt8.init) ?? 255 }
}
