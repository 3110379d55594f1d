import Platform
import LedgerKit

/// The hand-written passages among files, by their names without extensions.
struct PassageFiles {
  private(set) var texts: [String: String] = [:]
  /// What is there and is not read, and why.
  private(set) var refused: [(path: String, why: Refusal)] = []

  /// A passage is a few paragraphs; in bytes.
  private static let largest = 2_000_000

  /// Reads the files directly in 文字/ whose names end with .md or .txt.
  init(_ files: [(path: String, place: String)]) {
    for file in files {
      let name = FileName.last(of: file.path)
      guard file.path == WorkFolder.passageFolder + "/" + name, ["md", "txt"].contains(FileName.fileExtension(of: name)) else { continue }
      // Links out of the work folder were refused before.
      guard let bytes = PlainFile.bytes(file.place, atMost: Self.largest, followingLinks: true) else {
        refused.append((file.path, Self.why(file.place)))
        continue
      }
      guard let text = Texts.decoded(bytes) else {
        refused.append((file.path, .badText))
        continue
      }
      if !isStub(text) { texts[FileName.stem(of: name)] = text }
    }
  }

  /// Nothing but remarks in `<!-- -->`, as a new work folder has it: still to be written.
  private func isStub(_ text: String) -> Bool {
    Folding.compact(text.replacing(/<!--(?s:.*?)-->/, with: "")).isEmpty
  }

  private static func why(_ place: String) -> Refusal {
    guard SystemCall.kind(SystemCall.real(place) ?? place) == .file else { return .notPlain }
    guard access(place, R_OK) == 0 else { return .forbidden }
    return .longPassage
  }
}
