import Testing

@testable import LedgerKit

/// A ledger of purchases in steps, made for the tests.
private enum Steps {
  static let asked = Column<Day>("asked", "申购日期")
  static let bought = Column<Day>("bought", "采购日期", need: .required)
  static let stocked = Column<Day>("stocked", "入库日期")
  static let buyer = Column<Persons>("buyer", "采购人")
  static let inspector = Column<Persons>("inspector", "验收人")
  static let item = Column<Text>("item", "品名")
  static let amount = Column<Money>("amount", "金额")
  static let ledger = Ledger(
    id: "steps", number: "T03", title: "采购", keywords: ["采购"],
    columns: [asked, bought, stocked, buyer, inspector, item, amount], date: bought)
  static let header = "申购日期,采购日期,入库日期,采购人,验收人,品名,金额"
}

@Suite("Rows told by what several of their cells hold")
struct RowComparisonTests {
  private struct Case: Sendable {
    let line: String
    /// The first two days, and all three.
    var isTwo = false
    var isThree = false
    var isShared = false
    var isChair = false
  }

  private static let cases = [
    Case(line: "2023-03-06,2023-03-07,2023-03-08,王建国,李秀英,课桌椅,12"),
    Case(line: "2023-03-06,2023-03-06,2023-03-06,王建国,王建国,椅子,12", isShared: true, isChair: true),
    Case(line: "2023-03-08,2023-03-07,2023-03-09,王建国,王建国、李秀英,桌子,12", isTwo: true, isThree: true, isShared: true),
    Case(line: "2023-03-06,2023-03-07,2023-03-05,王建国、赵海燕,李秀英、周海燕,,", isThree: true),
    Case(line: "2023-03-08,,2023-03-07,王建国、赵海燕,李秀英、赵海燕,小椅,", isThree: true, isShared: true, isChair: true),
    Case(line: "2023-03-08,三月上旬,2023-03-07,后勤处,后勤处,凳,3", isThree: true),
    Case(line: ",2023-03-07,,,王建国,桌,3"),
    Case(line: ",2023-03-07,2023-03-06,后勤处、王建国,王建国,凳,3", isThree: true, isShared: true),
    Case(line: "2023-04-01,2023-03-31,,王建国,,椅,3", isTwo: true, isThree: true, isChair: true),
  ]

  /// So many rows, the cases one after the other: with 130 of them two words of 64 and a rest.
  private static func found(_ condition: RowCondition, _ count: Int) -> [Int] {
    let table = Reading(Steps.ledger, [Steps.header] + (0..<count).map { cases[$0 % cases.count].line }).table
    let scope = Scope(
      semester: Semester(startYear: 2022, term: .second), asOf: day(2023, 6, 30), window: Term.second, profile: Profile(),
      calendar: SchoolCalendar(estimated: Term.second))
    return table.judgedRows(ofAllPeriods: true).words(satisfying: condition, scope).flatMap { $0.map(\.index) }
  }

  private static func rows(_ count: Int, _ isMeant: (Case) -> Bool) -> [Int] {
    (0..<count).filter { isMeant(cases[$0 % cases.count]) }
  }

  private static let chairs: WordList = ["椅子", "小椅", "椅"]

  @Test("Days that do not follow each other, persons in common, words", arguments: [1, 9, 63, 64, 65, 130])
  func comparisons(count: Int) {
    let twoDays = RowCondition.misordered(Steps.asked, Steps.bought)
    #expect(Self.found(twoDays, count) == Self.rows(count, \.isTwo))
    #expect(Self.found(.misordered(Steps.asked, Steps.bought, Steps.stocked), count) == Self.rows(count, \.isThree))
    #expect(Self.found(.misordered(Steps.asked), count).isEmpty)
    #expect(Self.found(.sharePerson(Steps.buyer, Steps.inspector), count) == Self.rows(count, \.isShared))
    #expect(Self.found(.sharePerson(Steps.inspector, Steps.buyer), count) == Self.rows(count, \.isShared))
    #expect(Self.found(.holds(Steps.item, Self.chairs) && !.holds(Steps.item, ["课桌"]), count) == Self.rows(count, \.isChair))
  }

  @Test("Three cells together; a condition is given nil where a cell holds no value")
  func cells() {
    let isMeant = RowCondition.cells(Steps.bought, Steps.asked, Steps.amount) { bought, asked, amount in
      bought == nil || (asked == nil && amount == 3 * Fixed.scale)
    }
    #expect(Self.found(isMeant, 9) == [4, 5, 6, 7])
  }

  @Test("A condition may depend on the scope")
  func scoped() {
    let isLate = RowCondition.scoped { .stored(Steps.asked, in: Int64($0.asOf.number) - 90...Int64.max) }
    // Ninety days before the 30th of June is the 1st of April.
    #expect(Self.found(isLate, 9) == [8])
  }
}
