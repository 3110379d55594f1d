import Foundation

/// The page shell of the repository.
enum Shell {
  static func page() throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: "templates/page.html"), encoding: .utf8)
  }
}
