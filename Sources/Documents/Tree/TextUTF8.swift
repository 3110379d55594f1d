extension String {
  /// Calls `body` with the text in UTF-8, which is valid only during the call. `withUTF8` would do, but it wants a copy of the text, and
  /// that copy is counted.
  @inline(__always)
  func withBytes<R>(_ body: (UnsafeBufferPointer<UInt8>) throws -> R) rethrows -> R {
    if let result = try utf8.withContiguousStorageIfAvailable(body) { return result }
    var copy = self
    return try copy.withUTF8(body)
  }
}
