/// The distinct keys of rows, numbered in the order they are met: a set or the groups of a sum.
///
/// A figure asks it for every row, where the standard library's keyed hash costs more than all the rest; keys are small numbers from
/// the reading, which nobody chooses, so two multiplications mix them well enough.
struct KeyTable<Key: MixedKey> {
  private(set) var keys: [Key] = []
  /// Open addressing; 0 marks a free place, else half of the key's hash and, below it, the number of the key plus one. So most places are
  /// passed, and all are moved to a larger table, without a look at the keys, which lie elsewhere.
  private var places = [UInt64](repeating: 0, count: 64)
  private static var hashBits: UInt64 { 0xFFFF_FFFF_0000_0000 }

  /// The number of a key, and whether it is new.
  @inline(__always)
  mutating func place(of key: Key) -> (number: Int, isNew: Bool) {
    if keys.count &* 3 >= places.count &* 2 { grow() }
    let hash = key.mixed
    let place = firstPlace(of: key, hash)
    if places[place] != 0 { return (Self.number(in: places[place]), false) }
    keys.append(key)
    places[place] = hash & Self.hashBits | UInt64(truncatingIfNeeded: keys.count)
    return (keys.count &- 1, true)
  }

  /// The number of a key; nil where it was not met.
  @inline(__always)
  func number(of key: Key) -> Int? {
    let place = firstPlace(of: key, key.mixed)
    return places[place] == 0 ? nil : Self.number(in: places[place])
  }

  /// Where a key is, or the free place where it belongs.
  @inline(__always)
  private func firstPlace(of key: Key, _ hash: UInt64) -> Int {
    let mask = places.count &- 1
    var place = Int(truncatingIfNeeded: hash &>> 32) & mask
    while places[place] != 0 {
      if (places[place] ^ hash) & Self.hashBits == 0, keys[Self.number(in: places[place])] == key { break }
      place = (place &+ 1) & mask
    }
    return place
  }

  @inline(__always)
  private static func number(in place: UInt64) -> Int { Int(truncatingIfNeeded: place & ~hashBits) &- 1 }

  private mutating func grow() {
    // Small tables grow fast: to move all places five times costs as much as to fill them.
    let mask = places.count * (places.count < 4096 ? 4 : 2) - 1
    var larger = [UInt64](repeating: 0, count: mask + 1)
    for entry in places where entry != 0 {
      var place = Int(truncatingIfNeeded: entry &>> 32) & mask
      while larger[place] != 0 { place = (place &+ 1) & mask }
      larger[place] = entry
    }
    places = larger
  }
}

/// What rows are compared by: up to eight small numbers, of days, texts and terms.
public struct RowKey: MixedKey {
  private let parts: SIMD8<Int32>

  /// Creates a key; keys of one comparison have their parts in the same order.
  public init(
    _ a: Int32, _ b: Int32, _ c: Int32 = 0, _ d: Int32 = 0, _ e: Int32 = 0, _ f: Int32 = 0, _ g: Int32 = 0, _ h: Int32 = 0
  ) { parts = SIMD8(a, b, c, d, e, f, g, h) }

  /// A key of a number and an occasion.
  public init(_ number: Int32, _ occasion: OccasionKey) {
    let (a, b, c, d) = occasion.parts
    parts = SIMD8(number, a, b, c, d, 0, 0, 0)
  }

  /// A key of a hash.
  init(_ hash: UInt64) {
    self.init(Int32(truncatingIfNeeded: hash), Int32(truncatingIfNeeded: hash &>> 32))
  }

  private var words: SIMD4<UInt64> { unsafeBitCast(parts, to: SIMD4<UInt64>.self) }

  /// Two parts at a time: what is derived compares one after another.
  public static func == (a: RowKey, b: RowKey) -> Bool {
    let differences = a.words ^ b.words
    return differences.x | differences.y | differences.z | differences.w == 0
  }

  var mixed: UInt64 {
    let words = words
    return Mix.bits(Mix.bits(words.x, words.y), Mix.bits(words.z, words.w))
  }
}

/// The distinct keys of rows, numbered from 0 in the order they are met.
public struct RowKeys {
  private var keys = KeyTable<RowKey>()

  /// Creates an empty collection.
  public init() {}

  /// The number of a key, and whether it is new.
  public mutating func place(of key: RowKey) -> (number: Int, isNew: Bool) { keys.place(of: key) }
  /// The number of a key; nil where it was not met.
  public func number(of key: RowKey) -> Int? { keys.number(of: key) }
}

/// A key that can say where in a table it belongs.
protocol MixedKey: Equatable {
  /// Its bits, mixed.
  var mixed: UInt64 { get }
}

extension MixedKey {
  /// The highest of them, so many that the hash is not negative.
  @inline(__always)
  var hash: Int32 { Int32(truncatingIfNeeded: mixed &>> 33) }
}

/// Mixing of bits for tables of small numbers.
enum Mix {
  @inline(__always)
  static func bits(_ a: UInt64, _ b: UInt64 = 0) -> UInt64 {
    let h = (a ^ (b &* 0xFF51_AFD7_ED55_8CCD)) &* 0x9E37_79B9_7F4A_7C15
    return h ^ (h &>> 32)
  }
}

extension Int64: MixedKey {
  var mixed: UInt64 { Mix.bits(UInt64(bitPattern: self)) }
}

extension GroupKey: MixedKey {
  var mixed: UInt64 { Mix.bits(UInt64(UInt32(bitPattern: a)) | UInt64(UInt32(bitPattern: b)) << 32) }
}

extension OccasionKey: MixedKey {
  var mixed: UInt64 {
    let (a, b, c, d) = parts
    return Mix.bits(
      UInt64(UInt32(bitPattern: a)) | UInt64(UInt32(bitPattern: b)) << 32,
      UInt64(UInt32(bitPattern: c)) | UInt64(UInt32(bitPattern: d)) << 32)
  }
}
