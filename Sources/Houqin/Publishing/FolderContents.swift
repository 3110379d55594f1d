import Platform

/// What one folder holds given to another, file by file, without a copy: as second names of the same files.
enum FolderContents {
  /// More entries than any folder of results has; beyond it the folder is somebody's own, and is left in place.
  private static let most = 4096

  /// Everything of `old` that `new` does not have. Throws where the file system or the number of files does not allow it.
  static func complete(_ new: String, from old: String) throws {
    var count = 0
    try complete(new, from: old, &count)
  }

  private static func complete(_ new: String, from old: String, _ count: inout Int) throws {
    for name in try names(in: old) {
      count += 1
      guard count <= most else { throw SystemCall.error(E2BIG) }
      let (from, to) = (old + "/" + name, new + "/" + name)
      let there = SystemCall.kind(to)
      // Nearly all of it is there: what it is need not be asked twice.
      guard there == nil || there == .folder, let kind = SystemCall.kind(from) else { continue }
      if kind == .folder {
        if there == nil { try makeFolder(to, like: from) }
        try complete(to, from: from, &count)
      } else if there == nil {
        try addName(to, to: from, kind)
      }
    }
  }

  /// Everything of `new` put over what `old` has; what only `old` has stays.
  static func give(_ new: String, to old: String) throws {
    for name in try names(in: new) {
      let (from, to) = (new + "/" + name, old + "/" + name)
      guard let own = SystemCall.entry(from) else { continue }
      let there = SystemCall.entry(to)
      if own.kind == .folder {
        if there == nil { try makeFolder(to, like: from) }
        try give(from, to: to)
      } else if there.map({ !$0.isSame(as: own) }) ?? true {
        try replace(to, with: from, own.kind)
      }
    }
  }

  /// The first of some new files, named by their paths in a folder, that cannot replace what is there: a folder stands in its place, or
  /// something else in the place of its folder.
  static func obstacle(_ names: [String], in folder: String) throws -> String? {
    var above = ""
    for name in names {
      if let end = name.lastIndex(of: "/"), name[..<end] != above {
        above = String(name[..<end])
        let path = folder + "/" + above
        if let there = SystemCall.kind(path) {
          guard there == .folder else { return path }
          try SystemCall.check(access(path, W_OK | X_OK))
        }
      }
      if SystemCall.kind(folder + "/" + name) == .folder { return folder + "/" + name }
    }
    return nil
  }

  /// In order, so that a run can be repeated; without the program's own.
  static func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { !OutputPlace.own.contains($0) }.sorted()
  }

  private static func makeFolder(_ path: String, like other: String) throws {
    var status = stat()
    try SystemCall.check(lstat(other, &status))
    try SystemCall.check(mkdir(path, 0o777))
    chmod(path, status.st_mode & 0o7777)
  }

  /// A second name of a file; of a link, the same link.
  private static func addName(_ other: String, to path: String, _ kind: SystemCall.Kind) throws {
    guard kind == .link else { return try SystemCall.check(link(path, other)) }
    try FileManager.default.createSymbolicLink(
      atPath: other, withDestinationPath: FileManager.default.destinationOfSymbolicLink(atPath: path))
  }

  /// In one step: there is never a moment without the file.
  private static func replace(_ old: String, with new: String, _ kind: SystemCall.Kind) throws {
    let between = old + ".houqin-new"
    do { try addName(between, to: new, kind) } catch {
      // A killed run may have left it.
      guard unlink(between) == 0 else { throw error }
      try addName(between, to: new, kind)
    }
    guard rename(between, old) == 0 else {
      let failure = SystemCall.error()
      unlink(between)
      throw failure
    }
  }
}
