/// The address of a neighboring file: readable where it can be, and never anything else than a path below the document's folder.
enum RelativeAddress {
  /// Names joined with `/`; letters and digits of every script stay, all else is percent-encoded, so that no name can become a
  /// scheme, a query or markup. nil where a name is empty or leads out of the folder.
  static func text(_ path: [String]) -> String? {
    guard !path.isEmpty, path.allSatisfy({ !["", ".", ".."].contains($0) }) else { return nil }
    return path.map(encoded).joined(separator: "/")
  }

  private static func encoded(_ name: String) -> String {
    if name.unicodeScalars.allSatisfy(isPlain) { return name }
    return name.unicodeScalars.map { scalar in
      isPlain(scalar) ? String(scalar) : String(scalar).utf8.map { "%" + hexadecimal($0) }.joined()
    }.joined()
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    // Chinese characters, of which names are made, without asking for what Unicode says of them.
    if (0x4E00...0x9FA5).contains(scalar.value) || scalar.isASCIIWord { return true }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .otherLetter, .decimalNumber: return true
    default: return scalar == "-" || scalar == "_" || scalar == "." || scalar == "—"
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count < 2 ? "0" + digits : digits
  }
}
