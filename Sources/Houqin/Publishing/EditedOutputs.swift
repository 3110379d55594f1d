import Platform
import LedgerKit
import Tabular

/// A result that a person edited: it gives way to the new one, and is kept under another name.
public struct KeptFile: Sendable, Equatable {
  /// Its path in the folder of the results.
  public let file: String
  /// What it is called now, beside it.
  public let copy: String

  /// The same in a folder of the results.
  func under(_ folder: String?) -> KeptFile { KeptFile(file: folder.map { $0 + "/" + file } ?? file, copy: copy) }
}

/// What lies where results are to go: which of it says what the new ones say, and which people have edited since the last run: those whose
/// digest is not what the manifest beside them says.
///
/// 处理情况 in the list of findings is there to be written in, and what is written there goes into the new list; a list in which nothing
/// else has changed is not edited. Files the manifest does not name are nobody's results: they are kept as edited ones are.
struct EditedOutputs {
  private let folder: String
  /// Read only where a result differs from the new one.
  private lazy var manifest = known ?? ManifestReader(inFolder: folder)
  private let known: ManifestReader?

  /// The results in a folder; `manifest` is the one beside them where it has been read already.
  init(in folder: String, beside manifest: ManifestReader? = nil) { (self.folder, known) = (folder, manifest) }

  /// Whether a new result is what lies there; nil where nothing does, or nothing that can be read. `aside` is the folder with those that
  /// are staged already.
  func isSame(_ file: ResultFile, aside: String) -> Bool? {
    guard let bytes = file.bytes else { return FilePieces.areEqual(path(file.name), aside + "/" + file.name) }
    return FilePieces.areEqual(path(file.name), bytes)
  }

  /// What a result that lies there is to be called from now on, beside the new one that differs from it; nil where nobody has edited it.
  mutating func copy(keeping name: String) -> KeptFile? {
    isEdited(name) ? copy(of: name).map { KeptFile(file: name, copy: $0) } : nil
  }

  private mutating func isEdited(_ name: String) -> Bool {
    // The manifest does not name itself: it is ours where it reads as one.
    guard name != "manifest.json" else { return manifest == nil }
    guard let output = manifest?.outputs[PersonalData.masked(name)] else { return true }
    if let now = FilePieces.digest(path(name)), output.size ?? now.size == now.size, output.sha256 == now.sha256 { return false }
    return output.content == nil || output.content != IssueContent(of: path(name))?.digest
  }

  /// The first of 总结.md.bak, 总结.md.2.bak, … that is not there; nil where one holds the same bytes already.
  private func copy(of name: String) -> String? {
    var number = 1
    while true {
      let copy = number == 1 ? "\(name).bak" : "\(name).\(number).bak"
      guard SystemCall.kind(path(copy)) != nil else { return copy }
      if FilePieces.areEqual(path(copy), path(name)) ?? false { return nil }
      number += 1
    }
  }

  private func path(_ name: String) -> String { folder + "/" + name }
}

/// manifest.json as an earlier run left it beside its results, read once for all who ask what it says.
struct ManifestReader {
  struct Output {
    let sha256: String
    let size: Int?
    /// Of the list of findings: the digest of what people are not asked to write in; nil for other files and earlier programs.
    let content: String?
  }

  /// The files it was written with.
  let outputs: [String: Output]
  /// What it says of the run; nil where another version of the program wrote it.
  let recorded: RecordedManifest?

  /// More than a million rows take; in bytes.
  static let largest = 500_000_000

  /// The one in a folder of results.
  init?(inFolder folder: String) { self.init(folder + "/manifest.json") }

  /// nil where there is none, or where it is not one of this program's.
  init?(_ path: String) {
    guard let bytes = PlainFile.bytes(path, atMost: Self.largest),
      let text = ManifestText(bytes), text.schema?.hasPrefix("houqin.") ?? false, let files = text.outputs
    else { return nil }
    recorded = RecordedManifest(text, path: path)
    let pairs = files.compactMap { file -> (String, Output)? in
      guard let name = file.file, let sha256 = file.sha256 else { return nil }
      return (name, Output(sha256: sha256, size: file.size, content: file.content))
    }
    outputs = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }
}
