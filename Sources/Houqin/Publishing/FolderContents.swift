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
      switch (SystemCall.kind(from), SystemCall.kind(to)) {
      case (nil, _): continue
      case (.folder, nil):
        try makeFolder(to, like: from)
        try complete(to, from: from, &count)
      case (.folder, .folder): try complete(to, from: from, &count)
      case (_, nil): try addName(to, to: from)
      default: continue
      }
    }
  }

  /// Everything of `new` put over what `old` has; what only `old` has stays.
  static func give(_ new: String, to old: String) throws {
    for name in try names(in: new) {
      let (from, to) = (new + "/" + name, old + "/" + name)
      let (kind, there) = (SystemCall.kind(from), SystemCall.kind(to))
      if kind == .folder {
        if there == nil { try makeFolder(to, like: from) }
        try give(from, to: to)
      } else if let a = SystemCall.identity(from), SystemCall.identity(to).map({ $0 != a }) ?? true {
        try replace(to, with: from)
      }
    }
  }

  /// The first of the new files that cannot replace what is there: a folder or a link to one stands in its place.
  static func obstacle(_ new: String, in old: String) throws -> String? {
    for name in try names(in: new) {
      let (from, to) = (new + "/" + name, old + "/" + name)
      guard let there = SystemCall.kind(to) else { continue }
      if SystemCall.kind(from) == .folder {
        guard there == .folder else { return to }
        try SystemCall.check(access(to, W_OK | X_OK))
        if let deeper = try obstacle(from, in: to) { return deeper }
      } else if there == .folder {
        return to
      }
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
  private static func addName(_ other: String, to path: String) throws {
    guard SystemCall.kind(path) == .link else { return try SystemCall.check(link(path, other)) }
    try FileManager.default.createSymbolicLink(
      atPath: other, withDestinationPath: FileManager.default.destinationOfSymbolicLink(atPath: path))
  }

  /// In one step: there is never a moment without the file.
  private static func replace(_ old: String, with new: String) throws {
    let between = old + ".houqin-new"
    unlink(between)
    try addName(between, to: new)
    guard rename(between, old) == 0 else {
      let failure = SystemCall.error()
      unlink(between)
      throw failure
    }
  }
}
