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

/// Which results of the last run people have edited since: those whose digest is not what the manifest beside them says.
///
/// 处理情况 in the list of findings is there to be written in, and what is written there goes into the new list; a list in which nothing
/// else has changed is not edited. Files the manifest does not name are nobody's results: they are kept as edited ones are.
struct EditedOutputs {
  private let folder: String
  private let manifest: ManifestReader?

  init(in folder: String) {
    self.folder = folder
    manifest = ManifestReader(folder + "/manifest.json")
  }

  /// What has to be kept when `files` replace what is there, with its bytes.
  func kept(replacedBy files: [(name: String, bytes: [UInt8])]) -> [(file: KeptFile, bytes: [UInt8])] {
    files.compactMap { file in
      guard let old = bytes(file.name), old != file.bytes, isEdited(file.name, old), let copy = copy(of: file.name, old) else { return nil }
      return (KeptFile(file: file.name, copy: copy), old)
    }
  }

  private func isEdited(_ name: String, _ bytes: [UInt8]) -> Bool {
    // The manifest does not name itself: it is ours where it reads as one.
    guard name != "manifest.json" else { return manifest == nil }
    guard let output = manifest?.outputs[PersonalData.masked(name)] else { return true }
    if output.sha256 == SHA256.hexDigest(bytes) { return false }
    return output.content == nil || output.content != IssueContent(of: bytes)?.digest
  }

  /// The first of 总结.md.bak, 总结.md.2.bak, … that is not there; nil where one holds the same bytes already.
  private func copy(of name: String, _ bytes: [UInt8]) -> String? {
    var number = 1
    while true {
      let copy = number == 1 ? "\(name).bak" : "\(name).\(number).bak"
      guard SystemCall.kind(folder + "/" + copy) != nil else { return copy }
      if self.bytes(copy) == bytes { return nil }
      number += 1
    }
  }

  private func bytes(_ name: String) -> [UInt8]? {
    let path = folder + "/" + name
    return PlainFile.bytes(path, atMost: .max)
  }
}

/// What a manifest says of the files it was written with.
struct ManifestReader {
  struct Output {
    let sha256: String
    /// Of the list of findings: the digest of what people are not asked to write in; nil for other files and earlier programs.
    let content: String?
  }

  let outputs: [String: Output]

  /// More than a million rows take; in bytes.
  static let largest = 500_000_000

  /// nil where there is none, or where it is not one of this program's.
  init?(_ path: String) {
    guard let bytes = PlainFile.bytes(path, atMost: Self.largest),
      let text = ManifestText(Data(bytes)), text.schema?.hasPrefix("houqin.") ?? false, let files = text.outputs
    else { return nil }
    let pairs = files.compactMap { file -> (String, Output)? in
      guard let name = file.file, let sha256 = file.sha256 else { return nil }
      return (name, Output(sha256: sha256, content: file.content))
    }
    outputs = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }
}
