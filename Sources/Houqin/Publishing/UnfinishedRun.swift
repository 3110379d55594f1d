import Platform

/// What a run that was killed while it published left behind: completed where its set was whole, else cleared away.
enum UnfinishedRun {
  /// Leaves the target as people are to find it, and nothing beside it.
  static func settle(_ place: OutputPlace) throws {
    if SystemCall.kind(place.moving) == .folder { try FolderJournal(place: place).complete() }
    if SystemCall.kind(place.marker) != nil {
      // The new folder stands in the old one's place.
      if SystemCall.kind(place.aside) == .folder, place.isBeside { try putBack(place) } else { unlink(place.marker) }
    }
    for litter in [place.aside, place.replaced, place.target + "/" + OutputPlace.writing] { try remove(litter) }
  }

  /// Gives the files of the new folder, which stands in the target's place, to the old one aside, and lets them change places again.
  static func putBack(_ place: OutputPlace, step: (String) throws -> Void = { _ in }) throws {
    try FolderContents.give(place.target, to: place.aside)
    try step("given")
    let failure = FolderExchange.swap(place.aside, place.target)
    guard failure == 0 else { throw SystemCall.error(failure) }
    try step("put back")
    try remove(place.aside)
  }

  private static func remove(_ path: String) throws {
    if SystemCall.kind(path) != nil { try FileManager.default.removeItem(atPath: path) }
  }
}
