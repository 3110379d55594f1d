import Foundation

/// Standard output carries results only; notes go to standard error.
enum Terminal {
  static func print(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }
  static func note(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
}
