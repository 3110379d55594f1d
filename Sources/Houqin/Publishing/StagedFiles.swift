import Platform
import Synchronization

/// Files that are written aside over the course of a run and become visible together at its end.
///
/// Until then nothing that existed is touched. Where the system can, the new folder and the old one change places in one step; then the
/// old one is given the new files out of sight and put back, so that the folder people know, with whatever else they keep in it, stays
/// the same folder. Elsewhere the whole set is moved into the folder first and then into place, file by file; a run that is killed
/// meanwhile is completed by the next. One run at a time may write to a folder.
final class StagedFiles: Sendable {
  /// As the person wrote it, for messages.
  private let path: String
  let place: OutputPlace
  private let lock: OutputLock
  private let force: Bool
  private let exchanges: Bool
  private let state = Mutex(State())
  /// Told of every step of publishing; tests stop there, as a kill would.
  private let step: @Sendable (String) throws -> Void

  /// Waits for another run's end, completes or clears what a killed run left, and starts with nothing written.
  ///
  /// With `force`, files that people have edited are overwritten. Throws ``HouqinError/cannotWrite(_:reason:)``, or
  /// ``HouqinError/isBeingWritten(_:)`` where another run does not end.
  init(
    for path: String, force: Bool = false, exchanges: Bool = true, step: @escaping @Sendable (String) throws -> Void = { _ in }
  ) throws(HouqinError) {
    (self.path, self.force, self.exchanges, self.step) = (path, force, exchanges, step)
    do {
      place = try OutputPlace(path)
      guard let lock = try OutputLock(place.lock) else { throw HouqinError.isBeingWritten(path) }
      self.lock = lock
      try UnfinishedRun.settle(place)
    } catch let error as HouqinError {
      throw error
    } catch {
      throw .cannotWrite(path, reason: WorkFolder.reason(error))
    }
  }

  /// Files that people had edited since the last run, and what they are called now; in order of their paths.
  var keptFiles: [KeptFile] { state.withLock { $0.kept.sorted { $0.file < $1.file } } }

  /// What was written so far.
  private struct State {
    /// What lies aside, by the paths in the folder of the results.
    var names: [String] = []
    /// What stays as it lies there.
    var unchanged: [String] = []
    var kept: [KeptFile] = []
  }

  /// Writes files aside, in a folder of the results or at their top; may be called from several threads for different folders. What
  /// people edited of those they replace is kept beside them; `manifest` is theirs where it has been read already. Files without bytes
  /// have been written with ``begin(_:)`` and ``append(_:to:)``.
  ///
  /// A file that lies there with the same bytes stays: to write it, to wait for it and to delete the old one took a fifth of the time of a
  /// small school.
  func write(_ files: [ResultFile], under folder: String?, replacing manifest: ManifestReader? = nil) throws(HouqinError) {
    guard !files.isEmpty else { return }
    try telling {
      let inside = folder.map { "/" + $0 } ?? ""
      let (new, old, path) = (place.aside + inside, place.target + inside, folder.map { $0 + "/" } ?? "")
      var last = EditedOutputs(in: old, beside: manifest)
      var (changed, unchanged, kept): ([ResultFile], [ResultFile], [KeptFile]) = ([], [], [])
      for file in files {
        let isSame = last.isSame(file, aside: new)
        if isSame == false, !force, let edited = last.copy(keeping: file.name) { kept.append(edited) }
        if isSame ?? false { unchanged.append(file) } else { changed.append(file) }
      }
      for file in unchanged where file.bytes == nil { unlink(new + "/" + file.name) }
      try put(changed, in: new)
      for file in kept { try SystemCall.copy(old + "/" + file.file, to: new + "/" + file.copy) }
      state.withLock { state in
        state.names += (changed.map(\.name) + kept.map(\.copy)).map { path + $0 }
        state.unchanged += unchanged.map { path + $0.name }
        state.kept += kept.map { $0.under(folder) }
      }
    }
  }

  private func put(_ files: [ResultFile], in folder: String) throws {
    guard !files.isEmpty else { return }
    try prepare()
    if folder != place.aside { try SystemCall.makeFolder(folder) }
    for file in files {
      if let bytes = file.bytes { try SystemCall.create(folder + "/" + file.name, bytes) }
    }
  }

  /// The same of files in memory.
  func write(_ files: [(name: String, bytes: [UInt8])], under folder: String?) throws(HouqinError) {
    try write(files.map { ResultFile($0.name, $0.bytes) }, under: folder)
  }

