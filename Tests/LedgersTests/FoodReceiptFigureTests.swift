import LedgerKit
import Ledgers
import Testing

@testable import Houqin

@Suite("Food receipt figures, small cases")
struct FoodReceiptFigureTests {
  private static let header = "进货日期,食品名称,食品类别,数量,单价,金额,供货商,索证情况,合格证明,验收结果,处理情况,验收人\n"

  @Test("Licence and, where the class needs one, certificate; blank is not met") func papers() throws {
    let text =
      Self.header + """
        2023-03-06,青菜,蔬菜,10,3,30,绿源,√,,合格,,孙志强、周海燕
        2023-03-06,猪肉,畜禽肉,10,25,250,绿源,√,√,合格,,孙志强、周海燕
        2023-03-06,鸡肉,畜禽肉,10,20,200,绿源,√,,合格,,孙志强、周海燕
        2023-03-07,大米,粮油,10,5,50,金穗,,√,合格,,孙志强

        """
    let summary = try WorkFolderInMemory(("食堂进货验收台账.csv", text)).figures()
    #expect(summary.value("ST-FOD-01") == "4")
    #expect(summary.value("ST-FOD-02") == "530.00")
    #expect(summary.fraction("ST-FOD-03") == "2/4 = 50.0")
    #expect(summary.fraction("ST-FOD-06") == "3/4 = 75.0")
    #expect(summary.value("ST-FOD-07") == "2")
    #expect(summary.fraction("ST-FOD-07.top") == "480.00/530.00 = 90.6")
    #expect(summary.groups("ST-FOD-02.class") == ["畜禽肉 450.00", "粮油 50.00", "蔬菜 30.00"])
  }

  @Test("What was rejected, and what became of it") func rejected() throws {
    let text =
      Self.header + """
        2023-03-06,青菜,蔬菜,10,3,30,绿源,√,,合格,,孙志强、周海燕
        2023-03-07,青菜,蔬菜,10,3,30,绿源,√,,不合格,当场退货,孙志强、周海燕
        2023-03-08,青菜,蔬菜,10,3,30,绿源,√,,不合格,,孙志强、周海燕
        2023-03-09,青菜,蔬菜,10,3,30,绿源,√,,,,孙志强、周海燕

        """
    let summary = try WorkFolderInMemory(("食堂进货验收台账.csv", text)).figures()
    // Rows without a result are in no rate of results.
    #expect(summary.fraction("ST-FOD-04") == "1/3 = 33.3")
    #expect(summary.value("ST-FOD-05") == "2")
    #expect(summary.fraction("ST-FOD-05.rate") == "1/2 = 50.0")
  }

  @Test("Nothing rejected: no rate of handling") func nothingRejected() throws {
    let summary = try WorkFolderInMemory(("食堂进货验收台账.csv", Self.header + "2023-03-06,青菜,蔬菜,10,3,30,绿源,√,,合格,,孙志强、周海燕\n")).figures()
    #expect(summary.value("ST-FOD-05") == "0")
    #expect(summary.value("ST-FOD-05.rate") == "no-denominator")
  }

  private static func deliveries(_ count: Int, licensed: (Int) -> Bool) -> String {
    header + (0..<count).map { "2023-03-06,青菜\($0),蔬菜,10,3,30,绿源,\(licensed($0) ? "√" : "×"),,合格,,孙志强、周海燕\n" }.joined()
  }

  @Test("1999 of 2000 is never 100.0 %, and 1 of 2001 never 0.0 % (domain §4.0)") func noFalseHundred() throws {
    let almost = try WorkFolderInMemory(("食堂进货验收台账.csv", Self.deliveries(2000) { $0 != 7 })).figures()
    #expect(almost.fraction("ST-FOD-03") == "1999/2000 = 99.9")
    #expect(almost.figure("ST-FOD-03")?.text == "99.9%")
    let hardly = try WorkFolderInMemory(("食堂进货验收台账.csv", Self.deliveries(2001) { $0 == 7 })).figures()
    #expect(hardly.figure("ST-FOD-03")?.text == "<0.1%")
    let none = try WorkFolderInMemory(("食堂进货验收台账.csv", Self.deliveries(3) { _ in false })).figures()
    #expect(none.figure("ST-FOD-03")?.text == "0.0%")
  }
}
