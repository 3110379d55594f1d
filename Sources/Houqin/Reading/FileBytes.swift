import Platform
import Tabular

/// A file's bytes, its byte order mark apart: the text behind it is then used in place, without a copy.
struct FileBytes: Sendable {
  /// The byte order mark of UTF-8, or nothing.
  let mark: [UInt8]
  /// All bytes behind it.
  let rest: TextBytes

  var count: Int { mark.count + rest.count }
  var isEmpty: Bool { count == 0 }
  /// The first bytes, by which foreign formats are known.
  var head: [UInt8] { mark + Array(rest.prefix(ForeignFormat.headLength)) }

  init(_ bytes: [UInt8]) { self.init(mark: [], rest: TextBytes(bytes)) }

  private init(mark: [UInt8], rest: TextBytes) {
    self.mark = mark
    self.rest = rest
  }

  /// Larger files are looked at where the system keeps them. Below, reading is faster, and a file that is cut short meanwhile does no harm.
  static let mappedSize = 16 << 20

  /// Reads a file of about `size` bytes.
  init(of path: String, size: Int, mappedFrom: Int = mappedSize) throws {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw SystemCall.error() }
    defer { close(file) }
    try self.init(of: file, size: size, mappedFrom: mappedFrom)
  }

  /// Reads an open file of about `size` bytes, piece by piece: a file is never in memory twice. One that is mapped and looked at once is so in
  /// pieces of `pieceSize`.
  init(of file: Int32, size: Int, mappedFrom: Int, pieceSize: Int = .max) throws {
    let first = try Self.piece(of: file, 3)
    let isMarked = first == TextDecoder.byteOrderMark
    if size >= mappedFrom, let mapped = MappedFile(file, size: size, skipping: isMarked ? first.count : 0) {
      self.init(mark: isMarked ? first : [], rest: TextBytes(mapped, pieceSize: pieceSize))
      return
    }
    // One byte more than expected, to see where the file ends.
    var bytes = try Self.piece(of: file, max(size, first.count) + 1, after: isMarked ? [] : first)
    // A file that grew is told as such: only its end is read this way.
    var isWhole = bytes.count <= max(size, first.count)
    while !isWhole {
      let piece = try Self.piece(of: file, 1 << 20)
      bytes += piece
      isWhole = piece.isEmpty
    }
    self.init(mark: isMarked ? first : [], rest: TextBytes(bytes))
  }

  /// Some bytes and those of a file that follow, `count` in all; fewer where the file ends.
  private static func piece(of file: Int32, _ count: Int, after begin: [UInt8] = []) throws -> [UInt8] {
    try [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
      for byte in begin {
        buffer[done] = byte
        done += 1
      }
      done += try SystemCall.fill(UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[done..<count])), from: file)
    }
  }

  var sha256: String {
    var hash = SHA256()
    hash.update(mark)
    rest.withUnsafeBytes { hash.update($0) }
    return hash.hexDigest()
  }

  /// The digests of several files, in less time than one after the other.
  static func sha256(of files: some Sequence<FileBytes>) -> [String] { SHA256.hexDigests(of: files.map { ($0.mark, $0.rest) }) }

  /// Of files of these sizes, the largest first, those that one core best hashes together (``sha256(of:)``): beside a file others as long as
  /// they fit. To put more together would leave other cores without work; to put fewer, files to be hashed alone, which takes longer.
  static func hashedTogether(sizes: [Int]) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var room = 0
    for (place, size) in sizes.enumerated() {
      if let last = groups.last, size <= room {
        groups[groups.count - 1] = last.lowerBound..<place + 1
        room -= size
      } else {
        groups.append(place..<place + 1)
        room = size
      }
    }
    return groups
  }

  /// The text, or nil if no encoding is plausible.
  var decoded: DecodedText? { mark.isEmpty ? TextDecoder.decode(rest) : TextDecoder.decode(afterMark: rest) }
  /// What the bytes probably are.
  var suspected: SuspectedEncoding? { SuspectedEncoding.judge(TextBytes(mark + Array(rest))) }
}
