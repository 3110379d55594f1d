/// Names of places, folded as headers are.
struct PlaceNames: Sendable {
  private let names: Set<String>
  /// Whether one of them is ASCII. Where none is, a number or a day cannot be one, and most cells need not be folded.
  private let hasASCII: Bool

  init(_ names: Set<String>) {
    self.names = names
    hasASCII = names.contains(where: Self.isASCII)
  }

  var isEmpty: Bool { names.isEmpty }

  /// Whether a cell names a place, in whatever form it is written.
  func holds(_ cell: String) -> Bool {
    if !hasASCII, Self.isASCII(cell) { return false }
    return names.contains(Folding.header(cell))
  }

  private static func isASCII(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }
}
