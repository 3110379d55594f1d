import Foundation
import Houqin

/// Standard output carries results only; notes go to standard error.
enum Terminal {
  /// Machine formats, as they are.
  static func print(_ text: String) throws(HouqinError) {
    do { try FileHandle.standardOutput.write(contentsOf: Data(text.utf8)) } catch { throw .cannotPrint(error) }
  }

  /// Text for people: control characters that a file's name or a cell may hold never reach the terminal.
  static func show(_ text: String) throws(HouqinError) { try print(harmless(text)) }

  /// Where nobody takes notes either, nothing can be said.
  static func note(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data((harmless(text) + "\n").utf8)) }

  private static func harmless(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: result.append(scalar)
      case 0x00...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
