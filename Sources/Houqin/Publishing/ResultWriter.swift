import Platform
import Synchronization
import Tabular

/// A result as it grows, piece by piece: in the folder where the set is put together, so that it is never in memory as a whole; or in
/// memory, where nothing is published or others decide later.
///
/// What goes wrong is told at the end, once; what is appended after it is lost, as the whole file then is.
final class ResultWriter: Sendable {
  private let name: String
  private let staging: StagedFiles?
  private let hash = Mutex(SHA256())
  private let state: Mutex<State>

  private struct State {
    var size = 0
    /// What was written to memory.
    var bytes: [UInt8] = []
    /// The file that is open; nil in memory.
    var file: Int32?
    var failure: HouqinError?
    /// How many bytes were written to the file since the disk was last asked to take them.
    var waiting = 0
  }

  /// With as many bytes the disk begins. Left to the end, 60 MB of lists were waited for twenty milliseconds; a shorter list may turn out to
  /// be the one that lies there already, and then never reaches the disk.
  private static let flushed = 4 << 20

  /// Begins a file at the top of the results; in memory without `staging`.
  init(_ name: String, into staging: StagedFiles? = nil) {
    (self.name, self.staging) = (name, staging)
    var begun = State()
    if let staging {
      do throws(HouqinError) { begun.file = try staging.begin(name) } catch { begun.failure = error }
    }
    state = Mutex(begun)
  }

  deinit { state.withLock { Self.shut(&$0) } }

  /// Adds bytes at the end.
  func append(_ bytes: [UInt8]) {
    addToHash(bytes)
    write(bytes)
  }

  /// Adds parts at the end, one behind the other; a core that is free writes them while the other hashes them.
  func append(_ parts: [[UInt8]]) {
    _ = Parallel.both {
      parts.forEach(self.addToHash)
    } _: {
      parts.forEach(self.write)
    }
  }

  private func addToHash(_ bytes: [UInt8]) { hash.withLock { $0.update(bytes) } }

  private func write(_ bytes: [UInt8]) {
    state.withLock { state in
      guard state.failure == nil else { return }
      state.size += bytes.count
      guard let staging, let file = state.file else { return state.bytes += bytes }
      do throws(HouqinError) { try staging.append(bytes, to: file) } catch { state.failure = error }
      state.waiting += bytes.count
      guard state.waiting >= Self.flushed else { return }
      SystemCall.beginFlush(file)
      state.waiting = 0
    }
  }

  /// The whole file; `content` digests what of it is not people's to write in. Throws what went wrong on the way.
  func finish(content: String? = nil) throws(HouqinError) -> Manifest.Output {
    let digest = hash.withLock { $0.hexDigest() }
    return try state.withLock { state throws(HouqinError) in
      Self.shut(&state)
      if let failure = state.failure { throw failure }
      let file = ResultFile(name, staging == nil ? state.bytes : nil)
      return Manifest.Output(file: file, size: state.size, sha256: digest, content: content)
    }
  }

  /// What `write` writes, in memory.
  static func bytes(_ write: (ResultWriter) -> Void) -> [UInt8] {
    let file = ResultWriter("")
    write(file)
    return file.state.withLock { $0.bytes }
  }

  private static func shut(_ state: inout State) {
    if let file = state.file { close(file) }
    state.file = nil
  }
}
