/// Writes characters as UTF-8 into a buffer that the caller has made large enough.
struct UTF8Writer {
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0
  /// Where U+FFFD was written for undecodable bytes.
  private(set) var damage: [Int] = []

  init(_ buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

  @inline(__always)
  mutating func put(byte: UInt8) {
    buffer[count] = byte
    count &+= 1
  }

  /// Writes `source[range]`, already well-formed UTF-8.
  @inline(__always)
  mutating func copy(_ source: UnsafeRawBufferPointer, _ range: Range<Int>) {
    UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
      .copyMemory(from: UnsafeRawBufferPointer(rebasing: source[range]))
    count &+= range.count
  }

  @inline(__always)
  mutating func put(_ scalar: UInt32) {
    if scalar < 0x80 { return put(byte: UInt8(truncatingIfNeeded: scalar)) }
    if scalar < 0x800 {
      put(byte: 0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
    } else {
      if scalar < 0x10000 {
        put(byte: 0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
      } else {
        put(byte: 0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
        put(byte: continuation(scalar >> 12))
      }
      put(byte: continuation(scalar >> 6))
    }
    put(byte: continuation(scalar))
  }

  /// Writes a character of ``GB18030Table/twoByteInUTF8``. There must be room for four bytes, of which those behind the character are written
  /// over by what follows.
  @inline(__always)
  mutating func put(encoded: UInt32) {
    UnsafeMutableRawBufferPointer(buffer).storeBytes(of: encoded.littleEndian, toByteOffset: count, as: UInt32.self)
    count &+= Int(encoded &>> 24)
  }

  mutating func putDamage() {
    damage.append(count)
    put(0xFFFD)
  }

  @inline(__always)
  private func continuation(_ bits: UInt32) -> UInt8 {
    0x80 | UInt8(truncatingIfNeeded: bits & 0x3F)
  }
}

extension Reading {
  /// A reading whose UTF-8 takes at most `capacity` bytes; `write` returns the number of undamaged characters beyond ASCII.
  static func writing(capacity: Int, _ write: (inout UTF8Writer) -> Int) -> Reading {
    var damage: [Int] = []
    var foreignCharacters = 0
    let utf8 = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      var writer = UTF8Writer(buffer)
      foreignCharacters = write(&writer)
      count = writer.count
      damage = writer.damage
    }
    return Reading(utf8: utf8, damage: damage, foreignCharacters: foreignCharacters)
  }
}
