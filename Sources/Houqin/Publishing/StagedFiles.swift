import Foundation

/// Files that are written aside over the course of a run and moved into place together at its end.
///
/// Until then nothing that existed is touched. If moving fails half way, what was moved is put back.
struct StagedFiles: Sendable {
  private let path: String
  private let target: URL
  private let aside: URL
  private let kept: URL
  private let isNew: Bool

  /// Starts with nothing written: what a killed run left aside is gone.
  init(for path: String) {
    self.path = path
    target = URL(fileURLWithPath: path)
    aside = target.appendingPathComponent(".houqin-writing")
    kept = target.appendingPathComponent(".houqin-replaced")
    isNew = !FileManager.default.fileExists(atPath: path)
    try? FileManager.default.removeItem(at: aside)
  }

  /// Writes files aside, in a folder of the results or at their top; may be called from several threads for different folders.
  func write(_ files: [(name: String, bytes: [UInt8])], under folder: String?) throws(HouqinError) {
    guard !files.isEmpty else { return }
    try telling {
      let place = folder.map { aside.appendingPathComponent($0) } ?? aside
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      for file in files { try Data(file.bytes).write(to: place.appendingPathComponent(file.name)) }
    }
  }

  /// Moves everything into place: one sync of the disk, then a rename a file.
  func publish() throws(HouqinError) {
    try telling {
      let names = try FileManager.default.subpathsOfDirectory(atPath: aside.path).sorted()
      // What a rename makes visible must be on the disk before.
      sync()
      try? FileManager.default.removeItem(at: kept)
      try FileManager.default.createDirectory(at: kept, withIntermediateDirectories: true)
      var moved: [String] = []
      do {
        for name in names { if try move(name) { moved.append(name) } }
      } catch {
        moved.reversed().forEach(putBack)
        throw error
      }
    }
    discard()
  }

  /// Removes what lies aside, published or not.
  func discard() {
    try? FileManager.default.removeItem(at: aside)
    try? FileManager.default.removeItem(at: kept)
    // A folder made for a run that wrote nothing.
    if isNew { rmdir(target.path) }
  }

  /// Whether it was a file; folders are made as they are needed.
  private func move(_ name: String) throws -> Bool {
    let (new, place) = (aside.appendingPathComponent(name), target.appendingPathComponent(name))
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: new.path, isDirectory: &isFolder) else { return false }
    if isFolder.boolValue {
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      try FileManager.default.createDirectory(at: kept.appendingPathComponent(name), withIntermediateDirectories: true)
      return false
    }
    // A second name for the old file, so that there is never a moment without it.
    _ = link(place.path, kept.appendingPathComponent(name).path)
    guard rename(new.path, place.path) == 0 else { throw NSError(domain: NSPOSIXErrorDomain, code: Int(errno)) }
    return true
  }

  private func putBack(_ name: String) {
    let (old, place) = (kept.appendingPathComponent(name), target.appendingPathComponent(name))
    if rename(old.path, place.path) != 0 { unlink(place.path) }
  }

  private func telling(_ body: () throws -> Void) throws(HouqinError) {
    do { try body() } catch { throw .cannotWrite(path, reason: WorkFolder.reason(error)) }
  }
}
