import Testing

@testable import LedgerKit

@Suite("Rows of a sheet become rows of a table")
struct TableBuilderTests {
  private static let shop = "采购日期,品名,数量,单价,金额,采购人,发票号,备注"
  private static let rounds = "检查日期,部位,存在问题,责任人,整改期限,费用,受伤人数"

  @Test("A plain row") func plain() throws {
    let reading = Reading(Shop.ledger, [Self.shop, "2023年3月6日,打印纸,5箱,￥25.00,125.00元,吴某,00123456,办公室"])
    let row = try #require(reading.rows.first)
    #expect(row[Shop.date] == day(2023, 3, 6))
    #expect(row[Shop.item]?.string == "打印纸")
    #expect(row[Shop.qty]?.amount == Fixed(5))
    #expect(row[Shop.price]?.amount == Fixed(25))
    #expect(row[Shop.amount]?.amount == Fixed(125))
    #expect(row[Shop.buyer]?.strings == ["吴某"])
    #expect(row[Shop.invoice]?.string == "00123456")
    #expect(row[Shop.produced] == nil && row.isEmpty(Shop.produced) && !row.has(Shop.produced))
    #expect((row.number, row.raw(Shop.amount), row.header(Shop.amount)) == (2, "125.00元", "金额"))
    #expect(reading.troubles(0).isEmpty)
  }

