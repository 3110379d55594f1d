/// Messages of rows that were written before, by where they lie in memory: findings of a rule say much the same, and then it lies there once.
///
/// Of 133,000 findings, three in ten say what one of the thousand before them does, and lie with it.
struct MessageMemory {
  private struct Entry {
    var address: UInt = 0
    var count = 0
    var kin = 0
    var row = 0
  }

  /// Each at the place its address says, until another takes it.
  private var entries = [Entry](repeating: Entry(), count: 256)

  /// Shorter texts lie in no memory of their own.
  private static let least = 16

  /// The row of an equal message of findings that are kin; nil where none is known. All messages must lie where they are as long as this is
  /// asked.
  func row(of message: UnsafeBufferPointer<UInt8>, kin: Int) -> Int? {
    let known = entries[Self.place(of: message)]
    let isSame = known.address == UInt(bitPattern: message.baseAddress) && known.count == message.count && known.kin == kin
    return isSame && message.count >= Self.least ? known.row : nil
  }

  /// Keeps the row of a message.
  mutating func keep(_ message: UnsafeBufferPointer<UInt8>, kin: Int, row: Int) {
    entries[Self.place(of: message)] = Entry(address: UInt(bitPattern: message.baseAddress), count: message.count, kin: kin, row: row)
  }

  private static func place(of message: UnsafeBufferPointer<UInt8>) -> Int {
    Int(truncatingIfNeeded: (UInt64(UInt(bitPattern: message.baseAddress)) &* 0x9E37_79B9_7F4A_7C15) &>> 56)
  }
}
