import Foundation
import Tabular

/// A file's bytes, its byte order mark apart: the text behind it is then used in place, without a copy.
struct FileBytes: Sendable {
  /// The byte order mark of UTF-8, or nothing.
  let mark: [UInt8]
  /// All bytes behind it.
  let rest: [UInt8]

  var count: Int { mark.count + rest.count }
  var isEmpty: Bool { count == 0 }
  /// The first bytes, by which foreign formats are known.
  var head: [UInt8] { mark + rest.prefix(ForeignFormat.headLength) }

  init(_ bytes: [UInt8]) { self.init(mark: [], rest: bytes) }

  private init(mark: [UInt8], rest: [UInt8]) {
    self.mark = mark
    self.rest = rest
  }

  /// Reads a file of about `size` bytes, piece by piece: a file is never in memory twice.
  init(of url: URL, size: Int) throws {
    guard let file = try? FileHandle(forReadingFrom: url) else {
      // Says why it cannot be opened.
      self.init([UInt8](try Data(contentsOf: url)))
      return
    }
    defer { try? file.close() }
    let first = [UInt8](try file.read(upToCount: 3) ?? Data())
    let isMarked = first == TextDecoder.byteOrderMark
    let begin = isMarked ? [] : first
    var isWhole = false
    // One byte more than expected, to see where the file ends.
    var bytes = try [UInt8](unsafeUninitializedCapacity: max(size, begin.count) + 1) { buffer, count in
      LargeMemory.prepare(UnsafeMutableRawBufferPointer(buffer))
      for byte in begin {
        buffer[count] = byte
        count += 1
      }
      while count < buffer.count {
        let got = read(file.fileDescriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { throw NSError(domain: NSPOSIXErrorDomain, code: Int(errno)) }
        if got == 0 {
          isWhole = true
          break
        }
        count += got
      }
    }
    // A file that grew is told as such: only its end is read this way.
    while !isWhole, let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty { bytes.append(contentsOf: piece) }
    self.init(mark: isMarked ? first : [], rest: bytes)
  }

  var sha256: String {
    var hash = SHA256()
    hash.update(mark)
    hash.update(rest)
    return hash.hexDigest()
  }

  /// The text, or nil if no encoding is plausible.
  var decoded: DecodedText? { mark.isEmpty ? TextDecoder.decode(rest) : TextDecoder.decode(afterMark: rest) }
  /// What the bytes probably are.
  var suspected: SuspectedEncoding? { SuspectedEncoding.judge(mark + rest) }
}
