import Testing

@testable import LedgerKit

/// Rows are read 64 at a time; those that refer to others, or that there is something to tell about, stand at the borders of such blocks here.
@Suite("A row means the same wherever in a long sheet it stands")
struct RowBlockTests {
  private static let shop = "采购日期,品名,数量,单价,金额,采购人,发票号,备注"
  private static let positions = [0, 1, 62, 63, 64, 65, 127, 128, 200]

  /// So many plain rows of 125.00 yuan.
  private func plain(_ count: Int) -> [String] { (0..<count).map { "2023-03-06,打印纸,5,25,125,王建国,FP\(1000 + $0)," } }

  @Test("Repairs, signs for the value above and rejected rows", arguments: positions)
  func references(n: Int) throws {
    let odd = [
      "2023-03-07,拖把,3,18,54,后勤处,FP900,", "同上,同上,2,9,18,同上,FP901,", "2023-03-09,扫帚,2,9,18,李秀英,FP902,,多一格",
      "2023-03-10,扫帚,2,9,18,同上,FP903,",
    ]
    let last = (0..<70).map { "2023-03-11,粉笔,1,2,2,李秀英,FP\(2000 + $0)," }
    let reading = Reading(Shop.ledger, [Self.shop] + plain(n) + odd + last)
    let rows = reading.rows
    try #require(rows.count == n + 3 + 70)
    #expect(reading.table.rejected.map(\.record) == [1 + n + 2])
    #expect(rows.map(\.number) == Array(2..<n + 4) + Array(n + 5..<n + 76))
    #expect(rows[..<n].allSatisfy { $0[Shop.buyer]?.strings == ["王建国"] && $0[Shop.amount]?.amount == Fixed(125) })
    #expect(rows[n][Shop.buyer]?.strings == ["后勤处"])
    #expect(rows[n + 1].date == day(2023, 3, 7))
    #expect(rows[n + 1][Shop.item]?.string == "拖把")
    #expect(rows[n + 1][Shop.buyer]?.strings == ["后勤处"])
    #expect(rows[n + 2].isUnusable(Shop.buyer))
    #expect(reading.troubles(n + 2) == ["采购人": .dittoWithoutPrevious])
    #expect(rows[(n + 3)...].allSatisfy { $0.date == day(2023, 3, 11) && $0[Shop.buyer]?.strings == ["李秀英"] })
    #expect(rows.last?[Shop.invoice]?.string == "FP2069")
    #expect((reading.builder.issues[Shop.ledger.id] ?? []).count == 1)
    #expect(reading.table.repairedRows(of: Shop.buyer, by: .meaning) == [n])
    #expect(reading.table.repairedRows(of: Shop.buyer, by: .ditto) == [n + 1])
  }

  @Test("Totals below", arguments: positions.dropFirst())
  func totals(n: Int) {
    let right = Reading(Shop.ledger, [Self.shop] + plain(n) + [",合计,,,\(125 * n),,,"])
    #expect(right.rows.count == n)
    #expect(right.mismatches.isEmpty)
    let wrong = Reading(Shop.ledger, [Self.shop] + plain(n) + [",合计,,,\(125 * n + 1),,,"])
    #expect(wrong.mismatches.map(\.sum) == [Fixed(125 * n)])
    #expect(wrong.mismatches.map(\.stated) == [Fixed(125 * n + 1)])
    #expect(wrong.mismatches.map(\.record) == [1 + n])
  }

  @Test("Merged cells", arguments: positions.dropFirst())
  func merged(n: Int) throws {
    let lines =
      ["检查日期,部位,存在问题,责任人,整改期限,费用,受伤人数"] + (0..<n).map { "2023-03-\(10 + $0 % 20),食堂,第\($0)处湿滑,王建国,2023-03-30,30," }
      + [",,护栏松动,李秀英,2023-03-12,,", "2023-03-08,,灯管损坏,,三天内,,"]
    let rows = Reading(Rounds.ledger, lines).rows
    try #require(rows.count == n + 2)
    #expect(rows[n].date == day(2023, 3, 10 + (n - 1) % 20))
    #expect(rows[n][Rounds.area]?.string == "食堂")
    #expect(rows[n][Rounds.owner]?.strings == ["李秀英"])
    #expect(rows[n + 1].isEmpty(Rounds.area))
    #expect(rows[n + 1][Rounds.due] == day(2023, 3, 11))
  }

  /// A row with a date of its own begins anew: what it leaves empty, or crosses out, serves no row below.
  @Test("Cells that mean nothing among merged ones", arguments: positions.dropFirst(), ["", "/", "无"])
  func crossedOut(n: Int, nothing: String) throws {
    let lines =
      ["检查日期,部位,存在问题,责任人,整改期限,费用,受伤人数"] + (0..<n).map { "2023-03-\(10 + $0 % 20),食堂,第\($0)处湿滑,王建国,2023-03-30,30," }
      + [
        "2023-03-08,\(nothing),灯管损坏,李秀英,2023-03-12,,", "2023-03-09,门厅,门锁损坏,李秀英,2023-03-12,,", ",,护栏松动,李秀英,2023-03-12,,",
        "2023-03-10,\(nothing),窗帘脱落,李秀英,2023-03-12,,", ",,插座松动,李秀英,2023-03-12,,",
      ]
    let rows = Reading(Rounds.ledger, lines).rows
    try #require(rows.count == n + 5)
    #expect(rows[n...].map { $0[Rounds.area]?.string } == [nil, "门厅", "门厅", nil, nil])
    #expect(rows[n + 4].date == day(2023, 3, 10))
  }

  @Test("Rows of fewer and of more cells than there are headers", arguments: positions)
  func uneven(n: Int) throws {
    let odd = ["2023-03-07,拖把,3,18,54,李秀英", "2023-03-08,扫帚,2,9,18,李秀英,FP901,,,", "2023-03-09,\"胶\"\"水\"\"\",1,2,2,李秀英,FP902,"]
    let reading = Reading(Shop.ledger, [Self.shop] + plain(n) + odd + plain(3))
    let rows = reading.rows
    try #require(rows.count == n + 6)
    #expect(rows[n].isEmpty(Shop.invoice) && rows[n][Shop.amount]?.amount == Fixed(54))
    #expect(rows[n + 1][Shop.invoice]?.string == "FP901")
    #expect(rows[n + 2][Shop.item]?.string == "胶\"水\"")
    #expect(rows.last?[Shop.invoice]?.string == "FP1002")
    #expect(reading.table.rejected.isEmpty && (reading.builder.issues[Shop.ledger.id] ?? []).isEmpty)
  }
}