  @Test("Cells that cannot be used say why and are no value") func unusable() throws {
    let reading = Reading(Shop.ledger, [Self.shop, "三月上旬,打印纸,若干,#REF!,一些,√,3.20419E+11,"])
    let row = try #require(reading.rows.first)
    #expect(row.date == nil && row.isUnusable(Shop.date))
    #expect(row[Shop.amount] == nil && row.isUnusable(Shop.amount))
    #expect(row[Shop.buyer] == nil && row.isEmpty(Shop.buyer))
    #expect(
      reading.troubles(0) == [
        "采购日期": .unreadableDate, "数量": .unreadableNumber, "单价": .excelError, "金额": .unreadableNumber, "采购人": .notAName, "发票号": .digitsLost,
      ])
  }

  @Test("case 20: words for nothing are empty, zero is not", arguments: ["无", "/", "—", "--", "暂无", "N/A", "-", "."])
  func nilWords(word: String) throws {
    let row = try #require(Reading(Shop.ledger, [Self.shop, "2023-03-06,打印纸,5,0,0.00,\(word),\(word),\(word)"]).rows.first)
    #expect(row.isEmpty(Shop.remark) && row.isEmpty(Shop.buyer) && row.isEmpty(Shop.invoice))
    #expect(row[Shop.price]?.amount == .zero && row[Shop.amount]?.amount == .zero)
  }

  @Test("case 16: a sign for the value above", arguments: ["同上", "同前", "〃", "″", "↑", "·", "\"\"\"\""])
  func ditto(sign: String) {
    let lines = [Self.shop, "2023-03-06,打印纸,5,25,125,吴某,,", "\(sign),\(sign),5,25,125,\(sign),,", "\(sign),拖把,1,18,18,\(sign),,"]
    let rows = Reading(Shop.ledger, lines).rows
    #expect(rows.map(\.date) == Array(repeating: day(2023, 3, 6), count: 3))
    #expect(rows.map { $0[Shop.item]?.string } == ["打印纸", "打印纸", "拖把"])
    #expect(rows.map { $0[Shop.buyer]?.strings ?? [] } == [["吴某"], ["吴某"], ["吴某"]])
  }

  /// Of a column whose cells nearly all differ nothing is remembered any more; what its cells mean stays the same.
  @Test(
    "Names and numbers of papers mean the same above and below a thousand others",
    arguments: [
      ("李秀英、王建国", ["李秀英", "王建国"], nil, nil), ("王建国、李秀英", ["李秀英", "王建国"], nil, nil), ("同上", ["吴某"], nil, .ditto), ("暂无", [], nil, nil),
      ("后勤处、王建国", ["后勤处", "王建国"], nil, .meaning), ("王 某", ["王某"], nil, nil), ("某某", ["某某"], .placeholder, nil), ("√", [], .notAName, nil),
      ("王建国代签", ["王建国"], .proxy, nil),
    ] as [(String, [String], CellTrouble?, Repair?)], [0, 1100])
  func manyNames(cell: (text: String, names: [String], trouble: CellTrouble?, repair: Repair?), others: Int) throws {
    let characters = Array("建国秀英海燕志强静怡保平红梅立新文博")
    let pairs = (0..<others).map { n in
      let (a, b) = (characters[n % 18], characters[n / 18 % 18])
      return "2023-03-06,打印纸,5,25,125,赵\(a)\(b)、孙\(b)\(a)\(characters[n / 324]),FP\(10_000 + n),"
    }
    let lines = [Self.shop] + pairs + ["2023-03-06,打印纸,5,25,125,吴某,无,", "2023-03-06,打印纸,5,25,125,\(cell.text),00123456,"]
    let reading = Reading(Shop.ledger, lines)
    let row = try #require(reading.rows.last)
    #expect(row[Shop.buyer]?.strings ?? [] == cell.names)
    #expect(reading.troubles(row.index)["采购人"] == cell.trouble)
    #expect(reading.table.repairedRows(of: Shop.buyer).contains(row.index) == (cell.repair != nil))
    if let repair = cell.repair { #expect(reading.table.repairedRows(of: Shop.buyer, by: repair) == [row.index]) }
    #expect(row[Shop.invoice]?.string == "00123456")
    #expect(reading.rows[others].isEmpty(Shop.invoice))
  }

  @Test("case 16: never for a number") func dittoNumber() {
    let reading = Reading(Shop.ledger, [Self.shop, "2023-03-06,打印纸,5,25,125,吴某,,", "2023-03-06,拖把,同上,同上,同上,吴某,,"])
    #expect(reading.rows[1].isUnusable(Shop.amount))
    #expect(reading.troubles(1) == ["数量": .dittoNumber, "单价": .dittoNumber, "金额": .dittoNumber])
  }

  @Test(
    "case 17: nothing above to refer to (GEN-013)",
    arguments: [
      [], ["2023-03-06,打印纸,5,25,125,吴某,,", ",,,,,,,"], ["2023-03-06,打印纸,5,25,125,吴某,,", "合计,,,,125,,,"],
      ["2023-03-06,打印纸,5,25,125,吴某,,", Self.shop], ["2023-03-06,打印纸,5,25,125,无,,"], ["2023-03-06,打印纸,5,25,125,,,"],
      // The row above was rejected: its buyer is not known, and the one before it is not meant.
      ["2023-03-06,打印纸,5,25,125,吴某,,", "2023-03-06,粉笔,5,25,125,陈某,,,多余值"],
    ])
  func nothingAbove(above: [String]) throws {
    let reading = Reading(Shop.ledger, [Self.shop] + above + ["2023-03-07,拖把,1,18,18,同上,,"])
    let row = try #require(reading.rows.last)
    #expect(row.isUnusable(Shop.buyer))
    #expect(reading.troubles(row.index) == ["采购人": .dittoWithoutPrevious])
  }

  @Test("A merged date serves the rows below, and the place rows without a date, decision 2") func fillDown() {
    let lines = [
      Self.rounds, "2023-03-06,食堂,灭火器压力不足,吴某,3天内,80,", ",,插座松动,,,,", ",走廊,应急灯不亮,,,,", "2023-03-08,,无,吴某,,,", ",,,陈某,,,",
    ]
    let rows = Reading(Rounds.ledger, lines).rows
    #expect(rows.map(\.date) == [6, 6, 6, 8, 8].map { day(2023, 3, $0) })
    // The fourth row has a date and no place, so the merged place of the third is not its, nor the fifth's.
    #expect(rows.map { $0[Rounds.area]?.string } == ["食堂", "食堂", "走廊", nil, nil])
    #expect(rows.map { $0[Rounds.owner]?.strings ?? [] } == [["吴某"], [], [], ["吴某"], ["陈某"]])
    #expect(rows[1].isEmpty(Rounds.cost) && rows[1].isEmpty(Rounds.due))
  }

  @Test("case 15: amounts, dates and buyers of purchases are not filled down") func noFillDown() {
    let rows = Reading(Shop.ledger, [Self.shop, "2023-03-06,打印纸,5,25,125,吴某,,", ",拖把,1,,,,,"]).rows
    #expect(rows[1].isEmpty(Shop.date) && rows[1].isEmpty(Shop.amount) && rows[1].isEmpty(Shop.buyer))
  }

  @Test(
    "case 14: never across a blank, total or title line",
    arguments: [[",,,,,,"], [""], ["小计,,,,,80,"], [Self.rounds], ["春芽幼儿园巡查记录,,,,,,", Self.rounds], ["春芽幼儿园巡查记录,,,,,,"]])
  func interruption(lines: [String]) {
    let above = ["春芽幼儿园巡查记录,,,,,,", Self.rounds, "2023-03-06,食堂,灭火器压力不足,吴某,,80,"]
    let rows = Reading(Rounds.ledger, above + lines + [",,插座松动,,,,"], headerRecord: 1).rows
    #expect(rows.count == 2)
    #expect(rows[1].isEmpty(Rounds.date) && rows[1].isEmpty(Rounds.area))
  }

  @Test("Below an unreadable date no earlier one is filled in") func unreadableMerge() {
    let rows = Reading(Rounds.ledger, [Self.rounds, "2023-03-06,食堂,无,,,,", "三月上旬,走廊,无,,,,", ",操场,无,,,,"]).rows
    #expect(rows.map(\.date) == [day(2023, 3, 6), nil, nil])
  }

  @Test(
    "case 62: deadlines count from the row's own date",
    arguments: [
      ("2023-03-06", "3天内", day(2023, 3, 9)), ("2023-03-06", "立即", day(2023, 3, 6)), ("2023-03-06", "月底前", day(2023, 3, 31)),
      ("2023年2月25日", "一周内", day(2023, 3, 4)), ("2023-03-06", "3.20", day(2023, 3, 20)), ("", "3天内", nil), ("三月上旬", "3天内", nil),
    ] as [(String, String, Day?)])
  func deadlines(found: String, due: String, expected: Day?) throws {
    let row = try #require(Reading(Rounds.ledger, [Self.rounds, "\(found),食堂,灭火器压力不足,吴某,\(due),,"]).rows.first)
    #expect(row[Rounds.due] == expected)
  }

  @Test("A deadline counts from a merged date too") func deadlineOfMergedDate() {
    let rows = Reading(Rounds.ledger, [Self.rounds, "2023-03-06,食堂,插座松动,吴某,立即,,", ",,应急灯不亮,吴某,一周内,,"]).rows
    #expect(rows[1][Rounds.due] == day(2023, 3, 13))
  }

  @Test("Columns that hold other things too are no mistake when they do") func lenient() throws {
    let header = "采购日期,品名,金额,采购人,批号"
    let batch = Reading(Shop.ledger, [header, "2023-03-06,酸奶,60,吴某,A2-0305", "2023-03-06,酸奶,60,吴某,2023-03-01"])
    #expect(batch.troubles(0).isEmpty && batch.rows[0].isEmpty(Shop.produced))
    #expect(batch.rows[1][Shop.produced] == day(2023, 3, 1))
    let drill = Reading(Rounds.ledger, [Self.rounds, "2023-03-06,操场,无,吴某,,,无人受伤", "2023-03-06,操场,无,吴某,,,1人擦伤"])
    #expect(drill.troubles(0).isEmpty && drill.rows[0].isEmpty(Rounds.injured))
    #expect(drill.rows[1][Rounds.injured]?.value == 1)
  }

  @Test("A required column that is missing, or a doubled one, cannot be used in any row (FIL-003, FIL-004)") func unread() throws {
    let missing = try #require(Reading(Shop.ledger, ["采购日期,品名,采购人", "2023-03-06,打印纸,吴某"]).rows.first)
    #expect(missing.isUnusable(Shop.amount) && missing.isEmpty(Shop.qty))
    let doubled = try #require(Reading(Shop.ledger, ["日期,品名,金额,采购人,日期", "2023-03-06,打印纸,125,吴某,2023-03-07"]).rows.first)
    #expect(doubled.isUnusable(Shop.date) && doubled[Shop.amount]?.amount == Fixed(125))
  }

  @Test("case 75: surplus cells, damaged text and open quotes reject the row alone (FIL-010)") func rejected() {
    let lines = [
      "日期,品名,金额,采购人", "2023-03-06,打印纸,125,吴某,", "2023-03-07,灯管,阀门,18,吴某", "2023-03-08,拖\u{FFFD}把,18,吴某", "2023-03-09,\"粉笔,6,吴某",
    ]
    let reading = Reading(Shop.ledger, lines)
    #expect(reading.table.rejected.map(\.record) == [2, 4])
    #expect(reading.table.rejected.map(\.reason) == [.surplusCells, .unclosedQuote])
    #expect(reading.rows.map(\.number) == [2, 4])
  }

  @Test("A file handed in twice is noted and not read (FIL-008)") func repeatedFile() {
    let lines = [Self.shop, "2023-03-06,打印纸,5,25,125,吴某,,", "合计,,,,125,,,"]
    var builder = TableBuilder(lexicon: Lexicon(), window: Term.second, asOf: nil)
    builder.append(LedgerSheet(Shop.ledger, lines, file: "采购.csv"))
    builder.append(LedgerSheet(Shop.ledger, lines, file: "采购(1).csv"), isRepeated: true)
    let table = builder.tables["shop"]
    #expect(table?.count == 1)
    #expect(
      table?.rejected.map(\.record) == [1] && table?.rejected.map(\.source) == [1] && table?.rejected.map(\.reason) == [.repeatedFile])
  }

  @Test("Rows of two files of one ledger follow one another") func twoFiles() {
    var builder = TableBuilder(lexicon: Lexicon(), window: Term.second, asOf: nil)
    builder.append(LedgerSheet(Shop.ledger, ["采购日期,品名,金额,采购人", "3月6日,打印纸,125,吴某"], file: "3月.csv"))
    builder.append(LedgerSheet(Shop.ledger, ["品名,日期,采购人,金额", "拖把,4月3日,同上,18"], file: "4月.csv"))
    let rows = builder.tables["shop"].map { Array($0.rows) } ?? []
    #expect(rows.map { $0[Shop.item]?.string } == ["打印纸", "拖把"])
    #expect(rows.map(\.date) == [day(2023, 3, 6), day(2023, 4, 3)])
    #expect(rows.map(\.file) == ["3月.csv", "4月.csv"])
    #expect(rows[1].isUnusable(Shop.buyer))
  }
}
