import Synchronization
import Testing

@testable import LedgerKit

/// 130 rows, which are two words of 64 and a rest: problems at the words' borders, two owners in odd rows, and one cost that cannot be read.
@Suite("Rows told by what their cells hold, 64 at a time")
struct RowConditionTests {
  private static let count = 130
  private static let problems = [0, 63, 64, 129]

  private static func table() -> Table {
    let lines = (0..<count).map { row in
      "2023-03-06,大门,\(problems.contains(row) ? "灯不亮" : ""),\(row % 2 == 0 ? "王建国" : "王建国、李秀英"),\(row == 5 ? "见发票" : String(row))"
    }
    return Reading(Rounds.ledger, ["检查日期,部位,存在问题,责任人,费用"] + lines).table
  }

  private static let scope = Scope(
    semester: Semester(startYear: 2022, term: .second), asOf: day(2023, 6, 30), window: Term.second, profile: Profile(),
    calendar: SchoolCalendar(estimated: Term.second))

  private static func rows(_ isMeant: (Int) -> Bool) -> [Int] { (0..<count).filter(isMeant) }

  private static let conditions: [(RowCondition, [Int])] = [
    (.always, rows { _ in true }),
    (.never, []),
    (.filled(Rounds.problem), problems),
    (.empty(Rounds.problem), rows { !problems.contains($0) }),
    (.has(Rounds.problem), rows { _ in true }),
    (.has(Rounds.injured), []),
    (.empty(Rounds.injured), rows { _ in true }),
    (.lacks(Rounds.injured), []),
    (.lacks(Rounds.problem), rows { !problems.contains($0) }),
    (.filled(Rounds.cost), rows { $0 != 5 }),
    (!.filled(Rounds.cost) && !.empty(Rounds.cost), [5]),
    (.unusable(Rounds.cost), [5]),
    (.unusable(Rounds.problem) || .unusable(Rounds.injured), []),
    (.stored(Rounds.cost, in: 64 * Fixed.scale...64 * Fixed.scale), [64]),
    (.stored(Rounds.cost, in: Int64.min...Fixed.scale), [0, 1]),
    (.stored(Rounds.injured, in: Int64.min...Int64.max), []),
    (.persons(Rounds.owner, 2...), rows { $0 % 2 == 1 }),
    (.persons(Rounds.owner, ..<2), rows { $0 % 2 == 0 }),
    (.persons(Rounds.owner, 1...1), rows { $0 % 2 == 0 }),
    (.persons(Rounds.owner, 3...), []),
    (.row { row, _ in row.index % 50 == 0 }, [0, 50, 100]),
    (.filled(Rounds.problem) && .persons(Rounds.owner, 2...), [63, 129]),
    (.filled(Rounds.problem) || .row { row, _ in row.index == 100 }, [0, 63, 64, 100, 129]),
    (!(.empty(Rounds.problem) || .row { row, _ in row.index < 64 }), [64, 129]),
    // Costs are whole yuan, in millionths: a multiple of 64. The 6th of March 2023 is day 19422, which is 303 × 64 + 30.
    (.lowBits(Rounds.cost, [0]), rows { $0 != 5 }),
    (.lowBits(Rounds.cost, [1, 63]), []),
    (.lowBits(Rounds.date, [29, 30]), rows { _ in true }),
    (.lowBits(Rounds.date, [31]), []),
    (.lowBits(Rounds.problem, []), []),
    (.lowBits(Rounds.injured, [0]), []),
    (.isDerived, []),
    (.lies(in: .inTerm), rows { $0 != 7 && $0 != 8 }),
    (.lies(in: .future), [7]),
  ]

  @Test("Each condition has its rows", arguments: conditions.indices) func rows(place: Int) {
    let (condition, rows) = Self.conditions[place]
    let table = Self.table()
    table.setPeriods { $0.index == 7 ? .future : .inTerm }
    table.leaveOut(8, because: "GEN-004")
    let every = RowPiece(table, first: 0, bits: [.max, .max, 0b11])
    #expect(every.satisfying(condition, Self.scope).flatMap { $0.map(\.index) } == rows)
    #expect(every.satisfying(condition, Self.scope).count == rows.count)
  }

  @Test("Rows that are left out, merged or of another period are passed over, and so are those a column of which cannot be read")
  func usable() {
    let table = Self.table()
    table.setPeriods { $0.index == 7 ? .future : .inTerm }
    table.leaveOut(64, because: "GEN-004")
    table.merge(1)
    #expect(table.rows(for: []).map(\.index) == Self.rows { ![1, 7, 64].contains($0) })
    #expect(table.rows(for: [Rounds.cost]).map(\.index) == Self.rows { ![1, 5, 7, 64].contains($0) })
    #expect(table.rows(for: [Rounds.cost]).count == 126)
    #expect(table.judgedRows(ofAllPeriods: true, in: 62..<67).map(\.index) == [62, 63, 65, 66])
    #expect(table.judgedRows(ofAllPeriods: false, in: 0..<9).map(\.index) == [0, 2, 3, 4, 5, 6, 8])
  }

