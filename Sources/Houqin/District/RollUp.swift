import LedgerKit
import Ledgers
import Tabular

/// Many schools' parts as one: what the roll-up's document, table and manifest are made of. The order in which parts come does not matter.
struct RollUp {
  /// A school that counts.
  struct School {
    let folder: String
    /// 单位名称, or the folder's where it is not given; with the folder where two schools have one name.
    let title: String
    let aggregate: SchoolAggregate
  }

  let semester: Semester
  /// By the name of their folders.
  let schools: [School]
  /// Schools that do not count, with the reason.
  let failed: [(folder: String, reason: String)]
  /// One for each of ``RollUpFigures/all``.
  let sums: [FigureSum]
  /// Who makes the roll-up, as the letterhead names them.
  let organization: String

  /// nil where no school counts.
  init?(_ parts: [SchoolPart], organization: String) {
    let sorted = parts.sorted { $0.folder < $1.folder }
    let counted = sorted.compactMap { part in part.aggregate.map { (part.folder, $0) } }
    guard let first = counted.first else { return nil }
    let names = Dictionary(counted.map { (Self.name($0, $1), 1) }, uniquingKeysWith: +)
    semester = first.1.semester
    schools = counted.map { folder, aggregate in
      let name = Self.name(folder, aggregate)
      return School(folder: folder, title: names[name] == 1 || name == folder ? name : "\(name)（\(folder)）", aggregate: aggregate)
    }
    failed = sorted.compactMap { part in part.failure.map { (part.folder, $0) } }
    sums = RollUpFigures.all.enumerated().map { index, entry in
      counted.reduce(into: FigureSum(entry.figure)) { sum, school in sum.add(school.1.figures[index]) }
    }
    self.organization = organization
  }

  private static func name(_ folder: String, _ aggregate: SchoolAggregate) -> String { aggregate.school ?? folder }

  func sum(_ code: String) -> FigureSum? { sums.first { $0.figure.code == code } }

  /// The earliest and the latest as-of date.
  var asOf: ClosedRange<Day> {
    let days = schools.map(\.aggregate.asOf).sorted()
    let first = days.first ?? semester.window.last
    return first...(days.last ?? first)
  }

  var rowsUsed: Int { schools.reduce(0) { $0 + $1.aggregate.rows.used } }
  var rowsExcluded: Int { schools.reduce(0) { $0 + $1.aggregate.rows.excluded } }
  func count(_ severity: Rule.Severity) -> Int { schools.reduce(0) { $0 + $1.aggregate.count(severity) } }

  /// `2022—2023学年度第二学期后勤工作汇总`
  var title: String { semester.title + "后勤工作汇总" }

  /// The digest of all schools' fingerprints.
  var fingerprint: String { SHA256.hexDigest(Array(schools.map(\.aggregate.fingerprint).sorted().joined(separator: "\n").utf8)) }
}

extension SchoolAggregate {
  /// As the school's own report prints it: the digest of all inputs' digests, whatever the files are called.
  var fingerprint: String { SHA256.hexDigest(Array(inputs.map(\.sha256).sorted().joined(separator: "\n").utf8)) }
}
