import Platform

/// The core a thread runs on when it begins work for others.
///
/// A Linux kernel may start a thread on the core of whoever wakes it, so that both take turns there for milliseconds while another core
/// has nothing to do. Measured on a virtual machine with two: a school's term takes 30 instead of 32 milliseconds.
struct Core: Sendable {
  #if os(Linux)
    private let number: Int32
    private let thread: pthread_t

    static var current: Core { Core(number: calls?.current() ?? -1, thread: pthread_self()) }

    /// Moves another thread than the one that began away from this core, if it runs there and may run elsewhere; it stays away, for moved
    /// once only it would be woken here the next time.
    func leave() {
      guard number >= 0, pthread_self() != thread, let calls = Self.calls, calls.current() == number else { return }
      var allowed = cpu_set_t()
      let size = MemoryLayout<cpu_set_t>.size
      guard calls.allowed(0, size, &allowed) == 0 else { return }
      var others = allowed
      let isLeft = withUnsafeMutableBytes(of: &others) { bits in
        guard Int(number) / 8 < bits.count else { return false }
        bits[Int(number) / 8] &= ~(1 << UInt8(number % 8))
        return bits.contains { $0 != 0 }
      }
      if isLeft { _ = calls.allow(0, size, &others) }
    }

    /// What glibc has and its module does not show.
    private struct Calls {
      typealias Affinity = @convention(c) (pid_t, Int, UnsafeMutablePointer<cpu_set_t>) -> Int32
      let current: @convention(c) () -> Int32
      let allowed: Affinity
      let allow: Affinity
    }

    private static let calls: Calls? = {
      guard let current = dlsym(nil, "sched_getcpu"), let allowed = dlsym(nil, "sched_getaffinity"),
        let allow = dlsym(nil, "sched_setaffinity")
      else { return nil }
      return Calls(
        current: unsafeBitCast(current, to: (@convention(c) () -> Int32).self), allowed: unsafeBitCast(allowed, to: Calls.Affinity.self),
        allow: unsafeBitCast(allow, to: Calls.Affinity.self))
    }()
  #else
    static var current: Core { Core() }

    func leave() {}
  #endif
}
