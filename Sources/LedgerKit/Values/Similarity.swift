/// How alike two short texts are: the Dice coefficient of their character bigrams, after NFKC and without punctuation (domain §0.5, 16).
public enum Similarity {
  /// A text folded once, to be compared with many.
  public struct Folded: Sendable {
    fileprivate let letters: [Unicode.Scalar]
    /// Sorted, so that two texts are compared in one pass.
    fileprivate let pairs: [UInt64]

    /// Folds a text.
    public init(_ text: String) {
      letters = Similarity.letters(text)
      pairs = Similarity.bigrams(letters).sorted()
    }

    /// Whether the coefficient, 0 (nothing in common) … 1 (the same), is at least `percent` hundredths.
    public func isAtLeast(_ percent: Int, to other: Folded) -> Bool {
      if letters == other.letters { return true }
      let total = pairs.count + other.pairs.count
      guard total > 0 else { return false }
      var (i, j, shared) = (0, 0, 0)
      while i < pairs.count, j < other.pairs.count {
        if pairs[i] == other.pairs[j] {
          shared += 1
          i += 1
          j += 1
        } else if pairs[i] < other.pairs[j] {
          i += 1
        } else {
          j += 1
        }
      }
      return 2 * shared * 100 >= percent * total
    }
  }

  /// The same for two plain texts.
  public static func isAtLeast(_ percent: Int, _ a: String, _ b: String) -> Bool { Folded(a).isAtLeast(percent, to: Folded(b)) }

  private static func letters(_ text: String) -> [Unicode.Scalar] {
    Folding.compact(text).unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }

  private static func bigrams(_ s: [Unicode.Scalar]) -> [UInt64] {
    guard s.count > 1 else { return s.map { UInt64($0.value) } }
    return zip(s, s.dropFirst()).map { UInt64($0.value) << 32 | UInt64($1.value) }
  }
}
