#if canImport(Glibc)
  import Glibc
#endif

/// Memory for millions of cells or bytes.
public enum LargeMemory {
  /// Asks for large pages where the system gives them on demand (Linux). Each first touch of a page costs a fault, 4 kilobytes a time without this;
  /// measured on 200 MB of ledgers, faults were a tenth of all work.
  public static func prepare(_ memory: UnsafeMutableRawBufferPointer) {
    #if os(Linux)
      let page = 2 << 20
      guard let base = memory.baseAddress, memory.count >= 2 * page else { return }
      let skipped = (page - Int(bitPattern: base) % page) % page
      _ = madvise(base + skipped, (memory.count - skipped) / page * page, MADV_HUGEPAGE)
    #endif
  }
}
