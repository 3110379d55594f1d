import Foundation

@testable import Houqin

/// A folder of its own for a test; all of them are gone when the tests are done.
struct TemporaryFolder {
  let url: URL
  var path: String { url.path }

  private static let all: URL = {
    let folder = FileManager.default.temporaryDirectory.appending(path: "houqin-tests-" + UUID().uuidString)
    atexit { try? FileManager.default.removeItem(at: TemporaryFolder.all) }
    return folder
  }()

  init() throws {
    url = Self.all.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  /// Writes files in the order given, with the folders they need.
  func write(_ files: [(path: String, bytes: Data)]) throws {
    for file in files {
      let target = url.appending(path: file.path)
      try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try file.bytes.write(to: target)
    }
  }

  /// A work folder of plain texts, with settings unless it brings its own.
  init(_ files: (String, String)..., settings: String = TemporaryFolder.settings) throws {
    try self.init()
    let all = files.contains { $0.0 == "设置.csv" } ? files : [("设置.csv", settings)] + files
    try write(all.map { (path: $0.0, bytes: Data($0.1.utf8)) })
  }

  static let settings = "项目,内容\n单位名称,春芽幼儿园\n学段,幼儿园\n学年,2022-2023\n学期,第二学期\n统计截止日,2023-06-30\n"
}

/// Every file under a folder, by its path, sorted.
func files(in folder: URL) throws -> [(path: String, bytes: Data)] {
  let start = folder.resolvingSymlinksInPath()
  return try FileManager.default.subpathsOfDirectory(atPath: start.path).sorted().compactMap { path in
    var isFolder: ObjCBool = false
    let url = start.appending(path: path)
    guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder), !isFolder.boolValue else { return nil }
    return (path, try Data(contentsOf: url))
  }
}

/// What a report of a work folder consists of, by file name.
func report(_ folder: String, asOf: String? = nil, template: String? = nil) throws -> [String: Data] {
  let output = try TemporaryFolder()
  var options = Options(template: template, output: output.path)
  if let asOf { try options.setAsOf(asOf) }
  _ = try Pipeline.report(folder, options)
  return Dictionary(uniqueKeysWithValues: try files(in: output.url).map { ($0.path, $0.bytes) })
}
