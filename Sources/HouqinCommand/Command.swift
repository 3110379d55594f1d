import Platform
import Houqin

/// The command line: arguments in, results on standard output, notes on standard error, and an exit code.
@main
enum Command {
  /// 0 done · 1 done, with findings at error level · 2 could not be done.
  static func main() {
    // A file that may not grow further is an error to be told, not an end without a word.
    signal(SIGXFSZ, SIG_IGN)
    tellOfShortenedFiles()
    do throws(HouqinError) {
      exit(try run(Array(CommandLine.arguments.dropFirst())))
    } catch {
      let hint = Hints.text(for: error)
      Terminal.note("houqin：\(error)" + hint)
      exit(2)
    }
  }

  /// A large table is looked at where the system keeps it, and the system ends a program that looks at what is no longer there. Nothing has
  /// been put in place then; the next run takes away what this one leaves.
  private static func tellOfShortenedFiles() {
    signal(SIGBUS) { _ in
      let message: StaticString = "houqin：有一个表在读的过程中被截短，或者放它的磁盘断开了，这次没有写出任何结果。请等表保存好、磁盘接好，再运行一次。\n"
      _ = write(STDERR_FILENO, message.utf8Start, message.utf8CodeUnitCount)
      _exit(2)
    }
  }

  static func run(_ words: [String]) throws(HouqinError) -> Int32 {
    guard let first = words.first else {
      try Terminal.show(Help.overview)
      return 0
    }
    if ["--help", "-h", "help"].contains(first) {
      try Terminal.show(words.dropFirst().first.flatMap(Help.page) ?? Help.overview)
      return 0
    }
    if ["--version", "-V", "version"].contains(first) {
      try Terminal.show("houqin \(Report.version)\n")
      return 0
    }
    guard let name = CommandName(rawValue: first) else { throw .usage(Help.unknown(first)) }
    if words.contains("--help") || words.contains("-h") {
      try Terminal.show(Help.page(first) ?? Help.overview)
      return 0
    }
    return try name.run(try Arguments(Array(words.dropFirst()), for: name))
  }
}
