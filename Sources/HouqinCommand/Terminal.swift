import Platform
import Houqin

/// Standard output carries results only; notes go to standard error.
enum Terminal {
  /// Machine formats, as they are.
  static func print(_ text: String) throws(HouqinError) {
    try write(text, to: STDOUT_FILENO)
  }

  /// Text for people: control characters that a file's name or a cell may hold never reach the terminal.
  static func show(_ text: String) throws(HouqinError) {
    let harmless = VisibleText.harmless(text)
    try print(Style.isColored(STDOUT_FILENO) ? Style.painted(harmless) : harmless)
  }

  /// Where nobody takes notes either, nothing can be said.
  static func note(_ text: String) {
    let harmless = VisibleText.harmless(text) + "\n"
    try? write(Style.isColored(STDERR_FILENO) ? Style.painted(harmless) : harmless, to: STDERR_FILENO)
  }

  /// All of a text, in as many pieces as the system takes.
  static func write(_ text: String, to stream: Int32) throws(HouqinError) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Platform.write(stream, $0.baseAddress, $0.count) }
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { throw .cannotPrint(code: written == 0 ? ENOSPC : errno) }
      rest = rest.dropFirst(written)
    }
  }
}
