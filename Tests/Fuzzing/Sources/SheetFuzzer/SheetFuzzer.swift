/// Bytes that break an invariant stop the run and are left in a file.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSheet(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if let broken = SheetInvariants.broken(by: bytes) { fatalError(broken) }
  return 0
}

/// libFuzzer's own `main`, under a name of its own.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutableRawPointer,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// What the package manager takes for this program's `main`.
@_cdecl("SheetFuzzer_main")
public func main(_ count: CInt, _ arguments: UnsafeMutableRawPointer) -> CInt {
  var (count, arguments) = (count, arguments)
  return withUnsafeMutablePointer(to: &arguments) { runFuzzer(&count, $0) { fuzzSheet($0, $1) } }
}
