import LedgerKit
import Testing

@Suite("Ticks and terms, domain §5.1 (20–23)")
struct VocabularyTests {
  @Test("case 21: yes", arguments: ["√", "✓", "V", "v", "☑", "■", "●", "1", "是", "有", "Y", "Ｙ", " √ ", "yes"])
  func yes(text: String) {
    #expect(Tick.term(for: text) == .yes)
    #expect(read(Tick.self, text) == .value(0))
  }

  @Test("case 22: no", arguments: ["×", "X", "x", "✗", "☐", "□", "否", "没有", "N", "0", "无", "Ｘ"])
  func no(text: String) {
    #expect(Tick.term(for: text) == .no)
    #expect(read(Tick.self, text) == .value(1))
  }

  @Test("case 20: marks for nothing", arguments: ["/", "—", "--", "——", "-", "…", "N/A", "暂无", "未发现", "空"])
  func blank(text: String) {
    #expect(read(Tick.self, text) == .empty)
  }

  @Test(arguments: ["大概", "2", "看情况"])
  func unknown(text: String) {
    #expect(read(Tick.self, text) == .unusable(.notInVocabulary(countedAs: "")))
  }

  @Test(
    "A certificate is seen unless a word says it is not, domain §1.4",
    arguments: [
      ("√", 0), ("有", 0), ("齐全", 0), ("已索", 0), ("检疫合格证No.320411", 0), ("×", 1), ("无", 1), ("未索", 1), ("待补", 1), ("缺", 1),
    ] as [(String, Int64)])
  func voucher(text: String, stored: Int64) {
    #expect(read(Voucher.self, text) == .value(stored))
  }

  @Test("Neither yes nor no", arguments: ["/", "—", "-"])
  func noVoucher(text: String) {
    #expect(read(Voucher.self, text) == .empty)
  }

  /// A vocabulary of the tests' own: exact words come before parts, and parts in the order of the cases.
  private enum Repair: String, Vocabulary {
    static let cases = allCases
    case open = "未修"
    case done = "已修"
    case scrapped = "报废"

    var synonyms: [String] { self == .done ? ["修好", "OK"] : [] }
    var contained: [String] { self == .open ? ["未修", "没修"] : self == .done ? ["修"] : [] }
    static var fallback: Repair? { .open }
  }

  @Test(
    arguments: [
      ("已修", .value(1)), ("ok", .value(1)), ("ＯＫ", .value(1)), ("已 修", .value(1)), ("3月6日修好了", .value(1)), ("还没修好", .value(0)),
      ("报废", .value(2)), ("/", .empty), ("等配件", .noted(0, .notInVocabulary(countedAs: "未修"))),
    ] as [(String, CellReading)])
  func vocabulary(text: String, reading: CellReading) {
    #expect(read(Repair.self, text) == reading)
  }

  @Test("A text means the same the second time") func memo() {
    var context = ReadingContext(lexicon: Lexicon())
    for _ in 0..<2 {
      for (text, reading) in [("等配件", CellReading.noted(0, .notInVocabulary(countedAs: "未修"))), ("修好", .value(1))] {
        let bytes = Array(text.utf8)
        #expect(Repair.read(bytes.span, &context) == reading)
      }
    }
  }
}
