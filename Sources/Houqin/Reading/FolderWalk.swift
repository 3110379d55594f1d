import Platform
import LedgerKit

/// Every file under a work folder, and what could not be gone into. However large, deep or crooked a folder is, the walk ends.
struct FolderWalk {
  /// Files by their path inside the folder, in the order of these, and where they are.
  private(set) var files: [(path: String, place: String)] = []
  /// What is there and is not read, with the reason in Chinese.
  private(set) var refused: [(path: String, why: Refusal)] = []

  /// Files by which programs say that they have another one open.
  private(set) var locks: [String] = []

  private let root: String
  private let output: String?
  private let followsLinks: Bool
  private var visited: Set<String> = []

  /// Folders within folders, and files in all: no term comes near.
  static let (deepest, most) = (24, 20_000)

  /// Walks through a folder, but for that of the results. Links that lead out of it are followed only where that is asked for.
  ///
  /// Throws the system's error where the folder itself cannot be read, and ``HouqinError/tooManyFiles(_:most:)``.
  init(_ url: URL, named path: String, excluding output: String?, followsLinks: Bool) throws {
    root = SystemCall.real(url.path) ?? url.path
    self.output = output
    self.followsLinks = followsLinks
    do { try walk(url.path, "", 0) } catch is TooMany { throw HouqinError.tooManyFiles(path, most: Self.most) }
    files.sort { $0.path < $1.path }
    refused.sort { $0.path < $1.path }
    locks.sort()
  }

  private struct TooMany: Error {}

  private mutating func walk(_ folder: String, _ prefix: String, _ depth: Int) throws {
    if let real = SystemCall.real(folder), !visited.insert(real).inserted { return }
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      if name.hasPrefix("~$") || name.hasPrefix(".~lock.") { locks.append(prefix + name) }
      if WorkFolder.isIgnored(name) { continue }
      guard files.count + refused.count < Self.most else { throw TooMany() }
      try take(folder + "/" + name, NormalForm.nfc(prefix + name), name, depth)
    }
  }

  private mutating func take(_ place: String, _ path: String, _ name: String, _ depth: Int) throws {
    switch SystemCall.kind(place) {
    case .folder: try enter(place, path, name, depth)
    case .link: try follow(place, path, name, depth)
    case nil where name.holds("\u{FFFD}"): refused.append((path, .badName))
    default: files.append((path, place))
    }
  }

  private mutating func enter(_ place: String, _ path: String, _ name: String, _ depth: Int) throws {
    if place == output || WorkFolder.isResult(place) { return }
    if FileName.fileExtension(of: name) == "csv" { files.append((path, place)) }
    guard depth < Self.deepest else { return refused.append((path, .tooDeep)) }
    do { try walk(place, path + "/", depth + 1) } catch let error as TooMany { throw error } catch {
      refused.append((path, .closedFolder(WorkFolder.reason(error))))
    }
  }

  private mutating func follow(_ place: String, _ path: String, _ name: String, _ depth: Int) throws {
    guard let real = SystemCall.real(place) else { return refused.append((path, .brokenLink)) }
    let isInside = real == root || real.hasPrefix(root + "/")
    guard isInside || followsLinks else { return refused.append((path, .leadsOut)) }
    guard SystemCall.kind(real) == .folder else { return files.append((path, place)) }
    // What lies in the folder is met where it really is.
    if !isInside { try enter(place, path, name, depth) }
  }
}
