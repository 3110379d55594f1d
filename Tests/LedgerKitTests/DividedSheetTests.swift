import Testing

@testable import LedgerKit

@Suite("A sheet read in two parts")
struct DividedSheetTests {
  private static let shop = "采购日期,品名,数量,单价,金额,采购人,发票号,备注"
  private static let shopRows = [
    "2023-03-06,打印纸,5,25,125,王建国、李秀英,FP001,办公室", "2023年3月7日,拖把,约3,18,54,李秀英、王建国,FP002,",
    "同上,扫帚,2,9,18,同上,FP003,", "2023-03-09,打印纸,,25,125,后勤处,FP001,多一格,x", "3月10日,订书机,1,一些,12,√,FP004,待补",
    "2023-03-11,打印纸,5,25,125,李秀英,FP005,办公室", "2023-03-12,洗手液,6,7.5,45,李秀英、王建国,FP006,",
  ]
  private static let rounds = "检查日期,部位,存在问题,责任人,整改期限,费用,受伤人数"
  private static let roundsRows = [
    "2023-03-06,食堂,地面湿滑,王建国,三天内,,", ",,护栏松动,李秀英,2023-03-10,30,", "2023-03-08,门厅,,,,,", ",操场,单杠生锈,同上,月底前,,",
    "2023-03-20,食堂,油烟机积油,李秀英,,12,0", ",,灯管损坏,,,,", "2023-04-03,大门,门锁损坏,王建国,立即,,",
  ]

  /// The shop's row 3 says 同上 and its row 4 has a cell too many, so that nothing is known of what follows it; a row of rounds that lacks
  /// its date or place may stand for a merged cell above.
  @Test(
    "It begins anew where no cell refers to the rows above",
    arguments: [
      (1, nil, nil), (2, 2, 3), (3, 5, 3), (4, 5, 5), (5, 5, 5), (6, 6, 7), (7, 7, 7), (8, nil, nil),
    ] as [(Int, Int?, Int?)])
  func border(near: Int, inShop: Int?, inRounds: Int?) {
    #expect(TableBuilder.border(in: LedgerSheet(Shop.ledger, [Self.shop] + Self.shopRows), near: near) == inShop)
    #expect(TableBuilder.border(in: LedgerSheet(Rounds.ledger, [Self.rounds] + Self.roundsRows), near: near) == inRounds)
  }

  @Test("It is not parted where a total row weighs all rows above")
  func totals() {
    let sheet = LedgerSheet(Shop.ledger, [Self.shop] + Self.shopRows + [",合计,,,504,,,"])
    #expect(TableBuilder.border(in: sheet, near: 5) == nil)
  }

  private func builder() -> TableBuilder { TableBuilder(lexicon: Lexicon(), window: Term.second, asOf: day(2023, 6, 30)) }

  /// All that is known of a table's rows, texts as texts.
  private func account(_ builder: TableBuilder, _ ledger: Ledger) -> [String] {
    guard let table = builder.tables[ledger.id] else { return [] }
    var lines = table.rows.map { row in
      let cells = ledger.columns.map { column in
        row.stored(column).map { column.renumbered == nil ? "\($0)" : table.lexicon.string(Int32($0)) } ?? (row.isEmpty(column) ? "" : "?")
      }
      let written = ledger.columns.map { "\(row.raw($0))\(row.isApproximate($0) ? "?" : "")" }
      return "\(table.sourceIndex(of: row.index)) \(row.number) \(cells) \(written)"
    }
    lines += table.rejected.map { "\($0)" } + table.normalizations.map { "\($0)" }
    lines += (builder.issues[ledger.id] ?? []).map { "\($0.row) \($0.column.id) \($0.trouble)" }
    lines += (builder.mismatches[ledger.id] ?? []).map { "\($0)" }
    lines += (0..<Int32(table.lexicon.count)).map { id in
      let names = (0..<table.lexicon.countOfNames(in: id)).map { table.lexicon.string(table.lexicon.name($0, in: id)) }
      return "\(table.lexicon.string(id)): \(names)"
    }.sorted()
    return lines
  }

  @Test("Two parts joined are what one reading gives", arguments: [(Shop.ledger, [2, 5, 6, 7]), (Rounds.ledger, [3, 5, 7])])
  func joined(ledger: Ledger, borders: [Int]) {
    let isShop = ledger.id == Shop.ledger.id
    let sheet = LedgerSheet(ledger, isShop ? [Self.shop] + Self.shopRows : [Self.rounds] + Self.roundsRows)
    let before = LedgerSheet(ledger, isShop ? [Self.shop, "2023-02-20,胶水,1,2,2,李秀英,FP000,"] : [Self.rounds, "2023-02-20,库房,杂物,,,,"])
    let last =
      isShop ? [Self.shop, "2023-05-04,胶水,1,2,2,赵海燕,FP009,", ",合计,,,3,,,"] : [Self.rounds, "2023-05-04,库房,杂物,赵海燕,,,"]
    let total = LedgerSheet(ledger, last)
    var whole = builder()
    for next in [before, sheet, total] { whole.append(next) }
    let expected = account(whole, ledger)
    #expect(expected.count > 30)
    for border in borders {
      var (above, below) = (builder(), builder())
      above.append(before)
      above.append(sheet, records: 0..<border)
      below.append(sheet, records: border..<sheet.records.upperBound)
      below.append(total)
      above.join(below, continuing: ledger)
      #expect(account(above, ledger) == expected, "\(border)")
    }
    // Between two files nothing has to be asked.
    var (above, below) = (builder(), builder())
    for next in [before, sheet] { above.append(next) }
    below.append(total)
    above.join(below, continuing: nil)
    #expect(account(above, ledger) == expected)
  }
}
