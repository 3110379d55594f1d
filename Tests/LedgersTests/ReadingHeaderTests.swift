import LedgerKit
import Ledgers
import Testing

@Suite("Headers of real ledgers find their columns")
struct ReadingHeaderTests {
  @Test("Of two dates in a food sheet the one listed first decides, decision 3") func foodDates() throws {
    let lines = ["验收日期,采购日期,品名,数量,金额,供货商,索证情况,验收结果,验收人", "2023-03-07,2023-03-06,大米,50公斤,300,粮油店,√,合格,王某、李某"]
    let sheet = try #require(recognize(lines).sheet)
    #expect(sheet.ledger.id == "food_receipts")
    #expect(sheet.map.cells[FoodReceipts.date.slot] == 1)
    #expect(sheet.map.unknown.map(\.header) == ["验收日期"])
    #expect(sheet.map.repeated.isEmpty)
    let row = try #require(SheetReading(lines).rows(FoodReceipts.ledger).first)
    #expect(row.date == day(2023, 3, 6))
  }

  @Test("In a sheet of purchases both dates have a column of their own") func purchaseDates() throws {
    let header = "采购日期,验收日期,入库日期,品名,数量,金额,审批人,采购人,验收人,保管人"
    let sheet = try #require(recognize([header]).sheet)
    #expect(sheet.ledger.id == "purchases")
    #expect([Purchases.date, Purchases.acceptedOn, Purchases.stockedOn].map { sheet.map.cells[$0.slot] } == [0, 1, 2])
    #expect(sheet.map.unknown.isEmpty)
  }

  @Test("品名及规格 is the article; its last two characters do not make it the specification") func article() throws {
    let sheet = try #require(recognize(["序号,品名及规格,数量,单价（元）,总价,日期,批准,经手,验收"]).sheet)
    #expect([Purchases.item, Purchases.approver, Purchases.buyer, Purchases.inspector].map { sheet.map.cells[$0.slot] } == [1, 6, 7, 8])
    #expect(sheet.map.cells[Purchases.spec.slot] == nil && sheet.map.unknown.isEmpty)
  }

  @Test(
    "Every header of every ledger names its own column, or one that lists it earlier",
    arguments: Catalog.ledgers.map(\.id) + Catalog.settings.map(\.id))
  func everyVariant(id: String) throws {
    let ledger = try #require((Catalog.ledgers + Catalog.settings).first { $0.id == id })
    for column in ledger.columns {
      for header in column.headers {
        let map = HeaderMap(headers: [header], columns: ledger.columns)
        let found = ledger.columns.filter { map.cells[$0.slot] == 0 }
        #expect(found.count == 1 && found.first?.headers.contains(header) == true, "\(id) \(header)")
        #expect(found.first === column, "\(id): \(header) belongs to two columns")
      }
    }
  }
}
