import Platform

/// A whole set of files moved into a folder that cannot be exchanged for another: on file systems without that call, or mounted from
/// elsewhere.
///
/// The set first lies in the folder under a name of its own; that name says that it is whole. From then on the files are moved into place
/// one by one, and a run that is killed meanwhile is completed by the next.
struct FolderJournal {
  let place: OutputPlace
  /// Told of every step; tests stop there, as a kill would.
  var step: (String) throws -> Void = { _ in }

  /// Moves the files, named by their paths in the folder aside. If moving fails half way, what was moved is put back.
  func move(_ names: [String]) throws {
    let writing = place.target + "/" + OutputPlace.writing
    if writing != place.aside { try gather(names, in: writing) }
    try SystemCall.flush(writing)
    try step("written")
    try SystemCall.check(rename(writing, place.moving))
    try step("moving")
    try? SystemCall.flush(place.target)
    var moved: [String] = []
    do {
      try putInPlace(names, &moved)
    } catch  where !(error is StagedFiles.Stopped) {
      moved.reversed().forEach(putBack)
      try? FileManager.default.removeItem(atPath: place.moving)
      throw error
    }
    try FileManager.default.removeItem(atPath: place.moving)
    try? FileManager.default.removeItem(atPath: place.replaced)
  }

  /// What the last run did not come to.
  func complete() throws {
    var moved: [String] = []
    try putInPlace(try FileManager.default.subpathsOfDirectory(atPath: place.moving).sorted(), &moved)
    try FileManager.default.removeItem(atPath: place.moving)
  }

  /// From beside the folder into it; copied where the two are on different file systems.
  private func gather(_ names: [String], in writing: String) throws {
    try SystemCall.check(mkdir(writing, 0o777))
    for name in names {
      let (from, to) = (place.aside + "/" + name, writing + "/" + name)
      try FileManager.default.createDirectory(at: URL(fileURLWithPath: to).deletingLastPathComponent(), withIntermediateDirectories: true)
      if rename(from, to) == 0 { continue }
      try SystemCall.copy(from, to: to)
      try SystemCall.flush(to)
    }
  }

  private func putInPlace(_ names: [String], _ moved: inout [String]) throws {
    try? FileManager.default.removeItem(atPath: place.replaced)
    for name in names where try move(name) {
      moved.append(name)
      try step("moved \(name)")
    }
  }

  /// Whether it was a file; folders are made as they are needed.
  private func move(_ name: String) throws -> Bool {
    let (new, old) = (place.moving + "/" + name, place.target + "/" + name)
    if SystemCall.kind(new) == .folder { return false }
    let kept = place.replaced + "/" + name
    for path in [old, kept] {
      try FileManager.default.createDirectory(at: URL(fileURLWithPath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
    }
    // A second name for the old file, so that there is never a moment without it.
    _ = link(old, kept)
    try SystemCall.check(rename(new, old))
    return true
  }

  private func putBack(_ name: String) {
    let (kept, place) = (self.place.replaced + "/" + name, self.place.target + "/" + name)
    if rename(kept, place) != 0 { unlink(place) }
  }
}
