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
    /// One of those that a piece of the work tells.
    case begun(Parallel.Begun<[Known]>, piece: Int, place: Int)
  }

  private let source: Source

  /// A digest that is known.
  init(_ sha256: String, isCertain: Bool = true) { source = .known(Known(sha256: sha256, isCertain: isCertain)) }

  private init(_ source: Source) { self.source = source }

  /// Begins to work out the digests of some files, the largest first.
  static func begun(of files: [FileBytes]) -> [FileDigest] {
    let together = FileBytes.hashedTogether(sizes: files.map(\.count))
    let begun = Parallel.Begun(together.count) { piece in
      let files = files[together[piece]]
      return zip(files, FileBytes.sha256(of: files)).map { Known(sha256: $1, isCertain: $0.rest.areUnchanged) }
    }
    return together.enumerated().flatMap { piece, places in
      places.map { FileDigest(.begun(begun, piece: piece, place: $0 - places.lowerBound)) }
    }
  }

  /// The digest, waited for where need be; empty where it is of bytes of different times.
  var sha256: String { known.isCertain ? known.sha256 : "" }
  /// Whether the bytes are all of one time; waited for where need be.
  var isCertain: Bool { known.isCertain }

  private var known: Known {
    switch source {
    case .known(let known): known
    case .begun(let digests, let piece, let place): digests[piece][place]
    }
  }
}