  /// Begins a file aside, at the top of the results, that is too long to be in memory: to be appended to, closed, and then passed to
  /// ``write(_:under:replacing:)`` with the rest.
  func begin(_ name: String) throws(HouqinError) -> Int32 {
    try telling {
      try prepare()
      return try SystemCall.begin(place.aside + "/" + name)
    }
  }

  /// Adds bytes at the end of a file that was begun.
  func append(_ bytes: [UInt8], to file: Int32) throws(HouqinError) {
    try telling { try bytes.withUnsafeBytes { try SystemCall.append($0, to: file) } }
  }

  /// Makes everything that was written visible: afterwards either all of it is in place or nothing has changed.
  func publish() throws(HouqinError) {
    try telling {
      let (names, unchanged) = state.withLock { ($0.names.sorted(), $0.unchanged) }
      if let lost = unchanged.first(where: { SystemCall.kind(place.target + "/" + $0) != .file }) { throw Lost(name: lost) }
      guard !names.isEmpty else { return }
      if place.isThere, let obstacle = try FolderContents.obstacle(names, in: place.target) { throw Obstacle(path: obstacle) }
      try flush(names.map { place.aside + "/" + $0 } + [place.aside])
      try step("flushed")
      if !place.isThere { return try appear() }
      if try place.isBeside && exchanges && exchange() { return }
      try FolderJournal(place: place, step: step).move(names)
    }
  }

  /// Removes what lies aside, published or not, and lets the next run in.
  func discard() {
    // Where the new folder stands in the target's place, the one aside is the people's own.
    if SystemCall.kind(place.marker) == nil { try? FileManager.default.removeItem(atPath: place.aside) }
    lock.remove()
    // Folders made for a run that wrote nothing.
    place.made.reversed().forEach { rmdir($0) }
  }

  /// The folder aside, marked: a run that is killed may leave it in the target's place.
  private func prepare() throws {
    guard mkdir(place.aside, 0o777) == 0 else { return errno == EEXIST ? () : try SystemCall.check(-1) }
    if place.isBeside { try SystemCall.create(place.aside + "/" + OutputPlace.marker, []) }
  }

  /// The first results: the folder appears as a whole.
  private func appear() throws {
    unlink(place.aside + "/" + OutputPlace.marker)
    try step("unmarked")
    try SystemCall.check(rename(place.aside, place.target))
    try? SystemCall.flush(place.parent)
  }

  /// Whether the folders could change places.
  private func exchange() throws -> Bool {
    var status = stat()
    guard lstat(place.target, &status) == 0, chmod(place.aside, status.st_mode & 0o7777) == 0 else { return false }
    // A file system without second names, or a folder with more in it than results.
    guard (try? FolderContents.complete(place.aside, from: place.target)) != nil else { return false }
    try step("completed")
    guard FolderExchange.swap(place.aside, place.target) == 0 else { return false }
    try step("exchanged")
    // The new set is in its place. What fails from here on, the next run completes.
    do { try UnfinishedRun.putBack(place, step: step) } catch let stopped as Stopped { throw stopped } catch {}
    try? SystemCall.flush(place.parent)
    return true
  }

  /// A few files are waited for at once, which costs as much as one; many with everything else the machine has to write.
  private func flush(_ paths: [String]) throws {
    if paths.count > 16 { sync() }
    let failures = Parallel.map(paths.count > 16 ? 0 : paths.count) { i in Result { try SystemCall.flush(paths[i]) } }
    for failure in failures { try failure.get() }
  }

  private func telling<T>(_ body: () throws -> T) throws(HouqinError) -> T {
    do { return try body() } catch let error as HouqinError { throw error } catch let obstacle as Obstacle {
      throw .cannotWrite(path, reason: "“\(URL(fileURLWithPath: obstacle.path).lastPathComponent)”是文件夹或链接，不能换成结果文件")
    } catch let lost as Lost {
      throw .cannotWrite(path, reason: "“\(lost.name)”在运行中被移走了，请再运行一次")
    } catch { throw .cannotWrite(path, reason: WorkFolder.reason(error)) }
  }

  /// Thrown by a test where a kill is to be imitated: nothing is tidied up.
  struct Stopped: Error {}

  /// A result that was to stay as it was and is no longer there: without it the set would not be whole.
  private struct Lost: Error { let name: String }

  /// What stands where a file of the set should go.
  private struct Obstacle: Error { let path: String }
}
