import Tabular

/// Names of places, folded as headers are.
struct PlaceNames: Sendable {
  private let names: Set<String>
  /// Whether one of them is ASCII. Where none is, a number or a day cannot be one, and most cells need not be folded.
  private let hasASCII: Bool
  /// The first characters of names that folding keeps: what begins with another such character is none.
  private let openings: Set<UInt32>

  init(_ names: Set<String>) {
    self.names = names
    hasASCII = names.contains { $0.utf8.allSatisfy { $0 < 0x80 } }
    openings = Set(names.compactMap { Array($0.utf8).withUnsafeBufferPointer(Folding.keptOpening) })
  }

  /// Whether a cell names a place, in whatever form it is written.
  func holds(_ cell: String) -> Bool { cell.withBytes(holds) }

  /// The same of a cell in UTF-8.
  func holds(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    !names.isEmpty && mayHold(cell) && names.contains(Folding.header(String(decoding: cell, as: UTF8.self)))
  }

  private func mayHold(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    if let opening = Folding.keptOpening(cell) { return openings.contains(opening) }
    return hasASCII || cell.contains { $0 >= 0x80 }
  }
}
