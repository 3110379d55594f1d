/// Texts that are counted up, as the numbers of papers are: CG0000001, CG0000002, 23000001. A hundred that agree in all but their last two
/// digits are known by what they begin with, and numbered in a row.
///
/// In a long sheet every row has such a text or two of its own. Kept one by one, each costs 27 bytes and a place in a table that waits for
/// memory, together a twentieth of all the time of a report; a hundred cost a comparison each. Numbers that are not counted up are left
/// alone: a hundred of them would be numbered for the sake of one.
struct SerialTexts {
  /// How many texts have the same opening.
  static let run = 100
  /// In bytes. The opening takes at most eight, and eight can be looked at.
  private static let lengths = 8...10

  /// A text as it is looked for.
  struct Key {
    /// The bytes before the last two digits.
    fileprivate let opening: UInt64
    fileprivate let last: Int32
    fileprivate let series: Int

    /// nil where a text is not one that could be counted up.
    @inline(__always)
    init?(_ text: UnsafeRawBufferPointer) {
      guard SerialTexts.lengths.contains(text.count) else { return nil }
      let (tens, ones) = (text[text.count &- 2] &- 0x30, text[text.count &- 1] &- 0x30)
      // Noughts behind a shorter opening are none of its bytes.
      guard tens <= 9, ones <= 9, text[text.count &- 3] != 0 else { return nil }
      last = Int32(tens) &* 10 &+ Int32(ones)
      let bits = UInt64(truncatingIfNeeded: text.count &- 2) &* 8
      let mask = bits == 64 ? UInt64.max : 1 &<< bits &- 1
      opening = UInt64(littleEndian: text.loadUnaligned(as: UInt64.self)) & mask
      series = (text.count &- SerialTexts.lengths.lowerBound) &* 16 &+ Int(text[0] & 15)
    }
  }

  /// Texts of one length that begin alike: which opening was met last, and whether they are counted up.
  private struct Series {
    var opening: UInt64 = 0
    var first: Int32 = 0
    var isPlain = false
    var isScattered = false
    var asked: Int32 = 0
    var runs: Int32 = 0
  }

  private var series = InlineArray<48, Series>(repeating: Series())
  private var openings = KeyTable<Int64>()
  /// Of each opening the number of its first text; they ascend.
  private var firsts: [Int32] = []
  /// Of every 64 numbers, how many of those first ones are below them: at most one is among them.
  private var firstsBelow: [Int32] = []

  /// How many texts are numbered.
  var count: Int { firsts.count * Self.run }

  /// The number of a text whose opening was met.
  @inline(__always)
  mutating func number(of key: Key) -> Int32? {
    series[key.series].asked &+= 1
    if series[key.series].opening == key.opening { return series[key.series].first &+ key.last }
    guard let known = openings.number(of: Int64(bitPattern: key.opening)) else { return nil }
    turn(key, to: firsts[known])
    return firsts[known] &+ key.last
  }

  /// The number of a text with the opening met last, about which no reader finds anything odd.
  @inline(__always)
  mutating func plainNumber(of key: Key) -> Int32? {
    guard series[key.series].opening == key.opening, series[key.series].isPlain else { return nil }
    series[key.series].asked &+= 1
    return series[key.series].first &+ key.last
  }

  /// Numbers the texts with a new opening from `first` on; nil where the texts of the series are not counted up.
  mutating func add(_ key: Key, first: Int32) -> Int32? {
    let known = series[key.series]
    // What was refused once is kept by itself, and must be found there ever after.
    if known.isScattered || known.runs * Self.leastAsked > known.asked + Self.patience {
      series[key.series].isScattered = true
      return nil
    }
    series[key.series].runs += 1
    _ = openings.place(of: Int64(bitPattern: key.opening))
    while firstsBelow.count <= Int(first) / 64 { firstsBelow.append(Int32(firsts.count)) }
    firsts.append(first)
    turn(key, to: first)
    return first &+ key.last
  }

  /// How often at least the texts of an opening should be asked for on average, after some to begin with.
  private static let (leastAsked, patience): (Int32, Int32) = (8, 32)

  private mutating func turn(_ key: Key, to first: Int32) {
    series[key.series].opening = key.opening
    series[key.series].first = first
    series[key.series].isPlain = withUnsafeBytes(of: Self.bytes(key.opening, 0)) { bytes in
      PlainCode.isOne(bytes, 0..<Self.length(of: key.opening))
    }
  }

  /// Reads the bytes of a text that is counted up.
  func withBytes<Answer>(of counted: Counted, _ read: (UnsafeRawBufferPointer) -> Answer) -> Answer {
    let opening = UInt64(bitPattern: openings.keys[counted.place])
    return withUnsafeBytes(of: Self.bytes(opening, counted.last)) { bytes in
      read(UnsafeRawBufferPointer(rebasing: bytes[..<Self.length(of: opening)]))
    }
  }

  /// The numbers of those that have the opening of one; nil where none has the number.
  func numbers(beside number: Int32) -> Range<Int32>? { counted(number).map { number - $0.last..<number - $0.last + Int32(Self.run) } }

  /// Whether a number is the first of those with its opening.
  func beginsRun(_ number: Int32) -> Bool { counted(number)?.last == 0 }

  /// A text that is counted up.
  struct Counted {
    /// Which opening it has.
    fileprivate let place: Int
    /// Its last two digits.
    fileprivate let last: Int32
  }

  /// What a number stands for.
  enum Meaning {
    case counted(Counted)
    /// One of the texts that are not counted up, by how many of them have a lower number.
    case other(Int)
  }

  @inline(__always)
  func meaning(of number: Int32) -> Meaning {
    let block = Int(number) / 64
    var begun = block < firstsBelow.count ? Int(firstsBelow[block]) : firsts.count
    if begun < firsts.count, firsts[begun] <= number { begun += 1 }
    if begun > 0, number - firsts[begun - 1] < Int32(Self.run) {
      return .counted(Counted(place: begun - 1, last: number - firsts[begun - 1]))
    }
    return .other(Int(number) - begun * Self.run)
  }

  private func counted(_ number: Int32) -> Counted? { if case .counted(let counted) = meaning(of: number) { counted } else { nil } }

  /// In bytes, with the last two digits.
  private static func length(of opening: UInt64) -> Int { 8 - opening.leadingZeroBitCount / 8 + 2 }

  private static func bytes(_ opening: UInt64, _ last: Int32) -> SIMD16<UInt8> {
    var bytes = SIMD16<UInt8>(repeating: 0)
    let length = length(of: opening)
    for place in 0..<length - 2 { bytes[place] = UInt8(truncatingIfNeeded: opening >> UInt64(8 * place)) }
    bytes[length - 2] = 0x30 + UInt8(truncatingIfNeeded: last / 10)
    bytes[length - 1] = 0x30 + UInt8(truncatingIfNeeded: last % 10)
    return bytes
  }
}
