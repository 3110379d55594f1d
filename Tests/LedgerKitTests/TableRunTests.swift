import Testing

@testable import LedgerKit

@Suite("Where a table's rows stand, and which of them figures leave in doubt") struct TableRunTests {
  private static let header = "检查日期,部位,存在问题,责任人,整改期限,费用,受伤人数"

  /// The table of some sheets, each of lines behind the header.
  private static func table(_ sheets: [[String]]) -> Table {
    var builder = TableBuilder(lexicon: Lexicon(), window: Term.second, asOf: day(2023, 6, 30))
    for (place, lines) in sheets.enumerated() { builder.append(LedgerSheet(Rounds.ledger, [header] + lines, file: "\(place).csv")) }
    return builder.tables[Rounds.ledger.id] ?? Table(Rounds.ledger, lexicon: builder.lexicon)
  }

  static let row = "2023-03-06,食堂,地滑,,,,"
  static let sheets: [([[String]], [[Int]])] = [
    ([[]], []),
    ([[row]], [[0, 1, 0, 2]]),
    ([[row, row, row]], [[0, 3, 0, 2]]),
    ([[row, ",,,,,,", row, row]], [[0, 1, 0, 2], [1, 3, 0, 4]]),
    ([[row, row], [row], [row, ",,,,,,", row]], [[0, 2, 0, 2], [2, 3, 1, 2], [3, 4, 2, 2], [4, 5, 2, 4]]),
  ]

  @Test("Rows that follow each other in the table and on their sheet: from, to, source and the first number", arguments: sheets)
  func runs(_ sheets: [[String]], _ expected: [[Int]]) {
    let table = Self.table(sheets)
    #expect(table.runs.map { [$0.rows.lowerBound, $0.rows.upperBound, $0.source, $0.number] } == expected)
  }

  @Test("Rows whose day lies in the term are settled at once; of the others it is asked") func periods() {
    // 70 rows of March, with one of February, one without a day and one of April among them.
    let lines = (0..<70).map { row in
      [3: "2023-02-28,食堂,地滑,,,,", 64: "不详,食堂,地滑,,,,", 69: "2023-04-01,食堂,地滑,,,,"][row] ?? Self.row
    }
    let table = Self.table([lines])
    table.leaveOut(5, because: "GEN-101")
    func asked(_ first: Day, _ last: Day, _ period: RowPeriod) -> [Int] {
      var asked: [Int] = []
      table.setPeriods(inTermFrom: first, to: last) { row in
        asked.append(row.index)
        return row.date == day(2023, 3, 6) ? .inTerm : period
      }
      return asked
    }
    #expect(asked(day(2023, 3, 1), day(2023, 3, 31), .future) == [3, 5, 64, 69])
    #expect(table.rows.filter { $0.period == .future }.map(\.index) == [3, 64, 69])
    // What was said before is forgotten, and what is left out stays so.
    #expect(asked(day(2023, 3, 6), day(2023, 3, 6), .outside) == [3, 5, 64, 69])
    #expect(table.rows.filter { $0.period == .outside }.map(\.index) == [3, 64, 69])
    #expect(table.rows(for: []).count == 66 && table.isLeftOut(5))
    // Without a day of the term every row is asked.
    #expect(asked(day(2023, 3, 31), day(2023, 3, 1), .undated).count == 70)
    #expect(table.rows(for: []).count == 66)
  }

  @Test("Rows without a day, left out, or with a cell that cannot be read; not those of other terms and those another row stands for")
  func doubtful() {
    let table = Self.table([[Self.row, Self.row, "2023-03-07,食堂,地滑,,,很多,", Self.row, Self.row, Self.row, Self.row]])
    table.setPeriods { row in [.undated, .inTerm, .inTerm, .outside, .future, .carriedOver, .inTerm][row.index] }
    table.leaveOut(1, because: "GEN-001")
    table.merge(6)
    #expect(table.doubtfulRows(reading: [Rounds.cost]).map(\.index) == [0, 1, 2])
    #expect(table.doubtfulRows(reading: [Rounds.area]).map(\.index) == [0, 1])
    table.merge(0)
    #expect(table.doubtfulRows(reading: []).map(\.index) == [1])
  }
}
