import Foundation

@testable import Houqin

/// The repository the tests are part of: the nearest folder above this file with a package and its samples.
enum Repository {
  static let root: URL = {
    var folder = URL(filePath: #filePath).deletingLastPathComponent()
    while folder.path != "/" {
      let names = ["Package.swift", "samples"].map { folder.appending(path: $0).path }
      if names.allSatisfy(FileManager.default.fileExists(atPath:)) { break }
      folder = folder.deletingLastPathComponent()
    }
    return folder
  }()

  static func text(_ path: String) throws -> String { try String(contentsOf: root.appending(path: path), encoding: .utf8) }

  /// Every Swift file under a folder, by its path in the repository.
  static func swiftFiles(under folder: String) throws -> [String] {
    let start = root.appending(path: folder).resolvingSymlinksInPath()
    return try FileManager.default.subpathsOfDirectory(atPath: start.path).filter { $0.hasSuffix(".swift") }.sorted().map {
      folder + "/" + $0
    }
  }
}

/// The two schools of `samples/`.
enum Sample: String, CaseIterable, Sendable {
  case kindergarten = "samples/春芽幼儿园/2022-2023-2"
  case school = "samples/青禾小学/2023-2024-1"

  var url: URL { Repository.root.appending(path: rawValue) }

  /// Read and judged once; every test looks at the same values.
  var summary: Summary {
    get throws { try (self == .kindergarten ? Self.kindergartenResult : Self.schoolResult).get() }
  }

  private static let kindergartenResult = Result { try Pipeline.figures(Sample.kindergarten.url.path, Options()) }
  private static let schoolResult = Result { try Pipeline.figures(Sample.school.url.path, Options()) }
}
