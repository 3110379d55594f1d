/// The page's Content-Security-Policy: nothing is loaded from anywhere, and only the style and script that stand in the shell
/// are obeyed, known by their SHA-256. Whatever markup might slip into the text, no browser would run it.
enum ContentPolicy {
  /// The policy for a shell.
  static func text(shell: String, sha256: HTMLRenderer.Digest) -> String {
    let shell = Array(shell.utf8)
    let sources = [("style-src", "style"), ("script-src", "script")].compactMap { directive, tag -> String? in
      let hashes = contents(of: tag, in: shell).map { "'sha256-" + base64(sha256(Array($0))) + "'" }
      return hashes.isEmpty ? nil : directive + " " + hashes.joined(separator: " ")
    }
    return (["default-src 'none'"] + sources + ["base-uri 'none'", "form-action 'none'"]).joined(separator: "; ")
  }

  /// What stands between `<tag>` and `</tag>`, each time.
  private static func contents(of tag: String, in shell: [UInt8]) -> [ArraySlice<UInt8>] {
    let (opening, closing) = (Array("<\(tag)>".utf8), Array("</\(tag)>".utf8))
    var found: [ArraySlice<UInt8>] = []
    var start: Int?
    for i in shell.indices where shell[i] == UInt8(ascii: "<") {
      if let first = start {
        guard shell[i...].starts(with: closing) else { continue }
        found.append(shell[first..<i])
        start = nil
      } else if shell[i...].starts(with: opening) {
        start = i + opening.count
      }
    }
    return found
  }

  /// RFC 4648, with padding.
  static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
      for place in 0..<4 {
        result.append(place <= group.count ? alphabet[Int(bits >> UInt32(18 - 6 * place) & 63)] : UInt8(ascii: "="))
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
