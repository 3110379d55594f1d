import Tabular
import TestSupport
import Testing

@testable import LedgerKit

@Suite("What each line of a sheet is, domain §5.1 (1–13)")
struct RowClassTests {
  private static let header = "序号,采购日期,品名,数量,金额,采购人,备注"

  private func classes(_ lines: [String], headerRecord: Int) -> [RowClass] {
    LedgerSheet(Shop.ledger, lines, headerRecord: headerRecord).classes
  }

  @Test("A sheet with everything") func whole() {
    let lines = [
      "春芽幼儿园2022-2023学年第二学期采购台账,,,,,,",  // case 1
      "采购组：后勤处,,,填表人：王某,,,",  // case 2
      ",,,,,,",  // case 12
      "单位：元,,,,,,",  // case 3
      Self.header,  // case 4
      "1,2023-03-06,打印纸,5,125.00,吴某,",
      "2,2023-03-08,拖把,10,180.00,吴某,",
      "小计,,,,305.00,,",  // case 9
      Self.header,  // case 7
      "3,2023-04-03,洗手液,20,300.00,吴某,",
      "合计,,,,605.00,,",
      "审核人：李某　制表人：王某　2023.6.30,,,,,,",  // case 11
      "",  // case 12
      ",,,,,,", ",,,,,,",  // case 13
    ]
    #expect(
      classes(lines, headerRecord: 4) == [
        .title, .title, .blank, .title, .header, .data, .data, .total, .header, .data, .total, .note, .blank, .blank, .blank,
      ])
  }

  @Test(
    "case 9: total lines",
    arguments: [
      "合计,,,,605.00,,", "合 计,,,,605.00,,", "总计,,,,605.00,,", "小计,,,,605.00,,", "3月合计,,,,605.00,,", "本页合计,,,,605.00,,", "累计,,,,605.00,,",
      ",合计,,,605.00,,", ",,合计,,605.00,,", "合计：,,,,605.00,,", "合计（元）,,,,605.00,,", "本学期合计,,,,605.00,,", "共计,,,,605.00,,",
      "合计：605.00元,,,,,,", "食堂合计,,,,605.00,,", "合计,大写：陆佰零伍元整,,,605.00,,", "合计人民币（大写）：陆佰零伍元整,,,,,,", "12,合计,,,605.00,,",
    ])
  func totals(line: String) {
    #expect(classes([Self.header, "1,2023-03-06,打印纸,5,605.00,吴某,", line], headerRecord: 0).last == .total)
  }

  @Test(
    "case 11: notes below the table",
    arguments: [
      "审核人：李某　制表人：王某　2023.6.30,,,,,,", "注：3月未发生退货,,,,,,", "说明：含税,,,,,,", "备注：以上均已入库,,,,,,", "审核人：李某,,,制表人：王某,,,", "填表人：王某,,,,,,",
      "园长签字：,,,,,,",
    ])
  func notes(line: String) {
    #expect(classes([Self.header, "1,2023-03-06,打印纸,5,605.00,吴某,", line], headerRecord: 0).last == .note)
  }

  @Test(
    "What a total consists of is a note, for its rows are counted above",
    arguments: ["其中：食堂20元,,,,,,", "其中：,,食堂,,20.00,,", ",其中：食堂,,,20.00,,", "其中食堂,,,2,20.00,,", "其 中：食堂20.00元，办公85.00元,,,,,,"])
  func parts(line: String) {
    let lines = [Self.header, "1,2023-03-06,打印纸,5,105.00,吴某,", "合计,,,,105.00,,", line]
    #expect(classes(lines, headerRecord: 0) == [.header, .data, .total, .note])
  }

  @Test(
    "Lines that only resemble a total or a note are data",
    arguments: [
      "3,2023-03-06,其中：,1,60.00,吴某,", "3,,打印纸（其中2包为彩色）,1,60.00,吴某,",
      "3,2023-03-06,合计器,1,60.00,吴某,", "3,2023-03-06,合计,1,60.00,吴某,", "3,三月上旬,打印纸,1,60.00,吴某,", "3,,打印纸,1,60.00,吴某,", ",,打印纸,,,,",
      "3,2023-03-06,注：含配件,1,60.00,吴某,", "合计,2023-03-06,打印纸,1,60.00,吴某,", ",,会计凭证盒,2,30.00,吴某,",
    ])
  func data(line: String) {
    #expect(classes([Self.header, line], headerRecord: 0).last == .data)
  }

  @Test(
    "The same where the date is the first column: its words decide as long as it holds no date",
    arguments: [
      ("合计,,,605.00", .total), ("合 计,,,605.00", .total), ("3月小计,,,605.00", .total), ("注：3月未发生退货,,,", .note), ("审核人：李某　制表人：王某,,,", .note),
      ("日期,品名,数量,金额", .header), ("3月6日,打印纸,5,125.00", .data), ("2023-03-06,合计,1,60.00", .data), ("三月上旬,打印纸,5,125.00", .data),
      ("同上,打印纸,5,125.00", .data), (",,,", .blank), ("　,,,", .blank),
    ] as [(String, RowClass)])
  func dateFirst(line: String, expected: RowClass) {
    #expect(classes(["日期,品名,数量,金额", "2023-03-06,打印纸,5,125.00", line], headerRecord: 0).last == expected)
  }

  @Test("A title printed again on the next page is no row") func repeatedTitle() {
    let lines = ["春芽幼儿园采购台账,,,", "日期,品名,数量,金额", "3月6日,打印纸,5,125.00", "春芽幼儿园采购台账,,,", "日期,品名,数量,金额", "3月8日,拖把,1,18.00"]
    #expect(classes(lines, headerRecord: 1) == [.title, .header, .data, .title, .header, .data])
  }

  @Test("Blanks of every kind are blank, and nothing else is", arguments: ["　, ,\t,\u{200B}", ",,,", "\u{FEFF},,", " ", "\"\",\"\",,"])
  func blanks(line: String) {
    #expect(classes(["日期,品名,数量,金额", line], headerRecord: 0).last == .blank)
    #expect(classes(["日期,品名,数量,金额", line + ",0"], headerRecord: 0).last == .data)
  }

  @Test("Every line of any sheet has one class, and every data line becomes a row or a rejection", arguments: 1...8 as ClosedRange<UInt64>)
  func anySheet(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "2023-03-06", "3月6日", "合计", "小计", "注：", "审核人：王某", "打印纸", "125.00", "同上", "无", "", "", "　", "\"两\n行\"", "\"\"\"", "日期", "品名", "金额",
      "#REF!", "￥1,2", "\u{FEFF}", "½", "-", "0",
    ]
    for _ in 0..<150 {
      var lines = ["采购台账", Shop.ledger.columns.map(\.title).joined(separator: ",")]
      for _ in 0..<Int.random(in: 0...25, using: &generator) {
        let cells = (0..<Int.random(in: 0...11, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
        lines.append(cells.joined(separator: ","))
      }
      let sheet = LedgerSheet(Shop.ledger, lines, headerRecord: 1)
      #expect(sheet.classes.count == sheet.sheet.recordCount)
      #expect(RowClass.allCases.reduce(0) { $0 + sheet.count(of: $1) } == sheet.sheet.recordCount)
      for (record, rowClass) in sheet.classes.enumerated() {
        let isBlank = sheet.sheet.cells(of: record).allSatisfy { Folding.compact($0).isEmpty }
        #expect((rowClass == .blank) == isBlank, "\(lines)")
        if record == 1 { #expect(rowClass == .header) }
      }
      var builder = TableBuilder(lexicon: Lexicon(), window: Term.second, asOf: nil)
      builder.append(sheet)
      let table = builder.tables[Shop.ledger.id]
      let records = (table?.rows.map(\.record) ?? []) + (table?.rejected.map(\.record) ?? [])
      #expect(records.sorted() == sheet.classes.indices.filter { sheet.classes[$0] == .data }, "\(lines)")
    }
  }
}
