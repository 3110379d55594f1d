import Platform
import Tabular

/// Files read with no trust in them: a pipe is not waited for, a device not read, a link not followed, and no more is read than is wanted.
enum PlainFile {
  /// All bytes of a regular file, or nil where it is none, cannot be read or is larger than `most`.
  static func bytes(_ path: String, atMost most: Int, followingLinks: Bool = false) -> [UInt8]? {
    opened(path, followingLinks) { size, file in size <= most ? take(size, from: file) : nil }
  }

  /// The first bytes of a regular file; fewer where it is shorter.
  static func beginning(_ path: String, _ count: Int) -> [UInt8]? {
    opened(path, false) { size, file in take(min(size, count), from: file) }
  }

  /// A regular file as a table, or nil where it is none, cannot be read, is no text or is larger than `most`. Of one the program wrote
  /// itself no more is in memory than is looked at.
  static func sheet(_ path: String, atMost most: Int) -> Sheet? {
    let bytes = opened(path, false) { size, file in
      size <= most ? try? FileBytes(of: file, size: size, mappedFrom: mappedSize, pieceSize: mappedSize) : nil
    }
    guard let sheet = bytes?.decoded.map({ Sheet($0) }), sheet.recordCount > 0 else { return nil }
    sheet.letGo()
    return sheet
  }

  /// Results are as long as the ledgers and looked at once, so much at a time: with a last list of 49 MB, the peak of a report is 25 MB lower.
  /// Below, reading is faster.
  private static let mappedSize = 1 << 20

  /// An open regular file, to be closed by the caller, and its size in bytes; nil where there is none, or none that can be read.
  static func open(_ path: String, followingLinks: Bool = false) -> (file: Int32, size: Int)? {
    let file = Platform.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | (followingLinks ? 0 : O_NOFOLLOW))
    guard file >= 0 else { return nil }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(file)
      return nil
    }
    return (file, Int(status.st_size))
  }

  private static func opened<T>(_ path: String, _ followingLinks: Bool, _ body: (Int, Int32) -> T?) -> T? {
    guard let (file, size) = open(path, followingLinks: followingLinks) else { return nil }
    defer { close(file) }
    return body(size, file)
  }

  private static func take(_ count: Int, from file: Int32) -> [UInt8]? {
    try? [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
      done = try SystemCall.fill(UnsafeMutableRawBufferPointer(buffer), from: file)
    }
  }
}
