import Platform

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

  private static func opened(_ path: String, _ followingLinks: Bool, _ body: (Int, Int32) -> [UInt8]?) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | (followingLinks ? 0 : O_NOFOLLOW))
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return body(Int(status.st_size), file)
  }

  private static func take(_ count: Int, from file: Int32) -> [UInt8]? {
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
      while done < count {
        let more = read(file, buffer.baseAddress?.advanced(by: done), count - done)
        if more < 0 && errno == EINTR { continue }
        if more < 0 { failed = true }
        guard more > 0 else { break }
        done += more
      }
    }
    return failed ? nil : bytes
  }
}
