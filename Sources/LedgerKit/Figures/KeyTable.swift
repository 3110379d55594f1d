/// The distinct keys of rows, numbered in the order they are met: a set or the groups of a sum.
///
/// A figure asks it for every row, where the standard library's keyed hash costs more than all the rest; keys are small numbers from
/// the reading, which nobody chooses, so two multiplications mix them well enough.
struct KeyTable<Key: MixedKey> {
  private(set) var keys: [Key] = []
  /// Open addressing; 0 marks a free place, else the number of the key plus one.
  private var places = [Int32](repeating: 0, count: 64)

  /// The number of a key, and whether it is new.
  @inline(__always)
  mutating func place(of key: Key) -> (number: Int, isNew: Bool) {
    if keys.count &* 2 >= places.count { grow() }
    let mask = places.count &- 1
    var place = Int(truncatingIfNeeded: key.mixed) & mask
    while true {
      let number = Int(places[place])
      if number == 0 { break }
      if keys[number &- 1] == key { return (number &- 1, false) }
      place = (place &+ 1) & mask
    }
    keys.append(key)
    places[place] = Int32(truncatingIfNeeded: keys.count)
    return (keys.count &- 1, true)
  }

  private mutating func grow() {
    let mask = places.count * 2 - 1
    places = [Int32](repeating: 0, count: mask + 1)
    for (number, key) in keys.enumerated() {
      var place = Int(truncatingIfNeeded: key.mixed) & mask
      while places[place] != 0 { place = (place &+ 1) & mask }
      places[place] = Int32(truncatingIfNeeded: number + 1)
    }
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

  var mixed: UInt64 {
    let words = unsafeBitCast(parts, to: SIMD4<UInt64>.self)
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
}

/// The first row of each key.
public struct FirstRows {
  private var keys = KeyTable<RowKey>()
  private var rows: [Row] = []

  /// Creates an empty collection.
  public init() {}

  /// The row that had the key before; nil where this is the first one.
  public mutating func before(_ row: Row, with key: RowKey) -> Row? {
    let (number, isNew) = keys.place(of: key)
    if isNew { rows.append(row) }
    return isNew ? nil : rows[number]
  }
}

/// A key that can say where in a table it belongs.
protocol MixedKey: Equatable {
  /// Its bits, mixed.
  var mixed: UInt64 { get }
}

/// Mixing of bits for tables of small numbers.
enum Mix {
  @inline(__always)
  static func bits(_ a: UInt64, _ b: UInt64 = 0) -> UInt64 {
    let h = (a ^ (b &* 0xFF51_AFD7_ED55_8CCD)) &* 0x9E37_79B9_7F4A_7C15
    return h ^ (h &>> 32)
  }
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
