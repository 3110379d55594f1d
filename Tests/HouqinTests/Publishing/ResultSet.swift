import Foundation
import Tabular

@testable import Houqin

/// The results in a folder, judged by the manifest among them.
struct ResultSet {
  let url: URL

  /// Whether every file is the one the manifest was written with: no mixture of two runs.
  var isWhole: Bool {
    guard let manifest = ManifestReader(url.appending(path: "manifest.json").path), manifest.outputs.count == 4 else { return false }
    return manifest.outputs.allSatisfy { name, output in
      (try? Data(contentsOf: url.appending(path: name))).map { SHA256.hexDigest([UInt8]($0)) == output.sha256 } ?? false
    }
  }

  /// The digests of what the run read, as the manifest says.
  var inputs: [String] {
    guard let data = try? Data(contentsOf: url.appending(path: "manifest.json")),
      let root = (try? JSONSerialization.jsonObject(with: data)) as? [String: Any], let files = root["inputs"] as? [[String: Any]]
    else { return [] }
    return files.compactMap { $0["sha256"] as? String }
  }
}

/// A work folder whose results lie in 总结/ inside it, and which can be changed between two states.
struct TwoStates {
  let folder: TemporaryFolder
  var results: ResultSet { ResultSet(url: folder.url.appending(path: "总结")) }

  private static let rows = "2023-03-17,消防,560\n2023-05-12,地震,555\n"
  static let ledger = "应急演练记录.csv"

  init() throws {
    folder = try TemporaryFolder()
    try folder.write([(path: "设置.csv", bytes: Data(TemporaryFolder.settings.utf8))])
    try set(0)
  }

  func set(_ state: Int) throws {
    let text = "演练日期,演练类型,参加人数\n" + Self.rows + (state % 2 == 0 ? "" : "2023-06-09,防汛,550\n")
    try folder.write([(path: Self.ledger, bytes: Data(text.utf8))])
  }

  /// Everything in the work folder, with the program's own names.
  var names: [String] { get throws { try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted() } }
}
