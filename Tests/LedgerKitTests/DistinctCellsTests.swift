import Testing

@testable import LedgerKit

/// 130 rows: three places by turns, a problem in every 50th row, costs of 1 yuan in even rows and of 2 in the others, none in row 5.
@Suite("What columns hold, each value once, and sums of it")
struct DistinctCellsTests {
  private static func table() -> Table {
    let lines = (0..<130).map { row in
      "2023-03-06,\(["大门", "食堂", "走廊"][row % 3]),\(row % 50 == 0 ? "灯不亮" : ""),王建国,\(row == 5 ? "见发票" : String(row % 2 + 1))"
    }
    return Reading(Rounds.ledger, ["检查日期,部位,存在问题,责任人,费用"] + lines).table
  }

  private static let scope = Scope(
    semester: Semester(startYear: 2022, term: .second), asOf: day(2023, 6, 30), window: Term.second, profile: Profile(),
    calendar: SchoolCalendar(estimated: Term.second))

  @Test("Values in the order they are met, of all rows and of some") func distinct() {
    let table = Self.table()
    func names(_ values: [Int64]) -> [String] { values.map { table.lexicon.string(Int32($0)) } }
    #expect(names(table.distinct(Rounds.area)) == ["大门", "食堂", "走廊"])
    #expect(table.distinct(Rounds.cost) == [Fixed.scale, 2 * Fixed.scale])
    #expect(table.distinct(Rounds.injured).isEmpty)
    // Rows 0, 50 and 100.
    let problems = table.rows(for: []).distinct(Rounds.area, where: .filled(Rounds.problem), Self.scope)
    #expect(names(problems) == ["大门", "走廊", "食堂"])
    #expect(table.rows(for: []).distinct(Rounds.area, where: .never, Self.scope).isEmpty)
  }

  @Test("Sums by a text; rows without an amount are left out") func sums() {
    let table = Self.table()
    table.leaveOut(0, because: "GEN-101")
    let sums = table.rows(for: []).sums(of: Rounds.cost, by: Rounds.area)
    // Of the 44 rows of 大门 one is left out: 21 of 1 yuan, 22 of 2. 食堂 has 43, 走廊 43 with row 5: 21 of 1 yuan and 22 of 2; 22 and 20.
    #expect(sums.map { table.lexicon.string($0.name) } == ["食堂", "走廊", "大门"])
    #expect(sums.map(\.sum) == [65, 62, 65].map { $0 * Int128(Fixed.scale) })
    #expect(table.rows(for: []).sums(of: Rounds.cost, by: Rounds.problem).map(\.sum) == [2 * Int128(Fixed.scale)])
  }

  @Test("Texts whose numbers lie far from each other, for which places are made at once") func farTexts() {
    // Each row has a problem of its own, and every thousand another place begins.
    let lines = (0..<9000).map { "2023-03-06,部位\($0 / 1000),问题\($0),王建国,1" }
    let table = Reading(Rounds.ledger, ["检查日期,部位,存在问题,责任人,费用"] + lines).table
    let names = (0..<9).map { "部位\($0)" }
    #expect(table.distinct(Rounds.area).map { table.lexicon.string(Int32($0)) } == names)
    let sums = table.rows(for: []).sums(of: Rounds.cost, by: Rounds.area)
    #expect(sums.map { table.lexicon.string($0.name) } == names)
    #expect(sums.allSatisfy { $0.sum == 1000 * Int128(Fixed.scale) })
    #expect(table.distinct(Rounds.problem).count == 9000)
  }

  @Test("What some of 64 rows say in a column of money") func money() {
    let table = Self.table()
    // Rows 0, 1 and 3 say 1, 2 and 2 yuan; rows 128 and 129 say 1 and 2.
    #expect(RowWord(table: table, first: 0, bits: 0b1011).sum(of: Rounds.cost) == 5 * Int128(Fixed.scale))
    #expect(RowWord(table: table, first: 128, bits: 0b11).sum(of: Rounds.cost) == 3 * Int128(Fixed.scale))
    #expect(RowWord(table: table, first: 64, bits: 0).sum(of: Rounds.cost) == 0)
  }

  @Test("Cells of one column, some without a value, and of a column without any") func column() {
    let table = Self.table()
    let (costs, problems) = (table.cells.column(Rounds.cost.slot), table.cells.column(Rounds.problem.slot))
    #expect([0, 5, 129].map { costs.value(of: $0) } == [Fixed.scale, nil, 2 * Fixed.scale])
    #expect(costs[5] == CellMark.unusable)
    #expect([0, 1, 50].map { problems.value(of: $0) } == [table.row(0).stored(Rounds.problem), nil, table.row(0).stored(Rounds.problem)])
    #expect(problems[1] == CellMark.empty)
    let injured = table.cells.column(Rounds.injured.slot)
    #expect(injured.value(of: 0) == nil && injured[129] == CellMark.empty)
  }

  @Test("What rows hold by its number, and which of them the first does") func numbers() {
    let table = Self.table()
    var numbers = CellNumbers()
    // Rows 64 to 129 are one word and a rest of two.
    let first = numbers.number(RowWord(table: table, first: 64, bits: 0b111), Rounds.area.slot)
    #expect((0..<3).map { first.numbers[$0] } == [0, 1, 2])
    #expect(first.filled == 0b111 && first.new == 0b111)
    let rest = numbers.number(RowWord(table: table, first: 128, bits: 0b11), Rounds.area.slot)
    #expect((0..<2).map { rest.numbers[$0] } == [1, 2])
    #expect(rest.filled == 0b11 && rest.new == 0)
    let costs = numbers.number(RowWord(table: table, first: 0, bits: 0b11_0000), Rounds.cost.slot)
    #expect(costs.filled == 0b01_0000 && costs.new == 0b01_0000 && costs.numbers[4] == 3)
  }

  private static let invoices: [(texts: [String], isPadded: Bool)] = [
    ([], false), (["23000001"], false), (["00000001"], true), (["1", "01"], true), (["10", "无票"], false),
    ((0..<250).map { "\(23_000_000 + $0)" }, false), ((0..<250).map { "\(23_000_000 + $0)" } + ["0123"], true),
    ((0..<250).map { "\(23_000_000 + $0)" } + ["02300000"], true),
  ]

  @Test("Whether a number of a paper begins with a nought", arguments: invoices.indices) func padded(place: Int) {
    let (texts, isPadded) = Self.invoices[place]
    let table = Reading(Shop.ledger, ["日期,品名,金额,采购人,发票号"] + texts.map { "2023-03-06,纸,1,王建国,\($0)" }).table
    #expect(table.hasPadded(Shop.invoice) == isPadded)
  }
}
