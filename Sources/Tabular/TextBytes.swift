/// The bytes of a text: in memory, or those of a large file as they lie on the disk.
public struct TextBytes: Sendable {
  private let memory: [UInt8]
  /// Where it is not nil, the bytes are its own.
  private let file: MappedFile?
  /// How many of them are looked at before their memory is given back.
  private let pieceSize: Int

  /// Bytes in memory.
  public init(_ bytes: [UInt8]) {
    memory = bytes
    file = nil
    pieceSize = .max
  }

  /// The bytes of a file; of one that is looked at once, no more than a piece stays in memory while the text is divided into records.
  public init(_ file: MappedFile, pieceSize: Int = .max) {
    memory = []
    self.file = file
    self.pieceSize = pieceSize
  }

  /// How many there are.
  public var count: Int { file?.count ?? memory.count }

  /// Calls `body` with all bytes, which are valid only during the call.
  public func withUnsafeBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
    guard let file else { return try memory.withUnsafeBytes(body) }
    return try file.withUnsafeBytes(body)
  }

  /// Calls `body` with some of the bytes, which are valid only during the call.
  public func withSpan<R>(of range: Range<Int>, _ body: (Span<UInt8>) throws -> R) rethrows -> R {
    try withUnsafeBytes { try body($0[range].withMemoryRebound(to: UInt8.self) { $0 }.span) }
  }

  /// Where pieces but the first begin; within a character, perhaps.
  var pieceStarts: [Int] { pieceSize < count ? Array(stride(from: pieceSize, to: count, by: pieceSize)) : [] }

  /// Calls `body` with the bytes piece by piece, each of whole characters, and gives back the memory of each where there are several.
  func forEachPiece(_ body: (UnsafeRawBufferPointer) -> Void) {
    var start = 0
    for border in pieceStarts + [count] where border > start {
      let end = withUnsafeBytes { bytes in
        let end = bytes[border...].firstIndex { $0 & 0xC0 != 0x80 } ?? count
        body(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
        return end
      }
      if end < count || start > 0 { letGo(start..<end) }
      start = end
    }
  }

  /// Gives back the memory of a file's bytes, or of some of them; they are read from the disk again when they are looked at.
  public func letGo(_ range: Range<Int>? = nil) { file?.letGo(range) }

  /// Whether the file the bytes lie in has not been written to meanwhile; bytes in memory cannot be.
  public var areUnchanged: Bool { file?.isUnchanged ?? true }
}

extension TextBytes: RandomAccessCollection, Equatable {
  public var startIndex: Int { 0 }
  public var endIndex: Int { count }
  public subscript(place: Int) -> UInt8 { withUnsafeBytes { $0[place] } }

  public func withContiguousStorageIfAvailable<R>(_ body: (UnsafeBufferPointer<UInt8>) throws -> R) rethrows -> R? {
    try withUnsafeBytes { try $0.withMemoryRebound(to: UInt8.self, body) }
  }

  public static func == (a: TextBytes, b: TextBytes) -> Bool { a.elementsEqual(b) }
}
