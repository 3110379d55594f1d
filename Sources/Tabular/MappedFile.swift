#if canImport(Glibc)
  import Glibc
#endif

/// A large file whose bytes are looked at where the system keeps them, so that they need not be held beside it: their memory can be given
/// back at any time. Only on Linux; elsewhere every file is read.
///
/// The system ends a program (SIGBUS) that looks at bytes a file no longer has; ``isUnchanged`` tells of every other change.
public final class MappedFile: Sendable {
  private let address: UInt
  private let length: Int
  private let skipped: Int
  private let descriptor: Int32
  private let stamp: Stamp

  /// How many bytes there are behind those skipped.
  public var count: Int { length - skipped }

  /// When and how a file was last written, as far as the system says.
  private struct Stamp: Equatable {
    var size = 0
    var seconds = 0
    var nanoseconds = 0
  }

  /// An open file without its first bytes; nil where it is not `size` bytes long or cannot be mapped. The caller closes the file.
  public init?(_ file: Int32, size: Int, skipping skipped: Int) {
    #if os(Linux)
      let descriptor = fcntl(file, F_DUPFD_CLOEXEC, 0)
      guard descriptor >= 0 else { return nil }
      guard let stamp = Self.stamp(of: descriptor), stamp.size == size, skipped < size,
        let address = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), address != MAP_FAILED
      else {
        close(descriptor)
        return nil
      }
      self.address = UInt(bitPattern: address)
      (length, self.skipped, self.descriptor, self.stamp) = (size, skipped, descriptor, stamp)
    #else
      return nil
    #endif
  }

  deinit {
    #if os(Linux)
      munmap(UnsafeMutableRawPointer(bitPattern: address), length)
      close(descriptor)
    #endif
  }

  /// Calls `body` with the bytes, which are valid only during the call.
  func withUnsafeBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
    defer { withExtendedLifetime(self) {} }
    return try body(UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address + UInt(skipped)), count: count))
  }

  /// Gives back the memory of the whole pages within a range, or of all.
  func letGo(_ range: Range<Int>?) {
    #if os(Linux)
      let page = Int(sysconf(Int32(_SC_PAGESIZE)))
      let start = range.map { ($0.lowerBound + skipped + page - 1) / page * page } ?? 0
      let end = range.map { ($0.upperBound + skipped) / page * page } ?? length
      guard start < end else { return }
      _ = madvise(UnsafeMutableRawPointer(bitPattern: address + UInt(start)), end - start, MADV_DONTNEED)
    #endif
  }

  /// Whether the file has not been written to since it was opened.
  var isUnchanged: Bool {
    #if os(Linux)
      Self.stamp(of: descriptor) == stamp
    #else
      true
    #endif
  }

  #if os(Linux)
    private static func stamp(of descriptor: Int32) -> Stamp? {
      var status = stat()
      guard fstat(descriptor, &status) == 0 else { return nil }
      return Stamp(size: Int(status.st_size), seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
    }
  #endif
}
