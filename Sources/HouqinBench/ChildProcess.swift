import Platform

/// A whole process, timed from its start to its end, with the most memory it held.
struct ChildProcess {
  let milliseconds: Double
  let megabytes: Double
  let status: Int32

  /// Runs a program with its output thrown away; nil where it could not be started.
  static func run(_ words: [String], quietly: Bool = false) -> ChildProcess? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    if quietly { posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0) }
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var process = pid_t()
    let start = ContinuousClock.now
    guard posix_spawn(&process, words[0], &actions, nil, &arguments, environ) == 0 else { return nil }
    var (status, usage) = (Int32(0), rusage())
    guard wait4(process, &status, 0, &usage) == process else { return nil }
    let time = start.duration(to: .now).milliseconds
    return ChildProcess(milliseconds: time, megabytes: Memory.megabytes(usage), status: status)
  }
}

/// The most memory a process has held.
enum Memory {
  /// This process's.
  static var peak: Double {
    var usage = rusage()
    // RUSAGE_SELF, which Glibc and Darwin give different types.
    getrusage(0, &usage)
    return megabytes(usage)
  }

  static func megabytes(_ usage: rusage) -> Double {
    // Linux counts in KiB, macOS in bytes.
    #if os(Linux)
      return Double(usage.ru_maxrss) / 1024
    #else
      return Double(usage.ru_maxrss) / 1_048_576
    #endif
  }
}
