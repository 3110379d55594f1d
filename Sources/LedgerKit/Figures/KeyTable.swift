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
