#if canImport(Glibc)
  import Glibc
#endif

/// Memory for millions of cells or bytes.
public enum LargeMemory {
  /// Gives the system back what was freed between what is still in use, which the C library otherwise keeps. Measured on 200 MB of ledgers: a
  /// tenth less at the peak, for some milliseconds.
  public static func trim() {
    #if canImport(Glibc)
      // Declared in a header that the system's module leaves out.
      typealias Trim = @convention(c) (Int) -> Int32
      guard let symbol = dlsym(nil, "malloc_trim") else { return }
      _ = unsafeBitCast(symbol, to: Trim.self)(0)
    #endif
  }

  /// Memory for so many values that are valid when all their bits are 0, as they are. What is never touched takes no room (Linux).
  public static func zeroed<Value: ~Copyable>(_ count: Int, of type: Value.Type) -> UnsafeMutablePointer<Value> {
    let byteCount = max(1, count) * MemoryLayout<Value>.stride
    #if canImport(Glibc)
      // Where there is no memory left, allocating ends the program as it does everywhere.
      let memory = calloc(1, byteCount) ?? .allocate(byteCount: byteCount, alignment: 16)
    #else
      let memory = UnsafeMutableRawPointer.allocate(byteCount: byteCount, alignment: 16)
      memory.initializeMemory(as: UInt8.self, repeating: 0, count: byteCount)
    #endif
    return memory.bindMemory(to: Value.self, capacity: count)
  }

  /// Gives back what ``zeroed(_:of:)`` gave.
  public static func giveBack<Value: ~Copyable>(_ memory: UnsafeMutablePointer<Value>) {
    #if canImport(Glibc)
      free(memory)
    #else
      memory.deallocate()
    #endif
  }
}
