import Platform

/// An error of the system, which ``WorkFolder/reason(_:)`` says in Chinese.
struct SystemError: Error {
  /// The system's own number.
  let code: Int32
}

/// Calls of the system that Foundation has no words for, or different ones on different systems.
enum SystemCall {
  /// The system's last error.
  static func error(_ code: Int32 = errno) -> SystemError { SystemError(code: code) }

  /// Throws unless the call returned 0.
  static func check(_ result: Int32) throws { if result != 0 { throw error() } }

  /// What a path is, a link not being followed.
  enum Kind { case folder, file, link, other }

  static func kind(_ path: String) -> Kind? { entry(path)?.kind }

  /// What is at a path, and which of all files it is, whatever its names.
  struct Entry {
    let kind: Kind
    let identity: (device: UInt64, inode: UInt64)
    /// Whether two paths are names of the same file.
    func isSame(as other: Entry) -> Bool { identity == other.identity }
  }

  /// nil where nothing is; a link is not followed.
  static func entry(_ path: String) -> Entry? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    let kind: Kind =
      switch status.st_mode & S_IFMT {
      case S_IFDIR: .folder
      case S_IFREG: .file
      case S_IFLNK: .link
      default: .other
      }
    return Entry(kind: kind, identity: (UInt64(truncatingIfNeeded: status.st_dev), UInt64(truncatingIfNeeded: status.st_ino)))
  }

  /// What is at a path, or where the link there leads; nil where nothing is.
  static func status(_ path: String) -> stat? {
    var status = stat()
    return stat(path, &status) == 0 ? status : nil
  }

  /// Whether a folder is at a path, or where the link there leads; nil where nothing is.
  static func isFolder(_ path: String) -> Bool? { status(path).map { $0.st_mode & S_IFMT == S_IFDIR } }

  /// The file system a path is on, and what is there.
  static func identity(_ path: String) -> (device: UInt64, inode: UInt64)? { entry(path)?.identity }

  /// Makes a folder where there is none yet.
  static func makeFolder(_ path: String) throws {
    if mkdir(path, 0o777) != 0, errno != EEXIST { throw error() }
  }

  /// The path without links in it; nil where nothing is there.
  static func real(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Makes a file that must not be there yet.
  static func create(_ path: String, _ bytes: [UInt8]) throws {
    let file = try begin(path)
    defer { close(file) }
    try bytes.withUnsafeBytes { try append($0, to: file) }
  }

  /// Makes a file that must not be there yet, with the bytes of another.
  static func copy(_ other: String, to path: String) throws {
    guard let pieces = FilePieces(other) else { throw error() }
    let file = try begin(path)
    defer { close(file) }
    try pieces.forEach { try append($0, to: file) }
  }

  /// Makes an empty file that must not be there yet, to be appended to and closed.
  static func begin(_ path: String) throws -> Int32 {
    let file = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw error() }
    return file
  }

  /// Reads into a buffer until it is full or the file ends; returns how many bytes came. Throws the system's error.
  static func fill(_ buffer: UnsafeMutableRawBufferPointer, from file: Int32) throws -> Int {
    var done = 0
    while done < buffer.count {
      let more = read(file, buffer.baseAddress?.advanced(by: done), buffer.count - done)
      if more < 0 && errno == EINTR { continue }
      if more < 0 { throw error() }
      guard more > 0 else { break }
      done += more
    }
    return done
  }

  /// Writes all of the bytes at the end of a file, or throws.
  static func append(_ bytes: UnsafeRawBufferPointer, to file: Int32) throws {
    var done = 0
    while done < bytes.count {
      let written = write(file, bytes.baseAddress?.advanced(by: done), bytes.count - done)
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { throw error(written == 0 ? ENOSPC : errno) }
      done += written
    }
  }

  /// Asks the system to begin writing to the disk what was appended to a file, where it has a call for it (Linux): ``flush(_:)`` has then
  /// less to wait for.
  static func beginFlush(_ file: Int32) {
    #if os(Linux)
      // Declared for GNU programs only.
      typealias Sync = @convention(c) (Int32, Int64, Int64, UInt32) -> Int32
      guard let symbol = dlsym(nil, "sync_file_range") else { return }
      _ = unsafeBitCast(symbol, to: Sync.self)(file, 0, 0, onlyBegin)
    #endif
  }

  /// SYNC_FILE_RANGE_WRITE of Linux.
  private static let onlyBegin: UInt32 = 2

  /// Waits until a file or a folder's list of names is on the disk. Where the file system cannot, nothing is waited for.
  static func flush(_ path: String) throws {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw error() }
    defer { close(file) }
    if fsync(file) != 0, errno != EINVAL, errno != ENOTSUP { throw error() }
  }
}
