import Testing

@testable import LedgerKit

@Suite("Headers find their columns, domain §1.0")
struct HeaderMapTests {
  private func map(_ headers: [String]) -> HeaderMap { HeaderMap(headers: headers, columns: Shop.ledger.columns) }

  @Test(
    "Names as people write them",
    arguments: [
      ("品名", "item"), ("物品名称", "item"), ("*品名", "item"), ("品　名", "item"), ("品名：", "item"), ("金额（元）", "amount"), ("金额(万元)", "amount"),
      ("单价/元", "price"),
      ("采购\n日期", "date"), ("合计", "amount"), ("\u{FEFF}采购日期", "date"), ("采购人（签字）", "buyer"), ("金额（元）*", "amount"),
    ])
  func variants(header: String, id: String) {
    let found = map(["序号", header])
    let column = Shop.ledger.column(id)
    #expect(column.flatMap { found.cells[$0.slot] } == 1)
    #expect(found.count == 1)
    #expect(found.unknown.isEmpty && found.repeated.isEmpty)
  }

  @Test("A longer header is matched by its longest ending") func endings() {
    let found = map(["主要物品名称", "实际采购日期", "本次采购金额", "食品生产日期"])
    #expect(found.cells[Shop.item.slot] == 0)
    #expect(found.cells[Shop.date.slot] == 1)
    #expect(found.cells[Shop.amount.slot] == 2)
    #expect(found.cells[Shop.produced.slot] == 3)
  }

  @Test("An exact name takes the column before a longer one that ends with it") func exactFirst() {
    let found = map(["登记日期", "采购日期", "品名"])
    #expect(found.cells[Shop.date.slot] == 1)
    #expect(found.unknown.map(\.header) == ["登记日期"])
  }

  @Test("Of two headers of one column the one listed first is the column, decision 3") func listedFirst() {
    let found = map(["合计", "金额", "日期", "采购日期"])
    #expect(found.cells[Shop.amount.slot] == 1)
    #expect(found.cells[Shop.date.slot] == 3)
    #expect(found.unknown.map(\.header) == ["合计", "日期"])
    #expect(found.unknown.map(\.index) == [0, 2])
    #expect(found.repeated.isEmpty)
  }

  @Test("The same header twice (FIL-004)", arguments: [["日期", "品名", "日期"], ["日期", "品名", "日期（年月日）"], ["日期", "品名", "日 期"]])
  func repeated(headers: [String]) {
    let found = map(headers)
    #expect(found.repeated.map(\.column.id) == ["date"])
    #expect(found.repeated.map(\.header) == ["日期"])
    #expect(found.unknown.isEmpty)
  }

  @Test("Unknown headers are named (FIL-006); running numbers and empty headers are not", arguments: ["序号", "No.", "", "　", "序"])
  func unknown(ignored: String) {
    let found = map([ignored, "品名", "领导批示"])
    #expect(found.unknown.map(\.header) == ["领导批示"])
    #expect(found.unknown.map(\.index) == [2])
  }
}
