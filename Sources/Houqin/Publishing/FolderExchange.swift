import Platform

/// Two folders change places in one step, where the system can: what a path shows is the one whole or the other whole, at any moment.
enum FolderExchange {
  /// 0, or the number of the system's error; ENOSYS where the system has no such call.
  static func swap(_ a: String, _ b: String) -> Int32 {
    #if canImport(Darwin)
      return renamex_np(a, b, UInt32(RENAME_SWAP)) == 0 ? 0 : errno
    #else
      // The C library declares it for GNU programs only, and older ones have it not at all: it is looked up by its name.
      typealias Rename = @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
      guard let symbol = dlsym(nil, "renameat2") else { return ENOSYS }
      return unsafeBitCast(symbol, to: Rename.self)(AT_FDCWD, a, AT_FDCWD, b, exchange) == 0 ? 0 : errno
    #endif
  }

  /// RENAME_EXCHANGE of Linux.
  private static let exchange: UInt32 = 2
}
