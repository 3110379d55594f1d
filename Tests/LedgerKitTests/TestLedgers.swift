import Tabular

@testable import LedgerKit

/// A ledger of purchases made for the tests: numbers are never filled down, 发票号 is an identifier.
enum Shop {
  static let date = Column<Day>("date", "采购日期", "日期", need: .required)
  static let item = Column<Text>("item", "品名", "物品名称", need: .required)
  static let qty = Column<Quantity>("qty", "数量")
  static let price = Column<Money>("price", "单价")
  static let amount = Column<Money>("amount", "金额", "合计", need: .required, traits: [.isTotaled])
  static let buyer = Column<Persons>("buyer", "采购人", "经手人", need: .required)
  static let invoice = Column<Text>("invoice", "发票号", traits: [.identifier])
  static let produced = Column<Day>("produced", "生产日期", "批号", traits: [.deadline, .lenient])
  static let remark = Column<Text>("remark", "备注")
  static let ledger = Ledger(
    id: "shop", number: "T01", title: "采购", keywords: ["采购"], columns: [date, item, qty, price, amount, buyer, invoice, produced, remark],
    date: date)
}

/// A ledger of hazards made for the tests: its date is filled down, its place and kind in rows without a date of their own.
enum Rounds {
  static let date = Column<Day>("date", "检查日期", "日期", need: .required, traits: [.fillsDown])
  static let area = Column<Text>("area", "部位", need: .required, traits: [.fillsDownWithDate])
  static let problem = Column<Text>("problem", "存在问题")
  static let owner = Column<Persons>("owner", "责任人")
  static let due = Column<Day>("due", "整改期限", traits: [.deadline, .relative])
  static let cost = Column<Money>("cost", "费用")
  static let injured = Column<Count>("injured", "受伤人数", traits: [.lenient])
  static let ledger = Ledger(
    id: "rounds", number: "T02", title: "巡查", keywords: ["巡查"], columns: [date, area, problem, owner, due, cost, injured], date: date)
}

extension LedgerSheet {
  /// A sheet of a ledger whose header is at a given line.
  convenience init(_ ledger: Ledger, _ lines: [String], headerRecord: Int = 0, file: String = "台账.csv") {
    let sheet = Sheet(lines: lines)
    let headers = sheet.cells(of: headerRecord)
    let map = HeaderMap(headers: headers, columns: ledger.columns)
    let dateCell = ledger.date.flatMap { map.cells[$0.slot] }
    let records = headerRecord..<(headerRecord + 1)
    let classifier = RowClassifier(sheet: sheet, headerRecords: records, headers: [headers], dateCell: dateCell)
    self.init(
      file: file, sheet: sheet, ledger: ledger, headerRecords: records, headers: headers, map: map, classes: classifier.classes().classes)
  }
}

/// What reading one sheet gives.
struct Reading {
  let builder: TableBuilder
  let ledger: Ledger

  init(_ ledger: Ledger, _ lines: [String], headerRecord: Int = 0) {
    self.ledger = ledger
    var builder = TableBuilder(lexicon: Lexicon(), window: Term.second, asOf: day(2023, 6, 30))
    builder.append(LedgerSheet(ledger, lines, headerRecord: headerRecord))
    self.builder = builder
    // Rows do not own their table; a test's rows outlive the sheet they were read from.
    if let table = builder.tables[ledger.id] { _ = Unmanaged.passRetained(table) }
  }

  var table: Table { builder.tables[ledger.id] ?? Table(ledger, lexicon: builder.lexicon) }
  var rows: [Row] { Array(table.rows) }
  var mismatches: [TotalMismatch] { builder.mismatches[ledger.id] ?? [] }

  /// What was told about a row, with the column's title.
  func troubles(_ row: Int) -> [String: CellTrouble] {
    let issues = (builder.issues[ledger.id] ?? []).filter { $0.row == row }
    return Dictionary(issues.map { ($0.column.title, $0.trouble) }, uniquingKeysWith: { first, _ in first })
  }
}
