/// The SHA-256 of a file's bytes: known, or being worked out while what the files say is read. Results name it, but no rule and no figure does.
struct FileDigest: Sendable {
  /// A digest, and whether the file was not written to while it was worked out.
  struct Known: Sendable {
    /// In lower-case hexadecimal digits; empty for a file that was not read.
    let sha256: String
    let isCertain: Bool
  }

  private enum Source: Sendable {
    case known(Known)
    case begun(Parallel.Begun<[Known]>, place: Int)
  }

  private let source: Source

  /// A digest that is known.
  init(_ sha256: String) { source = .known(Known(sha256: sha256, isCertain: true)) }

  /// One of those that are worked out together.
  init(_ digests: Parallel.Begun<[Known]>, _ place: Int) { source = .begun(digests, place: place) }

  /// The digest, waited for where need be.
  var sha256: String { known.sha256 }
  /// Whether the bytes are all of one time; waited for where need be.
  var isCertain: Bool { known.isCertain }

  private var known: Known {
    switch source {
    case .known(let known): known
    case .begun(let digests, let place): digests.value[place]
    }
  }
}
