import LedgerKit

/// Schools in order of a measure, equal ones on the same place and by their folders.
struct Standing {
  let place: Int
  let school: RollUp.School

  /// The first `limit` of the schools that are measured at all; a larger measure comes first.
  static func all<Measure: Comparable>(
    _ schools: [RollUp.School], limit: Int, by measure: (RollUp.School) -> Measure?
  ) -> (shown: [Standing], rest: Int) {
    let measured = schools.compactMap { school in measure(school).map { (school, $0) } }
    let sorted = measured.sorted { ($1.1, $0.0.folder) < ($0.1, $1.0.folder) }
    var standings: [Standing] = []
    for (index, entry) in sorted.prefix(limit).enumerated() {
      let isEqual = index > 0 && sorted[index - 1].1 == entry.1
      standings.append(Standing(place: isEqual ? standings[index - 1].place : index + 1, school: entry.0))
    }
    return (standings, max(0, sorted.count - limit))
  }
}

/// What a ranking by data quality compares: the share of rows left out, exactly, then the findings at error level.
struct DataQuality: Comparable {
  let excluded: Int
  let rows: Int
  let errors: Int

  /// nil where nothing is wrong.
  init?(_ aggregate: SchoolAggregate) {
    excluded = aggregate.rows.excluded
    rows = aggregate.rows.used + aggregate.rows.excluded
    errors = aggregate.count(.error)
    if excluded == 0, errors == 0 { return nil }
  }

  static func < (a: DataQuality, b: DataQuality) -> Bool {
    let (left, right) = (Int128(a.excluded) * Int128(max(b.rows, 1)), Int128(b.excluded) * Int128(max(a.rows, 1)))
    return left == right ? a.errors < b.errors : left < right
  }

  static func == (a: DataQuality, b: DataQuality) -> Bool { !(a < b) && !(b < a) }
}

extension SchoolAggregate {
  /// The share of data rows that no figure uses: `1.4%`; a dash where there are no rows.
  var excludedShare: String {
    let all = rows.used + rows.excluded
    return all > 0 ? Format.percent(Int128(rows.excluded), of: Int128(all)) + "%" : "—"
  }

  /// `台账整体缺失2、月检查缺月1`, the most frequent first.
  func unmetText(_ title: (String) -> String) -> String {
    let counts = Dictionary(unmet.map { ($0.rule, $0.count) }, uniquingKeysWith: +)
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\(title($0.key))\($0.value)处" }.joined(separator: "、")
  }
}
