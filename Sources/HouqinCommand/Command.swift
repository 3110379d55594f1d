import Platform
import Houqin

/// The command line: arguments in, results on standard output, notes on standard error, and an exit code.
@main
enum Command {
  /// 0 done · 1 done, with findings at error level · 2 could not be done.
  static func main() {
    // A file that may not grow further is an error to be told, not an end without a word.
    signal(SIGXFSZ, SIG_IGN)
    do throws(HouqinError) {
      exit(try run(Array(CommandLine.arguments.dropFirst())))
    } catch {
      let hint = Hints.text(for: error)
      Terminal.note("houqin：\(error)" + hint)
      exit(2)
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
