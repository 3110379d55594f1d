/// The name a person probably meant.
public enum Nearest {
  /// The nearest of some names by edit distance, if it is near at all.
  public static func name(to wanted: String, among names: [String]) -> String? {
    let ranked = names.map { ($0, distance(wanted, $0)) }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    guard let (name, distance) = ranked.first, distance <= max(2, wanted.count / 3) else { return nil }
    // Of a short name something must be left.
    return distance < max(wanted.count, name.count) ? name : nil
  }

  private static func distance(_ a: String, _ b: String) -> Int {
    let (x, y) = (Array(a), Array(b))
    var row = Array(0...y.count)
    for i in x.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in y.indices {
        let cost = min(row[j] + 1, row[j + 1] + 1, diagonal + (x[i] == y[j] ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = cost
      }
    }
    return row[y.count]
  }
}
