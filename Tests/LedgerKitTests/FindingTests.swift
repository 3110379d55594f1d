import Tabular
import Testing

@testable import LedgerKit

@Suite("Findings read in the table what stands there, and stay what they were")
struct FindingTests {
  /// A ledger whose rows two people can mend.
  private enum Stock {
    static let date = Column<Day>("date", "日期", need: .required)
    static let amount = Column<Money>("amount", "金额")
    static let keeper = Column<Persons>("keeper", "保管人")
    static let buyer = Column<Persons>("buyer", "采购人")
    static let remark = Column<Text>("remark", "备注")
    static let ledger = Ledger(
      id: "stock", number: "T03", title: "库存", keywords: ["库存"], columns: [date, amount, keeper, buyer, remark], date: date,
      responsible: [keeper, buyer])
  }

  private static let first = rule("T-001")
  private static let second = rule("T-002")

  private static func rule(_ id: String) -> Rule {
    Rule(
      id, "金额可疑", .warning, .data, ledger: "stock", citation: .logic, rationale: "金额要写对。", triggers: [], passes: [],
      check: .file { _ in nil })
  }

  private let reading = Reading(
    Stock.ledger,
    [
      "日期,金额（元）,保管人,采购人,备注", "2023-03-06,45.00,\"吴建平\n李秀英\",周海燕,电话13812345678", "2023-03-07,46.00,,周海燕,", "2023-03-08,47.00,,,",
    ])

  private static func offense(_ row: Row, _ column: AnyColumn? = Stock.amount, _ message: String = "金额与票据不符，请看一看票据") -> Offense {
    Offense(row, at: column, message, fix: "请核对票据以后改正金额。")
  }

  @Test("Row, header, cell and person are those of the row") func place() {
    var maker = FindingMaker(asOf: nil)
    let found = reading.rows.map { maker.finding(Self.offense($0), by: Self.first) }
    #expect(found.map(\.row) == [2, 3, 4])
    #expect(found.map(\.column) == ["金额（元）", "金额（元）", "金额（元）"])
    #expect(found.map(\.value) == ["45.00", "46.00", "47.00"])
    #expect(found.map(\.person) == ["吴建平、李秀英", "周海燕", nil])
    #expect(found.map(\.place).first == "台账.csv 第2行〔金额（元）〕“45.00”")
    #expect(found.allSatisfy { $0.ledger == "stock" && $0.severity == .warning && $0.fix == "请核对票据以后改正金额。" })
  }

  @Test("A finding about a whole row has no cell") func wholeRow() throws {
    var maker = FindingMaker(asOf: nil)
    let row = try #require(reading.rows.first)
    let finding = maker.finding(Self.offense(row, nil), by: Self.first)
    #expect((finding.row, finding.column, finding.value) == (2, nil, nil))
  }

  @Test("Telephone numbers are masked wherever they are read") func masked() throws {
    var maker = FindingMaker(asOf: nil)
    let row = try #require(reading.rows.first)
    let finding = maker.finding(Self.offense(row, Stock.remark, "备注里写着13812345678这个号码"), by: Self.first)
    #expect(finding.value == "电话138****5678")
    #expect(finding.message == "备注里写着138****5678这个号码")
  }

  @Test("Who can mend it does not change when a later rule takes the name out of use") func laterSpoiled() throws {
    var maker = FindingMaker(asOf: nil)
    let rows = Reading(Stock.ledger, ["日期,金额,保管人,采购人", "2023-03-06,45.00,吴建平,周海燕"]).rows
    let row = try #require(rows.first)
    let before = maker.finding(Self.offense(row), by: Self.first)
    row.table.spoil(row.index, [Stock.keeper])
    #expect(before.person == "吴建平")
    #expect(maker.finding(Self.offense(row), by: Self.first).person == "周海燕")
  }

