import Documents
import Foundation
import Tabular

/// The page shell of the repository.
enum Shell {
  static func page() throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: "templates/page.html"), encoding: .utf8)
  }

  static let sha256: HTMLRenderer.Digest = { bytes in
    var hash = SHA256()
    hash.update(bytes)
    return hash.finalize()
  }

  /// A renderer that fills a shell; the body alone if none is given.
  static func renderer(_ page: String = "<!--body-->") -> HTMLRenderer { HTMLRenderer(page: page, sha256: sha256) }
}
