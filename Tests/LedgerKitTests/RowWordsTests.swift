import Testing

@testable import LedgerKit

@Suite("Words that mark a row as a total or a note")
struct RowWordsTests {
  static let totals: [(String, RowWords.Total?)] = [
    ("合计", .overall), ("合　计：", .overall), ("（合计）", .overall), ("总金额", .overall),
    ("金额合计", .overall), ("食堂合计", .overall), ("合计人民币", .overall),
    ("小计", .partial), ("3月合计", .partial), ("本页小计", .partial), ("月计", .partial), ("累计", .cumulative), ("累计金额", .cumulative),
    ("", nil), ("大米", nil), ("会计", nil), ("计算器", nil), ("额温枪", nil), ("计", nil), ("2023-03-06", nil),
  ]

  @Test("Totals", arguments: totals)
  func total(cell: String, total: RowWords.Total?) { #expect(RowWords.total(cell) == total) }

  static let notes: [(String, Int, Bool)] = [
    ("注：金额含税", 3, true), ("注:金额含税", 4, false), ("备注：无", 1, true), ("以上共3笔", 1, true), ("其中：食堂20元", 4, true), ("第1页 共2页", 1, true),
    ("审核人：李某", 3, true), ("注意事项说明", 1, true), ("注意事项说明", 2, false), ("注意", 1, false), ("大米", 1, false), ("", 0, false), ("说明书", 1, false),
  ]

  @Test("Remarks below a table", arguments: notes)
  func note(first: String, filled: Int, isNote: Bool) { #expect(RowWords.isNote(first, filled: filled) == isNote) }
}