  @Test(
    "Who can mend it stands in the first cell in which names are typed",
    arguments: [
      ("吴建平,周海燕", "吴建平"), (",周海燕", "周海燕"), ("\"\n\",周海燕", "周海燕"), ("\"吴建平\n\n李秀英\",", "吴建平、李秀英"), ("13812345678,", nil), (",", nil),
    ] as [(String, String?)])
  func responsible(names: String, person: String?) throws {
    var maker = FindingMaker(asOf: nil)
    let reading = Reading(Stock.ledger, ["日期,金额,保管人,采购人", "2023-03-06,45.00," + names])
    let finding = maker.finding(Self.offense(try #require(reading.rows.first)), by: Self.first)
    #expect(finding.person == person)
    var text = Array("前".utf8)
    #expect(finding.appendPerson(to: &text) == (person != nil))
    #expect(String(decoding: text, as: UTF8.self) == "前" + (person ?? ""))
  }

  @Test("Cells are appended in UTF-8, masked behind what is there") func appended() throws {
    var maker = FindingMaker(asOf: nil)
    let row = try #require(reading.rows.first)
    var text = Array("138".utf8)
    #expect(maker.finding(Self.offense(row, Stock.remark), by: Self.first).appendValue(to: &text))
    #expect(String(decoding: text, as: UTF8.self) == "138电话138****5678")
    #expect(!maker.finding(Self.offense(row, nil), by: Self.first).appendValue(to: &text))
    #expect(String(decoding: text, as: UTF8.self) == "138电话138****5678")
  }

  @Test("Findings of one rule and column of a file are kin") func kin() {
    var maker = FindingMaker(asOf: nil)
    let rows = reading.rows
    let kin = [
      maker.finding(Self.offense(rows[0]), by: Self.first), maker.finding(Self.offense(rows[1], Stock.amount, "乙"), by: Self.first),
      maker.finding(Self.offense(rows[0], Stock.remark), by: Self.first), maker.finding(Self.offense(rows[0]), by: Self.second),
    ].map(\.kin)
    #expect(kin[0] == kin[1] && Set(kin).count == 3)
  }

  @Test("What one rule says twice of a cell is told once, in the words said first") func once() {
    var maker = FindingMaker(asOf: nil)
    let rows = reading.rows
    let made = [
      maker.finding(Self.offense(rows[1], Stock.amount, "乙"), by: Self.first),
      maker.finding(Self.offense(rows[0], Stock.buyer, "丙"), by: Self.first),
      maker.finding(Self.offense(rows[1], Stock.amount, "丁"), by: Self.second),
      maker.finding(Self.offense(rows[1], Stock.amount, "甲"), by: Self.first),
      maker.finding(Offense(nil, "本学期没有盘点", fix: "请补。"), by: Self.first),
      maker.finding(Self.offense(rows[1], Stock.amount, "乙"), by: Self.first),
    ]
    #expect(Finding.ordered(made).map(\.message) == ["丙", "乙", "丁", "本学期没有盘点"])
  }

  @Test("However they were made, they stand by row, rule and column") func order() {
    var maker = FindingMaker(asOf: nil)
    let made = [2, 0, 1, 0, 2, 1, 0].enumerated().map { number, row in
      maker.finding(
        Self.offense(reading.rows[row], number < 4 ? Stock.amount : nil, "第\(number)个"), by: number == 1 ? Self.second : Self.first)
    }
    // Without a column a finding stands first; rows from 0 on.
    #expect(Finding.ordered(made).map(\.message) == ["第6个", "第3个", "第1个", "第5个", "第2个", "第4个", "第0个"])
    for count in 0...made.count {
      var some = Array(made[..<count])
      Finding.order(&some)
      #expect(some.map(\.message) == Finding.ordered(made).map(\.message).filter { text in made[..<count].contains { $0.message == text } })
    }
  }

  @Test("Texts that only look the same keep their bytes") func bytes() {
    let (composed, decomposed) = ("caf\u{E9} au lait, s'il vous pla\u{EE}t", "cafe\u{301} au lait, s'il vous plai\u{302}t")
    var texts = RecentTexts()
    for text in [composed, decomposed, composed, decomposed, "短", "", composed + "。", composed] {
      #expect(Array(texts.shared(text).utf8) == Array(text.utf8))
    }
  }

  @Test("Any number of texts come back as they were", arguments: [0, 1, 7, 15, 16, 17, 23, 24, 25, 100]) func manyTexts(length: Int) {
    var texts = RecentTexts()
    for number in 0..<2000 {
      let text = String(repeating: "字", count: length / 3) + String(repeating: "a", count: length % 3) + String(number % 700)
      #expect(Array(texts.shared(text).utf8) == Array(text.utf8))
    }
  }
}
