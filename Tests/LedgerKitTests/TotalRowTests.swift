import Testing

@testable import LedgerKit

@Suite("Total lines are compared with the rows above them (FIL-011), domain §5.1 (9)")
struct TotalRowTests {
  private static let header = "采购日期,品名,数量,单价,金额,采购人"
  private static let rows = ["2023-03-06,打印纸,5,25,125.00,吴某", "2023-03-08,拖把,10,18,180.00,吴某"]

  private func mismatches(_ lines: [String]) -> [TotalMismatch] { Reading(Shop.ledger, [Self.header] + lines).mismatches }

  @Test(
    "A total that agrees, to the fen",
    arguments: [
      "合计,,,,305.00,", "总计,,,,305,", "小计,,,,￥305.00,", "3月合计,,,,305.01,", "本页合计,,,,304.99,", "合计,,,,,", "合计,,15,,305.00,", "累计,,,,9999.00,",
      "合计,大写：叁佰零伍元整,,,305.00,",
    ])
  func agrees(total: String) {
    #expect(mismatches(Self.rows + [total]).isEmpty)
  }

  @Test(arguments: [("合计,,,,310.00,", 31_000), ("小计,,,,305.02,", 30_502), ("总计,,,,-305.00,", -30_500), ("合计,,,,0,", 0)])
  func differs(total: String, fen: Int) throws {
    let found = mismatches(Self.rows + [total])
    #expect(found.count == 1)
    let mismatch = try #require(found.first)
    #expect((mismatch.record, mismatch.column.id) == (3, "amount"))
    #expect((mismatch.stated, mismatch.sum) == (Fixed(fen: fen), Fixed(fen: 30_500)))
  }

  @Test("A subtotal is of its own rows, the total of all") func subtotals() {
    let april = ["2023-04-03,洗手液,20,15,300.00,吴某"]
    #expect(mismatches(Self.rows + ["3月合计,,,,305.00,"] + april + ["4月合计,,,,300.00,", "合计,,,,605.00,"]).isEmpty)
    let wrong = mismatches(Self.rows + ["3月合计,,,,305.00,"] + april + ["4月合计,,,,605.00,", "合计,,,,300.00,"])
    #expect(wrong.map(\.record) == [5, 6])
    #expect(wrong.map(\.sum) == [Fixed(300), Fixed(605)])
  }

  @Test("Rows without a usable amount are not in the sum") func unusable() {
    #expect(mismatches(Self.rows + ["2023-03-09,粉笔,5,,一些,吴某", "合计,,,,305.00,"]).isEmpty)
  }

  @Test("case 52: returns are subtracted") func returns() {
    #expect(mismatches(Self.rows + ["2023-03-09,拖把（退货）,-1,18,(18.00),吴某", "合计,,,,287.00,"]).isEmpty)
  }

  @Test(
    "case 3: the unit above the header is that of all money",
    arguments: ["单位：万元,,,,,", "填报单位：春芽幼儿园,,,,单位：万元,", "（单位：万元）,,,,,", "单位: 万元,,,,,", "金额单位：人民币万元,,,,,"])
  func unitAbove(title: String) throws {
    let reading = Reading(Shop.ledger, [title, Self.header, "2023-03-06,空调,2,0.3,0.6,吴某", "合计,,,,0.6,"], headerRecord: 1)
    let row = try #require(reading.rows.first)
    #expect(row[Shop.amount]?.amount == Fixed(6000))
    #expect(row[Shop.price]?.amount == Fixed(3000))
    #expect(row[Shop.qty]?.amount == Fixed(2))
    #expect(reading.mismatches.isEmpty)
  }

  @Test("case 3: a header's own unit comes first; a school's name is no unit", arguments: ["单位：万元,,,,,", "单位：春芽幼儿园,,,,,", "单位：元,,,,,"])
  func unitInHeader(title: String) throws {
    let reading = Reading(Shop.ledger, [title, "采购日期,品名,数量,单价（元）,金额（元）,采购人", "2023-03-06,空调,2,3000,6000,吴某"], headerRecord: 1)
    let row = try #require(reading.rows.first)
    #expect((row[Shop.amount]?.amount, row[Shop.price]?.amount) == (Fixed(6000), Fixed(3000)))
  }
}
