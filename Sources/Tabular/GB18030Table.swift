/// The characters of GB18030's two-byte and four-byte codes.
///
/// They are those of Foundation's decoder on Linux, which follows the WHATWG's reading of GB 18030-2005;
/// a test compares every code.
enum GB18030Table {
  /// The place of a two-byte code in ``twoByte``, or `nil` if the bytes are none.
  @inline(__always)
  static func pointer(lead: UInt8, trail: UInt8) -> Int? {
    guard lead >= 0x81, lead != 0xFF, trail >= 0x40, trail != 0x7F, trail != 0xFF else { return nil }
    return (Int(lead) &- 0x81) &* 190 &+ Int(trail) &- (trail < 0x7F ? 0x40 : 0x41)
  }

  /// All two-byte codes' characters in code order, expanded once from the generated literal.
  static let twoByte: [UInt16] = {
    var table: [UInt16] = []
    table.reserveCapacity(126 * 190)
    var privateUse: UInt16 = 0
    var runs = GB18030Characters.privateUseRuns[...]
    for scalar in GB18030Characters.inCodeOrder.unicodeScalars where scalar != "\n" {
      guard scalar == "." else {
        table.append(UInt16(truncatingIfNeeded: scalar.value))
        continue
      }
      privateUse += 1
      if let run = runs.first, run.pointer == table.count {
        privateUse = run.scalar
        runs.removeFirst()
      }
      table.append(privateUse)
    }
    return table
  }()

  /// The same characters as UTF-8 has them: the first byte lowest, and in the highest how many they are, two or three.
  static let twoByteInUTF8: [UInt32] = twoByte.map { scalar in
    let (first, second, third) = (UInt32(scalar >> 12), UInt32(scalar >> 6 & 0x3F), UInt32(scalar & 0x3F))
    if scalar < 0x800 { return 0xC0 | UInt32(scalar >> 6) | (0x80 | third) << 8 | 2 << 24 }
    return 0xE0 | first | (0x80 | second) << 8 | (0x80 | third) << 16 | 3 << 24
  }

  /// The character of a four-byte code, or `nil` if the bytes are none or it has none.
  static func scalar(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) -> UInt32? {
    guard 0x81...0xFE ~= first, 0x30...0x39 ~= second, 0x81...0xFE ~= third, 0x30...0x39 ~= fourth else { return nil }
    let high = (Int(first) - 0x81) * 10 + Int(second) - 0x30
    let pointer = (high * 126 + Int(third) - 0x81) * 10 + Int(fourth) - 0x30
    if pointer < fourByte.count { return UInt32(fourByte[pointer]) }
    // 0x90308130 is U+10000, and so on without gaps.
    let supplementary = pointer - 189_000
    return 0..<0x10_0000 ~= supplementary ? UInt32(0x1_0000 + supplementary) : nil
  }

  /// The characters of the four-byte codes from 0x81308130 on: the code points up to U+FFFF, in order, that
  /// GB 18030-2000 gave no two-byte code.
  static let fourByte: [UInt16] = {
    var isTwoByte = [Bool](repeating: false, count: 0x10000)
    for scalar in twoByte { isTwoByte[Int(scalar)] = true }
    for (current, original) in reassigned {
      isTwoByte[Int(current)] = false
      isTwoByte[Int(original)] = true
    }
    isTwoByte[0xE5E5] = true  // 0xA3A0, since read as U+3000, which keeps its own code 0xA1A1
    var table = (UInt16(0x80)...0xFFFF).filter { !isTwoByte[Int($0)] && !(0xD800...0xDFFF ~= $0) }
    // In 2005 U+1E3F and U+E7C7 changed places; the other characters below kept their four-byte codes.
    if let swapped = table.firstIndex(of: 0x1E3F) { table[swapped] = 0xE7C7 }
    return table
  }()

  /// Two-byte codes that had a private-use character in GB 18030-2000 and have one of Unicode's since.
  private static let reassigned: [(current: UInt16, original: UInt16)] = [
    (0x1E3F, 0xE7C7), (0xFE10, 0xE78D), (0xFE12, 0xE78E), (0xFE11, 0xE78F), (0xFE13, 0xE790), (0xFE14, 0xE791),
    (0xFE15, 0xE792), (0xFE16, 0xE793), (0xFE17, 0xE794), (0xFE18, 0xE795), (0xFE19, 0xE796),
    (0x9FB4, 0xE81E), (0x9FB5, 0xE826), (0x9FB6, 0xE82B), (0x9FB7, 0xE82C),
    (0x9FB8, 0xE832), (0x9FB9, 0xE843), (0x9FBA, 0xE854), (0x9FBB, 0xE864),
  ]
}
