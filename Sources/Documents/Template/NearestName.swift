/// Finds the name somebody probably meant.
enum NearestName {
  /// The name with the smallest edit distance, if it is near enough to be a slip; ties go to the first in order.
  static func nearest(to written: String, among names: [String]) -> String? {
    let target = Array(written.lowercased())
    var best: (name: String, distance: Int)?
    for name in Set(names).sorted() {
      let candidate = Array(name.lowercased())
      // Of a short word something must be left.
      let limit = min(max(2, target.count / 3), max(target.count, candidate.count) - 1)
      guard abs(candidate.count - target.count) <= limit else { continue }
      let distance = distance(target, candidate)
      if distance <= limit, distance < best?.distance ?? .max { best = (name, distance) }
    }
    return best?.name
  }

  /// Insertions, deletions, replacements and swaps of neighbors between two words.
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var older: [Int] = []
    var previous = Array(0...right.count)
    for i in left.indices {
      var current = [i + 1]
      for j in right.indices {
        var cost = min(previous[j + 1], current[j]) + 1
        cost = min(cost, previous[j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] { cost = min(cost, older[j - 1] + 1) }
        current.append(cost)
      }
      (older, previous) = (previous, current)
    }
    return previous[right.count]
  }
}
