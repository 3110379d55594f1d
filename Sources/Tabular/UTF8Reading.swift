/// Reading bytes as UTF-8, strictly or with repairs.
enum UTF8Reading {
  /// How well bytes fit UTF-8.
  struct Survey {
    /// Well-formed sequences of three or four bytes. Chance seldom makes one: GB18030 text read as UTF-8
    /// has many bad sequences for each.
    var longSequences = 0
    var damaged = 0

    var isWellFormed: Bool { damaged == 0 }

    /// Whether UTF-8 explains the bytes better than another encoding in which `damage` places cannot be read.
    func isBetter(thanDamage damage: Int) -> Bool {
      damaged <= longSequences && damaged <= max(damage, longSequences / 2)
    }
  }

  /// Surveys `bytes`, giving up as soon as they are clearly not UTF-8.
  static func survey(_ bytes: TextBytes) -> Survey {
    var survey = Survey()
    bytes.forEachPiece { add($0, to: &survey) }
    return survey
  }

  private static func add(_ source: UnsafeRawBufferPointer, to result: inout Survey) {
    var survey = result
    var index = source.endOfASCII(from: 0)
    while index < source.count, survey.damaged < 64 || survey.damaged <= survey.longSequences {
      let end = endOfThreeByteSequences(source, from: index)
      survey.longSequences &+= (end &- index) / 3
      index = end
      guard index < source.count else { break }
      let length = sequenceLength(source, at: index)
      if length > 2 { survey.longSequences &+= 1 }
      if length < 0 { survey.damaged &+= 1 }
      index &+= abs(length)
      if index < source.count, source[index] < 0x80 { index = source.endOfASCII(from: index) }
    }
    result = survey
  }

  /// Where a run of well-formed sequences of three bytes ends, but for the leads E0 and ED, which not every second byte may follow: Chinese
  /// text, told with one load a character, at a third of the cost.
  @inline(__always)
  private static func endOfThreeByteSequences(_ source: UnsafeRawBufferPointer, from start: Int) -> Int {
    var index = start
    while index &+ 4 <= source.count {
      let word = UInt32(littleEndian: source.loadUnaligned(fromByteOffset: index, as: UInt32.self))
      let lead = word & 0xFF
      guard word & 0x00C0_C0F0 == 0x0080_80E0, lead != 0xE0, lead != 0xED else { break }
      index &+= 3
    }
    return index
  }

  /// Copies `bytes` with each bad sequence (its longest well-formed beginning, or one byte) and each NUL replaced by U+FFFD.
  static func repair(_ bytes: TextBytes) -> Reading {
    Reading.writing(capacity: bytes.count * 3) { writer in
      bytes.withUnsafeBytes { repair($0, into: &writer) }
    }
  }

  private static func repair(_ source: UnsafeRawBufferPointer, into writer: inout UTF8Writer) -> Int {
    var foreignCharacters = 0
    var index = 0
    while index < source.count {
      let length = source[index] == 0 ? -1 : sequenceLength(source, at: index)
      if length < 0 { writer.putDamage() } else { writer.copy(source, index..<index + length) }
      if length > 1 { foreignCharacters += 1 }
      index += abs(length)
    }
    return foreignCharacters
  }

  /// The length of the well-formed sequence at `index`, or minus the length of the bad one.
  @inline(__always)
  private static func sequenceLength(_ source: UnsafeRawBufferPointer, at index: Int) -> Int {
    let lead = source[index]
    if lead < 0x80 { return 1 }
    guard lead >= 0xC2, lead <= 0xF4 else { return -1 }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index &+ 1 < source.count, isSecond(source[index &+ 1], after: lead) else { return -1 }
    var position = 2
    while position < length {
      guard index &+ position < source.count, source[index &+ position] & 0xC0 == 0x80 else { return -position }
      position &+= 1
    }
    return length
  }

  /// Table 3-7 of the Unicode Standard: the second byte excludes overlong forms, surrogates and code points past U+10FFFF.
  @inline(__always)
  private static func isSecond(_ byte: UInt8, after lead: UInt8) -> Bool {
    switch lead {
    case 0xE0: byte >= 0xA0 && byte <= 0xBF
    case 0xED: byte >= 0x80 && byte <= 0x9F
    case 0xF0: byte >= 0x90 && byte <= 0xBF
    case 0xF4: byte >= 0x80 && byte <= 0x8F
    default: byte & 0xC0 == 0x80
    }
  }
}
