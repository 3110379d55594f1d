/// How alike two short texts are: the Dice coefficient of their character bigrams, after NFKC and without punctuation (domain §0.5, 16).
public enum Similarity {
  /// 0 (nothing in common) … 1 (the same), as an exact fraction compared with `percent` hundredths.
  public static func isAtLeast(_ percent: Int, _ a: String, _ b: String) -> Bool {
    let (x, y) = (letters(a), letters(b))
    if x == y { return true }
    let (left, right) = (bigrams(x), bigrams(y))
    let total = left.count + right.count
    guard total > 0 else { return false }
    var counts: [UInt64: Int] = [:]
    for pair in left { counts[pair, default: 0] += 1 }
    var shared = 0
    for pair in right {
      if let n = counts[pair], n > 0 {
        counts[pair] = n - 1
        shared += 1
      }
    }
    return 2 * shared * 100 >= percent * total
  }

  private static func letters(_ text: String) -> [Unicode.Scalar] {
    Folding.compact(text).unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }

  private static func bigrams(_ s: [Unicode.Scalar]) -> [UInt64] {
    guard s.count > 1 else { return s.map { UInt64($0.value) } }
    return zip(s, s.dropFirst()).map { UInt64($0.value) << 32 | UInt64($1.value) }
  }
}