  @Test(
    "Whether a number lies below or above another", arguments: [(-1, false, true), (0, false, true), (1, true, true), (129, true, false)])
  func bounds(bound: Int, isSomeBelow: Bool, isSomeAbove: Bool) {
    let table = Self.table()
    #expect(table.contains(Rounds.cost, below: Int64(bound) * Fixed.scale) == isSomeBelow)
    #expect(table.contains(Rounds.cost, above: Int64(bound) * Fixed.scale) == isSomeAbove)
  }

  private static let costs: [(costs: [String], rise: Bool)] = [
    (["1"], true), (["1", "2", "30"], true), (["-5", "0", "0.01"], true), (["1", "3", "2"], false), (["1", "1"], false),
    (["1", "", "2"], false), (["", "1"], false), (["见发票", "1"], false),
  ]

  @Test("Whether each cell of a column holds more than the one above it", arguments: costs.indices) func rises(place: Int) {
    let (costs, rise) = Self.costs[place]
    let table = Reading(Rounds.ledger, ["检查日期,部位,费用"] + costs.enumerated().map { "2023-03-\($0 + 10),大门,\($1)" }).table
    #expect(table.cells.rises(Rounds.cost.slot) == rise)
    #expect(table.cells.rises(Rounds.date.slot))
    #expect(table.cells.rises(Rounds.area.slot) == (costs.count == 1))
    #expect(!table.cells.rises(Rounds.problem.slot))
  }

  @Test("Of rows that share some cells those with the same key repeat the first") func repeated() {
    let found = Self.table().rows(for: []).repeated(sharing: [Rounds.owner]) { row in
      row.index == 45 ? nil : RowKey(Int32(row.index % 40), Int32(row.index / 80))
    }
    // 0…39 and 40…79 share both, but for 45; 80…119 and 120…129 likewise.
    #expect(found.map(\.row.index) == (40..<80).filter { $0 != 45 } + (120..<130))
    #expect(found.map(\.first.index) == (0..<40).filter { $0 != 5 } + (80..<90))
  }

  @Test("The first row of each occasion, the others, and rows of none") func occasions() {
    let table = Self.table()
    let numbering = RowNumbering { row in row.index == 3 ? nil : OccasionKey(Int32(row.index % 2)) }
    var occasions = MetOccasions(numbering, in: table)
    // Rows 0, 1, 2 and 4, of which 0 and 1 are the first; row 3 is of none. Then rows 64, 65 and 67.
    #expect(Self.met(&occasions, table, 0, 0b1_1111) == [0b1_0111, 0b0_0011])
    #expect(Self.met(&occasions, table, 64, 0b1011) == [0b1011, 0])
  }

  @Test("Occasions by what a cell holds; where it holds nothing there is none, or a key tells") func occasionsByCell() {
    let table = Self.table()
    var said = MetOccasions(RowNumbering(Rounds.problem), in: table)
    // Rows 0 and 63 say the same, and so does 64; the others nothing.
    #expect(Self.met(&said, table, 0, 1 << 63 | 0b11) == [1 << 63 | 1, 1])
    #expect(Self.met(&said, table, 64, 0b11) == [1, 0])
    var either = MetOccasions(RowNumbering(Rounds.problem) { row in row.index == 1 ? nil : OccasionKey(1) }, in: table)
    #expect(Self.met(&either, table, 0, 1 << 63 | 0b11) == [1 << 63 | 1, 1])
    // Row 65 is the first without a problem but row 1, which is of no occasion.
    #expect(Self.met(&either, table, 64, 0b111) == [0b111, 0b010])
  }

  @Test("Where a column only rises, every row speaks of an occasion of its own") func aloneByText() {
    let lines = (0..<3).map { "2023-03-06,纸,1,王建国,2300000\($0)" }
    let table = Reading(Shop.ledger, ["日期,品名,金额,采购人,发票号"] + lines).table
    var occasions = MetOccasions(RowNumbering(Shop.invoice) { _ in OccasionKey(1) }, in: table)
    #expect(Self.met(&occasions, table, 0, 0b101) == [0b101, 0b101])
    #expect(Self.met(&occasions, table, 0, 0b010) == [0b010, 0b010])
  }

  /// The rows that speak of an occasion, and those that are the first of theirs.
  private static func met(_ occasions: inout MetOccasions, _ table: Table, _ first: Int, _ bits: UInt64) -> [UInt64] {
    let met = occasions.meet(RowWord(table: table, first: first, bits: bits))
    return [met.any, met.first]
  }

