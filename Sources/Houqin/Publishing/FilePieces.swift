import Platform
import Tabular

/// A regular file read piece by piece, into the same memory again and again; a link is not followed.
final class FilePieces {
  /// In bytes, when it was opened; what is added later is not read.
  let size: Int
  private let file: Int32
  private var left: Int

  /// In bytes.
  private static let piece = 1 << 20

  /// nil where there is no regular file, or none that can be read.
  init?(_ path: String) {
    guard let opened = PlainFile.open(path) else { return nil }
    (file, size, left) = (opened.file, opened.size, opened.size)
  }

  deinit { close(file) }

  /// Fills the buffer with the bytes that come next, or as much of it as there are; returns how many. Throws the system's error.
  func fill(_ buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let done = try SystemCall.fill(UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(buffer.count, left)]), from: file)
    left -= done
    return done
  }

  /// Calls `body` with every piece that is left.
  func forEach(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, min(left, Self.piece)), alignment: 16)
    defer { memory.deallocate() }
    while case let count = try fill(memory), count > 0 { try body(UnsafeRawBufferPointer(rebasing: memory[..<count])) }
  }
}

extension FilePieces {
  /// How long a file is and its SHA-256; nil where it cannot be read.
  static func digest(_ path: String) -> (size: Int, sha256: String)? {
    var (hash, size) = (SHA256(), 0)
    let isRead: Void? = try? FilePieces(path)?.forEach { piece in
      hash.update(piece)
      size += piece.count
    }
    return isRead.map { (size, hash.hexDigest()) }
  }

  /// Whether two files hold the same bytes; nil where one cannot be read.
  static func areEqual(_ a: String, _ b: String) -> Bool? {
    guard let first = FilePieces(a), let second = FilePieces(b) else { return nil }
    guard first.size == second.size else { return false }
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: piece, alignment: 16)
    defer { memory.deallocate() }
    var isEqual = true
    let isRead: Void? = try? first.forEach { own in
      guard isEqual else { return }
      let other = UnsafeMutableRawBufferPointer(rebasing: memory[..<own.count])
      isEqual = try second.fill(other) == own.count && isSame(own, UnsafeRawBufferPointer(other))
    }
    return isRead.map { isEqual }
  }

  /// Whether a file holds these bytes; nil where it cannot be read.
  static func areEqual(_ path: String, _ bytes: [UInt8]) -> Bool? {
    guard let file = FilePieces(path) else { return nil }
    guard file.size == bytes.count else { return false }
    var (isEqual, done) = (true, 0)
    let isRead: Void? = try? file.forEach { own in
      isEqual = isEqual && bytes.withUnsafeBytes { isSame(own, UnsafeRawBufferPointer(rebasing: $0[done..<done + own.count])) }
      done += own.count
    }
    return isRead.map { isEqual && done == bytes.count }
  }

  /// Lists of findings have tens of millions of bytes, which `==` compares one by one.
  private static func isSame(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
    guard let first = a.baseAddress, let second = b.baseAddress else { return a.count == b.count }
    return a.count == b.count && memcmp(first, second, a.count) == 0
  }
}
