import Platform

/// The same job in other tools, as whole processes: read the five sheets, check them, group them, write a table and a summary.
///
/// HOUQIN_PEERS names the Python of a virtual environment that has pandas, Polars and DuckDB; what is not there is skipped.
struct Peers {
  private let python = ProcessInfo.processInfo.environment["HOUQIN_PEERS"]
  private static let scripts = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Peers")

  /// A tool's name and the words that run it; nil words where it is not installed.
  func commands(_ folder: URL, _ output: URL) -> [(name: String, words: [String]?)] {
    ["pandas", "polars", "duckdb"].map { name in
      guard let python, ChildProcess.run([python, "-c", "import \(name)"], quietly: true)?.status == 0 else { return (name, nil) }
      let script = Self.scripts.appending(path: "with_\(name).py").path
      return (name, [python, script, folder.path, output.appending(path: name).path])
    }
  }

  var hint: String? { python == nil ? "没有设 HOUQIN_PEERS，不与别的工具比较（设为装有 pandas、polars、duckdb 的虚拟环境的 python）。" : nil }
}
