/// Text as it grows, in UTF-8.
///
/// A page is made of thousands of pieces of a few bytes. Room is made for many at once, and a piece is only copied there: an array that
/// each is appended to takes twice as many instructions.
struct GrowingText {
  /// The text, and room for what follows.
  private var memory: [UInt8] = []
  /// How many bytes it has.
  private(set) var count = 0

  /// Gives the text away, without copying it, and begins anew.
  mutating func take() -> [UInt8] {
    var text: [UInt8] = []
    swap(&text, &memory)
    text.removeLast(text.count - count)
    count = 0
    return text
  }

  /// Appends UTF-8.
  @inline(__always)
  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    let start = extend(by: piece.count)
    memory.withUnsafeMutableBytes { memory in
      UnsafeMutableRawBufferPointer(rebasing: memory[start...]).copyMemory(from: UnsafeRawBufferPointer(piece))
    }
  }

  /// Appends a text.
  mutating func append(_ text: String) { text.withBytes { append($0) } }

  /// Appends part of another text.
  mutating func append(_ other: GrowingText, _ part: Range<Int>) {
    other.memory.withUnsafeBufferPointer { append(UnsafeBufferPointer(rebasing: $0[part])) }
  }

  /// Appends a byte of ASCII so many times.
  mutating func append(_ byte: UInt8, count: Int = 1) {
    let start = extend(by: count)
    memory.withUnsafeMutableBufferPointer { $0[start..<start + count].update(repeating: byte) }
  }

  /// Appends a number in digits.
  mutating func append(_ number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    var (rest, digits) = (number.magnitude, 1)
    while rest >= 10 { (rest, digits) = (rest / 10, digits + 1) }
    let start = extend(by: digits)
    rest = number.magnitude
    memory.withUnsafeMutableBufferPointer { memory in
      for place in (start..<start + digits).reversed() {
        memory[place] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
      }
    }
  }

  /// Takes back what was added after so many bytes.
  mutating func cut(to count: Int) { self.count = min(count, self.count) }

  /// Makes room for so many more bytes.
  mutating func reserve(_ more: Int) {
    let lacking = count + more - memory.count
    guard lacking > 0 else { return }
    let room = [UInt8](repeating: 0, count: lacking)
    if memory.isEmpty { memory = room } else { memory += room }
  }

  /// Calls `body` with the text from a place on; the bytes are valid only during the call.
  func withBytes<R>(from start: Int = 0, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    memory.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<count])) }
  }

  /// Makes the text longer by so many bytes, which are to be written; returns where they begin.
  @inline(__always)
  private mutating func extend(by more: Int) -> Int {
    let start = count
    if start &+ more > memory.count { reserve(max(more, memory.count, 256)) }
    count &+= more
    return start
  }
}

extension GrowingText {
  /// Appends a literal: its bytes lie in the program, and nobody counts who uses them.
  @inline(__always)
  mutating func append(_ literal: StaticString) { literal.withUTF8Buffer { append($0) } }
}
