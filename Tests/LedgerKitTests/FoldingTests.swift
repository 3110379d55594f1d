import LedgerKit
import Tabular
import Testing

@Suite("Forms of a text that are compared")
struct FoldingTests {
  @Test(
    "Full-width signs and any blanks make no difference, case 53",
    arguments: [
      ("１２．５ ％", "12.5%"), ("３＃楼", "3#楼"), (" 合　计 ", "合计"), ("\u{FEFF}序号", "序号"), ("检查\n日期", "检查日期"), ("㎏", "kg"),
      ("王\u{200B}某", "王某"), ("abc", "abc"), ("已逾期“整改中”（截止 2023-06-30）", "已逾期“整改中”(截止2023-06-30)"), ("甲、乙，　丙 丁", "甲、乙,丙丁"),
      ("一龥鿿 a", "一龥鿿a"), ("甲 ×乙", "甲×乙"), ("数量4×单价（20元）", "数量4×单价(20元)"), ("李建国、周海燕", "李建国、周海燕"), ("甲〇、〈乙", "甲〇、〈乙"), ("㈠、", "(一)、"),
      ("￥ 12", "¥12"), ("〃", "〃"), ("—", "—"), ("", ""),
    ])
  func compact(text: String, compact: String) {
    #expect(Folding.compact(text) == compact)
  }

  /// Sixteen bytes are looked at together: 五个字 are fifteen.
  @Test(
    "Wherever the others stand among many common characters",
    arguments: [
      ("五个字的词（", "五个字的词("), ("五个字的词a（", "五个字的词a("), ("五个字的词（）", "五个字的词()"), ("a五个字的词，五个字的词，", "a五个字的词,五个字的词,"),
      ("五个字的词 五个字的词　五个字的词", "五个字的词五个字的词五个字的词"), ("0123456789abcdef", "0123456789abcdef"), ("0123456789abcdef ", "0123456789abcdef"),
      ("0123456789abcde×", "0123456789abcde×"), ("0123456789abcdé（", "0123456789abcdé("), ("五个字的词五个字的词㎏", "五个字的词五个字的词kg"),
      ("五个字的词五个字的词“五”、《字》", "五个字的词五个字的词“五”、《字》"), ("　　　　　　　　　　　　", ""), ("，，，，，，，，，，，，，", ",,,,,,,,,,,,,"),
      ("五个字的词\u{0}五个字的词\u{7F}", "五个字的词\u{0}五个字的词\u{7F}"), ("五个字的词五个字的词e\u{301}", "五个字的词五个字的词é"),
    ])
  func longer(text: String, compact: String) {
    #expect(Array(Folding.compact(text).utf8) == Array(compact.utf8))
    var bytes: [UInt8] = [1]
    text.withBytes { Folding.appendCompact($0, to: &bytes) }
    #expect(bytes == [1] + Array(compact.utf8))
  }

  @Test(arguments: [(" 王 某 ", "王 某"), ("　李某　", "李某"), ("\u{FEFF}", ""), ("张某，李某", "张某,李某")])
  func trimmed(text: String, trimmed: String) {
    #expect(Folding.trimmed(text) == trimmed)
  }

  @Test(
    "Headers are matched without marks and units, and the unit is kept, domain §1.0",
    arguments: [
      ("金额（元）", "金额", "元"), ("金额(万元)", "金额", "万元"), ("疏散用时 （秒）", "疏散用时", "秒"), ("*检查日期：", "检查日期", nil), ("检查\n日期", "检查日期", nil),
      ("单价/元", "单价", "元"), ("金额/万元", "金额", "万元"), ("留样量(g)", "留样量", "g"), ("金额（万元）*", "金额", "万元"), ("金额（万元）：", "金额", "万元"),
      ("日期", "日期", nil), ("(元)", "(元)", "元"), ("No.", "no.", nil),
    ] as [(String, String, String?)])
  func header(text: String, name: String, unit: String?) {
    #expect(Folding.header(text) == name)
    #expect(Folding.headerUnit(text) == unit)
  }

  /// 灭火器压力不足 has six bigrams.
  @Test(
    "Likeness is the Dice coefficient of bigrams, domain §0.5 (16)",
    arguments: [
      // 5 of 6 and 5: 10/11 = 90.9 %.
      ("灭火器压力不足", "灭火器压力不", 90, true), ("灭火器压力不足", "灭火器压力不", 91, false),
      // 3 shared of 4 and 4: exactly 75 %.
      ("应急灯不亮", "应急灯不灵", 75, true), ("应急灯不亮", "应急灯不灵", 76, false), ("应急灯不亮", "应急灯，不亮。", 100, true),
      ("插座松动", "水管漏水", 1, false), ("", "", 100, true), ("灯", "灯", 100, true), ("灯", "", 1, false),
    ])
  func similarity(a: String, b: String, percent: Int, isAlike: Bool) {
    #expect(Similarity.isAtLeast(percent, a, b) == isAlike)
    #expect(Similarity.isAtLeast(percent, b, a) == isAlike)
  }
}
