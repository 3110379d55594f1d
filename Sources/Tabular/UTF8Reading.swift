/// Reading bytes as UTF-8, strictly or with repairs.
enum UTF8Reading {
  /// How well bytes fit UTF-8.
  struct Survey {
    /// Well-formed sequences of three or four bytes. Chance seldom makes one: GB18030 text read as UTF-8
    /// has many bad sequences for each.
    var longSequences = 0
    var damaged = 0

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
    var index = 0
    while index < source.count, survey.damaged < 64 || survey.damaged <= survey.longSequences {
      let length = sequenceLength(source, at: index)
      if length > 2 { survey.longSequences &+= 1 }
      if length < 0 { survey.damaged &+= 1 }
      index &+= abs(length)
    }
    result = survey
  }

  /// What a look at bytes tells that takes a third of the time of a survey.
  enum Look {
    /// They are not UTF-8, or not all of them.
    case damaged
    case wellFormed(hasNuls: Bool)
  }

  /// Whether `bytes` are UTF-8 without damage, and whether NULs are among them.
  static func look(at bytes: TextBytes) -> Look {
    var (isWellFormed, hasNuls) = (true, false)
    bytes.forEachPiece { isWellFormed = isWellFormed && Self.isWellFormed($0, &hasNuls) }
    return isWellFormed ? .wellFormed(hasNuls: hasNuls) : .damaged
  }

  private static func isWellFormed(_ source: UnsafeRawBufferPointer, _ hasNuls: inout Bool) -> Bool {
    var index = endOfPlainText(source, from: 0, &hasNuls)
    while index < source.count {
      if source[index] == 0 { hasNuls = true }
      let length = sequenceLength(source, at: index)
      guard length > 0 else { return false }
      index = endOfPlainText(source, from: index &+ length, &hasNuls)
    }
    return true
  }

  /// Where a run ends of ASCII and well-formed sequences of three bytes, Chinese text, of which sixty-four bytes are told at once: each
  /// byte that goes on with a character has to stand one or two behind a lead. It may end early at the leads E0 and ED, which not every
  /// second byte may follow, and at the end of the text. Whether there are NULs in what was looked at is told as well.
  @inline(__always)
  private static func endOfPlainText(_ source: UnsafeRawBufferPointer, from start: Int, _ hasNuls: inout Bool) -> Int {
    typealias Block = ByteBlock<ByteGroup>
    var index = start
    // Which of the first two bytes go on with a character of the block before.
    var open: UInt64 = 0
    while index &+ Block.size <= source.count {
      let block = Block(source, at: index)
      hasNuls = block.hasNul || hasNuls
      let leads = block.places { $0.plainLeadsOfThree }
      let continuations = block.places { $0.continuations }
      // Neither operator binds tighter than the other.
      let odd = (block.places { $0.beyondASCII } ^ (leads | continuations)) | (continuations ^ (leads &<< 1 | leads &<< 2 | open))
      if odd != 0 {
        index &+= odd.trailingZeroBitCount
        break
      }
      open = leads &>> 63 | leads &>> 62
      index &+= Block.size
    }
    return beginOfCharacter(source, at: index, from: start)
  }

  /// Where the character of three bytes begins that `index` may lie in, of a run that is well-formed before it.
  @inline(__always)
  private static func beginOfCharacter(_ source: UnsafeRawBufferPointer, at index: Int, from start: Int) -> Int {
    for back in 1...2 where index &- back >= start && source[index &- back] >= 0xC0 { return index &- back }
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
