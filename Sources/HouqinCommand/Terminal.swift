import Foundation
import Houqin

/// Standard output carries results only; notes go to standard error.
enum Terminal {
  /// Machine formats, as they are.
  static func print(_ text: String) throws(HouqinError) {
    do { try FileHandle.standardOutput.write(contentsOf: Data(text.utf8)) } catch { throw .cannotPrint(error) }
  }

  /// Text for people: control characters that a file's name or a cell may hold never reach the terminal.
  static func show(_ text: String) throws(HouqinError) {
    let harmless = VisibleText.harmless(text)
    try print(Style.isColored(STDOUT_FILENO) ? Style.painted(harmless) : harmless)
  }

  /// Where nobody takes notes either, nothing can be said.
  static func note(_ text: String) {
    let harmless = VisibleText.harmless(text) + "\n"
    try? FileHandle.standardError.write(contentsOf: Data((Style.isColored(STDERR_FILENO) ? Style.painted(harmless) : harmless).utf8))
  }
}
