import Testing

@testable import Houqin
@testable import LedgerKit
@testable import Ledgers

extension Summary {
  /// `15/18 = 83.3` for shares and means, else the value; the state where there is none.
  func told(_ code: String) -> String {
    guard let figure = figure(code) else { return "no figure \(code)" }
    guard let value = figure.value else { return figure.state.rawValue }
    guard !figure.figure.unit.isPlain, let n = figure.numeratorText, let d = figure.denominatorText else { return value }
    return "\(n)/\(d) = \(value)"
  }

  func groups(_ code: String) -> Set<String> {
    Set(
      breakdown(code).map { b in b.rows.map { $0.key.joined(separator: "｜") + " " + Exact($0.amount).value(in: b.breakdown.unit) } } ?? [])
  }
}

@Suite("Figures of the samples against independent truth")
struct SampleFigureTests {
  /// The value alone where the truth gives no fraction.
  private func agrees(_ told: String, _ expected: String) -> Bool { told == expected || told.hasSuffix(" = " + expected) }

  @Test("Kindergarten", arguments: KindergartenTruth.figures) func kindergarten(_ code: String, _ expected: String) throws {
    let told = try Sample.kindergarten.summary.told(code)
    #expect(agrees(told, expected), "\(code): \(told), expected \(expected)")
  }

  @Test("Primary school", arguments: SchoolTruth.figures) func school(_ code: String, _ expected: String) throws {
    let told = try Sample.school.summary.told(code)
    #expect(agrees(told, expected), "\(code): \(told), expected \(expected)")
  }

  @Test("Tables of the kindergarten", arguments: KindergartenTruth.groups) func kindergartenGroups(_ code: String, _ expected: [String])
    throws
  {
    #expect(try Sample.kindergarten.summary.groups(code) == Set(expected))
  }

  @Test("Tables of the primary school", arguments: SchoolTruth.groups) func schoolGroups(_ code: String, _ expected: [String]) throws {
    #expect(try Sample.school.summary.groups(code) == Set(expected))
  }

  @Test(
    "Rows used and left out",
    arguments: [("ST-PUR-01", 151, 2), ("ST-PUR-02.rows", 152, 1), ("ST-FOD-01", 957, 2), ("ST-DRL-03", 10, 1), ("ST-HAZ-06", 12, 2)])
  func rows(_ code: String, used: Int, excluded: Int) throws {
    let figure = try #require(try Sample.kindergarten.summary.figure(code))
    #expect([figure.tally.rowsUsed, figure.tally.rowsExcluded] == [used, excluded])
  }

  @Test("The calendar as supplied", arguments: [(Sample.kindergarten, 102, 101), (.school, 96, 95)])
  func calendar(_ sample: Sample, schoolDays: Int, mealDays: Int) throws {
    let scope = try sample.summary.books.scope
    #expect(scope.calendar.schoolDays(until: scope.asOf) == schoolDays)
    #expect(scope.calendar.mealDays(until: scope.asOf) == mealDays)
    #expect(scope.schoolMonths.count == 5)
    #expect(!scope.calendar.isEstimated)
  }

  @Test("Open hazards are listed one by one") func openHazards() throws {
    let summary = try Sample.kindergarten.summary
    let lines = try #require(Listed.lines("ST-HAZ-08.list", summary))
    #expect(lines.count == 5)
    #expect(lines.filter { $0.joined().contains("（逾期）") }.count == 2)
    #expect(lines.map { $0[0] } == lines.map { $0[0] }.sorted())
  }

  @Test("The equipment bought adds up to its figure") func equipment() throws {
    let summary = try Sample.kindergarten.summary
    let lines = try #require(Listed.lines("ST-PUR-08.list", summary))
    #expect(Set(lines.map { $0[1] }) == ["激光打印机", "热风循环消毒柜", "立柜式空调", "移动式紫外线消毒车", "监控硬盘录像机", "留样冰箱"])
    #expect(lines.map { $0[4] }.sorted() == ["1,280.00", "1,580.00", "1,860.00", "1,980.00", "12,000.00", "12,960.00"])
  }
}

/// The lines of a listing.
enum Listed {
  static func lines(_ id: String, _ summary: Summary) -> [[String]]? {
    Catalog.listings.first { $0.listing.id == id }.flatMap { $0.listing.lines(in: summary.books, ledger: $0.ledger) }
  }
}
