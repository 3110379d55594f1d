import Platform

/// What a work folder looked like at one moment: names, sizes and times of change. No file is opened for it.
public struct FolderState: Sendable, Equatable {
  struct Stamp: Sendable, Equatable {
    let size: Int64
    let seconds: Int64
    let nanoseconds: Int64
  }

  let files: [String: Stamp]
  /// Files by which programs say that they have a table open: `~$采购台账.xlsx`, `.~lock.采购台账.csv#`, downloads under way.
  let locks: [String]

  /// nil where the folder is not there or cannot be read at this moment.
  public init?(of folder: String, output: String, followsLinks: Bool) {
    let url = URL(fileURLWithPath: folder).standardizedFileURL
    let place = URL(fileURLWithPath: output).standardizedFileURL.path
    guard let walk = try? FolderWalk(url, named: folder, excluding: place, followsLinks: followsLinks) else { return nil }
    var files: [String: Stamp] = [:]
    for file in walk.files { files[file.path] = Self.stamp(file.place) }
    self.init(files: files, locks: walk.locks + files.keys.filter(Self.isPartial).sorted())
  }

  init(files: [String: Stamp], locks: [String] = []) { (self.files, self.locks) = (files, locks) }

  /// One line a file: 新增、改动、不见了, in order of their names.
  public func changes(since old: FolderState) -> [String] {
    Set(files.keys).union(old.files.keys).sorted().compactMap { name in
      switch (old.files[name], files[name]) {
      case (nil, _?): "新增 \(name)"
      case (_?, nil): "不见了 \(name)"
      case (let a, let b): a == b ? nil : "改动 \(name)"
      }
    }
  }

  private static func isPartial(_ path: String) -> Bool { [".crdownload", ".part", ".download", ".tmp"].contains(where: path.hasSuffix) }

  private static func stamp(_ path: String) -> Stamp? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return Stamp(size: Int64(status.st_size), seconds: Int64(time.tv_sec), nanoseconds: Int64(time.tv_nsec))
  }
}