  /// Costs are the rows' numbers: those of the rows with two owners reach to 129, of the others to 128. Row 5 has none.
  @Test("Groups within those of a cell whose least and greatest number satisfy a condition", arguments: [128, 129, 130])
  func spreadGroups(bound: Int64) {
    let key = { (row: Row) in row.index % 10 > 7 ? OccasionKey(Int32(row.index % 10)) : nil }
    let groups = Self.table().rows(for: []).grouped(by: key, within: Rounds.owner, where: Rounds.cost) { $1 >= bound * Fixed.scale }
    let ending = { (digit: Int) in Array(stride(from: digit, to: 130, by: 10)) }
    #expect(groups.map { $0.map(\.index) } == (bound == 128 ? [ending(8), ending(9)] : bound == 129 ? [ending(9)] : []))
  }

  @Test("Rows of one occasion have one number, which no other row has; a row of none has none") func rowNumbers() {
    let found = RowNumbers(Self.table()) { row in row.index == 101 ? nil : RowKey(Int32(row.index < 100 ? row.index % 2 : row.index), 0) }
    let numbers = (0..<Self.count).map { found[$0] }
    let shared = numbers[..<100]
    #expect(shared.indices.allSatisfy { numbers[$0] == numbers[$0 % 2] && numbers[$0] >= 0 } && numbers[0] != numbers[1])
    #expect(numbers[100...].indices.filter { numbers[$0] == RowNumbers.none } == [101])
    #expect(numbers[102...].allSatisfy { number in number == RowNumbers.alone || numbers.count { $0 == number } == 1 })
  }

  @Test("How many occasions the rows of each group speak of, and which is the first") func occasionCounts() {
    let table = Self.table()
    // Rows below 10 are of no occasion, of the others ten follow each other in one, but row 129 is alone.
    let numbering = RowNumbering { row in row.index < 10 ? nil : OccasionKey(Int32(row.index == 129 ? 129 : row.index / 10)) }
    var counts = OccasionCounts(by: numbering, in: table)
    for row in table.rows { counts.add(row, to: row.index / 65) }
    #expect(counts.count == 2)
    #expect((0..<2).map { counts[$0].first } == [0, 65])
    // 1 to 6; 6 to 12 and 129.
    #expect((0..<2).map { counts[$0].count } == [6, 8])
  }

  @Test("A question is answered once for the rows that some columns leave, until a row changes") func question() {
    let asked = Mutex(0)
    let question = TableQuestion { table, columns in
      asked.withLock { $0 += 1 }
      return table.rows(for: columns).count
    }
    let table = Self.table()
    #expect(table.answer(to: question) == 130)
    // No cell of the date is unusable, one of the cost is.
    #expect(table.answer(to: question, reading: [Rounds.date]) == 130)
    #expect(asked.withLock { $0 } == 1)
    #expect(table.answer(to: question, reading: [Rounds.cost]) == 129)
    table.leaveOut(64, because: "GEN-004")
    #expect(table.answer(to: question) == 129)
    #expect(asked.withLock { $0 } == 3)
  }
}

@Suite("Groups in their order")
struct BreakdownOrderTests {
  private static let scope = Scope(
    semester: Semester(startYear: 2022, term: .second), asOf: day(2023, 6, 30), window: Term.second, profile: Profile(),
    calendar: SchoolCalendar(estimated: Term.second))

  private static let lines = [
    "检查日期,部位,费用", "2023-03-06,食堂,5", "2023-03-06,其他,90", "2023-04-06,大门,5", "2023-03-07,,70", "2023-04-07,食堂,1", "2023-03-31,大门,1",
    "2023-04-30,走廊,",
  ]

  private static func value(
    _ key: GroupBy, _ order: Breakdown.Order, _ amount: Breakdown.Amount, where condition: RowCondition = .always
  ) -> [String] {
    let table = Reading(Rounds.ledger, lines).table
    let breakdown = Breakdown(
      "T", "t", "表", .count("处"), keys: ["部位", "月份"], value: "数", order: order, reads: [], "", key: key, where: condition, of: amount)
    let value = breakdown.value(in: Books(scope: scope, tables: [Rounds.ledger.id: table]), ledger: Rounds.ledger)
    return value.rows.map { ($0.key + [String($0.amount)]).joined(separator: " ") }
  }

  @Test("By size, equal ones by name; 其他 and 未填 last, the larger first") func bySize() {
    #expect(Self.value(.text(Rounds.area), .byValue, .one) == ["大门 2", "食堂 2", "走廊 1", "其他 1", "未填 1"])
    #expect(
      Self.value(.text(Rounds.area), .byValue, .money(Rounds.cost))
        == ["大门 6000000", "食堂 6000000", "其他 90000000", "未填 70000000"])
  }

  @Test("By name and month, with nought where nothing counts") func byName() {
    #expect(
      Self.value(.both(.text(Rounds.area), .month), .byKey, .oneWhere(.filled(Rounds.cost)))
        == [
          "大门 2023-03 1", "大门 2023-04 1", "走廊 2023-04 0", "食堂 2023-03 1", "食堂 2023-04 1", "其他 2023-03 1", "未填 2023-03 1",
        ])
    #expect(Self.value(.month, .byKey, .one, where: .filled(Rounds.cost)) == ["2023-03 4", "2023-04 2"])
  }
}
