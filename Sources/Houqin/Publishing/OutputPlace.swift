import Platform

/// Where results go, and where they are put together before anyone sees them.
struct OutputPlace: Sendable {
  /// The folder of the results, without links in its path.
  let target: String
  /// Where files are written first: beside the target, or in it where the two could not change places.
  let aside: String
  /// Held by the run that writes.
  let lock: String
  /// Whether `aside` lies beside the target, on the same file system.
  let isBeside: Bool
  /// Folders above the target that were made for this run, the outermost first.
  let made: [String]

  /// In the target while it is the new folder that has not yet given its files to the old one.
  static let marker = ".houqin-new"
  /// Whole sets on their way into a target that cannot be exchanged: the journal that the next run completes.
  static let moving = ".houqin-moving"
  static let writing = ".houqin-writing"
  /// The replaced files, until all of a set is in place.
  static let replaced = ".houqin-replaced"
  /// Names of the program's own, never carried from one folder to the other.
  static let own: Set<String> = [marker, moving, writing, replaced, ".houqin-lock"]

  /// Makes the folders above the target; throws the system's error where that cannot be, or where the target is no folder.
  init(_ path: String) throws {
    let given = URL(fileURLWithPath: path).standardizedFileURL
    var made: [String] = []
    do {
      try Self.makeFolders(to: given.deletingLastPathComponent(), &made)
      if SystemCall.kind(given.path) != nil {
        guard let real = SystemCall.real(given.path) else { throw SystemCall.error() }
        guard SystemCall.kind(real) == .folder else { throw SystemCall.error(EEXIST) }
        try SystemCall.check(access(real, W_OK | X_OK))
        target = real
      } else {
        guard let parent = SystemCall.real(given.deletingLastPathComponent().path) else { throw SystemCall.error() }
        target = (parent == "/" ? "" : parent) + "/" + given.lastPathComponent
      }
    } catch {
      made.reversed().forEach { rmdir($0) }
      throw error
    }
    self.made = made
    let url = URL(fileURLWithPath: target)
    let (parent, name) = (url.deletingLastPathComponent().path, url.lastPathComponent)
    isBeside = Self.canBeBeside(target, parent, name)
    aside = isBeside ? "\(parent == "/" ? "" : parent)/.\(name).houqin-new" : target + "/" + Self.writing
    lock = isBeside ? "\(parent == "/" ? "" : parent)/.\(name).houqin-lock" : target + "/.houqin-lock"
  }

  var isThere: Bool { SystemCall.kind(target) != nil }
  var moving: String { target + "/" + Self.moving }
  var replaced: String { target + "/" + Self.replaced }
  var marker: String { target + "/" + Self.marker }
  var parent: String { URL(fileURLWithPath: target).deletingLastPathComponent().path }

  private static func canBeBeside(_ target: String, _ parent: String, _ name: String) -> Bool {
    // A name that becomes too long, the root of the file system, a parent nobody may write, or a target mounted from elsewhere.
    guard name.utf8.count < 230, target != "/" else { return false }
    guard let own = SystemCall.identity(target) else { return true }
    return access(parent, W_OK | X_OK) == 0 && SystemCall.identity(parent)?.device == own.device
  }

  private static func makeFolders(to folder: URL, _ made: inout [String]) throws {
    if SystemCall.real(folder.path) != nil { return }
    try makeFolders(to: folder.deletingLastPathComponent(), &made)
    if mkdir(folder.path, 0o777) == 0 { made.append(folder.path) } else if errno != EEXIST { throw SystemCall.error() }
  }
}
