import Platform

/// Lets one run at a time write to a folder. The system lets go of it when a run ends, however it ends, so that it never has to be
/// removed by hand; only the empty file of a killed run stays until the next.
final class OutputLock: Sendable {
  private let path: String
  private let file: Int32

  /// How often another run is waited for, and how long each time, in microseconds: two seconds in all.
  private static let (tries, pause): (Int, UInt32) = (40, 50_000)

  /// nil where another run holds it; throws the system's error where the lock's file cannot be made.
  init?(_ path: String) throws {
    for attempt in 0..<Self.tries {
      let file = open(path, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o666)
      guard file >= 0 else { throw SystemCall.error() }
      // Where the file system knows no locks, the run goes on without one.
      let isHeld = flock(file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK
      if !isHeld, Self.isStill(file, at: path) {
        (self.path, self.file) = (path, file)
        return
      }
      close(file)
      if attempt + 1 < Self.tries, isHeld { usleep(Self.pause) }
    }
    return nil
  }

  /// Removes the lock's file and lets the next run in; closing alone, as a kill does, leaves the file.
  func remove() { unlink(path) }

  deinit { close(file) }

  /// Whether the file that is locked is the one others will find: the run before may have removed it.
  private static func isStill(_ file: Int32, at path: String) -> Bool {
    var status = stat()
    guard fstat(file, &status) == 0, let there = SystemCall.identity(path) else { return false }
    return there.inode == UInt64(truncatingIfNeeded: status.st_ino)
  }
}
